"""Where a page cuts a table: rows drawn empty there, and a row that the next page prints once more.

Programs that turn web pages into PDFs cut what they have painted: a row that does not fit is painted at the
end of the page, seen there in part or not at all, and again on the next one, whole. Its frame may stay there
without text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.ingest.printed_pages.grids import Grid, GridCell
from gangyao.ingest.printed_pages.parts import (
    Part,
    goes_on,
    lines_of_cells,
    repeated_rows,
    with_first_columns,
)

# A row is printed once more where so many of its cells have the same text: one of 无 may follow another.
_FEWEST_ALIKE = 2


def with_mended_seams(parts: Sequence[Part]) -> list[Part]:
    """Return the parts; rows that only the ends of pages make are taken out of tables, their text aside."""
    mended: list[Part] = []
    last: int | None = None
    head: Part | None = None
    for part in parts:
        if part.role is not None:
            mended.append(part)
            continue
        if part.grid is None:
            last = None
        elif not part.grid.is_table:
            last = len(mended)
        else:
            before = mended[last] if last is not None else None
            if before is None or head is None or not _goes_on(before, part, head):
                head = part
            elif part.page != before.page and last is not None:
                mended[last] = before = _without_empty_end(before)
                part = _without_empty_start(part)
                part, again = _without_row_again(before, part, repeated_rows(head, part))
                mended += again
            last = len(mended)
        mended.append(part)
    return mended


def _goes_on(before: Part, part: Part, head: Part) -> bool:
    whole = with_first_columns(before, part)
    return before.grid is not None and before.grid.is_table and goes_on(before, whole, head)


def _texts(part: Part) -> list[tuple[GridCell, str]]:
    return [
        (cell, "".join("".join(line.text for line in inside).split()))
        for cell, inside in lines_of_cells(part)
    ]


def _rows(grid: Grid) -> int:
    return max(cell.row + cell.row_span for cell in grid.cells)


def _without_empty_end(part: Part) -> Part:
    """Leave out the last rows of a table's part that have no text, but for its first row."""
    assert part.grid is not None
    rows, filled = _rows(part.grid), _filled_rows(part)
    first = max((row + 1 for row in filled), default=rows)
    return replace(part, grid=_without_rows(part.grid, max(first, 1), rows))


def _without_empty_start(part: Part) -> Part:
    """Leave out the first rows of a table's part that have no text."""
    assert part.grid is not None
    return replace(part, grid=_without_rows(part.grid, 0, min(_filled_rows(part), default=0)))


def _filled_rows(part: Part) -> set[int]:
    """Return the rows with text, what merged cells say aside; one that has no other cells counts as one."""
    texts = _texts(part)
    own = {cell.row for cell, _ in texts if cell.row_span == 1}
    assert part.grid is not None
    return {cell.row for cell, text in texts if text and cell.row_span == 1} | (
        set(range(_rows(part.grid))) - own
    )


def _without_row_again(before: Part, part: Part, heads: int) -> tuple[Part, list[Part]]:
    """Take out the row below the `heads` of a part that is the last one of the part before."""
    assert before.grid is not None
    assert part.grid is not None
    last = _rows(before.grid) - 1
    covering = {
        cell.column: (cell.row_span, text)
        for cell, text in _texts(before)
        if cell.row <= last < cell.row + cell.row_span
    }
    row = [(cell, text) for cell, text in _texts(part) if cell.row == heads]
    if _rows(part.grid) <= heads + 1 or {cell.column for cell, _ in row} != set(covering):
        return part, []
    alike = 0
    for cell, text in row:
        span, above = covering[cell.column]
        if text != above and (text or max(span, cell.row_span) == 1):
            return part, []
        alike += bool(text)
    if alike < _FEWEST_ALIKE:
        return part, []
    inside = [line for cell, lines in lines_of_cells(part) if cell.row == heads for line in lines]
    kept = tuple(line for line in part.lines if line not in inside)
    grid = _without_rows(part.grid, heads, heads + 1)
    again = Part(part.page, part.column, tuple(inside), role="furniture")
    return replace(part, lines=kept, grid=grid), [again]


def _without_rows(grid: Grid, first: int, end: int) -> Grid:
    """Return a grid without the rows from `first` to before `end`; cells that go over some are shorter."""
    cells: list[GridCell] = []
    for cell in grid.cells:
        rows = [row for row in range(cell.row, cell.row + cell.row_span) if not first <= row < end]
        if rows:
            row = rows[0] - (end - first if rows[0] >= end else 0)
            cells.append(replace(cell, row=row, row_span=len(rows)))
    return replace(grid, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))
