"""How well a sequence of numbered headings counts: a cost in bits that is low where the numbers go on.

Each family of labels (章, 节, 一、, （一）, 1. …) counts by itself. A heading of an outer family lets
the inner ones start anew; some documents count an inner family through (articles of a law). What a number
costs after the numbers before it is a coarse negative log-likelihood: counting on is nearly free, a gap, a
repeat or a step back costs what such slips are worth in documents that are in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.numerals import read_number

# Outer families first: the order of GB/T 9704 and of the technique of legislation.
_RANKS: dict[str, int] = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "article": 4,
    "chinese": 5,
    "chinese_bracket": 6,
    "arabic": 7,
    "dotted": 8,
    "arabic_bracket": 12,
    "circled": 13,
    "ordinal": 14,
}
_ENUMERATION = re.compile(r"第?([一二三四五六七八九十]{1,3})(?:是|要|，|、)")

#: What a number costs at least.
GOES_ON = 0.2
#: A number that costs this many bits after the one before it shows that something lies between them.
VIOLATION = 5.0
_STARTS = 0.4
_STARTS_LATE = 4.0
# A page that begins anywhere begins with any number; under an outer heading that it holds, the first is 1,
# unless the family counts through: chapter 3 may hold the articles from 21 on.
_STARTS_INSIDE = 1.0
_RESTARTS = 5.0
_RESTARTS_DEEP = 2.5
_SKIPS = 6.0
_REPEATS = 7.0
_STEPS_BACK = 8.0
# Where a page holds each number of a family once (`families_counted_through`), hardly any document steps back
# in it: a page that is read from its midst to its end, and then from its beginning, does so once (by hand: of
# 670 pages and whole documents of development sets 3 more came out right with 12 than with 8, and one less).
_STEPS_BACK_THROUGH = 12.0
_FIRST_MISSING = 6.5
_OUTER_RANK = 4
_DEEP_RANK = 7
_WEIGHTS = {1: 1.7, 2: 1.7, 3: 1.7, 4: 1.7, 5: 1.3, 6: 1.3}


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a heading: its family (with the depth of a dotted one), rank (0: outermost), number."""

    family: str
    rank: int
    number: int


# The last number of each family, and whether an outer heading has come since.
State = Mapping[str, tuple[int, bool]]


def read_mark(text: str) -> Mark | None:
    """Read the number that a line begins with, be it a heading or an item of a list."""
    heading = parse_heading(text)
    if heading is not None and heading.number is not None and heading.family in _RANKS:
        if heading.family == "dotted":
            depth = len(heading.numbers)
            return Mark(f"dotted{depth}", _RANKS["dotted"] + depth - 1, heading.number)
        return Mark(heading.family, _RANKS[heading.family], heading.number)
    if found := _ENUMERATION.match(text):
        number = read_number(found[1])
        if number is not None:
            return Mark("ordinal", _RANKS["ordinal"], number)
    return None


def families_counted_through(marks: Iterable[Mark]) -> frozenset[str]:
    """Return the families whose numbers run on under every outer heading: those that repeat no number."""
    numbers: dict[str, Counter[int]] = {}
    for mark in marks:
        numbers.setdefault(mark.family, Counter())[mark.number] += 1
    return frozenset(
        family
        for family, counts in numbers.items()
        if len(counts) >= 4 and max(counts) >= 0.7 * len(counts) and sum(counts.values()) <= 1.1 * len(counts)
    )


def advance(
    state: dict[str, tuple[int, bool]], marks: Sequence[Mark], through: frozenset[str]
) -> tuple[dict[str, tuple[int, bool]], float]:
    """Read `marks` after `state`; return the new state and what the numbers cost, in bits."""
    if not marks:
        return state, 0.0
    state = dict(state)
    cost = 0.0
    for mark in marks:
        cost += step_cost(state, mark, through)
        for family, (number, reset) in state.items():
            if not reset and _rank_of(family) > mark.rank:
                state[family] = (number, True)
        state[mark.family] = (mark.number, False)
    return state, cost


def least_cost(marks: Sequence[Mark], through: frozenset[str]) -> float:
    """Return what the numbers of a run cost at least, in bits, whatever stands before it.

    What a number costs depends on the last one of its family alone, which is known from the second on.
    """
    state: dict[str, tuple[int, bool]] = {}
    cost = 0.0
    for mark in marks:
        before = state.get(mark.family)
        state, bits = advance(state, (mark,), through)
        cost += GOES_ON if before is None else bits
    return cost


def step_cost(state: State, mark: Mark, through: frozenset[str]) -> float:
    """Return what `mark` costs after `state`, in bits.

    Slips in the numbers of chapters, sections and articles are rarer than in those of lists.
    """
    weight = _WEIGHTS.get(mark.rank, 1.0)
    cost = _slip_cost(state, mark, through)
    return cost if cost < _STARTS_LATE else weight * cost


def _slip_cost(state: State, mark: Mark, through: frozenset[str]) -> float:
    known = state.get(mark.family)
    number = mark.number
    runs_on = mark.family in through
    if known is None:
        if number == 1:
            return _STARTS
        is_late = not runs_on and any(_rank_of(family) < mark.rank for family in state)
        return _STARTS_LATE if is_late else _STARTS_INSIDE
    last, reset = known
    if number == last + 1 and (not reset or runs_on):
        return GOES_ON
    if reset and not runs_on:
        if number == 1:
            return _STARTS
        return _FIRST_MISSING
    if number == 1:
        if mark.rank <= _OUTER_RANK:
            return _STEPS_BACK_THROUGH if runs_on else _STEPS_BACK
        return _RESTARTS if mark.rank < _DEEP_RANK else _RESTARTS_DEEP
    if number == last:
        return _REPEATS
    if last < number <= last + 3:
        return _SKIPS
    return _STEPS_BACK_THROUGH if runs_on else _STEPS_BACK


@lru_cache(maxsize=64)
def _rank_of(family: str) -> int:
    if family.startswith("dotted"):
        return _RANKS["dotted"] + int(family[6:] or 1) - 1
    return _RANKS[family]
