"""Tables in HTML, as MinerU, marker and docling print them: a tag a line, or a whole table on one line.

The mark-up need not be whole: a page may begin or end inside a table, and end tags may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gangyao.document.tables import PrintedTable
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.grid import Piece, lay_grid, line_end, without_margins

_TOKEN = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th|caption)\b([^<>]{0,400})>", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>|<!--.*?-->", re.DOTALL)


@dataclass(slots=True)
class _Reader:
    """A table while it is read.

    `cell` is where the content of the open cell begins, -1 where none is open; `end` where its last tag ends.
    """

    start: int
    rows: list[list[Piece]] = field(default_factory=list)
    cell: int = -1
    is_header: bool = False
    row_span: int = 1
    column_span: int = 1
    in_row: bool = False
    end: int = 0

    def open_row(self) -> None:
        self.rows.append([])
        self.in_row = True

    def open_cell(self, start: int, is_header: bool, attributes: str) -> None:
        if not self.in_row:
            self.open_row()
        spans = {name.lower(): max(int(number), 1) for name, number in _SPAN.findall(attributes)}
        self.cell, self.is_header = start, is_header
        self.row_span, self.column_span = spans.get("row", 1), spans.get("col", 1)

    def close_cell(self, text: str, end: int) -> None:
        if self.cell >= 0:
            start, end = content(text, self.cell, end)
            self.rows[-1].append(Piece(start, end, self.is_header, self.row_span, self.column_span))
            self.cell = -1


def html_tables(text: str) -> list[PrintedTable]:
    """Return the tables that HTML tags mark in the raw text, in its order."""
    if "<t" not in text and "<T" not in text and "</t" not in text and "</T" not in text:
        return []
    return [
        lay_grid([row for row in reader.rows if row], text, reader.start, reader.end)
        for reader in _readers(text)
        if any(reader.rows)
    ]


def _readers(text: str) -> Iterator[_Reader]:
    """Read the tags of tables one after the other."""
    reader: _Reader | None = None
    for token in _TOKEN.finditer(text):
        name, closes = token[2].lower(), token[1] == "/"
        if reader is not None and _is_left(reader, text, token.start()):
            yield reader
            reader = None
        if reader is None:
            if closes and name == "table":
                continue
            reader = _Reader(token.start())
        _take(reader, token, name, closes, text)
        reader.end = token.end()
        if closes and name == "table":
            yield reader
            reader = None
    if reader is not None:
        if reader.cell >= 0:
            reader.end = line_end(text, reader.cell)
            reader.close_cell(text, reader.end)
        yield reader


def _take(reader: _Reader, token: re.Match[str], name: str, closes: bool, text: str) -> None:
    """Let one tag act on the table."""
    reader.close_cell(text, token.start())
    if name in ("td", "th"):
        if not closes:
            reader.open_cell(token.end(), name == "th", token[3])
    elif name in ("tr", "thead", "tbody", "tfoot", "table"):
        reader.in_row = False
        if name == "tr" and not closes:
            reader.open_row()


def _is_left(reader: _Reader, text: str, at: int) -> bool:
    """Tell whether words stand outside all cells before the tag at `at`: the table has ended before it.

    An end tag was lost then. A caption stands outside cells too, but before the first of them.
    """
    if reader.cell >= 0 or not any(reader.rows):
        return False
    return bool(_TAG.sub("", text[reader.end : at]).strip(INVISIBLE))


def content(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of what a cell holds, without margins and tags at its edges."""
    while True:
        start, end = without_margins(text, start, end)
        if start < end and text[start] == "<" and (tag := _TAG.match(text, start, end)):
            start = tag.end()
        elif start < end and text[end - 1] == ">" and (opened := text.rfind("<", start, end)) >= 0:
            if _TAG.fullmatch(text, opened, end) is None:
                return start, end
            end = opened
        else:
            return start, end
