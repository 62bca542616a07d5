"""Tables without upright rules whose head no word names and whose first columns go over several rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run
from tests.unit.ingest.printed_pages.pages import page, run
from tests.unit.ingest.printed_pages.test_unruled import body, cells, rule

LEFTS = (80, 110, 260, 340, 430)
NAMES = ("序号", "违法行为", "阶次", "情形", "幅度")
# An offence with its degrees; what is said of the offence is wrapped over their rows.
OFFENCES = (
    (
        ("1", ("在河道内倾倒弃土弃渣影响", "行洪安全的行为")),
        (("轻微", "初次违法", "不予处罚"), ("一般", "造成影响", "罚款三千元")),
    ),
    (
        ("2", ("占用防洪通道",)),
        (
            ("轻微", "及时改正", "责令改正"),
            ("较重", "拒不改正", "罚款五千元"),
            ("严重", "造成后果", "罚款一万元"),
        ),
    ),
)


def degrees(top: float, step: float = 24) -> list[Run]:
    drawn: list[Run] = []
    for (number, act), rows in OFFENCES:
        drawn.append(run(number, LEFTS[0], top, size=10))
        drawn += [run(line, LEFTS[1], top + 13 * n, size=10) for n, line in enumerate(act)]
        for row in rows:
            drawn += [run(text, left, top, size=10) for text, left in zip(row, LEFTS[2:], strict=True)]
            top += step
    return drawn


def table(names: Sequence[str], rules: tuple[float, ...] = (198,), font: str = "Song") -> Page:
    head = [run(text, left, 206, size=10, font=font) for text, left in zip(names, LEFTS, strict=True)]
    drawn = page(*body(100), *head, *degrees(230))
    return Page(1, drawn.width, drawn.height, drawn.runs, tuple(rule(y) for y in rules))


WANTED = {
    (2, 1, 2, 1): "1", (2, 2, 2, 1): "在河道内倾倒弃土弃渣影响行洪安全的行为",
    (4, 1, 3, 1): "2", (4, 2, 3, 1): "占用防洪通道",
    (2, 3, 1, 1): "轻微", (3, 3, 1, 1): "一般", (4, 3, 1, 1): "轻微", (6, 3, 1, 1): "严重",
    (2, 5, 1, 1): "不予处罚", (6, 5, 1, 1): "罚款一万元",
}  # fmt: skip


@pytest.mark.parametrize("names", [NAMES, ("甲", "行为", "档次", "表现", "处理")])
@pytest.mark.parametrize(("rules", "font"), [((198,), "Song"), ((), "Hei")])
def test_names_below_a_rule_or_in_a_font_of_their_own_head_rows_of_words(names, rules, font):
    found = cells(printed_lines([table(names, rules, font)]))
    assert {place: found.get(place) for place in WANTED} == WANTED
    assert [found[(1, column, 1, 1)] for column in range(1, 6)] == list(names)


def test_words_in_rows_that_nothing_tells_are_no_table():
    names = ("张三", "李四同志", "王五", "赵六", "钱七")
    assert not cells(printed_lines([table(names, (), "Song")]))


def test_groups_of_columns_stand_above_names_that_only_figures_tell():
    rows = [("合计", "93.1", "41.5", "20.7", "30.2"), ("甲县", "13.8", "11.2", "10.9", "12.2")] * 3
    head = [
        run("县域", LEFTS[0], 200, size=10),
        run("上级安排", 205, 200, size=10),
        run("本级安排", 375, 200, size=10),
    ]
    lefts = (80, 180, 260, 350, 430)
    names = [
        run(text, left, 217, size=10)
        for text, left in zip(("已到", "未到", "已到", "未到"), lefts[1:], strict=True)
    ]
    drawn = [
        run(text, left, 240 + 17 * n, size=10)
        for n, row in enumerate(rows)
        for text, left in zip(row, lefts, strict=True)
    ]
    found = cells(printed_lines([page(*body(100), *head, *names, *drawn)]))
    assert found[(1, 1, 2, 1)] == "县域"
    assert (found[(1, 2, 1, 2)], found[(1, 4, 1, 2)]) == ("上级安排", "本级安排")
    assert found[(3, 1, 1, 1)] == "合计"
    assert found[(8, 5, 1, 1)] == "12.2"
