"""What stands in the columns of a table without rules: which lines are one cell, which stand in each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from gangyao.ingest.printed_pages.segments import Segment

#: Half of the height of a line without the room around it, in widths of a Han character.
HALF = 0.45
# A line of a cell ends no further from its column's edge where the next one goes on it.
_WRAPS = 1.3
#: It ends this near where a number or a word that did not fit stands first on the next one.
FILLS = 2.2
#: Few other columns have words beside the second line of a cell: this share of them at most.
RARE = 0.6
# A column of figures tells of rows before others where it has this share of their words.
_MOST = 0.6
# So many numbers at least count rows.
_FEWEST_COUNTED = 2
# A figure that its cell wraps at a point: 4054. over 6.
_CUT_FIGURE = re.compile(r"-?[0-9,]+[.,]")
# Lines of a cell are so far apart where nothing tells more, and as far as others within this factor.
_USUAL_PITCH, _SAME_PITCH = 1.35, 1.08
_middle = attrgetter("middle")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands in one column, `lines` from the top down; `right` is where the column ends."""

    lines: tuple[Segment, ...]
    left: float
    right: float


def parts_figures(columns: Sequence[Stretch], y: float) -> bool:
    """Tell whether a height parts figures that their cells wrap at a point: 4054. and 6."""
    for column in columns:
        above = max((line for line in column.lines if line.middle < y), key=_middle, default=None)
        below = min((line for line in column.lines if line.middle > y), key=_middle, default=None)
        if above is not None and below is not None and _CUT_FIGURE.fullmatch(above.text):
            return below.text.isdecimal() and below.middle - above.box.bottom <= below.size
    return False


def line_pitch(columns: Sequence[Stretch], em: float) -> float:
    """Return how far apart the lines of a cell are, where cells have several; else how far at most."""
    room = line_room(columns, em)
    return (_USUAL_PITCH if room is None else room / em + 2 * HALF) * em


def cells_of(lines: Sequence[Segment], pitch: float) -> list[list[Segment]]:
    """Put the lines of a column together that stand as near each other as lines of a cell do."""
    cells: list[list[Segment]] = []
    for line in lines:
        if cells and line.middle - cells[-1][-1].middle <= _SAME_PITCH * pitch:
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def line_room(columns: Sequence[Stretch], em: float) -> float | None:
    """Return the room between the lines of a cell: of lines that fill their column and the next ones."""
    rooms = [
        below.middle - line.middle - 2 * HALF * em
        for column in columns
        for line, below in pairwise(column.lines)
        if column.right - line.box.right <= _WRAPS * em
        and below.box.left - column.left <= _WRAPS * em
        and line.box.right - line.box.left >= 3 * em
        and below.middle - line.middle <= 2.2 * em
        and columns_beside(below, columns, em) <= RARE * len(columns)
    ]
    return median(sorted(rooms)[: (len(rooms) + 1) // 2]) if rooms else None


def columns_beside(line: Segment, columns: Sequence[Stretch], em: float) -> int:
    """Return how many columns have words at the height of a line."""
    return sum(any(abs(one.middle - line.middle) < 0.3 * em for one in column.lines) for column in columns)


def marks_of(columns: Sequence[Stretch], em: float) -> list[Segment]:
    """Return the words of the column that has most of those whose cells have one line: a number, a date."""
    single = [
        column.lines
        for column in columns
        if column.lines
        and (
            all(line.text.strip().isascii() for line in column.lines)
            or not any(_goes_on(column, line, below, em) for line, below in pairwise(column.lines))
        )
    ]
    most = max(single, key=len, default=())
    numbers = [lines for lines in single if all(line.text.strip().isascii() for line in lines)]
    figures = max(numbers, key=len, default=())
    return list(figures if len(figures) >= _MOST * len(most) else most)


def counts_of(columns: Sequence[Stretch], em: float) -> list[Segment]:
    """Return the numbers of the rows and a word of their total; none where no column counts them."""
    return next((_with_total(column, columns, em) for column in columns if _counts(column)), [])


def _counts(column: Stretch) -> bool:
    """Tell whether the words of a column count on from the first."""
    texts = [line.text.strip() for line in column.lines]
    if len(texts) < _FEWEST_COUNTED or not all(text.isdecimal() for text in texts):
        return False
    return all(int(below) == int(above) + 1 for above, below in pairwise(texts))


def _with_total(counted: Stretch, columns: Sequence[Stretch], em: float) -> list[Segment]:
    """Return the numbers of rows, and a figure of the row of totals below them, which has none."""
    last = counted.lines[-1]
    below = [
        line
        for column in columns
        for line in column.lines
        if line.middle > last.middle + em and line.text.isascii() and columns_beside(line, columns, em) > 1
    ]
    return [*counted.lines, *below[:1]]


def _goes_on(column: Stretch, line: Segment, below: Segment, em: float) -> bool:
    """Tell whether a line of a column may go on in the one below it, which stands near."""
    room = column.right - column.left - (line.box.right - line.box.left)
    return below.middle - line.middle <= 2 * em and room <= FILLS * em


def inside(column: Stretch, top: float, bottom: float) -> list[Segment]:
    """Return the lines of a column between two heights."""
    return [line for line in column.lines if top < line.middle < bottom]
