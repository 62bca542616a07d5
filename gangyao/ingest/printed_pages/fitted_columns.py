"""The parts of a table on two pages, one of which has fewer columns: its cells are merged over several.

A page that cuts the head of a table keeps the names of groups of columns; a last page may hold totals alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.chinese.column_heads import is_header_text
from gangyao.document.printed import PrintedLine
from gangyao.ingest.printed_pages.parts import SAME_COLUMNS, Part, lines_of_cells

# Parts that are cells merged over columns have so many edges of columns at least: two within the table.
_FEWEST_EDGES = 4
# A head that a page cuts has so many rows there at most.
_HEAD_ROWS = 3


def fitted(before: Part, part: Part, is_first: bool) -> tuple[Part, Part]:
    """Give the part of a table with fewer columns those of the other, where its own are some of these.

    `is_first`: the part before is all of its table, which may be its head alone.
    """
    if before.grid is None or part.grid is None or part.page != before.page + 1:
        return before, part
    a, b = before.grid.columns, part.grid.columns
    if len(b) < len(a):
        return before, part if _begins_with_names(part) else _finer(part, a)
    rows = 1 + max(cell.row for cell in before.grid.cells)
    if len(a) < len(b) and is_first and rows <= _HEAD_ROWS:
        return _finer(before, b), part
    return before, part


def _begins_with_names(part: Part) -> bool:
    """Tell whether the first row of a part has names of columns: another table has its own."""
    texts = ["".join(line.text for line in inside) for cell, inside in lines_of_cells(part) if cell.row == 0]
    return 2 * sum(map(is_header_text, texts)) > len(texts)


def _finer(part: Part, columns: Sequence[float]) -> Part:
    """Return a part with its cells in finer columns; as it is where its own are none of them."""
    assert part.grid is not None
    own = part.grid.columns
    at = [min(range(len(columns)), key=lambda n: abs(columns[n] - x)) for x in own]
    are_some = all(abs(columns[n] - x) <= SAME_COLUMNS for n, x in zip(at, own, strict=True))
    if not are_some or len(own) < _FEWEST_EDGES or (at[0], at[-1]) != (0, len(columns) - 1):
        return part
    cells = tuple(
        replace(
            cell,
            column=at[cell.column],
            column_span=at[cell.column + cell.column_span] - at[cell.column],
        )
        for cell in part.grid.cells
    )
    return replace(part, grid=replace(part.grid, cells=cells, columns=tuple(columns)))


def moved(lines: Sequence[PrintedLine], table: int, before: Part, after: Part) -> list[PrintedLine]:
    """Return lines with those of a table in the columns of its part as it was fitted (`after`)."""
    assert before.grid is not None
    assert after.grid is not None
    places = {
        (old.row + 1, old.column + 1): (new.column + 1, new.column_span)
        for old, new in zip(before.grid.cells, after.grid.cells, strict=True)
    }
    return [
        replace(
            line,
            cell=replace(
                line.cell,
                column=places[line.cell.row, line.cell.column][0],
                column_span=places[line.cell.row, line.cell.column][1],
            ),
        )
        if line.cell is not None and line.cell.table == table
        else line
        for line in lines
    ]
