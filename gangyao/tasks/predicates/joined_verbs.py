"""Verbs that 、 or 或者 joins to a predicate that was read only as far as the first: 不得虚构|、夸大事实.

No object begins with such a mark, so that what follows it is one more verb, be it one that no table has.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Word, coined
from gangyao.tasks.predicates.search import read_group
from gangyao.tasks.predicates.verb_group import VerbGroup

_JOINT = re.compile("、|或者|或(?!许)")
# 传承|好、利用|好; 放到|位: what is left of a part.
_LEFT = re.compile("[\u4e00-\u9fff](?=、|$)")
# A row of set phrases, 开拓创新、勇毅前行, joins no verbs that share an object.
_SET_PHRASES = re.compile("[\u4e00-\u9fff]{4}(?:、[\u4e00-\u9fff]{4})+")
_MOVES = ("把", "将")
_PAIR = 2
# No verb of two characters has one of these.
_NO_PART = frozenset("、和或不的有")
# An unknown pair of characters is taken for a verb unless its characters say otherwise, in nats.
_NO_VERB = -1.0


def with_joined(text: str, group: VerbGroup, end: int, grammar: Grammar) -> VerbGroup:
    """Return a predicate of a clause that ends at `end` with the verbs joined to it; as it is without any."""
    if _SET_PHRASES.fullmatch(text, group.start, end) is not None:
        return group
    joined = group
    while (joint := _JOINT.match(text, joined.end, end)) is not None:
        last = _joined_at(text, joint.end(), end, grammar)
        if last is None:
            break
        stop, word = last
        if (left := _LEFT.match(text[stop:end])) is not None:
            stop += len(left[0])
        joined = replace(joined, end=stop, words=(*joined.words, text[joint.start() : stop]), last=word)
    # 组织或者承办的活动: told of a noun.
    return group if text[joined.end : joined.end + 1] == "的" else joined


def _joined_at(text: str, start: int, end: int, grammar: Grammar) -> tuple[int, Word] | None:
    """Return where the verb that begins at `start` ends, and the verb; None where none does."""
    if start + _PAIR > end or text.startswith(_MOVES, start):
        return None
    other = read_group(text, start, end, grammar)
    if other is not None:
        return None if other.is_basis else (other.end, other.last)
    word = grammar.lexicon.at(text, start)
    stop = start + _PAIR
    pair = text[start:stop]
    if word is not None and not word.verb:
        return None
    if grammar.lexicon.verb_odds.of(pair) < _NO_VERB or not _NO_PART.isdisjoint(pair):
        return None
    return stop, coined(pair, "transitive")
