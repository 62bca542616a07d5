"""The lines below a head with what is known of them, and the rows that they are read as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from gangyao.layout.tables.wrapped.aligned import Columns
from gangyao.layout.tables.wrapped.printed_lines import Part, PrintedLine

#: What stands before a line: a rule, a blank line, or nothing.
Edge = Literal["rule", "blank", "none"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first line and the one behind its last, and the parts of each of its cells.

    `offsets` are the lines of the row above each cell. `is_title`: a line over all columns.
    """

    first: int
    last: int
    cells: tuple[tuple[Part, ...], ...]
    offsets: tuple[int, ...] = ()
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """The lines below a head, with what is known of them.

    `columns` are those of the parts of each line, None where it is not known; `edges` tells what stands
    before each line. `titles` are the lines that may stand over rows. `is_ruled`: a rule parts all rows.
    """

    lines: Sequence[PrintedLine]
    columns: Sequence[Columns | None]
    edges: Sequence[Edge]
    titles: frozenset[int]
    is_ruled: bool

    def columns_of(self, line: int, width: int) -> Columns | None:
        """Return the columns of the parts of a line, where they are known: also by their number."""
        known = self.columns[line]
        if known is None and len(self.lines[line].parts) == width:
            return tuple(range(width))
        return known


@dataclass(frozen=True, slots=True)
class Reading:
    """Rows of a table, and how well they read, in bits."""

    rows: tuple[Row, ...]
    bits: float


def is_wrapped(rows: Sequence[Row]) -> bool:
    """Tell whether a cell of the rows stands on several lines."""
    return any(row.last - row.first > 1 for row in rows)
