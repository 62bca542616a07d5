"""DuckDB: `CREATE TABLE` with keys, and `COMMENT ON` for every table and column."""

from __future__ import annotations

from schemas.declaration import Column, ColumnType, Table

TYPES: dict[ColumnType, str] = {
    "string": "VARCHAR",
    "integer": "INTEGER",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "strings": "VARCHAR[]",
}


def quoted(text: str) -> str:
    """Return `text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def name(identifier: str) -> str:
    """Return `identifier` as a quoted SQL name (`text`, `position` and others are words of SQL)."""
    return '"' + identifier.replace('"', '""') + '"'


def names(identifiers: tuple[str, ...]) -> str:
    """Return quoted SQL names, with commas between them."""
    return ", ".join(name(identifier) for identifier in identifiers)


def create_table(table: Table) -> str:
    """Return the statement that creates `table`, with its primary and foreign keys."""
    parts = [
        f"{name(column.name)} {TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}"
        for column in table.columns
    ]
    parts.append(f"PRIMARY KEY ({names(table.primary_key)})")
    parts += [
        f"FOREIGN KEY ({names(key.columns)}) REFERENCES {name(key.table)} ({names(key.references)})"
        for key in table.foreign_keys
    ]
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
