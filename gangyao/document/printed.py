"""What a reader of files knows of each line that it gives: page, box, cell, role.

A plain text file says nothing of the kind. Everything is stated line by line, beside the raw text, so that
the text stays what the ledger proves and each published character can be traced to page and box.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What a reader knows a line to be by its place, size, tag or style: page furniture (running head, page
#: number, navigation), a line of a printed table of contents, a heading, a note at the foot of a page, a line
#: of a box; `text` where the reader knows that it is none of these, None where it does not know.
Role = Literal["furniture", "contents", "heading", "note", "box", "text"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page. Left to right, top to bottom, from the page's upper left corner.

    In points (1/72 inch) for pages of a PDF or OFD file, in pixels for a picture.
    """

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class CellPlace:
    """The cell of a printed table that a line stands in.

    `table` counts the tables of a file, `row` and `column` the rows and columns of a table, all from 1; a
    merged cell has the row and column of its upper left corner. `is_header`: the file marks it as a header.
    """

    table: int
    row: int
    column: int
    is_header: bool = False
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where a line stands in a spreadsheet: the name of the sheet, and that of the cell (B7).

    `cell` is None for the name of the sheet itself. `is_hidden`: the file hides its sheet, row or column.
    """

    sheet: str
    cell: str | None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of the text that a reader took from a file, without a line end.

    `page` counts from 1, None where the kind of file has no pages. `size` is the height of its characters in
    the unit of the box. `joins_previous` tells whether the line goes on the paragraph of the line before it;
    None where the reader cannot tell. `level` is the rank of a heading (1: highest), 0 where unknown.
    `scores` are a recogniser's certainties, between 0 and 1, of each character of a picture's line; empty for
    a file that holds the characters themselves. `sheet` is the place of a line of a spreadsheet.
    """

    text: str
    page: int | None = None
    box: Box | None = None
    size: float | None = None
    role: Role | None = None
    level: int = 0
    cell: CellPlace | None = None
    joins_previous: bool | None = None
    scores: tuple[float, ...] = ()
    sheet: SheetPlace | None = None

    @property
    def score(self) -> float | None:
        """The mean certainty of the line, None where nothing was recognised."""
        return sum(self.scores) / len(self.scores) if self.scores else None
