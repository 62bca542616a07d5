"""What recognition repeats without end: a clause, or a few in turn, three times and more in a row.

Models that read a page as language run into such loops. What stood in their place is lost, and one copy may
be right: the copies after the first are doubted, never removed. So is a paragraph that comes twice, where the
first copy breaks off: models begin again at the end of a page; and lines that take turns again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import ne

import numpy as np
import numpy.typing as npt

from gangyao.cleaning.character_classes import Kind, Scan
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
# Short lines that may take turns, so often at least: three rows of a table may be alike (by hand).
_FEWEST_IN_TURN, _MOST_LINES = 2, 12
_FEWEST_TURNS = 4
_AGAIN = "the same words as those before, which break off: recognition may have read them twice"
# A title is printed again below the cover, but has no clauses. Shorter ones may begin alike on purpose.
_SHORTEST_AGAIN = 20
_CLAUSE = re.compile("[，；。]")
_HAN = re.compile("[\u4e00-\u9fff]")
# Digits that come again and again within one number: 128128128128. No code repeats itself so often (by hand).
_DIGITS = re.compile(r"(?P<unit>\d(?<![\d.].)[\d.]{0,4}\d\.?)(?P=unit){3,}[\d.]*")
_DIGITS_AGAIN = "the same digits again and again in one number: recognition may have looped"
_FINAL = frozenset("。！？；：")


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


# Paragraphs of so many characters, so many of them one after the other, come again by no chance (by hand).
_SHORTEST_REPEATED = 20
_FEWEST_REPEATED = 2
_RIGHT_AGAIN = "the paragraph before, once more: recognition may have read it twice"
_PARAGRAPH_AGAIN = "paragraphs that stand in the text before, in the same order"


def find_loops(scan: Scan) -> Findings:
    """Doubt the copies of each loop, block by block."""
    clauses = _clauses(scan)
    likely = _likely_loops(scan, clauses)
    lines = scan.text.split("\n")
    doubts = [
        *_begun_again(lines),
        *_lines_in_turn(lines),
        *_right_again(lines),
        *_paragraphs_again(lines),
        *_digits_again(scan),
    ]
    if not likely:
        return Findings([], _apart(doubts)) if doubts else NOTHING
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
    return Findings([], _apart(doubts))


def _apart(doubts: Sequence[Doubt]) -> list[Doubt]:
    """Return the doubts in order, of those that overlap the longest of the first."""
    kept: list[Doubt] = []
    for doubt in sorted(doubts, key=lambda doubt: (doubt.start, -doubt.end)):
        if not kept or kept[-1].end <= doubt.start:
            kept.append(doubt)
    return kept


def _digits_again(scan: Scan) -> Iterator[Doubt]:
    """Yield the numbers in which the same digits come again and again, but for 0 and 9999."""
    if not scan.has(Kind.DIGIT):
        return
    for found in _DIGITS.finditer(scan.text):
        if len(set(found["unit"].strip("."))) > 1:
            yield Doubt(*found.span(), None, _DIGITS_AGAIN, DETECTOR)


def _begun_again(lines: Sequence[str]) -> Iterator[Doubt]:
    """Yield the beginnings of lines that repeat the whole line before them, which breaks off."""
    start = 0
    for before, line in pairwise(lines):
        start += len(before) + 1
        if (
            len(before) >= _SHORTEST_AGAIN
            and line.startswith(before)
            and before[-1] not in _FINAL
            and _CLAUSE.search(before)
        ):
            yield Doubt(start, start + len(before), None, _AGAIN, DETECTOR)


def _paragraphs_again(lines: Sequence[str]) -> Iterator[Doubt]:
    """Yield paragraphs that stand in the text before, several in a row and one after the other there, too.

    A page that was copied twice holds them so; a paragraph that a document prints again stands alone.
    """
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    long = [(start, line) for start, line in zip(starts, lines, strict=False) if _is_paragraph(line)]
    if len({line for _, line in long}) == len(long):
        return
    first: dict[str, int] = {}
    again = [first.setdefault(line, place) for place, (_, line) in enumerate(long)]
    run: list[int] = []
    for place in range(len(long) + 1):
        goes_on = place < len(long) and again[place] < place
        if run and not (goes_on and again[place] == again[run[-1]] + 1):
            if len(run) >= _FEWEST_REPEATED:
                for start, line in map(long.__getitem__, run):
                    yield Doubt(start, start + len(line), None, _PARAGRAPH_AGAIN, DETECTOR)
            run = []
        if goes_on:
            run.append(place)


def _right_again(lines: Sequence[str]) -> Iterator[Doubt]:
    """Yield paragraphs right below themselves: whole, but for a character, or the beginning or end of it."""
    start = 0
    for before, line in pairwise(lines):
        start += len(before) + 1
        if len(line) >= _SHORTEST_REPEATED and _is_paragraph(before) and _is_copy(before, line):
            yield Doubt(start, start + len(line), None, _RIGHT_AGAIN, DETECTOR)


def _is_copy(before: str, line: str) -> bool:
    if line[0] != before[0] and not before.endswith(line):
        return False
    if before.startswith(line) or before.endswith(line):
        return True
    return len(line) == len(before) and sum(map(ne, before, line)) == 1 and before[-4:] == line[-4:]


def _is_paragraph(line: str) -> bool:
    return len(line) >= _SHORTEST_REPEATED and line[-1] in _FINAL


def _lines_in_turn(lines: Sequence[str]) -> Iterator[Doubt]:
    """Yield the lines after the first turn of several that take turns again and again."""
    often = {line for line, count in Counter(lines).items() if count >= _FEWEST_TURNS}
    if len(often) < _FEWEST_IN_TURN:
        return
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    done = 0
    for index, line in enumerate(lines):
        if index < done or line not in often:
            continue
        turn, copies = _turns_at(lines, index)
        reason = _REASON.format(copies=copies)
        for place in range(index + turn, index + turn * copies):
            yield Doubt(starts[place], starts[place] + len(lines[place]), None, reason, DETECTOR)
        done = index + turn * copies


def _turns_at(lines: Sequence[str], index: int) -> tuple[int, int]:
    """Return how many lines take turns from `index` on, and how often; (0, 0) where none do."""
    for turn in range(_FEWEST_IN_TURN, _MOST_LINES + 1):
        unit = lines[index : index + turn]
        if lines[index + turn : index + 2 * turn] != unit or not _tells_apart(unit):
            continue
        copies = 2
        while lines[index + copies * turn : index + (copies + 1) * turn] == unit:
            copies += 1
        if copies >= _FEWEST_TURNS:
            return turn, copies
    return 0, 0


def _tells_apart(unit: Sequence[str]) -> bool:
    """Tell whether lines are unlike each other, and words: signs and units of a table come again anyway."""
    return len(set(unit)) == len(unit) and all(_HAN.search(line) for line in unit)


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
    """Return a doubt for each block that a span touches, without the marks at its end.

    Of the row of a table the longest cell is doubted: nothing may be doubted over what parts two cells.
    """
    doubts = []
    for block in re.finditer("[^\n]+", text[start:end]):
        cell = max(re.finditer("[^\t]+", block[0]), key=lambda piece: len(piece[0]), default=None)
        if cell is not None:
            first = start + block.start()
            doubts.append(Doubt(first + cell.start(), first + cell.end(), None, reason, DETECTOR))
    return doubts
