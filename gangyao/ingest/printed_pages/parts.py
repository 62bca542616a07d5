"""Parts of pages, and how a table's part on one page goes on its part on the page before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import Box, Role
from gangyao.ingest.printed_pages.columns import Column
from gangyao.ingest.printed_pages.grids import Grid, GridCell
from gangyao.ingest.printed_pages.segments import Segment

#: The rules of two parts of a table on two pages stand at the same places within so many points.
SAME_COLUMNS = 4.0
# Such a part has so many of them at least, the right edge of the table among them.
_FEWEST_LEFT = 3
# On pages of other widths they stand at the same shares of the table's, within this.
_SAME_SHARE = 0.01
# A line of a cell that ends further from its edge, in heights, had room for what follows.
_HAD_ROOM = 3.0
# What stands before the rest of a list or a sentence.
_BREAKS_OFF = "、，（《“"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one page in reading order: lines of a column, or a grid with what stands in it.

    `width` and `height` are those of the page of a grid.
    """

    page: int
    column: Column
    lines: tuple[Segment, ...]
    grid: Grid | None = None
    role: Role | None = None
    width: float = 0.0
    height: float = 0.0


def lines_of_cells(part: Part) -> list[tuple[GridCell, list[Segment]]]:
    """Return each cell of a grid with the lines that stand in it, in their order."""
    assert part.grid is not None
    by_height = sorted(range(len(part.lines)), key=lambda n: part.lines[n].middle)
    heights = [part.lines[n].middle for n in by_height]
    found = []
    for cell in part.grid.cells:
        beside = by_height[bisect_left(heights, cell.box.top) : bisect_right(heights, cell.box.bottom)]
        inside = [part.lines[n] for n in sorted(beside)]
        found.append((cell, [line for line in inside if cell.box.left <= line.across <= cell.box.right]))
    return found


def goes_on(before: Part, part: Part, head: Part | None = None) -> bool:
    """Tell whether a table is the rest of one on the page before, whose `head` it may print again.

    On one page it is that where it begins further up in the next column.
    """
    if before.grid is None or part.grid is None:
        return False
    a, b = before.grid.columns, part.grid.columns
    if part.page == before.page:
        is_next = part.grid.box.left >= before.grid.box.right - SAME_COLUMNS
        if not is_next or part.grid.box.top >= before.grid.box.top:
            return False
        b = tuple(x - b[0] + a[0] for x in b)
    elif part.page != before.page + 1:
        return False
    is_again = head is not None and len(a) == len(b) and repeated_rows(head, part) > 0
    return len(a) == len(b) and (
        part.grid.is_rest
        or is_again
        or all(abs(x - y) <= SAME_COLUMNS for x, y in zip(a, b, strict=True))
        or (abs(before.width - part.width) > SAME_COLUMNS and _are_in_proportion(a, b))
    )


def _are_in_proportion(a: Sequence[float], b: Sequence[float]) -> bool:
    """Tell whether columns are those of a table that goes on over a page of another width."""
    width, other = a[-1] - a[0], b[-1] - b[0]
    return (
        len(a) > _FEWEST_LEFT
        and min(width, other) > 0
        and all(
            abs((x - a[0]) / width - (y - b[0]) / other) <= _SAME_SHARE for x, y in zip(a, b, strict=True)
        )
    )


def with_first_columns(before: Part, part: Part) -> Part:
    """Give the rest of a table the first columns that it lacks: cells that the page cut, not drawn again."""
    if before.grid is None or part.grid is None or part.page != before.page + 1:
        return part
    a, b = before.grid.columns, part.grid.columns
    lacking = len(a) - len(b)
    if (
        lacking <= 0
        or len(b) < _FEWEST_LEFT
        or any(abs(x - y) > SAME_COLUMNS for x, y in zip(a[lacking:], b, strict=True))
    ):
        return part
    box, rows = part.grid.box, 1 + max(cell.row for cell in part.grid.cells)
    cells = [replace(cell, column=cell.column + lacking) for cell in part.grid.cells]
    cells += [
        GridCell(Box(left, box.top, right, box.bottom), 0, column, rows)
        for column, (left, right) in enumerate(pairwise(a[: lacking + 1]))
    ]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(part, grid=replace(part.grid, cells=tuple(cells), columns=a))


def repeated_rows(head: Part, part: Part) -> int:
    """Return how many rows of a table's head its part on another page prints again; never all of its rows."""
    first, rows = _row_texts(head), _row_texts(part)
    count = 0
    while count < min(len(first), len(rows)) - 1 and rows[count] == first[count] and any(rows[count]):
        count += 1
    return count


def _row_texts(part: Part) -> list[tuple[str, ...]]:
    """Return the texts of each row's cells, without blanks."""
    rows: dict[int, list[str]] = {}
    for cell, inside in lines_of_cells(part):
        rows.setdefault(cell.row, []).append("".join("".join(line.text for line in inside).split()))
    return [tuple(rows[row]) for row in sorted(rows)]


def is_rest_of_row(before: Part, part: Part, row: int) -> bool:
    """Tell whether row `row` of a table's second part is the rest of the row that the page cut.

    The first cell of a row is hardly ever empty; where it is, and what is not goes on below cells that have
    text, the row is none of its own. Nor is one with an empty cell whose others go on below cells that end
    no sentence, one of them in the midst of it; nor one whose first cell, set in the middle, the page before
    lacks.
    """
    filled = set(_last_lines(part, row))
    assert before.grid is not None
    last = max(cell.row for cell in before.grid.cells)
    above = _last_lines(before, last)
    if not filled and above:
        # The frames of cells that end with their text, drawn again.
        return True
    if filled and not filled & set(above) and (0 not in filled or not above):
        # What did not fit into the last row came to the next page whole.
        return True
    lacks_first = 0 not in above and any(cell.row == last and not cell.column for cell in before.grid.cells)
    if above and lacks_first and 0 in filled and set(above) < filled:
        return not any(ends_sentence(text) or _ends_short(before, at) for at, text in above.items())
    if not filled or not filled <= set(above):
        return False
    # Where few cells have a rest, where their lines end tells more than where no rules part the columns.
    by_lines = not before.grid.is_drawn and 2 * len(filled) <= len(above)
    if any(_ends_short(before, column, by_lines) for column in filled):
        return False
    ends = [above[column] for column in filled]
    breaks_off = any(end[-1] in _BREAKS_OFF for end in ends) and not any(map(ends_sentence, ends))
    return 0 not in filled or (breaks_off and len(filled) < len(above))


def _ends_short(part: Part, column: int, by_lines: bool = False) -> bool:
    """Tell whether the last cell of a column ends, in the midst of a sentence, with room for more.

    `by_lines`: lines that go on below tell how wide the column is.
    """
    assert part.grid is not None
    last = max(cell.row for cell in part.grid.cells)
    cells = [(cell, inside) for cell, inside in lines_of_cells(part) if cell.column == column and inside]
    going_on = [_width(line.box) for _, inside in cells for line in inside[:-1] if by_lines]
    full = max(going_on, default=None)
    for cell, inside in cells:
        if cell.row == last:
            room = min(_width(cell.box), full or _width(cell.box)) - _width(inside[-1].box)
            text = inside[-1].text
            return (
                room > _HAD_ROOM * inside[-1].size and not ends_sentence(text) and text[-1] not in _BREAKS_OFF
            )
    return False


def _width(box: Box) -> float:
    return box.right - box.left


def _last_lines(part: Part, row: int) -> dict[int, str]:
    """Return the last line of each cell of a row that has text, by its column."""
    return {
        cell.column: inside[-1].text for cell, inside in lines_of_cells(part) if cell.row == row and inside
    }
