"""Clauses of rhymed parts: 着力谋长远、抓重点; 争分夺秒抢进度、精益求精抓质量.

Each part has three characters, a verb and its object, or seven, which an idiom of four opens. No table knows
the objects of such verbs, and one knows too many words that begin inside the parts.
"""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.predicates.verb_groups import VerbGroup

_PART, _IDIOM = 3, 4
_HANZI = re.compile("[\u4e00-\u9fff]+")
_DUTY = re.compile("要|应当|必须|应")
# Verbs of one character that open such parts and no table of words.
_VERBS = frozenset("稳提增促保扩抓强优防控惠降去补建育守护调做谋转深破攻聚兴治减拓引赋搭造树立鼓抢拼干")


def read_motto(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return the verb group that opens the rhymed clause `text[start:end]`; None for any other clause."""
    if end - start < 2 * _PART + 1 or "、" not in (text[end - _PART - 1], text[end - _PART - _IDIOM - 1]):
        return None
    first = text.find("、", start, end)
    for size in (_PART, _PART + _IDIOM):
        part = first - size
        if part < start or not _all_alike(text, first, end, size):
            continue
        verb_at = part + size - _PART
        if text[verb_at] not in _VERBS or text[verb_at : verb_at + _PART] in lexicon.nouns:
            continue
        duty = _DUTY.search(text, start, part)
        opening = duty.start() if duty is not None and text.find("、", start, duty.start()) < 0 else start
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
