"""Heads of two rows and more: groups over the middle of their columns, and rows beside the known one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.head_levels import levels_of_head
from gangyao.ingest.printed_pages.page import Run
from tests.unit.ingest.printed_pages.pages import page, run
from tests.unit.ingest.printed_pages.test_head_rows import WIDE, lanes, name
from tests.unit.ingest.printed_pages.test_unruled import cells

THREE = [
    name("镇名", 0, 0, 216),
    name("上年", 1, 4, 200),
    name("本年", 5, 8, 200),
    *(
        name(text, first, first + 1, 216)
        for text, first in (("户数", 1), ("资金", 3), ("户数", 5), ("资金", 7))
    ),
    *(name(("计划", "完成")[at % 2], at, at, 232) for at in range(1, 9)),
]


def groups(head: Sequence[object], count: int) -> list[tuple[str, int, int, int]]:
    found = levels_of_head(head, lanes(count))  # type: ignore[arg-type]
    return [(one.name.text, one.first, one.last, one.row) for one in found]


def test_groups_of_groups_are_rows_of_their_own():
    assert groups(THREE, 9) == [
        ("上年", 1, 4, 0),
        ("户数", 1, 2, 1),
        ("资金", 3, 4, 1),
        ("本年", 5, 8, 0),
        ("户数", 5, 6, 1),
        ("资金", 7, 8, 1),
    ]


@given(st.lists(st.integers(2, 4), min_size=2, max_size=5), st.sampled_from((206, 213, 220)))
def test_names_over_the_middle_of_their_columns_are_groups_of_them(sizes: list[int], beside: float):
    ends = [1]
    for size in sizes:
        ends.append(ends[-1] + size)
    head = [name("项目", 0, 0, beside)]
    head += [name("本年", first, end - 1, 206) for first, end in pairwise(ends)]
    head += [name("计划", at, at, 220) for at in range(1, ends[-1])]
    assert groups(head, ends[-1]) == [("本年", first, end - 1, 0) for first, end in pairwise(ends)]


def test_the_first_line_of_a_wrapped_name_is_no_group():
    head = [name("总投", 1, 1, 206), name("资额", 1, 1, 220)]
    head += [name(text, at, at, 220) for text, at in (("名称", 0), ("内容", 2), ("单位", 3))]
    assert groups(head, 4) == []


def test_a_name_that_goes_on_in_the_next_line_is_one():
    head = [name("项目", 0, 0, 220), name("本年下", 1, 2, 200), name("达资金", 1, 2, 214)]
    head += [name("中央", 1, 1, 234), name("省级", 2, 2, 234), name("备注", 3, 3, 217)]
    assert groups(head, 4) == [("本年下达资金", 1, 2, 0)]


def figures(count: int, rows: int, top: float) -> list[Run]:
    return [
        run(text, 72 + WIDE * at + 18, top + 18 * row, size=10)
        for row in range(rows)
        for at, text in enumerate(("东镇", *("12.5" for _ in range(count - 1))))
    ]


def at(text: str, first: int, last: int, top: float) -> Run:
    box = name(text, first, last, top).box
    return run(text, box.left, top - 5, size=10)


def test_three_rows_of_heads_without_rules_are_read():
    head = [at(word.text, 0, 0, word.middle) for word in THREE[:1]]
    head += [
        at("上年", 1, 4, 200),
        at("本年", 5, 8, 200),
        *(at(text, one, one + 1, 216) for text, one in (("户数", 1), ("资金", 3), ("户数", 5), ("资金", 7))),
        *(at(("计划", "完成")[one % 2], one, one, 232) for one in range(1, 9)),
    ]
    found = cells(printed_lines([replace(page(*head, *figures(9, 4, 244)), width=700.0)]))
    assert found[1, 1, 3, 1] == "镇名"
    assert found[1, 2, 1, 4] == "上年"
    assert found[2, 4, 1, 2] == "资金"
    assert found[3, 9, 1, 1] == "计划"
    assert found[4, 1, 1, 1] == "东镇"


@pytest.mark.parametrize("mark", ["■", "√"])
def test_columns_counted_by_months_are_a_table(mark: str):
    head = [at("工作内容", 0, 0, 213), at("进度安排", 1, 6, 206)]
    head += [at(str(month), month, month, 222) for month in range(1, 7)]
    rows = [
        one
        for row in range(3)
        for one in (
            at("验收", 0, 0, 244 + 20 * row),
            at(mark, row + 1, row + 1, 244 + 20 * row),
            at(mark, row + 2, row + 2, 244 + 20 * row),
        )
    ]
    found = cells(printed_lines([replace(page(*head, *rows), width=560.0)]))
    assert found[1, 2, 1, 6] == "进度安排"
    assert found[2, 7, 1, 1] == "6"
    assert found[3, 2, 1, 1] == mark
    assert found[5, 5, 1, 1] == mark


def test_a_table_right_below_another_in_other_columns_is_one_of_its_own():
    first = [
        ("设备名称", "型号", "数量", "金额"),
        ("水泵", "A-1", "3", "1.5"),
        ("电机", "B-2", "4", "2.5"),
        ("风机", "C-3", "5", "3.5"),
    ]
    second = [
        ("编码", "服务事项", "办理类型", "时限"),
        ("1.1", "登记", "即办", "3日"),
        ("1.2", "核发", "限时", "5日"),
        ("1.3", "备案", "即办", "7日"),
    ]
    runs = [
        run(text, left + 110 * column, 200 + 18 * row, size=10)
        for rows, left, row_at in ((first, 80, 0), (second, 125, 4))
        for row, texts in enumerate(rows, row_at)
        for column, text in enumerate(texts)
    ]
    lines = printed_lines([page(*runs)])
    tables = {line.text: line.cell.table for line in lines if line.cell is not None}
    assert tables["风机"] == tables["设备名称"] != tables["编码"] == tables["备案"]
