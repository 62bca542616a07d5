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


@pytest.mark.parametrize("apart", [8.0, 10.5])
def test_names_of_groups_and_of_their_columns_stand_half_a_line_above_and_below_the_others(apart):
    lefts = (80, 120, 230, 290, 370, 440)
    middle = [
        run(text, left, 210, size=10) for text, left in zip(("序号", "指标名称", "单位"), lefts, strict=False)
    ]
    above = [run("上年实绩", 305, 210 - apart, size=10)]
    above.append(run("本年预计", 430, 210 - apart, size=10))
    below = [
        run(text, left, 210 + apart, size=10)
        for text, left in zip(("绝对额", "增速", "绝对额", "增速"), (270, 330, 400, 470), strict=True)
    ]
    rows = [(str(n), "固定资产投资", "亿元", "41.2", "7.1", "45.3", "8.2") for n in range(1, 5)]
    drawn = [
        run(text, left, 240 + 18 * n, size=10)
        for n, row in enumerate(rows)
        for text, left in zip(row, (85, 112, 230, 270, 330, 400, 470), strict=True)
    ]
    found = cells(printed_lines([page(*body(100), *above, *middle, *below, *drawn)]))
    assert (found[(1, 4, 1, 2)], found[(1, 6, 1, 2)]) == ("上年实绩", "本年预计")
    assert (found[(1, 1, 2, 1)], found[(2, 7, 1, 1)], found[(6, 7, 1, 1)]) == ("序号", "增速", "8.2")


def test_a_line_as_wide_as_those_that_go_on_has_no_room_left_though_the_next_column_is_far():
    head = [
        run(text, left, 700, size=10)
        for text, left in zip(("序号", "重点任务", "责任单位"), LEFTS, strict=False)
    ]
    first = [
        run("1", 85, 725, size=10),
        run("建设水库加固堤防", 112, 725, size=10),
        run("水利局", 265, 725, size=10),
    ]
    second = [run("2", 85, 750, size=10), run("水利局", 265, 750, size=10)]
    begun = [
        run(text, 112, 750 + 13 * n, size=10)
        for n, text in enumerate(("疏浚河道二十公里", "并且整治山塘十五"))
    ]
    again = [
        run(text, left, 80, size=10)
        for text, left in zip(("序号", "重点任务", "责任单位"), LEFTS, strict=False)
    ]
    rest = [run("座。", 112, 105, size=10)]
    third = [run("3", 85, 130, size=10), run("新建泵站", 112, 130, size=10), run("住建局", 265, 130, size=10)]
    pages = [page(*body(600), *head, *first, *second, *begun), page(*again, *rest, *third, number=2)]
    found = cells(printed_lines(pages))
    assert found[(3, 2, 1, 1)] == "疏浚河道二十公里并且整治山塘十五座。"
    assert found[(4, 1, 1, 1)] == "3"
