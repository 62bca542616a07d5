"""Queries on a release."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa

from gangyao.errors import DataError
from gangyao.one_line import one_line
from gangyao.release.files import DATABASE, PARQUET, PARTITIONS, is_partitioned
from schemas.projections.duckdb import NO_PROGRESS_BAR, quoted

# What DuckDB may take while a release is written or proved: what does not fit waits in a file, but not the
# keys of a table, which a commit holds all at once. With 128 MB the commit of 100,000 documents of 2,400
# characters failed, that of 10,000 did not; with 400 MB that of 95 million characters did not (1.2 million
# tasks: 64 copies of the reference texts). Keys grow with the rows.
MEMORY_LIMIT = "1GB"


@contextmanager
def free_connection(folder: Path | None = None, **settings: str | int) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection to no database yet, with settings of DuckDB.

    What does not fit into memory waits in a folder of its own in `folder`, by default in that of the system,
    and never where the program was started, as DuckDB has it.
    """
    with (
        TemporaryDirectory(prefix=".spilled-", dir=folder) as spilled,
        duckdb.connect(config={**settings, "temp_directory": spilled}) as connection,
    ):
        connection.execute(NO_PROGRESS_BAR)
        yield connection


@contextmanager
def bounded_connection(folder: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give such a connection that keeps to `MEMORY_LIMIT` and to one thread.

    More threads make writing no faster where keys are checked row by row, and cost a sixth more.
    """
    with free_connection(folder, threads=1, memory_limit=MEMORY_LIMIT) as connection:
        yield connection


def told_first(error: duckdb.Error) -> str:
    """Return the first line of what DuckDB says is wrong: behind it stands the query, which is ours."""
    return one_line(str(error).partition("\n")[0])


@contextmanager
def damage_told(place: Path) -> Iterator[None]:
    """Raise DataError, naming the file or release, for what DuckDB cannot read in it."""
    try:
        yield
    except duckdb.Error as error:
        raise DataError(
            f"{place} cannot be read: {told_first(error)}; build the release again (`gangyao build`)"
        ) from error


class QueryError(DataError):
    """A query that DuckDB refuses, with its reason."""


def connect(release: Path) -> duckdb.DuckDBPyConnection:
    """Open the database of a release, read-only. Raises DataError when there is none."""
    path = release / DATABASE
    if not path.is_file():
        raise DataError(f"{path} is not there: build the release first (`gangyao build`)")
    try:
        # A query sees the release and nothing else: no file, no network, no extension, whatever it asks for.
        connection = duckdb.connect(path, read_only=True)
        if is_partitioned(release):
            # Its views read files, by names that count from its folder.
            root = release.resolve()
            connection.execute(f"SET file_search_path = {quoted(str(root))}")
            own = [quoted(str(base / part)) for base in (root, Path()) for part in (PARTITIONS, PARQUET)]
            connection.execute(f"SET allowed_directories = [{', '.join(own)}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        raise DataError(f"{path} cannot be opened: {one_line(str(error))}") from error
    return connection


def arrow_rows(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any] | None = None
) -> pa.Table:
    """Return the rows of a statement; a statement without rows gives a table without columns."""
    relation = connection.sql(sql, params=parameters or [])
    return pa.table({}) if relation is None else relation.to_arrow_table()


def query(release: Path, sql: str) -> pa.Table:
    """Return the rows of one query on the tables and views of a release. Raises QueryError and DataError."""
    with connect(release) as connection:
        try:
            statements = connection.extract_statements(sql)
            if len(statements) != 1:
                raise QueryError(f"give one statement, not {len(statements)}")
            if is_partitioned(release) and statements[0].type is not duckdb.StatementType.SELECT:
                # Where files may be read, they might be written (COPY, also within EXPLAIN ANALYZE).
                raise QueryError("a release in partitions is asked by SELECT, FROM, DESCRIBE and SHOW only")
            return arrow_rows(connection, sql)
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
