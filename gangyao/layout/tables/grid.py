"""From the cells of a table, row by row, to a grid: which row and column each stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.chinese.column_heads import is_header_text
from gangyao.document.tables import Cell, PrintedTable

# A table claims no more rows or columns by one cell than any printed table has.
_MOST_SPANNED = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as its mark-up gives it: what it holds, and how many rows and columns it spans."""

    raw_start: int
    raw_end: int
    is_header: bool = False
    row_span: int = 1
    column_span: int = 1


def lay_grid(
    rows: Sequence[Sequence[Piece]], text: str, raw_start: int, raw_end: int, headers: int | None = None
) -> PrintedTable:
    """Give every cell its row and column, past the cells that reach down from the rows above.

    `headers` says how many rows the mark-up heads the table with; None: it says so cell by cell or not at
    all, and then the first row is one if its cells are called as heads of columns are; a row of one cell
    above it is a title.
    """
    first = 0
    if headers is None:
        first = next((n for n, row in enumerate(rows) if len(row) > 1), 0)
        headers = 0 if any(p.is_header for row in rows for p in row) else _headers(rows[first:], text)
    taken: dict[int, int] = {}  # column -> rows that it is still taken for
    grid: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = []
        column = 1
        below = {place: left - 1 for place, left in taken.items() if left > 1}
        for piece in row:
            while taken.get(column, 0) > 0:
                column += 1
            width = min(piece.column_span, _MOST_SPANNED)
            height = min(piece.row_span, _MOST_SPANNED)
            cells.append(
                Cell(
                    number, column, piece.is_header or first < number <= first + headers,
                    piece.raw_start, piece.raw_end, height, width,
                )
            )  # fmt: skip
            if height > 1:
                below |= dict.fromkeys(range(column, column + width), height - 1)
            column += width
        taken = below
        grid.append(tuple(cells))
    return PrintedTable(tuple(grid), raw_start, raw_end)


def _headers(rows: Sequence[Sequence[Piece]], text: str) -> int:
    """Return how many rows head a table whose mark-up does not say so."""
    if not rows:
        return 0
    printed = [text[piece.raw_start : piece.raw_end] for piece in rows[0]]
    return head_rows(printed, [piece.row_span for piece in rows[0]], len(rows))


def head_rows(first: Sequence[str], spans: Sequence[int], count: int) -> int:
    """Return how many of the `count` rows of a table are its head, by what its first row of cells says.

    None where its cells are not called as heads of columns are, else as many as the cells of it span.
    """
    if count < 2 or not first:
        return 0
    named = sum(is_header_text(one) for one in first if one)
    if named < 2 and named < len([one for one in first if one]):
        return 0
    if 2 * named < len(first):
        return 0
    return min(max(spans), count - 1)
