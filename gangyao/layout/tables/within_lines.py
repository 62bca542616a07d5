"""Cells as far as their lines go: what was set aside at the edges of a line is in no cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.tables import Cell, PrintedTable
from gangyao.layout.split import RawLine


def within_lines(tables: Sequence[PrintedTable], raw: Sequence[RawLine]) -> tuple[PrintedTable, ...]:
    r"""Return the tables with cells that begin and end in the text of a line.

    Blanks that are written out (`&nbsp;`, `\u3000`) are set aside at the edges of lines; a cell that holds
    nothing else is empty.
    """
    starts = [line.start for line in raw]
    return tuple(
        replace(table, rows=tuple(tuple(_clipped(cell, raw, starts) for cell in row) for row in table.rows))
        for table in tables
    )


def _clipped(cell: Cell, raw: Sequence[RawLine], starts: Sequence[int]) -> Cell:
    if cell.pieces:
        return _of_pieces(cell, raw, starts)
    if cell.is_empty:
        return cell
    start, end = cell.raw_start, cell.raw_end
    held = raw[max(bisect_right(starts, start) - 1, 0) : bisect_left(starts, end)]
    texts = [(line.text_start, line.text_start + len(line.text)) for line in held if line.text]
    parts = [(max(a, start), min(b, end)) for a, b in texts if a < end and start < b]
    if parts and (parts[0][0], parts[-1][1]) == (start, end):
        return cell
    if not parts:
        return replace(cell, raw_end=start)
    return replace(cell, raw_start=parts[0][0], raw_end=parts[-1][1])


def _of_pieces(cell: Cell, raw: Sequence[RawLine], starts: Sequence[int]) -> Cell:
    """Return a cell of several pieces, each as far as its line goes."""
    clipped = [
        _clipped(replace(cell, raw_start=start, raw_end=end, pieces=()), raw, starts)
        for start, end in cell.pieces
    ]
    pieces = tuple((one.raw_start, one.raw_end) for one in clipped if not one.is_empty)
    if not pieces:
        return replace(cell, raw_end=cell.raw_start, pieces=())
    return replace(
        cell, raw_start=pieces[0][0], raw_end=pieces[-1][1], pieces=pieces if len(pieces) > 1 else ()
    )
