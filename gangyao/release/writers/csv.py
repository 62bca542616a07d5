"""CSV: UTF-8, comma, line feed, a header; lists as JSON; nothing that a spreadsheet would run as a formula.

A null is an empty cell, and so is an empty text; which of the two a column can hold, its declaration says.
A text of two characters or more that begins with `=`, `+`, `-`, `@`, a tab or a carriage return would be
run as a formula by a spreadsheet: such a cell is written with an apostrophe before it, and so is one that
begins with an apostrophe. To read a text back, drop one leading apostrophe. (OWASP, CSV Injection.)
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema

ROWS_AT_ONCE = 50_000
# What a spreadsheet takes for a formula when a cell begins with it, and the mark that keeps it from that.
FORMULA_STARTS = "=+-@\t\r"
MARK = "'"
_NEEDS_QUOTES = r'[",\r\n]'
_NEEDS_MARK = r"^(?:'|[=+\-@\t\r](?s:.))"


def _cells(column: Column, values: pa.ChunkedArray) -> list[str]:
    """Return the cells of a column as they are written, quoted where they must be."""
    if column.type == "string":
        cells = pc.fill_null(values, "")
        if pc.any(pc.match_substring_regex(cells, _NEEDS_MARK)).as_py():
            cells = pa.chunked_array([[neutralised(cell) for cell in cells.to_pylist()]], pa.string())
    elif column.type == "strings":
        told = [
            "" if value is None else json.dumps(value, ensure_ascii=False) for value in values.to_pylist()
        ]
        cells = pa.chunked_array([told], pa.string())
    elif column.type == "number":
        told = ["" if value is None else repr(value) for value in values.to_pylist()]
        cells = pa.chunked_array([told], pa.string())
    else:
        cells = pc.fill_null(pc.cast(values, pa.string()), "")
    # The standard library's writer leaves a lone carriage return unquoted, and cannot read it back.
    if pc.any(pc.match_substring_regex(cells, _NEEDS_QUOTES)).as_py():
        return [_quoted(cell) for cell in cells.to_pylist()]
    return cells.to_pylist()  # type: ignore[no-any-return]


def _quoted(cell: str) -> str:
    if '"' in cell or "," in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def neutralised(value: str) -> str:
    """Return a text as it stands in a cell: with an apostrophe before it where a formula could begin."""
    if value and (value[0] == MARK or (len(value) > 1 and value[0] in FORMULA_STARTS)):
        return MARK + value
    return value


def restored(cell: str) -> str:
    """Return the text that a cell stands for."""
    return cell.removeprefix(MARK)


def write_csv(table: Table, arrow: pa.Table, path: Path) -> None:
    """Write a table; equal tables give equal bytes."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(table.column_names) + "\n")
        for start in range(0, arrow.num_rows, ROWS_AT_ONCE):
            part = arrow.slice(start, ROWS_AT_ONCE)
            columns = [_cells(column, part[column.name]) for column in table.columns]
            file.writelines(f"{','.join(row)}\n" for row in zip(*columns, strict=True))


_READ: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "strings": json.loads,
    "string": restored,
}


def _value(column: Column, cell: str) -> Any:
    if not cell:
        return "" if column.type == "string" and not column.nullable else None
    return _READ[column.type](cell)


class CsvFault(ValueError):
    """A CSV file that is not as it was written: in which line (from 1, the header), and what is wrong."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


def read_rows(table: Table, path: Path) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a CSV file as values of the declared types. Raises CsvFault."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            header = next(reader, [])
            if tuple(header) != table.column_names:
                raise CsvFault(1, f"the header is {','.join(header)!r}, not {','.join(table.column_names)!r}")
            for cells in reader:
                if len(cells) != len(table.columns):
                    raise CsvFault(
                        reader.line_num, f"the row has {len(cells)} cells, not {len(table.columns)}"
                    )
                yield tuple(_read_cells(table, cells, reader.line_num))
        except (csv.Error, UnicodeDecodeError) as error:
            raise CsvFault(reader.line_num, str(error)) from error


def _read_cells(table: Table, cells: list[str], line: int) -> Iterator[Any]:
    for column, cell in zip(table.columns, cells, strict=True):
        try:
            yield _value(column, cell)
        except (ValueError, KeyError) as error:
            raise CsvFault(line, f"column {column.name} cannot be {cell!r}: it is {column.type}") from error


def read_csv(table: Table, path: Path) -> pa.Table:
    """Read a table back, as it was before it was written. Raises CsvFault."""
    schema = arrow_schema(table)
    rows = list(read_rows(table, path))
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.table(
        [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema=schema
    )
