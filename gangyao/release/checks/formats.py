"""Do the files of a release, in each format, hold the same tables?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from gangyao.release.checks.database import database_problems
from gangyao.release.checks.differences import PER_TABLE, differences
from gangyao.release.checks.problems import Problem
from gangyao.release.descriptors import Checksum
from gangyao.release.files import CSV, PARQUET, Format, csv_file, parquet_file, sha256
from gangyao.release.same_rows import same_rows
from gangyao.release.table_source import StoredTables, TableSource, read_table
from gangyao.release.writers.csv import CsvFault, WrittenCsv, is_written, read_csv
from gangyao.release.writers.splice import Splice, splice_holds
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.registry import TABLES


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was noted of tables while their files were written, by name of the table.

    `read`: what was read of the Parquet file since were the rows that it was written from; `csv`: what was
    read of the CSV file before it was written. `splices`: how a Parquet file came of the one before it.
    """

    read: frozenset[str] = frozenset()
    csv: Mapping[str, WrittenCsv] = field(default_factory=dict)
    splices: Mapping[str, Splice] = field(default_factory=dict)


def csv_problems(
    release: Path, tables: StoredTables, proofs: Proofs, checksum: Checksum
) -> Iterator[Problem]:
    """Compare the CSV files with the tables, by a reader that is not the writer.

    Where it has read the bytes already, the file needs only to have these.
    """
    for table in TABLES:
        file = f"{CSV}/{table.name}.csv"
        path = csv_file(release, table.name)
        if not path.is_file():
            yield Problem("the file is missing", file=file, table=table.name)
            continue
        written = proofs.csv.get(table.name)
        is_proved = written is not None and written.holds and written.sha256 == checksum(path)
        if is_proved or is_written(table, tables, path):
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
        if not _holds(table, source, stored, proofs):
            found, wanted = read_table(stored, table.name), read_table(source, table.name)
            yield from islice(differences(table, file, found, wanted, "CSV"), PER_TABLE)


def _holds(table: Table, source: TableSource, stored: StoredTables, proofs: Proofs) -> bool:
    """Tell whether a Parquet file holds what it was written from."""
    splice = proofs.splices.get(table.name)
    is_proved = table.name in proofs.read if splice is None else splice_holds(splice, stored.path(table.name))
    return is_proved or same_rows(source.pieces(table.name), stored.pieces(table.name))


def format_problems(
    release: Path,
    source: TableSource,
    proofs: Proofs,
    formats: frozenset[Format],
    checksum: Checksum = sha256,
) -> Iterator[Problem]:
    """Compare the files of tables, in each of the formats, with the tables that they were written from."""
    yield from parquet_problems(release, source, proofs)
    stored = StoredTables(release / PARQUET)
    if Format.csv in formats:
        yield from csv_problems(release, stored, proofs, checksum)
    if Format.duckdb in formats:
        yield from database_problems(release, stored)
