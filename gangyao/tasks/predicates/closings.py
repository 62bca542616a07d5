"""Predicates without an object that close a clause behind its subject, where nothing else is found.

供需两端|协同发力, 违法案件|明显下降, 劳动生产率|高于|经济增长. Also what a clause opens with that a table
has for one noun: 综合治理|采煤沉陷区.
"""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.noun_compounds import opens_compound
from gangyao.tasks.predicates.verb_group import VerbGroup

# Verbs of comparison behind their subject.
_COMPARES = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:应当?|必须|不得|可以|不能)?不?(?:保持|持续|始终|明显|总体)?(?:趋于|高于|低于|优于|快于|好于|大于|小于|多于|少于|居于)(?=[\u4e00-\u9fff])"
)
# No subject ends so before an adverb or an idiom.
_BINDS = frozenset("的地了、和与及或对向从为以于不更最")
# Behind a verb of these classes stands its object: 表示|诚挚感谢.
_GOVERNS = frozenset({"transitive", "taker", "catenative", "sponsor", "stative"})
_DUTY = re.compile("应当|必须|不得|务必")
_LONGEST_BOUND = 16
_IDIOM_SIZES = (8, 6, 5, 4)
_ADVERB_SIZES = (2, 3, 4)
_VERB = 2
_SHORTEST_SUBJECT = 2
# Odds in nats that two unknown characters behind an adverb are a verb.
_ODDS = 0.5
_HANZI = re.compile("[\u4e00-\u9fff]{2}$")


def closing_predicate(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate that closes the clause `text[start:end]`, None where its end is none."""
    compared = _COMPARES.search(text, start, end) if text.find("于", start, end) > 0 else None
    if compared is not None and "的" not in text[compared.end() : end]:
        verb = coined(compared[0], "transitive")
        return VerbGroup(*compared.span(), (verb.text,), verb, verb)
    lexicon = grammar.lexicon
    return (
        _bound(text, start, end, lexicon)
        or _idiom(text, start, end, lexicon)
        or _led_verb(text, start, end, lexicon)
    )


def _bound(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return all that a duty binds where a verb closes it: 应当依法规范、公正、文明执法."""
    duty = _DUTY.search(text, start, end)
    if duty is None or not _VERB < end - duty.end() <= _LONGEST_BOUND or "的" in text[duty.end() : end]:
        return None
    modal, verb = lexicon.at(text, duty.start()), lexicon.at(text, end - _VERB)
    if modal is None or modal.modal is None or verb is None or not verb.verb or len(verb.text) != _VERB:
        return None
    return VerbGroup(duty.start(), end, (modal.text, verb.text), verb, verb, (modal,))


def _idiom(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return the idiom that closes the clause: an adverb of the table with nothing behind it."""
    for size in _IDIOM_SIZES:
        at = end - size
        if at - start < _SHORTEST_SUBJECT or text[at - 1] in _BINDS:
            continue
        word = lexicon.at(text, at)
        if word is not None and word.adverb and not word.verb and len(word.text) == size:
            act = coined(word.text, "nominal")
            return VerbGroup(at, end, (act.text,), act, act, has_adverb=True)
    return None


def _led_verb(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return an adverb and the verb of any kind that close the clause: 明显|下降, 有序|布局."""
    verb = _closing_verb(text, end - _VERB, lexicon)
    if verb is None:
        return None
    for size in _ADVERB_SIZES:
        at = end - _VERB - size
        if at - start < _SHORTEST_SUBJECT:
            return None
        word = lexicon.at(text, at)
        is_adverb = word is not None and word.adverb and not (word.verb or word.noun)
        if is_adverb and word is not None and len(word.text) == size and text[at - 1] not in _BINDS:
            before = lexicon.at(text, at - _VERB)
            if before is not None and before.verb in _GOVERNS and not before.noun:
                return None
            return VerbGroup(at, end, (word.text, verb.text), verb, verb, has_adverb=True)
    return None


def _closing_verb(text: str, at: int, lexicon: Lexicon) -> Word | None:
    word = lexicon.at(text, at)
    if word is not None:
        is_verb = word.verb and not (word.noun or word.preposition) and len(word.text) == _VERB
        return word if is_verb else None
    closing = text[at : at + _VERB]
    is_likely = _HANZI.match(text, at, at + _VERB) and closing not in lexicon.nouns
    return coined(closing, "nominal") if is_likely and lexicon.verb_odds.of(closing) >= _ODDS else None


def opening_noun(text: str, start: int, end: int, word: Word | None, lexicon: Lexicon) -> VerbGroup | None:
    """Return the adverb and the verb that the noun `word` at `start` is made of, where an object follows."""
    if word is None or not word.noun or len(word.text) != 2 * _VERB:
        return None
    stop = start + len(word.text)
    leading, verb = lexicon.at(word.text[:_VERB], 0), lexicon.at(word.text[_VERB:], 0)
    if leading is None or not leading.adverb or verb is None or not verb.verb:
        return None
    if end - stop <= _VERB or not _HANZI.match(text, stop, stop + _VERB) or text[stop] in _BINDS:
        return None
    if opens_compound(text, stop, verb.text, lexicon) or "的" in text[stop:end]:
        return None
    return VerbGroup(start, stop, (leading.text, verb.text), verb, verb, has_adverb=True)
