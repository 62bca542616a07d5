"""From the rows of parts to the cells of a table, each of one or several pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.tables import Cell, PrintedTable
from gangyao.layout.tables.wrapped.below import Below
from gangyao.layout.tables.wrapped.body import Body, Reading
from gangyao.layout.tables.wrapped.heads import Head
from gangyao.layout.tables.wrapped.printed_lines import Part, PrintedLine


def table_of(head: Head, below: Below, body: Body, reading: Reading) -> PrintedTable:
    """Return the table with the head, its rows, and the head again where a page repeats it."""
    width = len(head.columns)
    rows: list[tuple[Sequence[Sequence[Part]], bool]] = [(head.columns, True)]
    left = list(below.repeats)
    for row in reading.rows:
        while left and left[0][0] <= row.first:
            rows.append((_again(head, left.pop(0)[1]), True))
        rows.append((row.cells, False))
    end = reading.rows[-1].last
    rows += [(_again(head, lines_of), True) for place, lines_of in left if place < end]
    cells = tuple(
        _cells_of(number, parts, width, is_header=is_header)
        for number, (parts, is_header) in enumerate(rows, 1)
    )
    return PrintedTable(cells, head.lines[0].parts[0].start, body.lines[end - 1].end)


def _again(head: Head, lines: Sequence[PrintedLine]) -> list[list[Part]]:
    """Return the parts of a head that is printed again, by column."""
    same = {
        part.start: other
        for line, again in zip(head.lines, lines, strict=True)
        for part, other in zip(line.parts, again.parts, strict=True)
    }
    return [[same[part.start] for part in column] for column in head.columns]


def _cells_of(number: int, row: Sequence[Sequence[Part]], width: int, *, is_header: bool) -> tuple[Cell, ...]:
    first = min(part.start for parts in row for part in parts)
    cells = [_cell(number, column, parts, first, is_header=is_header) for column, parts in enumerate(row, 1)]
    return (replace(cells[0], column_span=width),) if len(cells) == 1 < width else tuple(cells)


def _cell(number: int, column: int, parts: Sequence[Part], first: int, *, is_header: bool) -> Cell:
    if not parts:
        return Cell(number, column, is_header, first, first)
    pieces = tuple((part.start, part.end) for part in parts)
    return Cell(
        number,
        column,
        is_header,
        pieces[0][0],
        pieces[-1][1],
        pieces=pieces if len(pieces) > 1 else (),
    )
