"""What recognition repeats without end: a clause, or a few in turn, three times and more in a row.

Models that read a page as language run into such loops. What stood in their place is lost, and one copy may
be right: the copies after the first are doubted, never removed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings

DETECTOR = "loop"
_REASON = "the same words {copies} times in a row: recognition may have looped, and lost what stood here"
_MARKS = "，。；！？、\n"
_IS_MARK = np.zeros(0x10000, dtype=np.bool_)
_IS_MARK[list(map(ord, _MARKS))] = True
# A shorter clause is said again on purpose (对，对，对), as are fewer copies.
_SHORTEST = 4
_COPIES = 3
# Clauses that may take turns in a loop.
_MOST_IN_TURN = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Clauses:
    """What stands between the marks of a text: where each clause starts, and where it ends."""

    text: str
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]

    def some(self, first: int, count: int) -> list[str]:
        """Return the words of so many clauses."""
        chosen = slice(first, first + count)
        spans = zip(self.starts[chosen].tolist(), self.ends[chosen].tolist(), strict=True)
        return [self.text[start:end] for start, end in spans]

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return the span of clauses with the marks behind the last of them."""
        end = int(self.starts[stop]) if stop < len(self.starts) else len(self.text)
        return int(self.starts[first]), end


def find_loops(scan: Scan) -> Findings:
    """Doubt the copies of each loop, block by block."""
    clauses = _clauses(scan)
    likely = _likely_loops(scan, clauses)
    if not likely:
        return NOTHING
    doubts: list[Doubt] = []
    done = 0
    for index in likely:
        if index < done:
            continue
        turn, copies = _loop_at(clauses, index)
        if copies < _COPIES:
            continue
        done = index + turn * copies
        reason = _REASON.format(copies=copies)
        doubts += _by_block(scan.text, *clauses.span(index + turn, done), reason)
    return Findings([], doubts)


def _clauses(scan: Scan) -> _Clauses:
    marks = np.flatnonzero(_IS_MARK.take(scan.points, mode="clip"))
    starts, ends = np.append(0, marks + 1), np.append(marks, len(scan.points))
    filled = ends > starts
    return _Clauses(scan.text, starts[filled], ends[filled])


def _likely_loops(scan: Scan, between: _Clauses) -> list[int]:
    """Return the numbers of the clauses from which on others of their length, first and last character go on.

    Most texts have none, and are done with this question.
    """
    starts, ends = between.starts, between.ends
    sizes = ends - starts
    firsts, lasts = scan.points[starts].astype(np.int64), scan.points[ends - 1].astype(np.int64)
    clauses = (sizes << 42) | (firsts << 21) | lasts
    reached = np.append(0, np.cumsum(sizes))
    found: set[int] = set()
    for turn in range(1, _MOST_IN_TURN + 1):
        wanted = turn * (_COPIES - 1)
        same = clauses[:-turn] == clauses[turn:]
        if len(same) < wanted:
            break
        if np.count_nonzero(same) < wanted:
            continue
        loops = (reached[turn:] - reached[:-turn] >= _SHORTEST * turn)[: len(same) - wanted + 1]
        for step in range(wanted):
            loops = loops & same[step : len(loops) + step]
        found.update(np.flatnonzero(loops).tolist())
    return sorted(found)


def _loop_at(clauses: _Clauses, index: int) -> tuple[int, int]:
    """Return how many clauses take turns from `index` on, and how often; (1, 1) where none does."""
    for turn in range(1, _MOST_IN_TURN + 1):
        unit = clauses.some(index, turn)
        if sum(map(len, unit)) < _SHORTEST * turn:
            continue
        copies = 1
        while clauses.some(index + copies * turn, turn) == unit:
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
