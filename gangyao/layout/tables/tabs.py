"""Tables whose cells are parted by tabs, a row on a line, as spreadsheets and word processors paste them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.heading_levels import RANKED
from gangyao.chinese.headings import parse_heading
from gangyao.document.fact_labels import lone_label
from gangyao.document.tables import PrintedTable
from gangyao.layout.tables.grid import Piece, lay_grid, without_margins
from gangyao.markup.field_codes import ENTRY_FIELD

_LINE = re.compile(r"^[^\n]*\t[^\n]*$", re.MULTILINE)
# A line of so many cells is no heading or signature that a tab sets apart.
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2
# A cell of several lines that a quote opens, at the end of what has been read of its row, and its most lines.
_OPEN_QUOTE = re.compile(r'(?:^|[\t\n])"(?:[^"\t]|"")*\Z')
_MOST_LINES = 40
# Lines on which a list goes on, and their characters, at most (by hand).
_MOST_CONTINUED, _LONGEST_CONTINUED = 6, 40


def tab_tables(text: str) -> list[PrintedTable]:
    """Return the tables that tabs mark in the raw text, in its order."""
    if "\t" not in text:
        return []
    return [
        lay_grid(_aligned(rows, text), text, rows[0][0].raw_start, rows[-1][-1].raw_end)
        for rows in _runs(text)
        if len(rows) >= _FEWEST_ROWS and _is_table(rows, text)
    ]


def _aligned(rows: list[list[Piece]], text: str) -> list[list[Piece]]:
    """Give a row the empty cells that it begins with: the class that the row above names goes on.

    Tabs before the first cell are empty cells where with them the row is as wide as the widest.
    """
    widest = max(map(len, rows))
    return [[*_empty_before(row, text, widest), *row] for row in rows]


def _empty_before(row: list[Piece], text: str, widest: int) -> list[Piece]:
    first = row[0].raw_start
    tabs = [at for at in range(text.rfind("\n", 0, first) + 1, first) if text[at] == "\t"]
    return [Piece(at, at) for at in tabs] if len(tabs) + len(row) == widest else []


def _runs(text: str) -> Iterator[list[list[Piece]]]:
    """Yield the rows of lines with tabs that stand one right below the other."""
    run: list[list[Piece]] = []
    last = -1
    for line in _LINE.finditer(text):
        if line.start() < last:
            continue  # Goes on in a cell between quotes.
        end = _continued_end(text, _quoted_end(text, *line.span()))
        row = _pieces(text, line.start(), end)
        is_next = bool(run) and _is_next(text[last : line.start()], run[-1], row)
        if run and (not is_next or len(row) < 2):
            yield run
            run = []
        if len(row) >= 2:
            run.append(row)
            last = end
    if run:
        yield run


def _quoted_end(text: str, start: int, end: int) -> int:
    """Return where a row ends: spreadsheets put a cell of several lines between quotes."""
    first = end
    for _ in range(_MOST_LINES):
        if not _OPEN_QUOTE.search(text[start:end]):
            return end
        following = text.find("\n", end + 1)
        following = len(text) if following < 0 else following
        if end >= len(text) or not text[end:following].strip():
            break
        end = following
    return first


def _continued_end(text: str, end: int) -> int:
    """Return where a row ends whose last cell stops in a list, which goes on on the lines below."""
    for _ in range(_MOST_CONTINUED):
        following = text.find("\n", end + 1)
        following = len(text) if following < 0 else following
        below = text[end:following].strip()
        if text[end - 1 : end] != "、" or not below or "\t" in below or len(below) > _LONGEST_CONTINUED:
            break
        end = following
    return end


def _is_next(gap: str, above: list[Piece], row: list[Piece]) -> bool:
    """Tell whether a row goes on the table: right below, or below blank lines with the same columns."""
    return gap.strip("\r") == "\n" or (not gap.strip() and len(row) == len(above) >= _FEWEST_CELLS)


def _is_table(rows: list[list[Piece]], text: str) -> bool:
    widest = max(map(len, rows))
    if all(lone_label(text[cell.raw_start : cell.raw_end]) is not None for row in rows for cell in row[::2]):
        return False  # What a page says of its document: 文号, 成文日期.
    if widest < _FEWEST_CELLS and not all(
        is_header_text(text[piece.raw_start : piece.raw_end]) for piece in rows[0]
    ):
        return False
    if any(
        ENTRY_FIELD.search(text, text.rfind("\n", 0, row[0].raw_start) + 1, row[-1].raw_end) for row in rows
    ):
        return False  # Entries of a table of contents, with the fields that lead to their pages.
    headings = (parse_heading(text[row[0].raw_start : row[-1].raw_end]) for row in rows)
    return not any(heading is not None and heading.family in RANKED for heading in headings)


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut a row at its tabs; tabs before its first cell and after its last are margins."""
    start, end = without_margins(text, start, end)
    pieces: list[Piece] = []
    left = start
    for right in [*(place for place in range(start, end) if text[place] == "\t"), end]:
        first, last = without_margins(text, left, right)
        if "\n" in text[first:last] and text[first] == text[last - 1] == '"':
            first, last = first + 1, last - 1
        pieces.append(Piece(first, last))
        left = right + 1
    return pieces if start < end else []
