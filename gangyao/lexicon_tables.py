"""The curated lexicon, read once: every file held against its declaration, every problem in one message.

`schemas.lexicon` declares the files. Stages take from here what they compile; none of them opens a file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from gangyao.errors import DataError
from gangyao.one_line import ACTING
from schemas.declaration import Column, Table
from schemas.lexicon.columns import ONE_CHARACTER
from schemas.lexicon.registry import BY_NAME, FILES
from schemas.projections.arrow import TYPES, arrow_schema

# A fault that runs through a whole file is seen in its first rows.
_SHOWN = 20
_LOOSE = "{!r} has white space around it, or within it what is not seen, and would match no text; delete that"


class LexiconError(DataError):
    """Lexicon files that cannot be used; `problems` has a line for each: file, row, column, remedy."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        more = len(self.problems) - _SHOWN
        return "\n".join((*self.problems[:_SHOWN], *([f"and {more:,} more"] if more > 0 else [])))


@dataclass(frozen=True, slots=True, eq=False)
class LexiconTables:
    """The files of a lexicon folder as Arrow tables by name (without `.csv`), in the order of their rows."""

    by_name: Mapping[str, pa.Table]

    def words(self, name: str) -> list[str]:
        """Return the first column of a file: its words, forms or characters."""
        values: list[str] = self.by_name[name].column(0).to_pylist()
        return values

    def rows(self, name: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield the cells of `columns`, row by row.

        An empty cell is "" in a column of text, () in one of words, None in one of numbers.
        """
        table, declared = self.by_name[name], BY_NAME[name]
        cells = (_filled(declared.column(column), table[column].to_pylist()) for column in columns)
        return zip(*cells, strict=True)


def _filled(column: Column, values: list[Any]) -> list[Any]:
    if column.type == "strings":
        return [tuple(value or ()) for value in values]
    return [value or "" for value in values] if column.type == "string" else values


@lru_cache(maxsize=4)
def read_lexicon(folder: Path) -> LexiconTables:
    """Read every declared file of a lexicon folder; cached per process.

    Raises LexiconError that names all problems of all files.
    """
    problems: list[str] = []
    tables = {declared.name: _read(declared, folder, problems) for declared in FILES}
    if problems:
        raise LexiconError(problems)
    return LexiconTables(tables)


def read_file(name: str, folder: Path) -> LexiconTables:
    """Read one declared file alone, for a script that writes the others. Raises LexiconError."""
    problems: list[str] = []
    table = _read(BY_NAME[name], folder, problems)
    if problems:
        raise LexiconError(problems)
    return LexiconTables({name: table})


def _read(declared: Table, folder: Path, problems: list[str]) -> pa.Table:
    """Read one file; what is wrong with it is added to `problems`."""
    path = folder / f"{declared.name}.csv"
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        problems.append(f"{path}: {error.strerror}; put the file back")
        return arrow_schema(declared).empty_table()
    except UnicodeDecodeError as error:
        problems.append(f"{path}, byte {error.start}: is not UTF-8; save the file as UTF-8")
        return arrow_schema(declared).empty_table()
    found: list[str] = []
    lines, rows = _cells(declared, text, path, found)
    table = _arrow(declared, lines, rows, path, found)
    if not found:
        found += _failures(declared, table, lines, path)
    problems += found
    return table


def _cells(declared: Table, text: str, path: Path, problems: list[str]) -> tuple[list[int], list[list[str]]]:
    """Return the rows of a file that have every cell, with the line (from 1) that each ends on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[int] = []
    rows: list[list[str]] = []
    columns = ",".join(declared.column_names)
    try:
        header = next(reader, [])
        if tuple(header) != declared.column_names:
            problems.append(f"{path}, row 1: the columns are {','.join(header)!r}; make them {columns}")
            return [], []
        for row in reader:
            if len(row) != len(declared.columns):
                wanted = f"{len(declared.columns)}: {columns}"
                problems.append(f"{path}, row {reader.line_num}: has {len(row)} cells; write {wanted}")
            else:
                lines.append(reader.line_num)
                rows.append(row)
    except csv.Error as error:
        problems.append(f"{path}, row {reader.line_num}: {error}; mend the quotation marks of the row")
    return lines, rows


def _arrow(
    declared: Table, lines: list[int], rows: list[list[str]], path: Path, problems: list[str]
) -> pa.Table:
    arrays = []
    for index, column in enumerate(declared.columns):
        values = []
        for line, row in zip(lines, rows, strict=True):
            try:
                values.append(_value(column, row[index]))
                if _is_loose(row[index]):
                    where = f"{path}, row {line}, column {column.name}"
                    problems.append(f"{where}: {_LOOSE.format(row[index])}")
            except ValueError:
                values.append(None)
                where = f"{path}, row {line}, column {column.name}"
                problems.append(f"{where}: {row[index]!r} is no {column.type}; write a number")
        arrays.append(pa.array(values, TYPES[column.type]))
    return pa.table(arrays, schema=arrow_schema(declared))


def _is_loose(cell: str) -> bool:
    """Tell whether white space stands around what a cell says, or line ends and other controls within it."""
    return cell != cell.strip() != "" or (len(cell) > 1 and ACTING.search(cell) is not None)


def _value(column: Column, cell: str) -> str | int | float | list[str] | None:
    if not cell:
        return None
    if column.type == "strings":
        return cell.split()
    if column.type == "integer":
        return int(cell)
    return float(cell) if column.type == "number" else cell


def _failures(declared: Table, table: pa.Table, lines: list[int], path: Path) -> Iterator[str]:
    # Pandera takes half a second to import: only who compiles a lexicon pays for it, not every command.
    from schemas.projections.failures import failures  # noqa: PLC0415

    for failure in failures(declared, table):
        column = failure.column or declared.primary_key[0]
        if not failure.rows:
            module = f"schemas/lexicon/{declared.name}.py"
            yield f"{path}, column {column}: {failure.what}; compare the file with {module}"
        remedy = _remedy(declared, failure.column)
        for row in failure.rows:
            value = table[column][row].as_py()
            yield f"{path}, row {lines[row]}, column {column}: {value!r} {failure.what}; {remedy}"


def _remedy(declared: Table, column: str | None) -> str:
    if column is None:
        return f"keep one row for each {', '.join(declared.primary_key)}"
    told = declared.column(column)
    if told.values:
        return f"write one of {', '.join(told.values)}"
    return "write one character" if told.pattern == ONE_CHARACTER else "fill the cell as schemas/lexicon says"
