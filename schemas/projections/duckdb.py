"""DuckDB: `CREATE TABLE`, and `COMMENT ON` for every table and column.

A key is an index to DuckDB, and all keys together double the file. The checks prove every key before a
release is written (`gangyao.release.checks.schema`); the database has those by which rows are looked up: the
primary keys of the tables that others refer to.
"""

from __future__ import annotations

from schemas.declaration import Column, ColumnType, Table
from schemas.registry import TABLES

TYPES: dict[ColumnType, str] = {
    "string": "VARCHAR",
    "integer": "INTEGER",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "strings": "VARCHAR[]",
}


# For the statements of a build: DuckDB shows a bar of its own from two seconds on, between our lines.
NO_PROGRESS_BAR = "SET enable_progress_bar = false"


def quoted(text: str) -> str:
    """Return `text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def name(identifier: str) -> str:
    """Return `identifier` as a quoted SQL name (`text`, `position` and others are words of SQL)."""
    return '"' + identifier.replace('"', '""') + '"'


def names(identifiers: tuple[str, ...]) -> str:
    """Return quoted SQL names, with commas between them."""
    return ", ".join(name(identifier) for identifier in identifiers)


def is_looked_up(table: Table) -> bool:
    """Tell whether other tables refer to rows of `table`."""
    return any(
        key.table == table.name for other in TABLES if other is not table for key in other.foreign_keys
    )


def create_table(table: Table) -> str:
    """Return the statement that creates `table`; with its primary key where other tables refer to it."""
    parts = [
        f"{name(column.name)} {TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}"
        for column in table.columns
    ]
    if is_looked_up(table):
        parts.append(f"PRIMARY KEY ({names(table.primary_key)})")
    return f"CREATE TABLE {name(table.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def column_comment(column: Column) -> str:
    """Return what a comment says of a column: its description, unit and values, and its Chinese title."""
    told = [column.description]
    if column.unit:
        told.append(f"Unit: {column.unit}.")
    if column.values:
        told.append("Values: " + "; ".join(f"{value}: {what}" for value, what in column.values.items()) + ".")
    return f"{' '.join(told)} （{column.title_zh}）"


def comments(table: Table) -> tuple[str, ...]:
    """Return the `COMMENT ON` statements of a table and its columns."""
    about = f"{table.description} One row per {table.row}. （{table.title_zh}）"
    return (
        f"COMMENT ON TABLE {name(table.name)} IS {quoted(about)}",
        *(
            f"COMMENT ON COLUMN {name(table.name)}.{name(column.name)} IS {quoted(column_comment(column))}"
            for column in table.columns
        ),
    )
