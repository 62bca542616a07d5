"""Do the files of a release, in each format, hold the same tables?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from gangyao.processes.memory import give_back
from gangyao.release.checks.database import database_problems
from gangyao.release.checks.differences import PER_TABLE, differences
from gangyao.release.checks.problems import Problem
from gangyao.release.files import CSV, PARQUET, Format, csv_file, parquet_file
from gangyao.release.row_digest import digest_of
from gangyao.release.table_source import StoredTables, TableSource, read_table
from gangyao.release.writers.csv import CsvFault, cells_in, is_written, read_csv
from gangyao.release.writers.splice import Splice, splice_holds
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.registry import TABLES


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


def format_problems(
    release: Path, source: TableSource, proofs: Proofs, formats: frozenset[Format]
) -> Iterator[Problem]:
    """Compare the files of tables, in each of the formats, with the tables that they were written from."""
    yield from parquet_problems(release, source, proofs)
    stored = StoredTables(release / PARQUET)
    if Format.csv in formats:
        yield from csv_problems(release, stored, proofs)
    if Format.duckdb in formats:
        yield from database_problems(release, stored)
