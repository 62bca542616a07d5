"""The one check over all columns says what Pandera says column by column."""

from __future__ import annotations

import weakref
from dataclasses import replace

import pandera.errors
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema
from schemas.projections.failures import all_hold, failures
from schemas.projections.pandera import contents, pandera_schema, value_schema, values_hold

COLUMNS = (
    Column("key", "integer", "", "", 1, unit="1"),
    Column("kind", "string", "", "", "a", nullable=True, values={"a": "", "b": ""}),
    Column("code", "string", "", "", "a1", pattern=r"[a-z]\d", nullable=True),
    Column("text", "string", "", "", "x"),
    Column("note", "string", "", "", "x", may_be_empty=True),
    Column("count", "integer", "", "", 1, unit="1", minimum=0, maximum=3, nullable=True),
    Column("share", "number", "", "", 0.5, unit="1", minimum=0, maximum=1, nullable=True),
    Column("amount", "number", "", "", 0.5, unit="1"),
    Column("names", "strings", "", "", ("a",)),
)
TABLE = Table("things", "", "", "", "", COLUMNS, ("key",))
ROWS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from([None, "a", "b", "c", ""]),
        st.sampled_from([None, "a1", "z9", "a12", "a1\n", ""]),
        st.sampled_from(["x", "文", "文文", ""]),
        st.sampled_from(["", "x"]),
        st.sampled_from([None, 0, 3, 4, -1]),
        st.sampled_from([None, 0.0, 0.5, 1.0, 1.5, float("nan")]),
        st.sampled_from([0.0, -1e9, float("inf"), float("nan")]),
        st.lists(st.sampled_from(["a", ""]), max_size=2),
    ),
    max_size=3,
)


def table_of(rows: list[tuple[object, ...]]) -> pa.Table:
    schema = arrow_schema(TABLE)
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.table(
        [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema=schema
    )


def holds(rows: pa.Table) -> bool:
    try:
        pandera_schema(TABLE).validate(rows, lazy=True)
    except pandera.errors.SchemaErrors:
        return False
    return True


@given(ROWS)
def test_both_say_the_same_and_a_failure_is_told(rows):
    table = table_of(rows)
    assert (not list(failures(TABLE, table))) == holds(table)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "c"),
        ("code", "a12"),
        ("text", ""),
        ("count", 4),
        ("count", -1),
        ("share", 1.5),
        ("amount", float("nan")),
    ],
)
def test_each_rule_is_held(column: str, value: object):
    good = {"key": 1, "kind": "a", "code": "a1", "text": "文", "note": "", "count": 0, "share": 1.0}
    good |= {"amount": 0.5, "names": []}
    assert values_hold({TABLE: table_of([tuple(good.values())])})
    assert not values_hold({TABLE: table_of([tuple((good | {column: value}).values())])})


def test_a_key_that_stands_twice_fails():
    row = (1, None, None, "文", "", None, None, 0.5, [])
    tables = {TABLE: table_of([row, row])}
    with pytest.raises(pandera.errors.SchemaErrors):
        value_schema(tables).validate(contents(tables), lazy=True)


@given(st.lists(ROWS, max_size=3))
def test_of_many_tables_all_hold_where_each_does(all_rows):
    tables = {replace(TABLE, name=f"things{number}"): table_of(rows) for number, rows in enumerate(all_rows)}
    assert all_hold(tables) == all(map(holds, tables.values()))


def test_nothing_of_what_was_held_stays():
    table = table_of([(1, "a", "a1", "文", "", 0, 1.0, 0.5, [])])
    assert all_hold({TABLE: table})
    seen = weakref.ref(table)
    del table
    assert seen() is None
