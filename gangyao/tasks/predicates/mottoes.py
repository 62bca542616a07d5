"""Clauses of rhymed parts: 着力谋长远、抓重点; 争分夺秒抢进度、精益求精抓质量; 应当登记造册、妥善存放.

Each part has three characters, a verb and its object, or seven, which an idiom of four opens. No table knows
the objects of such verbs, and one knows too many words that begin inside the parts. Parts of four characters
are predicates without an object, unless the first is a verb and a noun (激活主体、激活要素).
"""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.predicates.verb_group import VerbGroup

_PART, _IDIOM, _VERB = 3, 4, 2
# Verbs of these classes have their object in the part.
_TAKE_OBJECTS = frozenset({"transitive", "taker", "catenative", "sponsor", "stative"})
_HANZI = re.compile("[\u4e00-\u9fff]+")
_DUTY = re.compile("要|应当|必须|不得|应")
# Verbs of one character that open such parts and no table of words.
_VERBS = frozenset("稳提增促保扩抓强优防控惠降去补建育守护调做谋转深破攻聚兴治减拓引赋搭造树立鼓抢拼干")


def read_motto(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return the verb group that opens the rhymed clause `text[start:end]`; None for any other clause."""
    if end - start < 2 * _PART + 1:
        return None
    first = text.find("、", start, end)
    if text[end - _IDIOM - 1] == "、":
        return _read_idioms(text, start, first, end, lexicon)
    if "、" not in (text[end - _PART - 1], text[end - _PART - _IDIOM - 1]):
        return None
    for size in (_PART, _PART + _IDIOM):
        part = first - size
        if part < start or not _all_alike(text, first, end, size):
            continue
        verb_at = part + size - _PART
        if text[verb_at] not in _VERBS or text[verb_at : verb_at + _PART] in lexicon.nouns:
            continue
        opening = _opening(text, start, part)
        lead = _leading(text, opening, part, lexicon)
        if lead is None:
            continue
        modals = tuple(word for word in lead if word.modal is not None)
        idiom = (text[part:verb_at],) if verb_at > part else ()
        verb = coined(text[verb_at], "transitive")
        words = (*(word.text for word in lead), *idiom)
        return VerbGroup(
            opening, verb_at + 1, (*words, verb.text), verb, verb, modals, has_adverb=bool(words)
        )
    return None


def _read_idioms(text: str, start: int, first: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return the clause from its duty on, where it closes with parts of four characters from `first` on."""
    part = first - _IDIOM
    if part < start or not _all_alike(text, first, end, _IDIOM) or not _HANZI.fullmatch(text, part, first):
        return None
    opening = _opening(text, start, part)
    lead = _leading(text, opening, part, lexicon)
    if (
        lead is None
        or any(word.verb for word in lead)
        or lexicon.verb_odds.of(text[part + _VERB : first]) < 0
    ):
        return None
    if any(_has_object(text, at, lexicon) for at in range(part, end, _IDIOM + 1)):
        return None
    acts = coined(text[part:end], "nominal")
    modals = tuple(word for word in lead if word.modal is not None)
    words = (*(word.text for word in lead), acts.text)
    return VerbGroup(opening, end, words, acts, acts, modals, has_adverb=bool(lead))


def _has_object(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the part at `at` is a verb and its object: 激活|主体."""
    word = lexicon.at(text, at)
    is_verb = word is not None and (word.noun or word.verb in _TAKE_OBJECTS)
    return is_verb or text[at + _VERB : at + _IDIOM] in lexicon.nouns


def _opening(text: str, start: int, part: int) -> int:
    """Return where the duty before the first part begins, `start` where there is none."""
    duty = _DUTY.search(text, start, part)
    return duty.start() if duty is not None and text.find("、", start, duty.start()) < 0 else start


def _all_alike(text: str, at: int, end: int, size: int) -> bool:
    """Tell whether all parts behind the `、` at `at` have `size` characters."""
    while at < end:
        stop = at + 1 + size
        if stop > end or not _HANZI.fullmatch(text, at + 1, stop) or (stop < end and text[stop] != "、"):
            return False
        at = stop
    return True


def _leading(text: str, start: int, end: int, lexicon: Lexicon) -> list[Word] | None:
    """Return the adverbs and modal words that fill `text[start:end]`; None where other words do."""
    found: list[Word] = []
    at = start
    while at < end:
        word = lexicon.at(text, at)
        if word is None or not (word.adverb or word.modal is not None or word.verb == "catenative"):
            return None
        found.append(word)
        at += len(word.text)
    return found if at == end else None
