"""Do the files of a release, in each format, hold the same tables?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa

from gangyao.release.checks.problems import Problem
from gangyao.release.checks.schema import row_key
from gangyao.release.files import CSV, DATABASE, PARQUET, csv_file, parquet_file
from gangyao.release.sql import arrow_rows
from gangyao.release.tables import Tables
from gangyao.release.writers.csv import CsvFault, is_written, read_csv
from gangyao.release.writers.parquet import read_parquet
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.projections.duckdb import name, names
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


def csv_problems(release: Path, tables: Tables) -> Iterator[Problem]:
    """Compare the CSV files with the tables."""
    for table in TABLES:
        file = f"{CSV}/{table.name}.csv"
        path = csv_file(release, table.name)
        if not path.is_file():
            yield Problem("the file is missing", file=file, table=table.name)
            continue
        if is_written(table, tables[table.name], path):
            continue
        try:
            found = read_csv(table, path)
        except CsvFault as fault:
            yield Problem(str(fault), file=file, table=table.name)
            continue
        yield from islice(differences(table, file, found, tables[table.name], "Parquet"), PER_TABLE)


def parquet_problems(release: Path, tables: Tables) -> Iterator[Problem]:
    """Compare the Parquet files with the tables, and their schemas with the declarations."""
    for table in TABLES:
        file = f"{PARQUET}/{table.name}.parquet"
        path = parquet_file(release, table.name)
        if not path.is_file():
            yield Problem("the file is missing", file=file, table=table.name)
            continue
        found = read_parquet(path)
        if not found.schema.equals(arrow_schema(table), check_metadata=True):
            yield Problem("its schema is not the declared one", file=file, table=table.name)
            continue
        yield from islice(differences(table, file, found, tables[table.name], "CSV"), PER_TABLE)


def duckdb_problems(release: Path, tables: Tables) -> Iterator[Problem]:
    """Compare the database's tables with the tables."""
    path = release / DATABASE
    if not path.is_file():
        yield Problem("the file is missing", file=DATABASE)
        return
    try:
        with duckdb.connect(path, read_only=True) as connection:
            for table in TABLES:
                columns = f"SELECT {names(table.column_names)} FROM {name(table.name)}"
                found = arrow_rows(connection, columns).cast(arrow_schema(table))
                if found.equals(tables[table.name]):
                    continue
                # A database table has no order of its own.
                by_key = [(column, "ascending") for column in table.primary_key]
                yield from islice(
                    differences(
                        table, DATABASE, found.sort_by(by_key), tables[table.name].sort_by(by_key), "Parquet"
                    ),
                    PER_TABLE,
                )
    except duckdb.Error as error:
        yield Problem(f"cannot be read: {' '.join(str(error).split())}", file=DATABASE)


def format_problems(release: Path, tables: Tables) -> Iterator[Problem]:
    """Compare all files of tables with the tables that they were written from."""
    yield from parquet_problems(release, tables)
    yield from csv_problems(release, tables)
    yield from duckdb_problems(release, tables)
