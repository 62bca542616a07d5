"""Tables that no upright rules part: three-line tables, shaded rows, merged cells, over several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.printed import Box, PrintedLine
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.grids import find_grids
from gangyao.ingest.printed_pages.page import Page, Run
from gangyao.ingest.printed_pages.row_edges import centred
from tests.unit.ingest.printed_pages.pages import page, run

LEFTS = (80, 140, 300, 380, 450)
HEAD = ("类别", "指标", "单位", "2020年", "属性")
ROWS = (
    ("经济发展", "地区生产总值增长", "%", "6.1", "预期性"),
    ("", "常住人口城镇化率", "%", "60.3", "预期性"),
    ("", "劳动生产率增长", "%", "5.2", "预期性"),
    ("绿色生态", "森林覆盖率", "%", "23.2", "约束性"),
    ("", "地表水优良比例", "%", "83.4", "约束性"),
)
SENTENCE = "坚持把生态保护放在首位，加快建设宜居宜业的滨水城市，努力实现人与自然和谐共生。"
Places = dict[tuple[int, int, int, int], str]


def body(top: float) -> list[Run]:
    return [run(SENTENCE[:36], 96, top), run(SENTENCE[36:], 72, top + 18)]


def cells(lines: Sequence[PrintedLine]) -> Places:
    found: Places = {}
    for line in lines:
        if line.cell is not None:
            at = (line.cell.row, line.cell.column, line.cell.row_span, line.cell.column_span)
            found[at] = found.get(at, "") + line.text
    return found


def rule(y: float, left: float = 72, right: float = 510) -> Box:
    return Box(left, y, right, y + 0.5)


def words(top: float, rows: Sequence[Sequence[str]], step: float = 20) -> list[Run]:
    return [
        run(text, left, top + step * n, size=10)
        for n, row in enumerate(rows)
        for left, text in zip(LEFTS, row, strict=False)
        if text
    ]


def three_lines(top: float, rows: Sequence[Sequence[str]]) -> Page:
    bottom = top + 20 * (len(rows) + 1)
    runs = [*body(60), *words(top, [HEAD]), *words(top + 20, rows), *body(bottom + 40)]
    return replace(page(*runs), rules=(rule(top - 5), rule(top + 15), rule(bottom - 5)))


def test_a_table_of_three_rules_is_one_with_all_its_cells():
    rows = [("发展", *row[1:]) for row in ROWS]
    found = cells(printed_lines([three_lines(200, rows)]))
    expected = {(1, n, 1, 1): text for n, text in enumerate(HEAD, 1)}
    expected |= {(r, n, 1, 1): text for r, row in enumerate(rows, 2) for n, text in enumerate(row, 1)}
    assert found == expected


def test_words_in_the_middle_of_groups_of_rows_are_merged_cells():
    rows = [("", *row[1:]) for row in ROWS]
    first, second = run("经济发展", 80, 240, size=10), run("绿色生态", 80, 290, size=10)
    drawn = three_lines(200, rows)
    found = cells(printed_lines([replace(drawn, runs=(*drawn.runs, first, second))]))
    assert found[2, 1, 3, 1] == "经济发展"
    assert found[5, 1, 2, 1] == "绿色生态"


def test_words_at_the_tops_of_groups_of_rows_are_merged_cells():
    found = cells(printed_lines([three_lines(200, ROWS)]))
    assert (found[2, 1, 3, 1], found[5, 1, 2, 1]) == ("经济发展", "绿色生态")


def test_a_name_over_several_columns_is_one_cell_of_a_head_of_two_rows():
    head = [
        run("目标值", 375, 200, size=10),
        *words(210, [("类别", "指标", "单位")]),
        run("属性", 470, 210, size=10),
    ]
    years = [run("2020年", 335, 220, size=10), run("2025年", 395, 220, size=10)]
    rows = [
        one
        for n in range(3)
        for one in (
            *words(245 + 20 * n, [("经济", "森林覆盖率", "%")]),
            run("23.2", 340, 245 + 20 * n, size=10),
            run("25.4", 400, 245 + 20 * n, size=10),
            run("约束性", 470, 245 + 20 * n, size=10),
        )
    ]
    drawn = page(*body(60), *head, *years, *rows, *body(340))
    found = cells(printed_lines([replace(drawn, rules=(rule(195), rule(238), rule(305)))]))
    assert found[1, 4, 1, 2] == "目标值"
    assert (found[2, 4, 1, 1], found[2, 5, 1, 1]) == ("2020年", "2025年")
    assert (found[1, 1, 2, 1], found[1, 6, 2, 1]) == ("类别", "属性")


def test_shaded_rows_are_rows_and_the_last_that_is_not_shaded_too():
    rows = [("发展", *row[1:]) for row in ROWS[:3]]
    drawn = page(*body(60), *words(200, [HEAD, *rows]), *body(320))
    shades = (Box(72, 195, 510, 215), Box(72, 235, 510, 255))
    found = cells(printed_lines([replace(drawn, shades=shades)]))
    assert {row for row, *_ in found} == {1, 2, 3, 4}
    assert found[4, 2, 1, 1] == "劳动生产率增长"


@pytest.mark.parametrize("is_repeated", [False, True])
def test_a_table_without_upright_rules_goes_on_over_the_page(is_repeated):
    rows = [("发展", *row[1:]) for row in ROWS]
    first = page(*body(60), *words(640, [HEAD, *rows[:3]]))
    first = replace(first, rules=(rule(635), rule(655)))
    again = [HEAD] if is_repeated else []
    second = page(*words(80, [*again, *rows[3:]]), *body(200))
    bottom = 75 + 20 * (2 + is_repeated)
    second = replace(second, number=2, rules=(*([rule(95)] if is_repeated else []), rule(bottom)))
    lines = printed_lines([first, second])
    assert {line.cell.table for line in lines if line.cell is not None} == {1}
    found = cells(lines)
    assert [found[row, 2, 1, 1] for row in range(2, 7)] == [row[1] for row in rows]


def test_lines_of_text_between_rules_are_no_table():
    drawn = page(*body(60), *body(120))
    assert cells(printed_lines([replace(drawn, rules=(rule(50), rule(110), rule(200)))])) == {}


def test_a_rule_between_columns_of_text_is_none_of_the_table_below():
    across = [Box(72, y, 510, y + 0.5) for y in (200, 220, 240)]
    upright = [Box(x, 200, x + 0.5, 240) for x in (72, 200, 509)]
    (grid,) = find_grids([*across, *upright, Box(291, 60, 291.5, 199)])
    assert len(grid.columns) == 3


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.floats(5, 40))
def test_middles_of_groups_tell_the_groups(sizes, height):
    edges = [height * n for n in range(sum(sizes) + 1)]
    starts = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
    marks = [(edges[a] + edges[b]) / 2 for a, b in pairwise(starts)]
    found = centred(marks, edges)
    assert found is not None
    assert found[0] == starts
    assert found[1] == pytest.approx(0)


def test_a_table_goes_on_over_the_page_at_another_width_below_its_head():
    def ruled(left: float, right: float, rows: Sequence[Sequence[str]], number: int) -> Page:
        xs = [left + (right - left) * n / 5 for n in range(6)]
        ys = [100 + 20 * n for n in range(len(rows) + 1)]
        rules = [Box(left, y, right, y + 0.5) for y in ys] + [Box(x, ys[0], x + 0.5, ys[-1]) for x in xs]
        runs = [
            run(text, x + 3, y + 5, size=8)
            for y, row in zip(ys, rows, strict=False)
            for x, text in zip(xs, row, strict=False)
            if text
        ]
        return replace(page(*runs, number=number), rules=tuple(rules))

    rows = [("发展", *row[1:]) for row in ROWS]
    lines = printed_lines([ruled(72, 560, [HEAD, *rows[:3]], 1), ruled(72, 510, [HEAD, *rows[3:]], 2)])
    assert {line.cell.table for line in lines if line.cell is not None} == {1}
    assert max(row for row, *_ in cells(lines)) == 6


def test_a_rule_at_the_end_of_one_table_is_not_the_first_of_the_next():
    rows = [("发展", *row[1:]) for row in ROWS]
    runs = [*body(60), *words(200, [HEAD]), *words(220, rows[:3]), run("名单", 72, 330, size=10)]
    people = [
        ("序号", "姓名", "工作单位", "职务"),
        *((str(n), "某某", "办公室", "主任") for n in range(1, 5)),
    ]
    runs += [*words(360, people), *body(520)]
    drawn = replace(page(*runs), rules=(rule(195), rule(215), rule(275), rule(375)))
    lines = printed_lines([drawn])
    assert {line.cell.table for line in lines if line.cell is not None} == {1, 2}
    assert all(line.cell is None for line in lines if line.text == "名单")


def test_numbers_of_rows_tell_rows_whose_figures_are_wrapped():
    head = words(200, [("序号", "姓名", "单位", "电话", "职务")])
    rows, top = [], 222.0
    for n in range(1, 5):
        rows += words(top, [(str(n), "某某", "办公室", "05585", "主任")])
        rows.append(run("80", 380, top + 12, size=10))
        if n % 2:
            rows.append(run("科员", 450, top + 12, size=10))
        top += 27
    found = cells(printed_lines([page(*body(60), *head, *rows, *body(380))]))
    assert [found[row, 1, 1, 1] for row in range(2, 6)] == ["1", "2", "3", "4"]
    assert [found[row, 4, 1, 1] for row in range(2, 6)] == ["0558580"] * 4


def test_a_cell_whose_middle_lies_far_below_its_rows_is_cut_by_the_page():
    rows = [("", *row[1:]) for row in ROWS]
    first = page(*body(60), *words(560, [HEAD, *rows[:3]]), run("发展", 85, 740, size=10))
    first = replace(first, rules=(rule(555), rule(575)))
    second = replace(page(*words(80, rows[3:]), *body(200)), number=2)
    lines = printed_lines([first, second])
    assert {line.cell.table for line in lines if line.cell is not None} == {1}
    assert [line.cell is not None for line in lines if line.text == "发展"] == [True]
