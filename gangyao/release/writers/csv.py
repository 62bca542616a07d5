"""CSV: UTF-8, comma, line feed, a header; lists as JSON; nothing that a spreadsheet would run as a formula.

A null is an empty cell, and so is an empty text; which of the two a column can hold, its declaration says.
A text of two characters or more that begins with `=`, `+`, `-`, `@`, a tab or a carriage return would be
run as a formula by a spreadsheet: such a cell is written with an apostrophe before it, and so is one that
begins with an apostrophe. To read a text back, drop one leading apostrophe. (OWASP, CSV Injection.)
"""

from __future__ import annotations

import csv
import io
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
_NEEDS_MARK = r"^(?:'|[=+\-@\t\r](?s:.))"


def _cells(column: Column, values: pa.ChunkedArray) -> list[str | None]:
    if column.type == "string":
        if pc.any(pc.match_substring_regex(values, _NEEDS_MARK)).as_py():
            return [neutralised(value) for value in values.to_pylist()]
        return values.to_pylist()  # type: ignore[no-any-return]
    if column.type == "strings":
        return [
            None if value is None else json.dumps(value, ensure_ascii=False) for value in values.to_pylist()
        ]
    if column.type == "boolean":
        return [None if value is None else str(value).lower() for value in values.to_pylist()]
    if column.type == "number":
        return [None if value is None else repr(value) for value in values.to_pylist()]
    return pc.cast(values, pa.string()).to_pylist()  # type: ignore[no-any-return]


def neutralised(value: str | None) -> str | None:
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
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        for start in range(0, arrow.num_rows, ROWS_AT_ONCE):
            part = arrow.slice(start, ROWS_AT_ONCE)
            columns = [_cells(column, part[column.name]) for column in table.columns]
            writer.writerows(zip(*columns, strict=True))


def csv_bytes(table: Table, arrow: pa.Table) -> bytes:
    """Return a table as CSV."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.column_names)
    columns = [_cells(column, arrow[column.name]) for column in table.columns]
    writer.writerows(zip(*columns, strict=True))
    return buffer.getvalue().encode("utf-8")


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
