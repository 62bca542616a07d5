"""Rows and merged cells of a table that the end of a page cut, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.printed import CellPlace, PrintedLine
from gangyao.ingest.printed_pages.parts import Part, lines_of_cells

# A cell that goes over so many rows with its rest on the next page is a merged one; over fewer, an empty cell
# there is one of its own.
_FEWEST_MERGED = 3


def with_rest_of_row(
    lines: Sequence[PrintedLine], cells: Sequence[PrintedLine], row: int
) -> list[PrintedLine]:
    """Put the lines of a row that the page cut after those of its cells on the page before."""
    joined = list(lines)
    for line in cells:
        if line.cell is not None and line.cell.row == row:
            at, is_begun = _end_of_cell(joined, line.cell)
            joined.insert(at, replace(line, joins_previous=True) if is_begun else line)
        else:
            joined.append(line)
    return joined


def _end_of_cell(lines: Sequence[PrintedLine], cell: CellPlace) -> tuple[int, bool]:
    """Return where the lines of a cell end, or would, in its row; and whether it has any."""
    row = [
        (line.cell.column, index)
        for index, line in enumerate(lines)
        if line.cell is not None and (line.cell.table, line.cell.row) == (cell.table, cell.row)
    ]
    before = [index for column, index in row if column <= cell.column]
    at = max(before) + 1 if before else min((index for _, index in row), default=len(lines))
    return at, any(column == cell.column for column, _ in row)


def merged_over_pages(
    lines: Sequence[PrintedLine], part: Part, heads: int, first: CellPlace, is_cut: bool
) -> list[PrintedLine]:
    """Let merged cells that the page cut go over the rows of their rests, which have no text.

    `first` is in the first row of the part, below its `heads`; `is_cut`: that row is the rest of one.
    """
    rests = {
        cell.column + 1: cell.row_span - is_cut
        for cell, inside in lines_of_cells(part)
        if cell.row == heads and not inside
    }
    last_row = first.row - (not is_cut)

    def grown(place: CellPlace | None) -> CellPlace | None:
        if place is None or place.table != first.table or place.row + place.row_span - 1 != last_row:
            return place
        span = place.row_span + rests.get(place.column, 0)
        return replace(place, row_span=span) if span >= _FEWEST_MERGED else place

    return [replace(line, cell=grown(line.cell)) for line in lines]
