"""From the cells of a table, row by row, to a grid: which row and column each stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gangyao.chinese.column_heads import is_header_text
from gangyao.document.tables import Cell, PrintedTable
from gangyao.layout.split import INVISIBLE
from gangyao.markup.empty_cells import NOTHING

#: A table claims no more rows or columns by one cell than any printed table has.
MOST_SPANNED = 200
# Rows of numbers below a head that no word tells, at least.
_FEWEST_NUMBERED = 2
_NUMBER = re.compile(r"[-+]?\d[\d,.]*%?")
# A row that lacks its first cells, so many at most, among rows that begin with their number.
_MOST_LACKED = 2
_SERIAL = re.compile(r"\d{1,3}[.．、]?")
_TOTAL = re.compile(r"[合总小共]\s*计.*")
_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST_REPEATED = 3
#: Marks of a heading before the first cell of a row: they are set aside.
HEADING_MARKS = re.compile(r"#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as its mark-up gives it: what it holds, and how many rows and columns it spans."""

    raw_start: int
    raw_end: int
    is_header: bool = False
    row_span: int = 1
    column_span: int = 1


def is_right_below(text: str, end: int, start: int) -> bool:
    """Tell whether the line that starts at `start` is the next one after that which ends at `end`."""
    return text[end:start].strip("\r") == "\n"


def line_end(text: str, start: int) -> int:
    """Return where the line ends that `start` stands on."""
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def without_margins(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of what stands between `start` and `end`, without blanks at its edges."""
    while start < end and text[start] in INVISIBLE:
        start += 1
    while start < end and text[end - 1] in INVISIBLE:
        end -= 1
    return start, end


def lay_grid(
    rows: Sequence[Sequence[Piece]], text: str, raw_start: int, raw_end: int, headers: int | None = None
) -> PrintedTable:
    """Give every cell its row and column, past the cells that reach down from the rows above.

    `headers` says how many rows the mark-up heads the table with; None: it says so cell by cell or not at
    all, and then the first row is one if its cells are called as heads of columns are; a row of one cell
    above it is a title.
    """
    rows = [[_emptied(piece, text) for piece in _without_marks(row, text)] for row in rows]
    rows = [row for row in rows if not row or _is_filled(row) or not _was_emptied(row, text)]
    rows = [_merged(row, text, n < (headers or 0)) for n, row in enumerate(rows)]
    if headers and all(len(row) == 1 and row[0].column_span > 1 for row in rows[:headers]):
        headers = None
    first = 0
    lacking = _lacking(rows, text)
    if headers is None:
        first = next((n for n, row in enumerate(rows) if len(row) > 1 and _is_filled(row)), 0)
        headers = 0 if any(p.is_header for row in rows for p in row) else count_headers(rows[first:], text)
    taken: dict[int, int] = {}  # column -> rows that it is still taken for
    grid: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = []
        column = 1 + lacking.get(number, 0)
        below = {place: left - 1 for place, left in taken.items() if left > 1}
        for piece in row:
            while taken.get(column, 0) > 0:
                column += 1
            width = min(piece.column_span, MOST_SPANNED)
            height = min(piece.row_span, MOST_SPANNED)
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


def _is_filled(row: Sequence[Piece]) -> bool:
    return any(piece.raw_start < piece.raw_end for piece in row)


def _was_emptied(row: Sequence[Piece], text: str) -> bool:
    return any(NOTHING.match(text, piece.raw_start) for piece in row)


def _without_marks(row: Sequence[Piece], text: str) -> Sequence[Piece]:
    """Return a row without the marks of a heading before its first cell."""
    if not row:
        return row
    marks = HEADING_MARKS.match(text, row[0].raw_start, row[0].raw_end)
    return row if marks is None else [replace(row[0], raw_start=marks.end()), *row[1:]]


def _emptied(piece: Piece, text: str) -> Piece:
    if NOTHING.fullmatch(text, piece.raw_start, piece.raw_end):
        return replace(piece, raw_end=piece.raw_start)
    return piece


def _merged(row: Sequence[Piece], text: str, is_head: bool) -> Sequence[Piece]:
    """Return a row as one cell where mark-up without spans repeats that cell for each column of the table.

    In the head of a table, a title stands alone over its columns, or is repeated too.
    """
    if len(row) < _FEWEST_REPEATED or any(piece.column_span > 1 for piece in row):
        return row
    printed = [text[piece.raw_start : piece.raw_end] for piece in row]
    is_title = is_head and printed[0] != "" and not any(printed[1:])
    if not is_title and (len(set(printed)) > 1 or not _HAN.search(printed[0])):
        return row
    return [replace(row[0], column_span=len(row))]


def _lacking(rows: Sequence[Sequence[Piece]], text: str) -> dict[int, int]:
    """Return how many cells rows lack at their beginning, by the number of the row, where any does.

    Where a table goes on overleaf, programs lose what stands in the first columns above.
    """
    if any(piece.row_span > 1 or piece.column_span > 1 for row in rows for piece in row):
        return {}
    widest = max(map(len, rows), default=0)
    body = [(n, row) for n, row in enumerate(rows, 1) if len(row) > 1]
    short = [(n, row) for n, row in body if len(row) < widest and not _begins_with(_SERIAL, row, text)]
    short = [(n, row) for n, row in short if not _begins_with(_TOTAL, row, text)]
    whole = [row for _, row in body if len(row) == widest]
    counted = sum(_begins_with(_SERIAL, row, text) for row in whole)
    # The head has no number.
    if not short or not counted or counted < len(whole) - 1:
        return {}
    return {n: widest - len(row) for n, row in short if widest - len(row) <= _MOST_LACKED}


def _begins_with(form: re.Pattern[str], row: Sequence[Piece], text: str) -> bool:
    return form.fullmatch(text, row[0].raw_start, row[0].raw_end) is not None


def count_headers(rows: Sequence[Sequence[Piece]], text: str) -> int:
    """Return how many rows head a table whose mark-up does not say so."""
    if not rows:
        return 0
    printed = [[text[piece.raw_start : piece.raw_end] for piece in row] for row in rows]
    return head_rows(printed, [piece.row_span for piece in rows[0]])


def head_rows(rows: Sequence[Sequence[str]], spans: Sequence[int]) -> int:
    """Return how many rows of a table are its head, by what they say; `spans` are those of its first row.

    None where the cells of the first row are neither called as heads of columns are nor stand over numbers
    alone, else as many as they span.
    """
    first, count = rows[0], len(rows)
    if count < 2 or not first:
        return 0
    named = sum(is_header_text(one) for one in first if one)
    filled = len([one for one in first if one])
    is_named = (named >= 2 or named >= filled) and 2 * named >= len(first)
    return min(max(spans), count - 1) if is_named or _stands_over_numbers(rows) else 0


def _stands_over_numbers(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether words stand over columns of numbers, in all columns but the first or nearly so."""
    first, body = rows[0], rows[1:]
    if len(body) < _FEWEST_NUMBERED or len(first) < 2 or any(len(row) != len(first) for row in body):
        return False
    if any(_NUMBER.fullmatch(one) or not one for one in first):
        return False
    over = sum(all(_NUMBER.fullmatch(row[n]) for row in body) for n in range(1, len(first)))
    return 2 * over >= len(first) - 1 and not any(_NUMBER.fullmatch(row[0]) for row in body)
