"""Tables that no upright rules part into cells: words in rows below heads of columns.

Such a table is known by its head: several words on one line that are called as heads of columns are (序号,
责任单位). It goes on while what is printed below stands under one head each; a line that runs under several
of them ends it. A row begins where the first column has a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.column_heads import is_header_text
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.grids import Grid, GridCell
from gangyao.ingest.printed_pages.page import hull, overlap
from gangyao.ingest.printed_pages.segments import Segment

# A head has so many words at least, of which this share are called as heads of columns are.
_FEWEST_COLUMNS = 3
_NAMED = 0.6
# Rows below it, at least, and how many of their first lines must fill half of the columns.
_FEWEST_ROWS = 2
_FILLED = 0.75
# Of the lower of two words, this share of the height stands beside the other: then they are on one line.
_BESIDE = 0.5
# A row stands no further below the one before it than this, in heights of a character.
_FARTHEST = 4.5
# A word stands beside its column by so many heights at most.
_NEAR = 2
# The next line of a table begins within so many heights of its rows.
_REACH = 1.5


@dataclass(frozen=True, slots=True)
class _Columns:
    """The stretches of x that the columns take, from left to right."""

    spans: tuple[tuple[float, float], ...]

    def of(self, segment: Segment) -> int | None:
        """Return the column that a word stands in; None for one that runs under several, or under none."""
        box = segment.box
        shared = [overlap(box.left, box.right, left, right) for left, right in self.spans]
        touched = [n for n, length in enumerate(shared) if length > 0]
        if len(touched) == 1:
            return touched[0]
        if touched:
            return None
        # A word beside all columns may still belong to the nearest one.
        gaps = [max(left - box.right, box.left - right) for left, right in self.spans]
        nearest = min(range(len(gaps)), key=gaps.__getitem__)
        return nearest if gaps[nearest] <= _NEAR * segment.size else None

    def with_line(self, line: Sequence[tuple[int, Segment]]) -> _Columns:
        """Return the columns, wide enough for the words of a line."""
        spans = list(self.spans)
        for column, segment in line:
            left, right = spans[column]
            spans[column] = min(left, segment.box.left), max(right, segment.box.right)
        return _Columns(tuple(spans))


def find_unruled(segments: Sequence[Segment]) -> list[Grid]:
    """Return the tables without upright rules among what is printed on a page, from the top down."""
    lines = _lines(segments)
    found: list[Grid] = []
    at = 0
    while at < len(lines):
        table = _table(lines, at) if _is_head(lines[at]) else None
        if table is None:
            at += 1
            continue
        grid, at = table
        found.append(grid)
    return found


def holds_heads(segment: Segment) -> bool:
    """Tell whether a segment may be the heads of several columns, which stand near each other."""
    words = segment.text.split()
    return len(words) > 1 and all(map(is_header_text, words))


def walls_of(grid: Grid) -> list[Box]:
    """Return the edges between the columns of an unruled table as upright rules, to the line below it."""
    height = (grid.box.bottom - grid.box.top) / (1 + max(cell.row for cell in grid.cells))
    return [Box(x, grid.box.top, x, grid.box.bottom + _REACH * height) for x in grid.columns[1:-1]]


def _lines(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Put words that stand beside each other on lines, each from left to right."""
    lines: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: (one.box.top, one.box.left)):
        box = segment.box
        if lines:
            other = lines[-1][0].box
            lower = min(box.bottom - box.top, other.bottom - other.top)
            if overlap(box.top, box.bottom, other.top, other.bottom) > _BESIDE * lower:
                lines[-1].append(segment)
                continue
        lines.append([segment])
    return [sorted(line, key=lambda one: one.box.left) for line in lines]


def _is_head(line: Sequence[Segment]) -> bool:
    named = sum(is_header_text(segment.text) for segment in line)
    return len(line) >= _FEWEST_COLUMNS and named >= max(2, _NAMED * len(line))


def _table(lines: Sequence[Sequence[Segment]], first: int) -> tuple[Grid, int] | None:
    """Return the table whose head is the line `first`, and the line behind it; None where none follows."""
    columns = _Columns(tuple((segment.box.left, segment.box.right) for segment in lines[first]))
    rows: list[list[list[tuple[int, Segment]]]] = [[list(enumerate(lines[first]))]]
    at = first + 1
    while at < len(lines):
        line = lines[at]
        below = min(one.box.top for one in line) - max(one.box.bottom for one in lines[at - 1])
        placed = [(column, one) for one in line if (column := columns.of(one)) is not None]
        is_apart = len({column for column, _ in placed}) < len(line)
        if is_apart or below > _FARTHEST * line[0].size or _is_prose(placed, rows, columns):
            break
        if placed[0][0] == 0:
            rows.append([placed])
        else:
            rows[-1].append(placed)
        columns = columns.with_line(placed)
        at += 1
    if len(rows) - 1 < _FEWEST_ROWS or not _begin_at_their_tops(rows[1:], len(columns.spans)):
        return None
    return _grid(rows, columns), at


def _is_prose(
    placed: Sequence[tuple[int, Segment]], rows: Sequence[Sequence[object]], columns: _Columns
) -> bool:
    """Tell whether a line is a paragraph below the table: alone under the first head, wider than that."""
    if len(placed) != 1 or placed[0][0] != 0 or len(rows) < _FEWEST_ROWS:
        return False
    left, right = columns.spans[0]
    box = placed[0][1].box
    return box.right - box.left > right - left + placed[0][1].size


def _begin_at_their_tops(rows: Sequence[Sequence[Sequence[tuple[int, Segment]]]], width: int) -> bool:
    """Tell whether rows begin at the tops of their cells: their first lines fill most of the columns.

    Cells that are centred in rows of several lines begin above and below the word of the first column; which
    row their lines belong to is not known then.
    """
    filled = sum(2 * len(row[0]) >= width for row in rows)
    columns = [{column for line in row for column, _ in line} - {c for c, _ in row[0]} for row in rows]
    return filled >= _FILLED * len(rows) and sum(map(bool, columns)) <= (1 - _FILLED) * len(rows)


def _grid(rows: Sequence[Sequence[Sequence[tuple[int, Segment]]]], columns: _Columns) -> Grid:
    """Return the grid whose edges lie left of the words of columns, and halfway between rows."""
    boxes = [hull(segment.box for line in row for _, segment in line) for row in rows]
    xs = [
        columns.spans[0][0] - 1,
        *(left - 1 for left, _ in columns.spans[1:]),
        columns.spans[-1][1] + 1,
    ]
    ys = [boxes[0].top - 1, *((a.bottom + b.top) / 2 for a, b in pairwise(boxes)), boxes[-1].bottom + 1]
    cells = tuple(
        GridCell(Box(xs[column], ys[row], xs[column + 1], ys[row + 1]), row, column)
        for row in range(len(rows))
        for column in range(len(columns.spans))
    )
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells, tuple(xs))
