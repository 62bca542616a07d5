"""The database of a release, written and proved: what a large release gives a process of its own.

That process imports this and little else.
"""

from __future__ import annotations

from pathlib import Path

from gangyao.release.checks.database import problems_told_by
from gangyao.release.checks.problems import Problem
from gangyao.release.files import DATABASE
from gangyao.release.sql import bounded_connection
from gangyao.release.table_source import StoredTables
from gangyao.release.writers.duckdb import write_duckdb
from gangyao.release.writers.duckdb_change import DatabaseBefore


def write_database(
    tables: StoredTables, site: Path, before: DatabaseBefore | None, threads: int
) -> tuple[Problem, ...]:
    """Write the database, and return where it reads back otherwise than it was meant.

    It is read back on as many threads. Raises OSError where the file cannot be written.
    """
    with bounded_connection(site) as connection:
        write_duckdb(connection, tables, site / DATABASE, before)
        connection.execute(f"SET threads = {threads}")
        return tuple(problems_told_by(connection, site, tables))
