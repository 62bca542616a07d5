"""What recognition repeats without end: a clause, or a few in turn, three times and more in a row.

Models that read a page as language run into such loops. What stood in their place is lost, and one copy may
be right: the copies after the first are doubted, never removed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings

DETECTOR = "loop"
_REASON = "the same words {copies} times in a row: recognition may have looped, and lost what stood here"
_MARKS = "，。；！？、\n"
_MARK = re.compile(f"[{_MARKS}]+")
_IS_MARK = np.zeros(0x10000, dtype=np.bool_)
_IS_MARK[list(map(ord, _MARKS))] = True
# A shorter clause is said again on purpose (对，对，对), as are fewer copies.
_SHORTEST = 4
_COPIES = 3
# Clauses that may take turns in a loop.
_MOST_IN_TURN = 3


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    start: int
    end: int


def find_loops(scan: Scan) -> Findings:
    """Doubt the copies of each loop, block by block."""
    if not _may_loop(scan):
        return NOTHING
    clauses = _clauses(scan.text)
    doubts: list[Doubt] = []
    index = 0
    while index < len(clauses):
        turn, copies = _loop_at(clauses, index)
        if copies < _COPIES:
            index += 1
            continue
        last = index + turn * copies
        reason = _REASON.format(copies=copies)
        doubts += _by_block(scan.text, clauses[index + turn].start, clauses[last - 1].end, reason)
        index = last
    return Findings([], doubts)


def _may_loop(scan: Scan) -> bool:
    """Tell whether clauses of one length, first and last character stand as often in a row as in a loop.

    Most texts are done with this question.
    """
    points = scan.points.astype(np.int64)
    (marks,) = np.nonzero(_IS_MARK[np.minimum(points, 0xFFFF)])
    starts, ends = np.append(0, marks + 1), np.append(marks, len(points))
    filled = ends > starts
    starts, ends = starts[filled], ends[filled]
    clauses = ((ends - starts) << 42) | (points[starts] << 21) | points[ends - 1]
    for turn in range(1, _MOST_IN_TURN + 1):
        same = clauses[:-turn] == clauses[turn:]
        wanted = turn * (_COPIES - 1)
        if len(same) >= wanted and bool(
            np.lib.stride_tricks.sliding_window_view(same, wanted).all(axis=1).any()
        ):
            return True
    return False


def _clauses(text: str) -> list[_Clause]:
    found: list[_Clause] = []
    start = 0
    for mark in _MARK.finditer(text):
        if mark.start() > start:
            found.append(_Clause(text[start : mark.start()], start, mark.end()))
        start = mark.end()
    if start < len(text):
        found.append(_Clause(text[start:], start, len(text)))
    return found


def _loop_at(clauses: list[_Clause], index: int) -> tuple[int, int]:
    """Return how many clauses take turns from `index` on, and how often; (1, 1) where none does."""
    for turn in range(1, _MOST_IN_TURN + 1):
        unit = [clause.text for clause in clauses[index : index + turn]]
        if sum(map(len, unit)) < _SHORTEST * turn:
            continue
        copies = 1
        while [
            clause.text for clause in clauses[index + copies * turn : index + (copies + 1) * turn]
        ] == unit:
            copies += 1
        if copies >= _COPIES:
            return turn, copies
    return 1, 1


def _by_block(text: str, start: int, end: int, reason: str) -> list[Doubt]:
    """Return a doubt for each block that a span touches, without the marks at its end."""
    doubts = []
    for block in re.finditer("[^\n]+", text[start:end]):
        doubts.append(Doubt(start + block.start(), start + block.end(), None, reason, DETECTOR))
    return doubts
