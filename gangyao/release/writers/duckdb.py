"""DuckDB: one file with all tables, the keys by which rows are looked up, comments, and the views."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import duckdb

from gangyao.release.table_source import StoredTables
from gangyao.release.writers.declared import attach_declared
from gangyao.release.writers.duckdb_change import DatabaseBefore, change_duckdb
from gangyao.release.writers.full_text import RUN_PARAGRAPHS, write_full_text
from schemas.projections.duckdb import name, names, quoted
from schemas.registry import TABLES


def write_duckdb(
    connection: duckdb.DuckDBPyConnection,
    tables: StoredTables,
    path: Path,
    before: DatabaseBefore | None = None,
) -> None:
    """Write the database file from Parquet files; it is equal table by table, not byte by byte.

    `before` is the database of the release before, of which it can be made where little changed. The
    connection is left without the file. Raises OSError where the file cannot be written.
    """
    try:
        if before is not None and before.is_worth_a_copy(tables.count("documents")):
            if change_duckdb(connection, tables, before, path):
                return
            path.unlink()
        _write(connection, tables, path)
    except duckdb.Error as error:
        raise _of_the_system(error, path) or error from None


def _of_the_system(error: duckdb.Error, path: Path) -> OSError | None:
    """Return the error of the system that DuckDB tells of in its own words, None where it is another."""
    for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EACCES):
        if os.strerror(number) in str(error):
            return OSError(number, os.strerror(number), str(path))
    return None


def _write(connection: duckdb.DuckDBPyConnection, tables: StoredTables, path: Path) -> None:
    attach_declared(connection, path, "release")
    connection.execute("USE release")
    # To plan a statement takes longer than a small table: nothing is asked of those without rows.
    for table in [table for table in TABLES if tables.count(table.name)]:
        connection.execute(
            f"INSERT INTO {name(table.name)} SELECT {names(table.column_names)} "
            f"FROM read_parquet({quoted(str(tables.path(table.name)))})"
        )
    write_full_text(connection, tables.runs("paragraphs", "text", RUN_PARAGRAPHS))
    connection.execute("USE memory")
    connection.execute("DETACH release")
