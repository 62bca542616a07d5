"""Tables in OTSL, the language in which models that read pages tell a table: `<fcel>text<ecel><nl>`.

After "Optimized Table Structure Language" (Lysak et al., 2023, arXiv:2305.03393): a token for each place of
the grid, `<nl>` behind each row. A cell that spans says so by tokens beside (`<lcel>`), below (`<ucel>`), and
beside and below (`<xcel>`) the place where its words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from gangyao.document.tables import PrintedTable
from gangyao.layout.tables.grid import MOST_SPANNED, Piece, lay_grid, line_end, without_margins

#: What ends a row.
ROW_END = "<nl>"
_TOKEN = re.compile(r"</?otsl>|<(?P<place>fcel|ecel|lcel|ucel|xcel|ched|rhed|srow|nl)>")
_HEADERS = frozenset(("ched", "rhed"))
_LEFT, _UP = "lcel", "ucel"
_SPANNED = frozenset((_LEFT, _UP, "xcel"))


class _Place(NamedTuple):
    """A place of the grid: its token, and where what it holds begins and ends."""

    name: str
    start: int
    end: int


def otsl_tables(text: str) -> list[PrintedTable]:
    """Return the tables that tokens of OTSL mark in the raw text, in its order."""
    if ROW_END not in text:
        return []
    tables: list[PrintedTable] = []
    for start, end, rows in _runs(text):
        if any(len(row) > 1 for row in rows):
            tables.append(lay_grid([_pieces(rows, n) for n in range(len(rows))], text, start, end))
    return tables


def _runs(text: str) -> Iterator[tuple[int, int, list[list[_Place]]]]:
    """Yield each table: where its first token begins and its last one ends, and its rows."""
    start = end = -1
    rows: list[list[_Place]] = []
    row: list[_Place] = []
    tokens = list(_TOKEN.finditer(text))
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        # Words behind the end of a row are outside of the table.
        if start >= 0 and not row and text[end : token.start()].strip():
            yield start, end, rows
            start, rows = -1, []
        if start < 0:
            start = token.start()
        end = token.end()
        name = token["place"]
        if name == "nl":
            rows.append(row)
            row = []
        elif name is not None:
            # What a lost token behind it would have closed ends with the line.
            last = following.start() if following is not None else line_end(text, end)
            end = last if following is None else end
            row.append(_Place(name, *without_margins(text, token.end(), last)))
    if start >= 0:
        yield start, end, [*rows, row] if row else rows


def _pieces(rows: Sequence[Sequence[_Place]], number: int) -> list[Piece]:
    """Return the cells of a row: a place that another cell spans is none, unless words stand there."""
    row = rows[number]
    following = rows[number + 1 : number + MOST_SPANNED]
    return [
        Piece(
            place.start,
            place.end,
            place.name in _HEADERS,
            1 + _spanned((below[n].name if n < len(below) else "" for below in following), _UP),
            1 + _spanned((beside.name for beside in row[n + 1 : n + MOST_SPANNED]), _LEFT),
        )
        for n, place in enumerate(row)
        if place.name not in _SPANNED or place.start < place.end
    ]


def _spanned(names: Iterator[str], token: str) -> int:
    """Return how many of the places that follow a cell are spanned by it."""
    return sum(1 for _ in takewhile(token.__eq__, names))
