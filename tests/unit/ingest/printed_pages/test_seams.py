"""Tables where a page cuts them: what only the cut makes is no row."""

from __future__ import annotations

import pytest

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page
from tests.unit.ingest.printed_pages.pages import run
from tests.unit.ingest.printed_pages.test_printed_lines import ruled

HEAD = [["序号"], ["重点任务"], ["完成时限"]]
EMPTY: list[list[str]] = [[], [], []]


def row(number: int) -> list[list[str]]:
    return [[str(number)], [f"建设水库{'一二三四五六七八九'[number - 1]}座。"], ["十月底前"]]


def rows(*pages: list[list[list[str]]]) -> list[tuple[str, int]]:
    drawn = [ruled(number, 700 if number == 1 else 80, one) for number, one in enumerate(pages, 1)]
    return [
        (line.text, line.cell.row) for line in printed_lines(drawn) if line.cell and line.cell.column == 1
    ]


WHOLE = [("序号", 1), ("1", 2), ("2", 3), ("3", 4)]


@pytest.mark.parametrize("again", [[], [HEAD]])
def test_a_row_at_the_end_of_a_page_that_the_next_prints_again_is_one(again):
    assert rows([HEAD, row(1), row(2)], [*again, row(2), row(3)]) == WHOLE
    aside = [
        line.text
        for line in printed_lines([ruled(1, 700, [HEAD, row(1), row(2)]), ruled(2, 80, [row(2), row(3)])])
        if line.role == "furniture"
    ]
    assert aside == ["2", "建设水库二座。", "十月底前"]


def test_rows_that_differ_in_one_cell_are_two():
    other = [row(2)[0], row(2)[1], ["全年"]]
    assert rows([HEAD, row(1), row(2)], [other, row(3)]) == [
        ("序号", 1),
        ("1", 2),
        ("2", 3),
        ("2", 4),
        ("3", 5),
    ]


@pytest.mark.parametrize(("end", "start"), [([EMPTY], []), ([], [EMPTY]), ([EMPTY, EMPTY], [EMPTY])])
def test_rows_drawn_empty_where_a_page_cuts_a_table_are_none(end, start):
    assert rows([HEAD, row(1), row(2), *end], [*start, row(3)]) == WHOLE


def test_empty_rows_of_a_table_that_does_not_go_on_stay():
    lines = printed_lines([ruled(1, 100, [HEAD, row(1), EMPTY, row(2)])])
    assert [line.cell.row for line in lines if line.cell and line.cell.column == 1] == [1, 2, 4]


def test_a_row_whose_first_cell_set_in_the_middle_came_to_the_next_page_is_the_rest_of_one():
    begun = [[], ["建设水库一座并且加固库岸道路"], []]
    rest = [["2"], ["一公里。"], ["十月底前"]]
    assert rows([HEAD, row(1), begun], [rest, row(3)]) == WHOLE


def test_a_merged_cell_goes_over_the_row_that_is_printed_again_once():
    def part(number: int, top: float, first: str, texts: list[str]) -> Page:
        xs, edges = [72.0, 192.0, 372.0], [top + 26 * rank for rank in range(len(texts) + 1)]
        runs = [run(first, 76, edges[0] + 4)] if first else []
        runs += [run(text, 196, edge + 4) for text, edge in zip(texts, edges, strict=False)]
        runs += [run("十月底前", 376, edge + 4) for edge in edges[:-1]]
        rules = [Box(x, edges[0], x + 0.5, edges[-1]) for x in (*xs, 472.0)]
        outer = (edges[0], edges[-1])
        rules += [Box(72.0 if y in outer else 192.0, y, 472.0, y + 0.5) for y in edges]
        return Page(number, 595, 842, tuple(runs), tuple(rules))

    pages = [part(1, 700, "水利", ["建设水库", "加固堤防"]), part(2, 80, "", ["加固堤防", "疏浚河道"])]
    cells = [line.cell for line in printed_lines(pages) if line.cell]
    assert [(cell.row, cell.row_span) for cell in cells if cell.column == 1] == [(1, 3)]
    assert [cell.row for cell in cells if cell.column == 2] == [1, 2, 3]
