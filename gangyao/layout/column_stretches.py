"""Lines of plain text that hold a piece of every column: their pieces, and which lines belong together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gangyao.chinese.line_width import line_width
from gangyao.layout.blanks import PIECE

# Fields that tabs part: several of them, with blanks or without, are one gap.
_TABS = re.compile(r"\t(?:[ \u3000]*\t)*")
# So many half characters between two fields part columns; none is wider than so many (by hand).
_GAP, _WIDEST = 4, 70
# A stretch has so many lines without a blank in their midst in a row at most.
_MOST_OTHERS = 2
# So many half characters lie between where the lines of an uneven column begin.
_UNEVEN = 3
# No newspaper has more columns.
MOST_COLUMNS = 8
# No paragraph of a column is indented by more half characters.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: its raw offset, its first and last column in half characters, and its text."""

    start: int
    left: int
    right: int
    text: str


@dataclass(frozen=True, slots=True)
class Least:
    """What a stretch must be: so many pieces of text in each column, that go on downwards rather than across
    the gutter by so many bits on the average, and by so many bits at all.

    A few lines must say more than many do, and their columns need not begin at one place to the half
    character, where programs count digits as wide as characters.
    """

    pieces: int
    down: float
    goes_on: float
    is_uneven: bool


LONG = Least(6, 1.0, -100.0, is_uneven=False)
# By hand: cells of tables fill no column, and seldom go on in the row below.
TABBED = Least(12, 5.0, 2.0, is_uneven=False)
# By hand: two and three columns of four lines go on by 1 to 4 bits and 7 more than across, tables by none.
SHORT = Least(3, 5.0, 0.5, is_uneven=True)


def character_width(text: str) -> int:
    """Return the width of a text in half characters for a program that counts all characters alike."""
    return 2 * len(text)


#: Says how wide a text is, in half characters.
Measure = Callable[[str], int]
#: As a page prints it, and as a program counts that fills up with blanks: what comes first is meant.
MEASURES: tuple[Measure, ...] = (line_width, character_width)


def lines_of(text: str, start: int, end: int, measure: Measure = line_width) -> Iterator[list[Piece]]:
    """Yield the pieces of each line of a part of the text."""
    lines = text[start:end].split("\n")
    stops = _stops(lines, measure) if "\t" in text[start:end] else []
    place = start
    for line in lines:
        yield [
            Piece(place + found.start(), left, left + measure(printed), printed)
            for found, left in _placed(line, stops, measure)
            if (printed := found.group().rstrip())
        ]
        place += len(line) + 1


def _stops(lines: Sequence[str], measure: Measure) -> list[int]:
    """Return where each field of a text begins whose fields are parted by tabs, a column below the other.

    How far apart a program's tabs stand is known to none but the program. Fields that are wider than a column
    make none.
    """
    widths: list[int] = []
    for line in lines:
        if "\t" in line:
            fields = [measure(field.strip()) for field in _TABS.split(line)[:MOST_COLUMNS]]
            widths += [0] * (len(fields) - len(widths))
            for place, width in enumerate(fields):
                widths[place] = max(widths[place], width if width <= _WIDEST else 0)
    stops = [0]
    for width in widths:
        stops.append(stops[-1] + width + _GAP)
    return stops


def _placed(line: str, stops: Sequence[int], measure: Measure) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the pieces of a line, each with the column in which it begins."""
    at = width = field = 0
    for found in PIECE.finditer(line):
        between = line[at : found.start()]
        if "\t" in between:
            field += len(_TABS.findall(between))
            blanks = between[between.rindex("\t") + 1 :]
            width = max(width, stops[min(field, len(stops) - 1)]) + measure(blanks)
        else:
            width += measure(between)
        yield found, width
        width += measure(found.group())
        at = found.end()


def stretches(lines: Sequence[Sequence[Piece]], least: Least) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines in which lines of several pieces come again and again, parted at full lines."""
    starts = Counter(piece.left for line in lines if len(line) <= MOST_COLUMNS for piece in line[1:])
    edges = _edges(starts, least)
    if not edges:
        return
    runs: list[tuple[int, int]] = []
    first = last = -1
    others = 0
    for index, line in enumerate(lines):
        crosses = len(line) > MOST_COLUMNS or any(_holds(edges, piece) for piece in line)
        if len(line) > 1 and not crosses:
            first = index if first < 0 else first
            last, others = index + 1, 0
        elif first >= 0 and line:
            others += 1
            if crosses or others > _MOST_OTHERS:
                runs.append((first, last))
                first = -1
    if first >= 0:
        runs.append((first, last))
    for start, end in runs:
        if sum(len(line) > 1 for line in lines[start:end]) >= least.pieces:
            yield start, _with_tail(lines, start, end)


def _edges(starts: Counter[int], least: Least) -> list[int]:
    """Return where columns begin, but for the first."""
    edges: list[int] = []
    last = count = 0
    for left in sorted(starts):
        if least.is_uneven and edges and left <= last + _UNEVEN:
            count += starts[left]
        elif least.is_uneven or starts[left] >= least.pieces:
            if edges and count < least.pieces:
                edges.pop()
            if least.is_uneven or not edges or left > edges[-1] + _DEEPEST:
                edges.append(left)
                count = starts[left]
        else:
            continue
        last = left
    return edges if not edges or count >= least.pieces else edges[:-1]


def _holds(edges: Sequence[int], piece: Piece) -> bool:
    """Tell whether text goes on over the place where a column begins."""
    following = bisect_right(edges, piece.left)
    return following < len(edges) and edges[following] < piece.right


def _with_tail(lines: Sequence[Sequence[Piece]], first: int, last: int) -> int:
    """Return the end of a run with the lines right below it that stand in one of its columns alone.

    One column may be longer than the others, but not twice as long.
    """
    edge = min(piece.left for line in lines[first:last] for piece in line[1:])
    end = last
    limit = min(len(lines), 2 * last - first)
    while end < limit and len(lines[end]) == 1 and not lines[end][0].left < edge <= lines[end][0].right:
        end += 1
    return end
