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
import pyarrow.csv as pa_csv

from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema

ROWS_AT_ONCE = 50_000
# A row may not be longer than a block: the text of a long section is in one cell.
_BLOCK = 1 << 26
# What a spreadsheet takes for a formula when a cell begins with it, and the mark that keeps it from that.
FORMULA_STARTS = "=+-@\t\r"
MARK = "'"
_NEEDS_QUOTES = r'[",\r\n]'
_NEEDS_MARK = r"^(?:'|[=+\-@\t\r](?s:.))"


def cells(column: Column, values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return the cells of a column as text, before they are quoted."""
    if column.type == "string":
        texts = pc.fill_null(values, "")
        needs_mark = pc.match_substring_regex(texts, _NEEDS_MARK)
        if not pc.any(needs_mark).as_py():
            return texts
        return pc.if_else(needs_mark, pc.binary_join_element_wise(MARK, texts, ""), texts)
    if column.type == "strings":
        told = ["" if value is None else _json_list(value) for value in values.to_pylist()]
    elif column.type == "number":
        told = ["" if value is None else repr(value) for value in values.to_pylist()]
    else:
        return pc.fill_null(pc.cast(values, pa.string()), "")
    return pa.chunked_array([told], pa.string())


def _json_list(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else "[]"


def _quoted(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    # The standard library's writer leaves a lone carriage return unquoted, and cannot read it back.
    needs_quotes = pc.match_substring_regex(texts, _NEEDS_QUOTES)
    if not pc.any(needs_quotes).as_py():
        return texts
    doubled = pc.replace_substring(texts, '"', '""')
    return pc.if_else(needs_quotes, pc.binary_join_element_wise('"', doubled, '"', ""), texts)


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
            part = arrow.slice(start, ROWS_AT_ONCE).combine_chunks()
            columns = [_quoted(cells(column, part[column.name])) for column in table.columns]
            rows = pc.binary_join_element_wise(*(_one_chunk(column) for column in columns), ",")
            file.write("\n".join(rows.to_pylist()) + "\n")


def _one_chunk(texts: pa.ChunkedArray) -> pa.Array:
    joined = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    return joined.chunk(0) if isinstance(joined, pa.ChunkedArray) else joined


def is_written(table: Table, arrow: pa.Table, path: Path) -> bool:
    """Tell whether a CSV file holds exactly this table; by a reader that is not the writer (Arrow's)."""
    names = list(table.column_names)
    try:
        found = pa_csv.read_csv(
            path,
            read_options=pa_csv.ReadOptions(use_threads=False, block_size=_BLOCK),
            parse_options=pa_csv.ParseOptions(newlines_in_values=True),
            convert_options=pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return False
    return found.column_names == names and all(
        found[column.name].equals(pa.chunked_array([_one_chunk(cells(column, arrow[column.name]))]))
        for column in table.columns
    )


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
