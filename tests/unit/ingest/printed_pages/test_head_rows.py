"""Heads of two rows, told by rules under some of their columns, by room, or by what stands halfway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.head_rows import rows_of_head
from gangyao.ingest.printed_pages.lanes import Lanes
from gangyao.ingest.printed_pages.page import Run
from gangyao.ingest.printed_pages.segments import Segment
from tests.unit.ingest.printed_pages.pages import page, run
from tests.unit.ingest.printed_pages.test_unruled import body, cells, rule

# Columns of this width stand side by side; the names in them are set in the middle.
WIDE = 60.0


def lanes(count: int) -> Lanes:
    spans = tuple((72 + WIDE * n + 4, 72 + WIDE * (n + 1) - 4) for n in range(count))
    return Lanes(spans, tuple(72 + WIDE * n for n in range(count + 1)))


def name(text: str, first: int, last: int, middle: float, size: float = 10) -> Segment:
    across = 72 + WIDE * (first + last + 1) / 2
    half = size * len(text) / 2
    return Segment(
        text, Box(across - half, middle - size / 2, across + half, middle + size / 2), size, "Song"
    )


def places(head: Sequence[Segment], count: int, rules: Sequence[Box] = ()) -> list[tuple[str, int, int]]:
    return [(one.name.text, one.first, one.last) for one in rows_of_head(head, lanes(count), rules)]


LOWER = [name(text, n, n, 226) for n, text in enumerate(("决算", "预算", "执行", "增减"), 1)]
UPPER = [name("上年", 1, 1, 206), name("本年", 2, 4, 206)]


def test_room_parts_names_of_groups_from_those_of_columns():
    assert places([*UPPER, *LOWER, name("项目", 0, 0, 216)], 5) == [("上年", 1, 1), ("本年", 2, 4)]


def test_names_halfway_between_two_lines_tell_two_rows_where_these_stand_near():
    upper = [name("上年", 1, 1, 214), name("本年", 2, 4, 214)]
    assert places([*upper, *LOWER, name("项目", 0, 0, 220)], 5) == [("上年", 1, 1), ("本年", 2, 4)]


def test_a_rule_under_some_columns_parts_rows_where_all_names_stand_at_the_foot():
    upper = [name("上年", 1, 1, 214), name("本年", 2, 4, 214)]
    head = [*upper, *LOWER, name("项目", 0, 0, 226)]
    assert places(head, 5, [rule(219.5, 72 + WIDE, 72 + 5 * WIDE)]) == [("上年", 1, 1), ("本年", 2, 4)]


def test_wrapped_names_are_one_row():
    head = [*(name("预算", n, n, 214) for n in range(1, 4)), *(name("安排", n, n, 226) for n in range(1, 4))]
    assert places([*head, name("项目", 0, 0, 220)], 4) == []


@given(
    st.lists(st.integers(min_value=1, max_value=4), min_size=1, max_size=4).filter(lambda n: sum(n) > len(n))
)
def test_groups_share_all_columns_between_them(sizes: list[int]):
    count = sum(sizes)
    starts = [1 + sum(sizes[:n]) for n in range(len(sizes))]
    upper = [name("资金", a, a + n - 1, 206) for a, n in zip(starts, sizes, strict=True)]
    lower = [name("安排", n, n, 226) for n in range(1, count + 1)]
    found = places([*upper, *lower, name("地区", 0, 0, 216)], count + 1)
    assert found == [("资金", a, a + n - 1) for a, n in zip(starts, sizes, strict=True)]


def figures(top: float) -> list[Run]:
    return [
        run(text, 80 + WIDE * n, top, size=10)
        for n, text in enumerate(("契税", "101", "202", "303", "404"))
        if text
    ]


def test_a_rule_that_leaves_out_merged_names_is_that_of_a_wider_table():
    head = [
        run("项目", 80, 216, size=10),
        *(
            run(text, 80 + WIDE * n, 216, size=10)
            for n, text in enumerate(("决算", "预算", "执行", "增减"), 1)
        ),
        run("上年", 140, 198, size=10),
        run("本年", 200, 198, size=10),
    ]
    rows = [one for n in range(4) for one in figures(236 + 20 * n)]
    drawn = page(*body(60), *head, *rows, *body(360))
    ruled = replace(drawn, rules=(rule(211, 136, 375), rule(230, 136, 375)))
    found = cells(printed_lines([ruled]))
    assert (found[1, 1, 2, 1], found[1, 2, 1, 1], found[1, 3, 1, 3]) == ("项目", "上年", "本年")
    assert [found[row, 1, 1, 1] for row in range(3, 7)] == ["契税"] * 4


def test_a_head_stands_above_figures_though_cells_are_empty_or_wrapped():
    head = [run(text, 80 + WIDE * n, 200, size=10) for n, text in enumerate(("种类", "决算", "预算", "执行"))]
    rows = [
        *(run(text, 80 + WIDE * n, 220, size=10) for n, text in enumerate(("契税", "1234", "20", "30"))),
        run("56", 80 + WIDE, 232, size=10),
        *(run(text, 80 + WIDE * n, 256, size=10) for n, text in ((0, "房产税"), (1, "88"), (3, "31"))),
        *(run(text, 80 + WIDE * n, 280, size=10) for n, text in enumerate(("合计", "90", "20", "61"))),
    ]
    found = cells(printed_lines([page(*body(60), *head, *rows, *body(340))]))
    assert found[2, 2, 1, 1] == "123456"
    assert (found[3, 1, 1, 1], found[3, 4, 1, 1], found[4, 1, 1, 1]) == ("房产税", "31", "合计")


def test_wrapped_names_of_the_lower_row_stand_at_its_middle():
    lower = [
        *(name("已下", n, n, 220) for n in (1, 3)),
        *(name("达", n, n, 232) for n in (1, 3)),
        *(name("面积", n, n, 226) for n in (2, 4)),
    ]
    upper = [name("中央", 1, 2, 208), name("省级", 3, 4, 208)]
    head = [*upper, *lower, name("地区", 0, 0, 220)]
    assert places(head, 5) == [("中央", 1, 2), ("省级", 3, 4)]


def test_the_name_of_a_table_above_all_its_columns_is_no_row_of_its_head():
    names = [name(text, n, n, 226) for n, text in enumerate(("项目", "决算", "预算", "执行"))]
    assert places([name("表一", 1, 1, 206), name("收支", 2, 2, 206), *names], 4) == []
