"""Tables whose cells are parted by commas, a row on a line, as spreadsheets save them.

Chinese text has commas of its own (，), and prose in English has no heads of columns above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.document.tables import PrintedTable
from gangyao.layout.tables.grid import (
    Piece,
    count_headers,
    is_right_below,
    lay_grid,
    line_end,
    without_margins,
)

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
# A cell between quotes may hold lines of its own, so long at most (by hand).
_CELL = re.compile(
    r'[ \t]*"(?P<quoted>(?:[^"]|""){0,2000}+)"[ \t\r]*(?=,|$)|(?P<plain>[^,\n]*)', re.MULTILINE
)


def comma_tables(text: str) -> list[PrintedTable]:
    """Return the tables that commas mark in the raw text, in its order.

    Rows above and below a table that hold their first cell alone are a title and notes.
    """
    if "," not in text:
        return []
    tables: list[PrintedTable] = []
    for run in _runs(text):
        rows = _without_notes(run)
        if len(rows) >= _FEWEST_ROWS and count_headers(rows, text):
            tables.append(lay_grid(rows, text, rows[0][0].raw_start, rows[-1][-1].raw_end, 1))
    return tables


def _without_notes(rows: Sequence[list[Piece]]) -> Sequence[list[Piece]]:
    filled = [n for n, row in enumerate(rows) if any(cell.raw_start < cell.raw_end for cell in row[1:])]
    return rows[filled[0] : filled[-1] + 1] if filled else []


def _runs(text: str) -> Iterator[list[list[Piece]]]:
    """Yield the rows, one right below the other, with as many cells each."""
    run: list[list[Piece]] = []
    last = -1
    place = 0
    while place < len(text):
        row: list[Piece] = []
        end = line_end(text, place)
        if text.find(",", place, end) >= 0:
            row, end = _row(text, place)
        if run and (not is_right_below(text, last, place) or len(row) != len(run[0])):
            yield run
            run = []
        if len(row) >= _FEWEST_CELLS:
            run.append(row)
            last = end
        place = end + 1
    if run:
        yield run


def _row(text: str, start: int) -> tuple[list[Piece], int]:
    """Cut a row at its commas, and tell where it ends; commas and line ends between quotes are in a cell."""
    pieces: list[Piece] = []
    place = start
    while (cell := _CELL.match(text, place)) is not None:
        name = "plain" if cell["quoted"] is None else "quoted"
        pieces.append(Piece(*without_margins(text, *cell.span(name))))
        if not text.startswith(",", cell.end()):
            break
        place = cell.end() + 1
    return pieces, line_end(text, pieces[-1].raw_end)
