"""What the clause around a gap shows beyond its nearest words: marks, lists, prepositions, parallels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


def _table(marks: str) -> Mask:
    table = np.zeros(0x10000, dtype=bool)
    table[[0, *map(ord, marks)]] = True
    return table


_ENDS = "，。；：！？（）(),;:—\n"
# What parts the text near the gap, and what ends its clause: a list with 、 or a quoted name goes on.
_MARKS = _table(_ENDS + "、“”《》")
_CLAUSE_ENDS = _table(_ENDS)
# Which characters of the clause matter, one bit each.
_PREPOSITIONS = "在对以将把从为与向"
_AFTER_PREPOSITIONS = "上下中进为的"
_CONJUNCTIONS = "和与及"
_HAN = np.uint64(0x4E00)
# Members of a pair whose last characters agree share a head (`供给侧和需求侧`).
_TAIL, _MEMBER = 4, 6


@dataclass(frozen=True, slots=True)
class Clauses:
    """One entry per gap.

    `before` and `after` are the distances to the nearest mark on either side, `left_mark` and `right_mark`
    those marks (0: none in reach, or the line's edge). The others are bits: `lists` for 、 and conjunctions
    on either side and 等 after the gap, `of` for 的 before and after, `prepositions` for those before
    the gap, `tails` for what closes their phrase after it, `parallel` for equal characters on both sides.
    """

    before: Integers
    after: Integers
    left_mark: Codes
    right_mark: Codes
    lists: Integers
    of: Integers
    prepositions: Integers
    tails: Integers
    parallel: Integers


def read_clauses(left: Codes, right: Codes) -> Clauses:
    """Read the clauses around gaps from the codes before and after them, each nearest first."""
    before, left_mark = _nearest_mark(left)
    after, right_mark = _nearest_mark(right)
    head, tail = _inside_clause(left), _inside_clause(right)
    parallel = np.zeros(len(left), dtype=np.int64)
    for here in range(_TAIL):
        for there in range(_MEMBER):
            same = (left[:, here] == right[:, there]) & (left[:, here] > _HAN)
            parallel |= same.astype(np.int64) << min(here + 1, 2)
    lists = (
        _bits(head, "、") + 2 * _bits(tail, "、") + 4 * (_bits(head, _CONJUNCTIONS) > 0)
        + 8 * (_bits(tail, _CONJUNCTIONS) > 0) + 16 * _bits(tail, "等")
    )  # fmt: skip
    return Clauses(
        before, after, left_mark, right_mark, lists, _bits(head, "的") + 2 * _bits(tail, "的"),
        _bits(head, _PREPOSITIONS), _bits(tail, _AFTER_PREPOSITIONS), parallel,
    )  # fmt: skip


def _nearest_mark(codes: Codes) -> tuple[Integers, Codes]:
    marks = _MARKS[codes.astype(np.int64)]
    found = marks.any(axis=1)
    first = marks.argmax(axis=1)
    mark = np.where(found, codes[np.arange(len(codes)), first], np.uint64(0))
    return np.where(found, first + 1, codes.shape[1]).astype(np.int64), mark


def _inside_clause(codes: Codes) -> Codes:
    outside = np.logical_or.accumulate(_CLAUSE_ENDS[codes.astype(np.int64)], axis=1)
    return np.where(outside, np.uint64(0), codes)


def _bits(codes: Codes, characters: str) -> Integers:
    bits = np.zeros(len(codes), dtype=np.int64)
    for number, char in enumerate(characters):
        bits |= (codes == np.uint64(ord(char))).any(axis=1).astype(np.int64) << number
    return bits
