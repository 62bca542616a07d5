"""Do the files of a release, in each format, hold the same tables?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from gangyao.processes.memory import give_back
from gangyao.release.checks.problems import Problem
from gangyao.release.checks.schema import row_key
from gangyao.release.files import CSV, DATABASE, PARQUET, Format, csv_file, parquet_file
from gangyao.release.row_digest import digest_of
from gangyao.release.sql import MEMORY_LIMIT, arrow_rows
from gangyao.release.table_source import StoredTables, TableSource, read_table
from gangyao.release.tables import Tables
from gangyao.release.writers.csv import CsvFault, cells_in, is_written, read_csv
from gangyao.release.writers.splice import Splice, splice_holds
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.projections.duckdb import NO_PROGRESS_BAR, name, names, quoted
from schemas.registry import TABLES

PER_TABLE = 3


def differences(table: Table, file: str, found: pa.Table, wanted: pa.Table, held: str) -> Iterator[Problem]:
    """Say where the table that `file` holds differs from the one that the files `held` hold."""
    if found.equals(wanted):
        return
    found_keys = [row_key(table, found, index) for index in range(found.num_rows)]
    wanted_keys = [row_key(table, wanted, index) for index in range(wanted.num_rows)]
    in_found, in_wanted = set(found_keys), set(wanted_keys)
    for key in wanted_keys:
        if key not in in_found:
            yield Problem(f"the row is missing ({held} has it)", file=file, table=table.name, row=key)
    for key in found_keys:
        if key not in in_wanted:
            yield Problem(f"the row is one too many ({held} lacks it)", file=file, table=table.name, row=key)
    if found_keys == wanted_keys:
        yield from _cells(table, file, found, wanted, held)
    elif sorted(found_keys) == sorted(wanted_keys):
        at = next(index for index, key in enumerate(found_keys) if key != wanted_keys[index])
        yield Problem(
            f"the rows are in another order than in {held}", file=file, table=table.name, row=found_keys[at]
        )


def _cells(table: Table, file: str, found: pa.Table, wanted: pa.Table, held: str) -> Iterator[Problem]:
    for column in table.column_names:
        if found[column].equals(wanted[column]):
            continue
        pairs = zip(found[column].to_pylist(), wanted[column].to_pylist(), strict=True)
        for index, (value, expected) in enumerate(pairs):
            if value != expected:
                yield Problem(
                    f"differs from {held}, which has {expected!r}",
                    file=file,
                    table=table.name,
                    row=row_key(table, wanted, index),
                    column=column,
                    value=value,
                )


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was noted of tables while their files were written, by name of the table.

    `given`: the checksum of the rows that Parquet was written from; `read`: of those that were read back
    since; `cells`: of the cells that CSV was written from. `splices`: how a file came of the one before it.
    """

    given: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    splices: Mapping[str, Splice] = field(default_factory=dict)


def csv_problems(release: Path, tables: StoredTables, proofs: Proofs) -> Iterator[Problem]:
    """Compare the CSV files with the tables, by a reader that is not the writer."""
    for table in TABLES:
        file = f"{CSV}/{table.name}.csv"
        path = csv_file(release, table.name)
        if not path.is_file():
            yield Problem("the file is missing", file=file, table=table.name)
            continue
        cells = cells_in(table, path)
        holds = cells is not None and (
            cells == proofs.cells.get(table.name) or is_written(table, tables.pieces(table.name), path)
        )
        give_back()
        if holds:
            continue
        try:
            found = read_csv(table, path)
        except CsvFault as fault:
            yield Problem(str(fault), file=file, table=table.name)
            continue
        yield from islice(
            differences(table, file, found, read_table(tables, table.name), "Parquet"), PER_TABLE
        )


def parquet_problems(release: Path, source: TableSource, proofs: Proofs) -> Iterator[Problem]:
    """Compare the Parquet files with what they were written from, and their schemas with the declarations."""
    for table in TABLES:
        file = f"{PARQUET}/{table.name}.parquet"
        path = parquet_file(release, table.name)
        if not path.is_file():
            yield Problem("the file is missing", file=file, table=table.name)
            continue
        if not pq.read_schema(path).equals(arrow_schema(table), check_metadata=True):
            yield Problem("its schema is not the declared one", file=file, table=table.name)
            continue
        stored = StoredTables(release / PARQUET)
        if not _proved(table, stored, proofs) and not _same_rows(
            source.pieces(table.name), stored.pieces(table.name)
        ):
            found, wanted = read_table(stored, table.name), read_table(source, table.name)
            yield from islice(differences(table, file, found, wanted, "CSV"), PER_TABLE)


def _proved(table: Table, stored: StoredTables, proofs: Proofs) -> bool:
    """Tell whether a Parquet file holds what it was written from, by what was noted meanwhile."""
    splice, given = proofs.splices.get(table.name), proofs.given.get(table.name)
    if splice is not None:
        return splice_holds(splice, stored.path(table.name))
    read = proofs.read.get(table.name)
    return given is not None and given == (read or digest_of(table.column_names, stored.pieces(table.name)))


def _same_rows(wanted: Iterable[pa.Table], found: Iterator[pa.Table]) -> bool:
    """Tell whether two runs of pieces hold the same rows in the same order."""
    left: pa.Table | None = None
    for piece in wanted:
        while left is None or left.num_rows < piece.num_rows:
            more = next(found, None)
            if more is None:
                return not piece.num_rows
            left = more if left is None else pa.concat_tables([left, more])
        if not left.slice(0, piece.num_rows).equals(piece):
            return False
        left = left.slice(piece.num_rows)
    return (left is None or not left.num_rows) and next(found, None) is None


def duckdb_problems(release: Path, tables: StoredTables | Tables, threads: int = 1) -> Iterator[Problem]:
    """Compare the database's tables with the tables, on as many threads."""
    path = release / DATABASE
    if not path.is_file():
        yield Problem("the file is missing", file=DATABASE)
        return
    try:
        with duckdb.connect(
            path, read_only=True, config={"threads": threads, "memory_limit": MEMORY_LIMIT}
        ) as connection:
            connection.execute(NO_PROGRESS_BAR)
            for table in _differing(connection, tables):
                found = arrow_rows(connection, f"SELECT {names(table.column_names)} FROM {name(table.name)}")
                # A database table has no order of its own.
                by_key = [(column, "ascending") for column in table.primary_key]
                yield from islice(
                    differences(
                        table,
                        DATABASE,
                        found.cast(arrow_schema(table)).sort_by(by_key),
                        read_table(tables, table.name).sort_by(by_key),
                        "Parquet",
                    ),
                    PER_TABLE,
                )
    except duckdb.Error as error:
        yield Problem(f"cannot be read: {' '.join(str(error).split())}", file=DATABASE)


def _differing(connection: duckdb.DuckDBPyConnection, tables: StoredTables | Tables) -> tuple[Table, ...]:
    """Return the tables whose rows the database does not hold, or others besides.

    They are held against each other by what two sets of rows have in common when they are the same, and by no
    other chance; all in one statement, since to plan one takes longer than a small table.
    """
    parts = []
    for table in TABLES:
        if isinstance(tables, StoredTables):
            rows = f"read_parquet({quoted(str(tables.path(table.name)))})"
            # To plan the reading of a file takes longer than a small table.
            wanted = rows if tables.count(table.name) else f"(FROM {name(table.name)} WHERE false)"
        else:
            wanted = name(f"wanted {table.name}")
            connection.register(f"wanted {table.name}", tables[table.name])
        parts += [_digest(table, name(table.name)), _digest(table, wanted)]
    # One row, so that there is no order of them to rely on.
    joined = ", ".join(f"({part})" for part in parts)
    (found,) = connection.execute(f"SELECT {joined}").fetchall()
    return tuple(
        table for table, one, other in zip(TABLES, found[::2], found[1::2], strict=True) if one != other
    )


def _digest(table: Table, rows: str) -> str:
    columns = names(table.column_names)
    return f"SELECT (count(*), bit_xor(h), sum(h::HUGEINT)) FROM (SELECT hash({columns}) AS h FROM {rows})"


def format_problems(
    release: Path, source: TableSource, proofs: Proofs, formats: frozenset[Format]
) -> Iterator[Problem]:
    """Compare the files of tables, in each of the formats, with the tables that they were written from."""
    yield from parquet_problems(release, source, proofs)
    stored = StoredTables(release / PARQUET)
    if Format.csv in formats:
        yield from csv_problems(release, stored, proofs)
    if Format.duckdb in formats:
        yield from duckdb_problems(release, stored)
