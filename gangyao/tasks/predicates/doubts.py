"""Where the rules are unsure of the predicate of a clause, and what the network reads there instead.

On annotated clauses a verb that opens predicates is right in 97 of 100 where it begins the clause or a
duty binds it; where no verb was found, or a ground, or one inside the clause or one that may be a noun,
one in four is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from gangyao.chinese.code_points import CodePoints
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicate_network import NO_PREDICATE, Doubt, Span
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.phrases import MEANS
from gangyao.tasks.predicates.spans import group_at
from gangyao.tasks.predicates.verb_group import VerbGroup

#: The kinds of doubt, in the order of their numbers.
DOUBTS = (
    "sure",
    "none",
    "ground",
    "bound inside",
    "bound inside, may be a noun",
    "inside",
    "led inside",
    "inside, may be a noun",
    "unknown verb",
    "led, may be a noun",
    "dual",
    "nominal",
)
(
    _NO_DOUBT,
    _NONE,
    _GROUND,
    _BOUND,
    _BOUND_NOUN,
    _INSIDE,
    _LED_INSIDE,
    _INSIDE_NOUN,
    _UNKNOWN,
    _LED_NOUN,
    _DUAL,
    _NOMINAL,
) = range(len(DOUBTS))
#: Kinds in which the rules are seldom wrong.
SURE = frozenset({_NO_DOUBT, _BOUND})
# Shorter clauses say nothing, longer ones were not learnt from.
SHORTEST, LONGEST = 2, 60
_VERBS = PREDICATES | {"stative"}
# 将批准的规划确定|的任务: of 11,398 annotated clauses two have a predicate before it.
_DESCRIBES = "的"
_MARKS = (("《", "》"), ("“", "”"))
_BOUNDS = ("不少于", "不低于", "不超过", "不高于", "不小于", "不大于", "≥", "≤")


class Reading(NamedTuple):
    """A doubtful clause at `start`:`end` of `text`, its `doubt`, and the predicate the rules read in it.

    `shift` is how much farther on the clause stands in the texts of all sentences. `beside` tells whether the
    network sees what is before it in its sentence, and what is behind it.
    """

    text: str
    start: int
    end: int
    shift: int
    group: VerbGroup | None
    doubt: int
    beside: tuple[bool, bool]


def doubt_of(start: int, group: VerbGroup | None) -> int:
    """Return the number in `DOUBTS` of what is doubtful of a `group` in a clause that begins at `start`."""
    if group is None:
        return _NONE
    if group.is_basis:
        return _GROUND
    first = group.first
    is_verb = first.verb in _VERBS and not first.is_coined
    if group.start == start:
        if is_verb:
            return _NO_DOUBT
        if first.is_coined:
            return _UNKNOWN
        if group.modals or group.has_adverb:
            return _LED_NOUN
        return _DUAL if first.verb == "dual" else _NOMINAL
    if group.modals:
        return _BOUND if is_verb else _BOUND_NOUN
    if not is_verb:
        return _INSIDE_NOUN
    return _LED_INSIDE if group.has_adverb else _INSIDE


class DoubtfulText(NamedTuple):
    """The doubtful clauses of sentences, and the code points of all of these, in which `shift` counts."""

    readings: Sequence[Reading]
    codes: CodePoints


def read_again(texts: Sequence[DoubtfulText], grammar: Grammar) -> list[list[tuple[int, VerbGroup | None]]]:
    """Return for each text which of its readings the network is sure to be wrong, and what it reads there.

    All are read at once, since what the network takes for one clause alone is mostly the start of its steps.
    """
    doubts: list[Doubt] = []
    offset = 0
    for readings, codes in texts:
        for _, start, end, shift, group, doubt, beside in readings:
            by = offset + shift
            read = NO_PREDICATE if group is None else (group.start + by, group.end + by)
            doubts.append(Doubt(start + by, end + by, read, doubt, *beside))
        offset += len(codes)
    if not doubts:
        return [[] for _ in texts]
    together = np.concatenate([text.codes for text in texts])
    spans = grammar.network.read_again(together, doubts, grammar.lexicon)
    found: list[list[tuple[int, VerbGroup | None]]] = []
    first = offset = 0
    for readings, codes in texts:
        own = spans[first : first + len(readings)]
        found.append(_others(readings, own, offset, grammar))
        first += len(readings)
        offset += len(codes)
    return found


def _others(
    readings: Sequence[Reading], spans: Sequence[Span | None], offset: int, grammar: Grammar
) -> list[tuple[int, VerbGroup | None]]:
    """Return by number what the network reads instead; `spans` count from `offset` before the text."""
    found: list[tuple[int, VerbGroup | None]] = []
    for number, (span, (text, clause_start, end, shift, read, *_)) in enumerate(
        zip(spans, readings, strict=True)
    ):
        if span == NO_PREDICATE:
            found.append((number, None))
        elif span is not None:
            start, stop = span[0] - shift - offset, span[1] - shift - offset
            if not (
                text.startswith(_DESCRIBES, stop)
                or _is_within_marks(text, clause_start, start)
                or _is_beside(text, start, stop, read, grammar)
            ):
                found.append((number, group_at(text, start, stop, end, grammar)))
    return found


def _is_within_marks(text: str, start: int, at: int) -> bool:
    """Tell whether a name or a quotation that `text[start:at]` opens goes on: 落实《湿地|提升|行动计划》."""
    return any(text.rfind(opens, start, at) > text.rfind(closes, start, at) for opens, closes in _MARKS)


def _is_beside(text: str, start: int, stop: int, read: VerbGroup | None, grammar: Grammar) -> bool:
    """Tell whether what the network reads only bounds or leads to what the rules `read`.

    配备|专职人员不少于3名, 通过发行债券支持|建设.
    """
    if read is None:
        return False
    if start >= read.end:
        return text.startswith(_BOUNDS, start)
    word = grammar.lexicon.at(text, start)
    return word is not None and word.text in MEANS and start + len(word.text) < stop <= read.start
