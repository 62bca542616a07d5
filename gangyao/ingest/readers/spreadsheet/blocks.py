"""The cells of a sheet as what they are: texts above and below tables, and the tables with their cells.

Cells count only where they are shown: rows and columns without any cell that begins in them are no rows and
columns of a table, however many of them merged cells cover.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.punctuation import ends_sentence
from gangyao.ingest.readers.spreadsheet.sheets import Sheet, SheetCell

# Below a table: notes, and who filled it in.
_NOTE = re.compile(
    r"(?:注|备\s*注|附\s*注|说\s*明|填表说明|填报说明|[*＊※★△▲])(?:\s*[:：1-9１-９]|$|[*＊※★△▲])|[*＊※★△▲]"
)
_SIGNED = re.compile(
    r"(?:填\s*[表报]|制\s*表|审\s*[核批]|联系|负责|分管|主管|单位|经办|复核|上报|报送|日期|时间|电话)"
    r"[^:：]{0,10}[:：]"
)
# Above a table: who filled it in, when, in which unit.
_LABEL = re.compile(r"[（(]?[^:：]{2,12}[:：].*|.{0,4}年.{0,3}月.{0,4}")
# More rows than these do not stand between the title of a table and its head.
_MOST_ABOVE = 6
_LONG = 25
_SERIAL = re.compile(r"[0-9]{1,4}[.、)）]?")


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell that is shown, with the last row and column that it covers, both those of the sheet."""

    cell: SheetCell
    last_row: int
    last_column: int

    @property
    def is_wide(self) -> bool:
        """Tell whether it covers more than one column."""
        return self.last_column > self.cell.column


Row = tuple[PlacedCell, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Texts of cells side by side that belong to no table; `place` is that beside a table, if any."""

    cells: Row
    place: Literal["above", "below", "alone"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows from top to bottom, each with the cells that begin in it."""

    rows: tuple[Row, ...]


Block = Text | Table


def blocks_of(sheet: Sheet) -> list[Block]:
    """Return what the shown cells of a sheet are, from top to bottom."""
    blocks: list[Block] = []
    for rows in _apart(_shown_rows(sheet), sheet):
        for number, part in enumerate(_parts(rows)):
            last = blocks[-1] if blocks else None
            if number == 0 and isinstance(last, Table) and _goes_on(last, part):
                table, below = _without_notes(part)
                blocks[-1] = Table((*last.rows, *table))
                blocks += [Text(row, "below") for row in below]
            else:
                blocks += _blocks(part)
    return blocks


def hidden_cells(sheet: Sheet) -> list[SheetCell]:
    """Return the cells in hidden rows and columns; merged cells are hidden with all that they cover."""
    shown = {placed.cell for row in _shown_rows(sheet) for placed in row}
    return [cell for cell in sheet.cells if cell not in shown]


def _shown_rows(sheet: Sheet) -> list[Row]:
    placed: list[PlacedCell] = []
    for cell in sheet.cells:
        last_row, last_column = sheet.merged.get((cell.row, cell.column), (cell.row, cell.column))
        row = _first_shown(cell.row, last_row, sheet.hidden_rows)
        column = _first_shown(cell.column, last_column, sheet.hidden_columns)
        if row is not None and column is not None:
            placed.append(PlacedCell(cell, last_row, last_column))
    return [tuple(row) for _, row in groupby(placed, key=lambda one: one.cell.row)]


def _first_shown(first: int, last: int, hidden: frozenset[int]) -> int | None:
    """Return the first number from `first` to `last` that is not hidden."""
    if last - first > len(hidden):
        last = first + len(hidden)
    return next((number for number in range(first, last + 1) if number not in hidden), None)


def _apart(rows: Sequence[Row], sheet: Sheet) -> Iterator[list[Row]]:
    """Yield groups of rows between which a shown row is empty."""
    hidden = sorted(sheet.hidden_rows)
    group: list[Row] = []
    covered = 0
    for row in rows:
        number = row[0].cell.row
        between = number - covered - 1
        if group and between > bisect_left(hidden, number) - bisect_left(hidden, covered + 1):
            yield group
            group = []
        group.append(row)
        covered = max(covered, *(placed.last_row for placed in row))
    if group:
        yield group


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the parts of a group of rows that each have one head: a table may stand right below another."""
    heads = [n for n, row in enumerate(rows) if _is_head(row)]
    starts = [0]
    for before, head in pairwise(heads):
        bottom = max(placed.last_row for placed in rows[before])
        if head > before + 1 and rows[head][0].cell.row > bottom + 1:
            start = head
            while (
                start > before + 2
                and len(rows[start - 1]) == 1
                and not _is_note(rows[start - 1], rows[before])
            ):
                start -= 1
            starts.append(start)
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield list(rows[start:end])


def _is_head(row: Row) -> bool:
    """Tell whether a row heads a table, by what its cells are called."""
    named = sum(is_header_text(placed.cell.text) for placed in row)
    return named >= 2 and 2 * named >= len(row)


def _goes_on(table: Table, rows: Sequence[Row]) -> bool:
    """Tell whether rows behind an empty one are of the table above: no head, the same columns."""
    if any(map(_is_head, rows)) or len(rows[0]) < 2 or _is_signed(rows[0]):
        return False
    columns = [placed.cell.column for row in table.rows for placed in row]
    return all(min(columns) <= placed.cell.column <= max(columns) for row in rows for placed in row)


def _blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Yield the texts above a table, the table, and those below it."""
    head = _head_place(rows)
    yield from (Text(row, "above" if head < len(rows) else "alone") for row in rows[:head])
    table, below = _without_notes(rows[head:])
    if len(table) == 1 and not _is_head(table[0]):
        below = [*table, *below]
    elif table:
        yield from _side_by_side(table)
    yield from (Text(row, "below") for row in below)


def _head_place(rows: Sequence[Row]) -> int:
    """Return the place of the first row of a table; the number of rows where there is none."""
    first = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))
    named = next((n for n, row in enumerate(rows[: first + _MOST_ABOVE]) if _is_head(row)), None)
    if named is not None and all(len(row) == 1 or _is_label(row) for row in rows[:named]):
        return named
    while first < len(rows) and _is_signed(rows[first]):
        first += 1
    return first


def _is_label(row: Row) -> bool:
    labels = sum(_LABEL.fullmatch(_line(placed)) is not None for placed in row)
    return 2 * labels >= len(row)


def _is_signed(row: Row) -> bool:
    """Tell whether a row says who filled in a table, and when."""
    return all(_SIGNED.match(_line(placed)) is not None for placed in row)


def _without_notes(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows of a table, and those behind it that are notes."""
    end = len(rows)
    while end > 1 and _is_note(rows[end - 1], rows[0]):
        end -= 1
    return list(rows[:end]), list(rows[end:])


def _is_note(row: Row, head: Row) -> bool:
    if _is_signed(row):
        return True
    text = _line(row[0])
    if len(row) > 1 or row[0].cell.column > head[0].cell.column or _SERIAL.fullmatch(text):
        return False
    return bool(_NOTE.match(text)) or ends_sentence(text) or (row[0].is_wide and len(text) > _LONG)


def _side_by_side(rows: Sequence[Row]) -> Iterator[Table]:
    """Yield a table, or several where a column without cells parts them and each has a head."""
    starts: list[int] = []
    covered = 0
    for first, last in sorted((one.cell.column, one.last_column) for row in rows for one in row):
        if not starts or first > covered + 1:
            starts.append(first)
        covered = max(covered, last)
    parts = [
        [tuple(one for one in row if start <= one.cell.column < end) for row in rows]
        for start, end in zip(starts, [*starts[1:], covered + 1], strict=True)
    ]
    if len(parts) > 1 and all(part[0] and _is_head(part[0]) for part in parts):
        yield from (Table(tuple(row for row in part if row)) for part in parts)
    else:
        yield Table(tuple(rows))


def _line(placed: PlacedCell) -> str:
    return " ".join(placed.cell.text.split())
