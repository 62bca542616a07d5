"""Tables whose cells are parted by commas, a row on a line, as spreadsheets save them.

Chinese text has commas of its own (，), and prose in English has no heads of columns above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.document.tables import PrintedTable
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.grid import Piece, count_headers, is_right_below, lay_grid, without_margins

_LINE = re.compile(r"^[^\n]*,[^\n]*,[^\n]*$", re.MULTILINE)
_CELL = re.compile(r'[ \t]*"(?P<quoted>(?:[^"\n]|"")*)"[ \t\r]*(?=,|$)|(?P<plain>[^,\n]*)')
_FEWEST_ROWS = 3


def comma_tables(text: str) -> list[PrintedTable]:
    """Return the tables that commas mark in the raw text, in its order."""
    if "," not in text:
        return []
    tables: list[PrintedTable] = []
    for rows in _runs(text):
        if len(rows) >= _FEWEST_ROWS and count_headers(rows, text):
            tables.append(lay_grid(rows, text, rows[0][0].raw_start, rows[-1][-1].raw_end, 1))
    return tables


def _runs(text: str) -> Iterator[list[list[Piece]]]:
    """Yield the rows of lines, one right below the other, with as many cells each."""
    run: list[list[Piece]] = []
    last = -1
    for line in _LINE.finditer(text):
        row = _pieces(text, *line.span())
        if run and (not is_right_below(text, last, line.start()) or len(row) != len(run[0])):
            yield run
            run = []
        run.append(row)
        last = line.end()
    if run:
        yield run


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut a row at its commas; those between quotes belong to their cell."""
    end -= len(text[start:end]) - len(text[start:end].rstrip(INVISIBLE))
    pieces: list[Piece] = []
    place = start
    while place <= end:
        cell = _CELL.match(text, place, end)
        if cell is None:
            break
        name = "plain" if cell["quoted"] is None else "quoted"
        pieces.append(Piece(*without_margins(text, *cell.span(name))))
        place = cell.end() + 1
    return pieces
