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
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from gangyao.release.arrays import texts
from gangyao.release.same_rows import same_rows
from gangyao.release.table_source import TableSource
from gangyao.release.writers.csv_cells import FORMULA_STARTS, MARK, quoted, spelled
from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema

ROWS_AT_ONCE = 50_000
# Bytes read at once. No row may be longer: the text of a long section is in one cell. What is too long for
# the first is read by the next. Blocks of 1 MB take half as long again: they do not stay in the cache.
_BLOCKS = (1 << 18, 1 << 23, 1 << 28)
_PARSING = pa_csv.ParseOptions(newlines_in_values=True)
# The text of a section is one cell, and longer than the field that Python's reader allows for by itself.
csv.field_size_limit(2**31 - 1)


def neutralised(value: str) -> str:
    """Return a text as it stands in a cell: with an apostrophe before it where a formula could begin."""
    if value and (value[0] == MARK or (len(value) > 1 and value[0] in FORMULA_STARTS)):
        return MARK + value
    return value


def restored(cell: str) -> str:
    """Return the text that a cell stands for."""
    return cell.removeprefix(MARK)


@dataclass(frozen=True, slots=True)
class WrittenCsv:
    """What was noted while a CSV file was written.

    `sha256`: the checksum of its bytes, in hexadecimal; `holds`: Arrow's reader, which is not the writer,
    found in these bytes the cells that were meant.
    """

    sha256: str
    holds: bool


def write_csv(table: Table, rows: Iterable[pa.Table], path: Path) -> WrittenCsv:
    """Write a table given in pieces; equal tables give equal bytes.

    What is written is read back piece by piece, while it is at hand: each piece ends with a row.
    """
    names = list(table.column_names)
    header = (",".join(names) + "\n").encode()
    digest = hashlib.sha256(header)
    holds = pa_csv.read_csv(pa.BufferReader(header)).column_names == names
    with path.open("wb") as file:
        file.write(header)
        for piece in rows:
            for start in range(0, piece.num_rows, ROWS_AT_ONCE):
                cells = spelled(table, piece.slice(start, ROWS_AT_ONCE))
                # Each row ends with a line feed, so that the bytes of all rows are those of the file.
                *others, last = map(quoted, cells)
                lines = pc.binary_join_element_wise(*others, pc.binary_join_element_wise(last, "", "\n"), ",")
                _, lengths, content = texts(lines)
                digest.update(content)
                file.write(content)
                holds = holds and _cells_in(content, names, int(lengths.max())) == _as_bytes(cells, names)
    return WrittenCsv(digest.hexdigest(), holds)


def _cells_in(lines: pa.Buffer, names: list[str], longest: int) -> pa.Table | None:
    """Return the cells of lines as they are read, as bytes, None where they are not read as such lines.

    The longest line has so many bytes.
    """
    # A line lies in two blocks at most.
    reading = pa_csv.ReadOptions(use_threads=False, block_size=max(_BLOCKS[0], longest), column_names=names)
    with contextlib.suppress(pa.ArrowInvalid):
        return pa_csv.read_csv(pa.BufferReader(lines), reading, _PARSING, _as_they_are(names))
    return None


def _as_they_are(names: list[str]) -> pa_csv.ConvertOptions:
    # As bytes, which are UTF-8 where they are those of the cells.
    return pa_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.binary()), strings_can_be_null=False)


def _as_bytes(cells: list[pa.StringArray], names: list[str]) -> pa.Table:
    return pa.Table.from_arrays([one.cast(pa.binary()) for one in cells], names)


def is_written(table: Table, source: TableSource, path: Path) -> bool:
    """Tell whether a CSV file holds exactly these rows; by a reader that is not the writer (Arrow's)."""
    names = list(table.column_names)
    for block in _BLOCKS:
        reading = pa_csv.ReadOptions(use_threads=False, block_size=block)
        # A row that is too long for a block is an error too.
        with (
            contextlib.suppress(pa.ArrowInvalid),
            pa_csv.open_csv(path, reading, _PARSING, _as_they_are(names)) as reader,
        ):
            if reader.schema.names != names:
                return False
            return same_rows(
                (_as_bytes(spelled(table, piece), names) for piece in source.pieces(table.name)),
                (pa.Table.from_batches([batch]) for batch in reader),
            )
    return False


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
