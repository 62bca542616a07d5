"""Where the cells of printed tables stand in the cleaned text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import pairwise

from gangyao.document.changes import Cleaned
from gangyao.document.offsets import project
from gangyao.document.tables import Cell, PlacedCell, PlacedTable, PrintedTable

# A piece of a cell that goes on may lack so many characters of the longest of its column.
_SLACK = 1
# The tag that ends a line within a cell of Markdown or HTML.
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def place_tables(cleaned: Cleaned) -> tuple[PlacedTable, ...]:
    """Return the tables of a cleaned document with the place of each cell in its text."""
    reading = cleaned.reading
    if not reading.tables:
        return ()
    pieces = sorted(reading.pieces, key=lambda piece: piece.raw_start)
    starts = [piece.raw_start for piece in pieces]
    changes = [(old[2], old[3], old[0], old[1]) for old in cleaned.changes]

    def in_reading(raw: int) -> int:
        piece = pieces[bisect_right(starts, raw) - 1]
        return raw - piece.raw_start + piece.start

    def placed(cell: Cell, filled: int) -> PlacedCell:
        if cell.is_empty:
            return PlacedCell(cell, 0, 0)
        first, last = in_reading(cell.raw_start), in_reading(cell.raw_end - 1) + 1
        start, end = trimmed(cleaned.text, *project(first, last, changes))
        lines = piece_starts(cell, filled) if cell.pieces else line_starts(first, last)
        inside = [project(at, at, changes)[1] for at in lines]
        return PlacedCell(cell, start, end, tuple(at for at in inside if start < at < end))

    in_order = [piece.start for piece in reading.pieces]
    tagged = [
        change[3]
        for edit, change in zip(cleaned.corrections, cleaned.changes, strict=True)
        if _BREAK.search(edit.before)
    ]

    def line_starts(first: int, last: int) -> list[int]:
        """Return where printed lines begin between two places of the reading text, tags of HTML included."""
        return sorted(
            at
            for places in (in_order, tagged)
            for at in places[bisect_right(places, first) : bisect_left(places, last)]
        )

    def piece_starts(cell: Cell, filled: int) -> list[int]:
        """Return where pieces begin behind one that leaves its line unfilled: there the cell ends a line."""
        return [
            in_reading(below)
            for (start, end), (below, _) in pairwise(cell.pieces)
            if end - start < filled - _SLACK
        ]

    return tuple(_placed_table(table, placed) for table in reading.tables)


def _placed_table(table: PrintedTable, placed: Callable[[Cell, int], PlacedCell]) -> PlacedTable:
    """Return a table with its cells placed; these are told how long the longest piece of their column is."""
    filled: dict[int, int] = {}
    for cell in (cell for row in table.rows for cell in row if cell.pieces):
        filled[cell.column] = max(filled.get(cell.column, 0), *(end - start for start, end in cell.pieces))
    return PlacedTable(
        tuple(tuple(placed(cell, filled.get(cell.column, 0)) for cell in row) for row in table.rows)
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
