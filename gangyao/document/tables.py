"""Printed tables as grids of cells; offsets are code points of the raw text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a printed table: what stands in it is `source.text[raw_start:raw_end]`.

    The span has no margins and holds no mark-up at its edges; it may run over several raw lines, and is
    empty for a cell without text. `row` and `column` count from 1; a cell that spans several is counted where
    it begins. `pieces` are the spans of a cell that stands on several lines with parts of other cells between
    them, from the first at `raw_start` to the last at `raw_end`; empty for a cell of one span.
    """

    row: int
    column: int
    is_header: bool
    raw_start: int
    raw_end: int
    row_span: int = 1
    column_span: int = 1
    pieces: tuple[tuple[int, int], ...] = ()

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The spans of the raw text that the cell is made of, in the order in which they are read."""
        return self.pieces or ((self.raw_start, self.raw_end),)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is printed in the cell."""
        return self.raw_start == self.raw_end


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table: its rows from top to bottom, each with its cells from left to right.

    `raw_start`:`raw_end` is all of it with its mark-up. A row may have no cell of its own (all of them span
    it from above).
    """

    rows: tuple[tuple[Cell, ...], ...]
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with the span of the cleaned text that it became; both bounds are 0 for an empty cell.

    `breaks` are the places in the cleaned text where a printed line of the cell ends and another goes on.
    """

    cell: Cell
    start: int
    end: int
    breaks: tuple[int, ...] = ()

    def text(self, cleaned: str) -> str:
        """Return what stands in the cell."""
        return cleaned[self.start : self.end]


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A printed table with the places of its cells in the cleaned text, row by row."""

    rows: tuple[tuple[PlacedCell, ...], ...]
