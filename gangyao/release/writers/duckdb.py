"""DuckDB: one file with all tables, their keys and comments, and the views."""

from __future__ import annotations

from pathlib import Path

import duckdb

from gangyao.release.tables import Tables
from gangyao.release.views import VIEWS
from schemas.declaration import Table
from schemas.projections.duckdb import comments, create_table, name, names, quoted
from schemas.registry import TABLES

# Every DuckDB since 1.0, and DuckDB-Wasm, open this version; the default of DuckDB 2 they do not.
STORAGE_VERSION = "v1.0.0"


def write_duckdb(tables: Tables, path: Path) -> None:
    """Write the database file; it is equal table by table, not byte by byte."""
    # Keys are checked row by row: more threads make it no faster, and cost a sixth more.
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(
            f"ATTACH {quoted(str(path))} AS release (STORAGE_VERSION {quoted(STORAGE_VERSION)})"
        )
        connection.execute("USE release")
        # One transaction: each of some two hundred statements would else wait for the disk.
        connection.begin()
        for table in TABLES:
            connection.execute(create_table(table))
            _insert(connection, table, tables)
            connection.execute(";\n".join(comments(table)))
        for view in VIEWS:
            connection.execute(view.create())
            connection.execute(view.comment())
        connection.commit()
        connection.execute("USE memory")
        connection.execute("DETACH release")


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, tables: Tables) -> None:
    connection.register("incoming", tables[table.name])
    into = f"INSERT INTO {name(table.name)} SELECT {names(table.column_names)} FROM incoming"
    if any(key.table == table.name for key in table.foreign_keys):
        # DuckDB checks a key that points into its own table against the rows of earlier statements only.
        depths = connection.execute("SELECT DISTINCT depth FROM incoming ORDER BY depth").fetchall()
        for (depth,) in depths:
            connection.execute(f"{into} WHERE depth = {int(depth)}")
    else:
        connection.execute(into)
    connection.unregister("incoming")
