"""A violation is told with table, column, row and value."""

from __future__ import annotations

import pyarrow as pa
import pytest

from gangyao.release.checks.schema import foreign_key_problems, foreign_keys_hold, validate
from gangyao.release.tables import Tables
from schemas.declaration import ForeignKey
from schemas.registry import TABLES


def changed(tables: Tables, name: str, column: str, index: int, value: object) -> Tables:
    table = tables[name]
    values = table[column].to_pylist()
    values[index] = value
    at = table.column_names.index(column)
    field = table.schema.field(column)
    return tables.with_table(name, table.set_column(at, field, pa.array(values, field.type)))


@pytest.mark.parametrize(
    ("place", "value", "row", "told"),
    [
        (("tasks", "modality", 1), "wish", "linhe-2020/8.1/p1/t1", "isin"),
        (("tasks", "position", 0), 0, "linhe-2020/8/p1/t1", "greater_than_or_equal_to"),
        (("tasks", "text", 0), None, "linhe-2020/8/p1/t1", "must not be null"),
        (("entities", "admin_code", 1), "12", "admin_area/临河市青川区", "str_matches"),
        (("corrections", "reason", 2), "", "linhe-2020/c15-16", "str_length"),
        (("targets", "year", 0), 3025, "linhe-2020/8.1/p1/t1/q1", "less_than_or_equal_to"),
        (("breaks", "confidence", 0), 1.5, "linhe-2020 1", "less_than_or_equal_to"),
        (("tasks", "paragraph_id", 0), "linhe-2020/8/p9", "linhe-2020/8/p1/t1", "names no row of paragraphs"),
        (("sections", "parent_id", 1), "linhe-2020/7", "linhe-2020/8.1", "names no row of sections"),
        (("breaks", "before_line", 0), 99, "linhe-2020 1", "names no row of lines"),
        (("mentions", "surface", 0), "临江市", "linhe-2020/8/p1/m5", "the span holds '临河市'"),
        (("mentions", "task_id", 0), "linhe-2020/8.1/p1/t1", "linhe-2020/8/p1/m5", "is not in this task"),
        (("tasks", "text_hant", 0), "x", "linhe-2020/8/p1/t1", "the span holds"),
        (("tasks", "text", 1), "x", "linhe-2020/8.1/p1/t1", "the span holds"),
        (("tasks", "end_char", 1), 1, "linhe-2020/8.1/p1/t1", "the span holds"),
        (("actions", "text", 1), "医院", "linhe-2020/", "the span holds"),
        (("actions", "object", 0), "医院", "linhe-2020/8/p1/t1/a1", "not one piece"),
        (("targets", "start_char", 0), 3, "linhe-2020/8.1/p1/t1/q1", "the span holds"),
        (("tasks", "end_char", 1), 99, "linhe-2020/8.1/p1/t1", "0:99 is none of a text of 29 code points"),
        (("actions", "end_char", 0), 99, "linhe-2020/8/p1/t1/a1", "is none of a text of"),
        (("responsibilities", "end_char", 0), 99, "linhe-2020/", "is none of a text of"),
        (("paragraphs", "chars", 0), 3, "linhe-2020/8/p1", "code points"),
        (("paragraphs", "lead", 0), "改善", "linhe-2020/8/p1", "not how the text begins"),
        (("sections", "text", 0), "x", "linhe-2020/8", "is not the section's paragraphs"),
        (("corrections", "after", 1), "发展", "linhe-2020/c86-88", "the span holds"),
        (("suspects", "text", 0), "学园", "", "the span holds"),
        (("witnesses", "confirmed_chars", 0), 21, "linhe-2020/8/p1 copy.txt", "were compared"),
        (("paragraphs", "confirmed_share", 0), 0.95, "linhe-2020/8/p1", "its witnesses confirms 0.9"),
    ],
)  # fmt: skip
def test_a_violation_names_table_column_row_and_value(
    tables: Tables, place: tuple[str, str, int], value: object, row: str, told: str
) -> None:
    name, column, index = place
    problems = validate(changed(tables, name, column, index, value))
    assert problems
    assert any(
        problem.table == name
        and problem.row is not None
        and problem.row.startswith(row)
        and told in str(problem)
        for problem in problems
    ), list(map(str, problems))
    first = str(next(problem for problem in problems if told in str(problem)))
    assert name in first
    assert row in first


def test_a_key_that_occurs_twice_is_named(tables: Tables) -> None:
    twice = pa.concat_tables([tables["tasks"], tables["tasks"].slice(0, 1)])
    problems = validate(tables.with_table("tasks", twice))
    assert list(map(str, problems)) == ["table tasks, row linhe-2020/8/p1/t1: 2 rows have this key"]


def test_a_column_too_many_or_of_another_type_is_named(tables: Tables) -> None:
    more = tables["tasks"].append_column("colour", pa.array(["red"] * 2))
    assert any("colour" in str(problem) for problem in validate(tables.with_table("tasks", more)))
    at = tables["tasks"].column_names.index("position")
    other = tables["tasks"].set_column(at, "position", tables["tasks"]["position"].cast(pa.string()))
    assert any("position" in str(problem) for problem in validate(tables.with_table("tasks", other)))


def test_many_rows_with_one_fault_are_told_as_few(tables: Tables) -> None:
    text = tables["lines"]
    at = text.column_names.index("source_file")
    blank = text.set_column(at, text.schema.field("source_file"), pa.array([""] * text.num_rows))
    problems = validate(tables.with_table("lines", blank))
    assert len(problems) == 6
    assert "11 rows in all" in str(problems[-1])


EVERY_KEY = [(table.name, key) for table in TABLES for key in table.foreign_keys]


@pytest.mark.parametrize(
    ("name", "key"), EVERY_KEY, ids=lambda one: one if isinstance(one, str) else one.table
)
def test_all_keys_are_held_at_once_as_each_is(tables: Tables, name: str, key: ForeignKey) -> None:
    table = next(one for one in TABLES if one.name == name)
    assert foreign_keys_hold(tables)
    if not tables[name].num_rows:
        return
    column = key.columns[-1]
    named = 10**6 if table.column(column).type == "integer" else "no such row"
    spoilt = changed(tables, name, column, tables[name].num_rows - 1, named)
    is_partly_null = any(spoilt[name][one][-1].as_py() is None for one in key.columns)
    assert bool(list(foreign_key_problems(table, key, spoilt))) != is_partly_null
    assert is_partly_null or not foreign_keys_hold(spoilt)
