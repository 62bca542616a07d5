"""Every table is declared completely, and a declaration that is not is caught."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from schemas.declaration import Column, Table
from schemas.registry import BY_NAME, TABLES

PYTHON = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": str,
    "strings": tuple,
}


def faults(table: Table) -> list[str]:
    """What a declaration lacks."""
    found = [
        f"{table.name}: no {what}"
        for what in ("title", "title_zh", "row", "description")
        if not getattr(table, what)
    ]
    for column in table.columns:
        name = f"{table.name}.{column.name}"
        found += [f"{name}: no {what}" for what in ("description", "title_zh") if not getattr(column, what)]
        if column.example in {"", ()} or not isinstance(column.example, PYTHON[column.type]):
            found.append(f"{name}: no example of type {column.type}")
        elif column.type == "date":
            date.fromisoformat(str(column.example))
        if (column.type in {"integer", "number"}) != (column.unit is not None):
            found.append(f"{name}: a number has a unit, and nothing else has")
        if column.values and (column.example not in column.values or not all(column.values.values())):
            found.append(f"{name}: the example is no allowed value, or a value has no meaning")
        if column.pattern and not re.fullmatch(column.pattern, str(column.example)):
            found.append(f"{name}: the example does not match the pattern")
        if column.nullable and column.may_be_empty:
            found.append(f"{name}: null and empty text would look alike in CSV")
        if column.description and not column.description.endswith("."):
            found.append(f"{name}: the description is no sentence")
    for key in (*table.primary_key, *table.recognised_by):
        if key not in table.column_names:
            found.append(f"{table.name}: {key} is no column")
        elif key in table.primary_key and table.column(key).nullable:
            found.append(f"{table.name}.{key}: a key is never null")
    for foreign in table.foreign_keys:
        if foreign.table not in BY_NAME or BY_NAME[foreign.table].primary_key != foreign.references:
            found.append(f"{table.name}: {foreign.columns} does not name a key of {foreign.table}")
    return found


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_declared_completely(table: Table) -> None:
    assert faults(table) == []


def spoiled(**change: object) -> Table:
    table = BY_NAME["paragraphs"]
    column = replace(table.column("chars"), **change)
    return replace(table, columns=tuple(column if one.name == "chars" else one for one in table.columns))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"description": ""}, "no description"),
        ({"title_zh": ""}, "no title_zh"),
        ({"example": ""}, "no example"),
        ({"unit": None}, "a number has a unit"),
        ({"pattern": "[a-z]+"}, "does not match"),
        ({"values": {"a": "b"}}, "no allowed value"),
    ],
)
def test_a_column_without_its_description_example_or_unit_is_caught(
    change: dict[str, object], told: str
) -> None:
    assert any(told in fault for fault in faults(spoiled(**change)))


def test_parents_come_before_what_refers_to_them() -> None:
    # DuckDB creates the tables in this order, with their foreign keys.
    seen: set[str] = set()
    for table in TABLES:
        seen.add(table.name)
        assert {key.table for key in table.foreign_keys} <= seen, table.name


def test_a_column_is_found_by_name() -> None:
    assert isinstance(BY_NAME["tasks"].column("kind"), Column)
    with pytest.raises(KeyError, match="table tasks has no column colour"):
        BY_NAME["tasks"].column("colour")
