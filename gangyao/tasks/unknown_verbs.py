"""Predicates that no table knows, told by their place: behind a modal word, or at the start of a clause."""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Word
from gangyao.tasks.verb_groups import VerbGroup, led_by, read_chain

_OPENS = "“《(（‘"
_HANZI = re.compile("[\u4e00-\u9fff]{2}")
# Verbs of one character that an unknown object may follow: 稳面积, 提单产.
_SHORT_VERBS = frozenset("稳提增促保扩抓强优防控惠降去补建育守护调做")
# Verbs that an unknown word before them leads.
_LED = frozenset({"transitive", "taker", "catenative", "dual"})
_NO_VERB_BEGINS = frozenset("每各其本该这那一二三四五六七八九十")


def unknown_after_modal(
    text: str, start: int, at: int, end: int, words: list[str], modals: list[Word]
) -> VerbGroup | None:
    """Take the unknown word behind a modal word for the verb: one character before a quotation, else two."""
    if not modals or words[-1] != modals[-1].text or end - at < 3 or text[at] in _NO_VERB_BEGINS:
        return None
    stop = at + 1 if text[at + 1] in _OPENS or text[at] in _SHORT_VERBS else at + 2
    if text[stop - 1] in _OPENS or text[stop] in "的、":
        return None
    verb = Word(text[at:stop], verb="transitive")
    return VerbGroup(start, stop, (*words, verb.text), verb, verb, tuple(modals))


def guess_verb(text: str, start: int, end: int, word: Word | None, grammar: Grammar) -> VerbGroup | None:
    """Take the first two characters, or those after an adverb, for a verb where no table knows them."""
    at = start
    words: list[str] = []
    while word is not None and word.adverb and not word.verb and not word.noun:
        words.append(word.text)
        at += len(word.text)
        word = grammar.lexicon.at(text, at)
    if word is not None and not (word.verb and len(word.text) == 1):
        return None
    if end - at < 4 or not _HANZI.match(text, at) or text[at + 2] in "的、":
        return None
    if not words and re.search("的|、|和", text[at : at + 4]):
        return None
    following = grammar.lexicon.at(text, at + 2)
    if following is not None and (
        following.preposition or following.modal is not None or following.verb == "stative"
    ):
        return None
    if following is not None and following.verb in _LED and not following.noun:
        # 裂变发展专精特新企业: what no table knows says how.
        chain = read_chain(text, at + 2, end, following, grammar.lexicon)
        if chain.end < end and text[chain.end] not in "的、和":
            return led_by(chain, start, (*words, text[at : at + 2]), ())
    # 坚定不移走中国道路: a noun begins behind one character.
    is_short = text[at] in _SHORT_VERBS or text[at + 1 : at + 3] in grammar.lexicon.nouns
    stop = at + 1 if is_short else at + 2
    verb = Word(text[at:stop], verb="transitive")
    return VerbGroup(start, stop, (*words, verb.text), verb, verb, has_adverb=bool(words))
