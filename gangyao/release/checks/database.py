"""Does the database hold the same tables as the Parquet files?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import duckdb

from gangyao.release.checks.differences import PER_TABLE, differences
from gangyao.release.checks.problems import Problem
from gangyao.release.files import DATABASE
from gangyao.release.sql import arrow_rows, bounded_connection
from gangyao.release.table_source import StoredTables, read_table
from gangyao.release.tables import Tables
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.projections.duckdb import name, names, quoted
from schemas.registry import TABLES


def database_problems(release: Path, tables: StoredTables | Tables) -> Iterator[Problem]:
    """Compare the database's tables with the tables."""
    with bounded_connection() as connection:
        yield from problems_told_by(connection, release, tables)


def problems_told_by(
    connection: duckdb.DuckDBPyConnection, release: Path, tables: StoredTables | Tables
) -> Iterator[Problem]:
    """Do the same by a connection that is open, to which the database is not attached."""
    path = release / DATABASE
    if not path.is_file():
        yield Problem("the file is missing", file=DATABASE)
        return
    try:
        connection.execute(f"ATTACH {quoted(str(path))} AS proved (READ_ONLY)")
        connection.execute("USE proved")
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
        if not tables.count(table.name):
            # To plan the reading of a file, or of many columns, takes longer than a small table.
            parts += [f"SELECT count(*) FROM {name(table.name)}", "SELECT 0"]
            continue
        if isinstance(tables, StoredTables):
            wanted = f"read_parquet({quoted(str(tables.path(table.name)))})"
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
