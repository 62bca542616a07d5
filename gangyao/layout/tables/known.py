"""Tables whose cells readers gave: ruled ones of a PDF, those of web pages and Word documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from gangyao.document.printed import CellPlace
from gangyao.document.source import Source
from gangyao.document.tables import Cell, PrintedTable
from gangyao.layout.known import Known
from gangyao.layout.split import RawLine
from gangyao.layout.tables.grid import HEADING_MARKS, head_rows


def text_tables(tables: Sequence[PrintedTable], source: Source) -> tuple[PrintedTable, ...]:
    """Return those of the tables that stand in plain text: what looks like mark-up in other files is none."""
    files = [file for file in source.files if file.lines]
    return tuple(
        table
        for table in tables
        if not any(file.raw_start <= table.raw_start < file.raw_end for file in files)
    )


def in_text_files(places: Sequence[int], source: Source) -> list[int]:
    """Return those of the raw offsets that lie in plain text: readers cut the lines of other files."""
    files = [file for file in source.files if file.lines]
    return [place for place in places if not any(f.raw_start <= place < f.raw_end for f in files)]


def with_known_tables(
    marked: Sequence[PrintedTable], raw: Sequence[RawLine], known: Known
) -> tuple[PrintedTable, ...]:
    """Add the tables that readers gave to those that are marked, in the order of the raw text."""
    lines = [
        (line, printed.cell)
        for line, printed in zip(raw, known, strict=True)
        if printed is not None and printed.cell is not None
    ]
    tables = [
        _table(list(of_table))
        for _, of_table in groupby(lines, key=lambda one: (one[0].source_file, one[1].table))
    ]
    return tuple(sorted([*marked, *tables], key=lambda table: table.raw_start))


def _table(lines: Sequence[tuple[RawLine, CellPlace]]) -> PrintedTable:
    cells: dict[int, list[Cell]] = {}
    texts: dict[tuple[int, int], str] = {}
    for (row, _), group in groupby(lines, key=lambda one: (one[1].row, one[1].column)):
        of_cell = list(group)
        place = of_cell[0][1]
        texts[place.row, place.column] = "".join(line.text for line, _ in of_cell)
        marks = HEADING_MARKS.match(of_cell[0][0].text) if row not in cells else None
        cells.setdefault(row, []).append(
            Cell(
                place.row,
                place.column,
                place.is_header,
                of_cell[0][0].text_start + (marks.end() if marks else 0),
                of_cell[-1][0].text_start + len(of_cell[-1][0].text),
                place.row_span,
                place.column_span,
            )
        )
    rows = [cells[row] for row in sorted(cells)]
    if not any(cell.is_header for row in rows for cell in row):
        rows = _with_head(rows, texts)
    return PrintedTable(tuple(map(tuple, rows)), lines[0][0].start, lines[-1][0].end)


def _with_head(rows: list[list[Cell]], texts: Mapping[tuple[int, int], str]) -> list[list[Cell]]:
    """Call the rows a head that are one, where the file does not say so: few pages of the web do.

    A row of one cell above it is the title of the table.
    """
    first = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))
    if first == len(rows):
        return rows
    printed = [[texts[cell.row, cell.column] for cell in row] for row in rows[first:]]
    count = head_rows(printed, [cell.row_span for cell in rows[first]])
    return [
        [replace(cell, is_header=True) for cell in row] if first <= n < first + count else row
        for n, row in enumerate(rows)
    ]
