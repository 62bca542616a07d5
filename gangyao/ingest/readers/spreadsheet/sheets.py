"""What a spreadsheet shows, sheet by sheet, whatever format its file has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gangyao.ingest.errors import SeedError

# A list of 5,000 tasks in 20 columns has 100,000 cells; what holds more is a database, no document.
_MOST_CELLS = 300_000


@dataclass(frozen=True, slots=True)
class SheetCell:
    r"""A cell with text, as it is shown; lines in it end with `\n`. Row and column count from 1."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells with text, row by row.

    `merged` gives, for the upper left cell (row, column) of merged cells, the last row and column of them.
    `unknown` are the places of formulas whose values the file does not hold, `boxes` the text boxes that lie
    over the cells.
    """

    name: str
    is_hidden: bool
    cells: tuple[SheetCell, ...]
    merged: Mapping[tuple[int, int], tuple[int, int]]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unknown: tuple[str, ...] = ()
    boxes: tuple[SheetCell, ...] = ()


def column_letters(column: int) -> str:
    """Return the letters of a column, from 1: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell: B7."""
    return f"{column_letters(column)}{row}"


def checked(sheets: Iterable[Sheet], name: str) -> tuple[Sheet, ...]:
    """Return the sheets of the file `name`. Raises SeedError where they hold more cells than any document."""
    found: list[Sheet] = []
    count = 0
    for sheet in sheets:
        count += len(sheet.cells)
        check_count(count, name)
        found.append(sheet)
    return tuple(found)


def check_count(cells: int, name: str) -> None:
    """Raise SeedError for more cells than any document has."""
    if cells > _MOST_CELLS:
        what = f"holds more than {_MOST_CELLS:,} filled cells"
        raise SeedError(name, "", what, "save the sheets that are the document as a file of their own")
