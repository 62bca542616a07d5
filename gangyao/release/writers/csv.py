"""CSV: UTF-8, comma, line feed, a header; lists as JSON; nothing that a spreadsheet would run as a formula.

A null is an empty cell, and so is an empty text; which of the two a column can hold, its declaration says.
A text of two characters or more that begins with `=`, `+`, `-`, `@` (also full-width, which East Asian
spreadsheets take for the same), a tab or a carriage return would be run as a formula by a spreadsheet: such a
cell is written with an apostrophe before it, and so is one that begins with an apostrophe. To read a text
back, drop one leading apostrophe. (OWASP, CSV Injection.)
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema

ROWS_AT_ONCE = 50_000
# A row may not be longer than a block: the text of a long section is in one cell.
_BLOCK = 1 << 26
# What a spreadsheet takes for a formula when a cell begins with it, and the mark that keeps it from that.
FORMULA_STARTS = "=+-@＝＋－＠\t\r"
MARK = "'"
_NEEDS_QUOTES = r'[",\r\n]'
_NEEDS_MARK = rf"^(?:{MARK}|[{re.escape(FORMULA_STARTS)}](?s:.))"
# The text of a section is one cell, and longer than the field that Python's reader allows for by itself.
csv.field_size_limit(2**31 - 1)


def cells(column: Column, values: pa.Array) -> pa.StringArray:
    """Return the cells of a column as text, before they are quoted."""
    if column.type == "string":
        texts = pc.fill_null(values, "")
        return _replaced(texts, _NEEDS_MARK, lambda found: pc.binary_join_element_wise(MARK, found, ""))
    if column.type == "strings":
        return _json_lists(values)
    if column.type == "number":
        return pa.array(["" if value is None else repr(value) for value in values.to_pylist()], pa.string())
    return pc.fill_null(pc.cast(values, pa.string()), "")


def _replaced(
    texts: pa.StringArray, pattern: str, replace: Callable[[pa.StringArray], pa.StringArray]
) -> pa.StringArray:
    """Replace the texts in which `pattern` is found, which are few; the others are not copied for them."""
    found = pc.match_substring_regex(texts, pattern)
    if not pc.any(found).as_py():
        return texts
    return pc.replace_with_mask(texts, found, replace(texts.filter(found)))


def _json_lists(values: pa.ListArray) -> pa.StringArray:
    """Return lists of strings as JSON; each different string is spelled once."""
    strings = values.flatten().dictionary_encode()
    spelled = [json.dumps(string, ensure_ascii=False) for string in strings.dictionary.to_pylist()]
    elements = pa.array(spelled, pa.string()).take(strings.indices)
    lengths = pc.fill_null(pc.list_value_length(values), 0).to_numpy()
    lists = pa.ListArray.from_arrays(np.concatenate(([0], np.cumsum(lengths))).astype(np.int32), elements)
    told = pc.binary_join_element_wise("[", pc.binary_join(lists, ", "), "]", "")
    return pc.if_else(pc.is_valid(values), told, "")


def _quoted(texts: pa.StringArray) -> pa.StringArray:
    # The standard library's writer leaves a lone carriage return unquoted, and cannot read it back.
    return _replaced(
        texts,
        _NEEDS_QUOTES,
        lambda found: pc.binary_join_element_wise('"', pc.replace_substring(found, '"', '""'), '"', ""),
    )


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
    with path.open("wb") as file:
        file.write((",".join(table.column_names) + "\n").encode())
        for start in range(0, arrow.num_rows, ROWS_AT_ONCE):
            part = arrow.slice(start, ROWS_AT_ONCE)
            columns = [_quoted(cells(column, _one_chunk(part[column.name]))) for column in table.columns]
            rows = pc.binary_join_element_wise(*columns, ",")
            lines = pc.binary_join(pa.ListArray.from_arrays([0, len(rows)], rows), "\n")
            file.write(lines[0].as_buffer())
            file.write(b"\n")


def _one_chunk(values: pa.ChunkedArray) -> pa.Array:
    joined = values.combine_chunks()
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
        found[column.name].equals(pa.chunked_array([cells(column, _one_chunk(arrow[column.name]))]))
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
