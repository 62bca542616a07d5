"""CSV: UTF-8, comma, line feed, a header; lists as JSON; nothing that a spreadsheet would run as a formula.

A null is an empty cell, and so is an empty text; which of the two a column can hold, its declaration says.
A text of two characters or more that begins with `=`, `+`, `-`, `@` (also full-width, which East Asian
spreadsheets take for the same), a tab or a carriage return would be run as a formula by a spreadsheet: such a
cell is written with an apostrophe before it, and so is one that begins with an apostrophe. To read a text
back, drop one leading apostrophe. (OWASP, CSV Injection.)
"""

from __future__ import annotations

import contextlib
import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from gangyao.release.row_digest import RowDigest, digest_of, one_chunk
from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema

ROWS_AT_ONCE = 50_000
# Bytes read at once. No row may be longer: the text of a long section is in one cell. What is too long for
# the first is read by the next. Blocks of 1 MB take half as long again: they do not stay in the cache.
_BLOCKS = (1 << 18, 1 << 23, 1 << 28)
# What a spreadsheet takes for a formula when a cell begins with it, and the mark that keeps it from that.
FORMULA_STARTS = "=+-@＝＋－＠\t\r"
MARK = "'"
_NEEDS_QUOTES = r'[",\r\n]'
_QUOTED_BYTES = (b'"', b",", b"\r", b"\n")
_NEEDS_MARK = rf"^(?:{MARK}|[{re.escape(FORMULA_STARTS)}](?s:.))"
# Whether a text may need the mark, by its first byte.
_MAY_NEED_MARK = np.zeros(256, bool)
_MAY_NEED_MARK[[start.encode()[0] for start in (MARK, *FORMULA_STARTS)]] = True
# The text of a section is one cell, and longer than the field that Python's reader allows for by itself.
csv.field_size_limit(2**31 - 1)


def cells(column: Column, values: pa.Array) -> pa.StringArray:
    """Return the cells of a column as text, before they are quoted."""
    if column.type == "string":
        texts = pc.fill_null(values, "")
        starts, content = _content(texts)
        # The patterns below take most of the time that a table takes: few columns need to be searched.
        if not _MAY_NEED_MARK[np.frombuffer(content, np.uint8)[starts[starts < len(content)]]].any():
            return texts
        return _replaced(texts, _NEEDS_MARK, lambda found: pc.binary_join_element_wise(MARK, found, ""))
    if column.type == "strings":
        return _json_lists(values)
    if column.type == "number":
        return pa.array(["" if value is None else repr(value) for value in values.to_pylist()], pa.string())
    return pc.fill_null(pc.cast(values, pa.string()), "")


def _content(texts: pa.StringArray) -> tuple[np.ndarray, bytes]:
    """Return where each text begins in the bytes of all of them, and these."""
    _, offsets, content = texts.buffers()
    ends = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    if content is None or not len(texts):
        return ends[:0], b""
    return ends[:-1] - ends[0], content.slice(ends[0], ends[-1] - ends[0]).to_pybytes()


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
    _, content = _content(texts)
    if not any(one in content for one in _QUOTED_BYTES):
        return texts
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


def write_csv(table: Table, rows: Iterable[pa.Table], path: Path) -> str:
    """Write a table given in pieces; equal tables give equal bytes. Returns the checksum of its cells."""
    digest = RowDigest(table.column_names)
    with path.open("wb") as file:
        file.write((",".join(table.column_names) + "\n").encode())
        for piece in rows:
            for start in range(0, piece.num_rows, ROWS_AT_ONCE):
                told = _all_cells(table, piece.slice(start, ROWS_AT_ONCE))
                digest.add(told)
                spelled = pc.binary_join_element_wise(*map(_quoted, map(one_chunk, told.columns)), ",")
                lines = pc.binary_join(pa.ListArray.from_arrays([0, len(spelled)], spelled), "\n")
                file.write(lines[0].as_buffer())
                file.write(b"\n")
    return digest.value()


def _all_cells(table: Table, rows: pa.Table) -> pa.Table:
    told = [cells(column, one_chunk(rows[column.name])) for column in table.columns]
    return pa.Table.from_arrays(told, list(table.column_names))


def is_written(table: Table, rows: Iterable[pa.Table], path: Path) -> bool:
    """Tell whether a CSV file holds exactly these rows; by a reader that is not the writer (Arrow's)."""
    found = cells_in(table, path)
    return found is not None and found == digest_of(
        table.column_names, (_all_cells(table, piece) for piece in rows)
    )


def cells_in(table: Table, path: Path) -> str | None:
    """Return the checksum of the cells that a CSV file holds, None where it is not read as this table."""
    names = list(table.column_names)
    for block in _BLOCKS:
        digest = RowDigest(names)
        # A row that is too long for a block is an error too.
        with (
            contextlib.suppress(pa.ArrowInvalid),
            pa_csv.open_csv(
                path,
                read_options=pa_csv.ReadOptions(use_threads=False, block_size=block),
                parse_options=pa_csv.ParseOptions(newlines_in_values=True),
                convert_options=pa_csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
                ),
            ) as reader,
        ):
            if reader.schema.names != names:
                return None
            for batch in reader:
                digest.add(pa.Table.from_batches([batch]))
            return digest.value()
    return None


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
