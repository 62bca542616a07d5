"""Tables on two pages: a head that the page cuts, pages of other widths, notes below the first part."""

from __future__ import annotations

from dataclasses import replace

from gangyao.document.printed import Box, PrintedLine
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run
from tests.unit.ingest.printed_pages.pages import page, run
from tests.unit.ingest.printed_pages.test_unruled import body

COLUMNS = (80.0, 140.0, 200.0, 260.0, 320.0, 380.0, 440.0)
Places = dict[tuple[int, int, int], tuple[str, int, int]]


def grid(top: float, rows: int, columns: tuple[float, ...], step: float = 20) -> list[Box]:
    ys = [top + step * n for n in range(rows + 1)]
    across = [Box(columns[0], y, columns[-1], y + 0.5) for y in ys]
    return [*across, *(Box(x, ys[0], x + 0.5, ys[-1]) for x in columns)]


def row(top: float, columns: tuple[float, ...], texts: tuple[str, ...]) -> list[Run]:
    return [run(text, left + 4, top + 5, size=10) for left, text in zip(columns, texts, strict=False) if text]


def cells(lines: tuple[PrintedLine, ...]) -> Places:
    return {
        (line.cell.table, line.cell.row, line.cell.column): (
            line.text,
            line.cell.row_span,
            line.cell.column_span,
        )
        for line in lines
        if line.cell is not None
    }


def test_a_head_that_the_page_cuts_goes_on_with_the_names_of_its_columns():
    over = (80.0, 200.0, 320.0, 440.0)
    first = page(*body(60), *row(760, over, ("用地类型", "基期年", "目标年")))
    below = [("", "", "面积", "比重", "面积", "比重"), ("耕地", "水田", "1.2", "3.4", "5.6", "7.8")]
    runs = [one for n, texts in enumerate(below) for one in row(60 + 20 * n, COLUMNS, texts)]
    second = page(*runs, *body(140), number=2)
    found = cells(
        printed_lines(
            [
                replace(first, rules=tuple(grid(760, 1, over))),
                replace(second, rules=tuple(grid(60, 2, COLUMNS))),
            ]
        )
    )
    assert found[1, 1, 3] == ("基期年", 1, 2)
    assert found[1, 1, 5] == ("目标年", 1, 2)
    assert [found[1, 2, at][0] for at in (3, 4, 5, 6)] == ["面积", "比重", "面积", "比重"]
    assert found[1, 3, 2] == ("水田", 1, 1)


def test_a_table_below_with_names_of_its_own_is_another():
    over = (80.0, 200.0, 320.0, 440.0)
    first = page(*body(60), *row(740, COLUMNS, ("序号", "名称", "一季度", "二季度", "三季度", "四季度")))
    more = row(760, COLUMNS, ("1", "水稻", "1.2", "3.4", "5.6", "7.8"))
    first = replace(first, runs=(*first.runs, *more), rules=tuple(grid(740, 2, COLUMNS)))
    second = page(
        *row(60, over, ("序号", "项目名称", "责任单位")), *row(80, over, ("1", "堤防", "水利局")), number=2
    )
    second = replace(second, rules=tuple(grid(60, 2, over)))
    assert {table for table, _, _ in cells(printed_lines([first, second]))} == {1, 2}


def test_a_table_goes_on_over_a_page_of_another_width():
    narrow = tuple(80 + (x - 80) * 0.6 for x in COLUMNS)
    texts = ("1", "水稻", "1.2", "3.4", "5.6", "7.8")
    first = page(
        *row(500, COLUMNS, ("序号", "名称", "产量", "单产", "面积", "占比")), *row(520, COLUMNS, texts)
    )
    first = Page(1, 842, 595, first.runs, tuple(grid(500, 2, COLUMNS)))
    second = page(*row(60, narrow, texts), *body(140), number=2)
    second = replace(second, rules=tuple(grid(60, 1, narrow)))
    found = cells(printed_lines([first, second]))
    assert {place[0] for place in found} == {1}
    assert max(place[1] for place in found) == 3


def test_a_table_goes_on_below_its_head_where_a_note_stood_below_its_first_part():
    head = ("序号", "名称", "产量", "单产", "面积", "占比")
    texts = ("1", "水稻", "1.2", "3.4", "5.6", "7.8")
    note = run("数据来自统计年鉴。", 80, 795, size=10)
    first = page(*body(60), *row(700, COLUMNS, head), *row(720, COLUMNS, texts), note)
    first = replace(first, rules=tuple(grid(700, 2, COLUMNS)))
    second = page(*row(60, COLUMNS, head), *row(80, COLUMNS, ("2", *texts[1:])), *body(140), number=2)
    second = replace(second, rules=tuple(grid(60, 2, COLUMNS)))
    found = cells(printed_lines([first, second]))
    assert found[1, 3, 1] == ("2", 1, 1)
