"""Heads of tables that no rules tell, groups of columns in them, and title rows of tables with open sides."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.segments import find_segments
from gangyao.ingest.printed_pages.table_heads import named_head
from gangyao.ingest.printed_pages.table_lines import in_lines
from gangyao.ingest.printed_pages.title_rows import title_row_sides
from gangyao.ingest.raised_figures import note_marks
from tests.unit.ingest.printed_pages.pages import page, run
from tests.unit.ingest.printed_pages.test_unruled import ROWS, body, cells, rule, words

LEFTS = (80, 140, 300, 380, 450)


def open_table(top: float, title: float, caption: float = 0) -> tuple[list[Box], list[float]]:
    """Rule a table of three columns with open sides, whose third row is one cell; return its heights too."""
    ys = [top, top + 20, top + 40, top + 40 + title, top + 60 + title]
    rules = [rule(y) for y in ys]
    for above, below in ((ys[0], ys[1]), (ys[1], ys[2]), (ys[3], ys[4])):
        rules += [Box(x, above, x + 0.5, below) for x in (130, 290)]
    return rules, ys


def drawn(title: float, size: float = 10):
    rules, ys = open_table(200, title)
    rows = [run(text, left, y + 5, size=10) for y in (ys[0], ys[1], ys[3]) for left, text in
            zip(LEFTS, ("序号", "工作任务", "责任单位"), strict=False)]  # fmt: skip
    name = run("一、加强领导", 230, ys[2] + (title - size) / 2, size=size)
    return replace(page(*body(60), *rows, name, *body(ys[4] + 40)), rules=tuple(rules))


def test_a_title_row_of_a_table_with_open_sides_is_a_row_of_it():
    found = cells(printed_lines([drawn(title=20)]))
    assert found[3, 1, 1, 3] == "一、加强领导"
    assert {row for row, *_ in found} == {1, 2, 3, 4}


@given(st.floats(min_value=8.0, max_value=40.0))
def test_what_has_more_room_than_a_row_stands_between_two_tables(more):
    lines = printed_lines([drawn(title=20 + more)])
    assert all(line.cell is None for line in lines if line.text == "一、加强领导")
    assert {line.cell.table for line in lines if line.cell is not None} == {1, 2}


def test_a_table_with_rules_at_its_sides_needs_none():
    rules, ys = open_table(200, 20)
    sides = [Box(x, ys[0], x + 0.5, ys[-1]) for x in (72, 509.5)]
    assert title_row_sides([*rules, *sides], find_segments(drawn(title=20).runs)) == []


def test_wrapped_names_that_stand_staggered_are_one_head():
    head = [
        *words(206, [("类别", "主要指标", "单位", "", "属性")]),
        run("2020", 380, 200, size=10),
        run("年", 380, 212, size=10),
    ]
    lines = in_lines(find_segments(head), 10)
    assert [named_head(lines, at, 10) for at in range(len(lines))] == [None, (0, 2), None]


def test_a_wrapped_name_is_read_with_what_stands_above_it():
    head = [
        *(run(text, left, 200, size=10) for left, text in ((80, "重点"), (140, "工作"), (300, "责任"))),
        *(run(text, left, 212, size=10) for left, text in ((80, "领域"), (140, "任务"), (300, "单位"))),
    ]
    assert named_head(in_lines(find_segments(head), 10), 1, 10) == (0, 1)


def test_the_head_of_a_table_at_the_top_of_a_page_is_no_running_head():
    rows = [("发展", *row[1:]) for row in ROWS]
    head = ("类别", "主要指标", "单位", "2020年", "属性")
    first, second = (
        replace(page(*words(80, [head, *rows]), *body(400)), number=n, rules=(rule(95),)) for n in (1, 2)
    )
    lines = printed_lines([first, second])
    assert [line.text for line in lines if line.role == "furniture"] == []
    assert cells(lines)[1, 2, 1, 1] == "主要指标主要指标"


def test_the_next_table_ends_the_one_before():
    rows = [("发展", *row[1:]) for row in ROWS]
    roster = [("序号", "姓名", "单位", "职务", "电话"), ("1", "王建国", "市民政局", "副局长", "881")]
    name = run("联系人名单", 250, 330, size=10)
    heading = [("类别", "主要指标", "单位", "2020年", "属性")]
    lines = printed_lines([page(*body(60), *words(200, [*heading, *rows]), name, *words(360, roster * 2))])
    assert all(line.cell is None for line in lines if line.text == "联系人名单")
    assert next(line.cell.row for line in lines if line.text == "姓名") == 1


def test_a_name_over_the_middle_of_three_columns_is_a_group_beside_another():
    lefts = (80, 140, 200, 260, 320, 380)
    upper = [run("中央资金", 195, 200, size=10), run("省级资金", 345, 200, size=10)]
    lower = [run("已下达", left, 215, size=10) for left in lefts[1:]]
    place = [run("地区", 80, 200, size=10)]
    rows = [
        run(text, left, 240 + 20 * n, size=10)
        for n in range(4)
        for left, text in zip(lefts, ("青石县", "12.5", "30.1", "42.0", "55.1", "61.7"), strict=True)
    ]
    rules = (rule(195, right=420), rule(230, right=420), rule(320, right=420))
    drawn = replace(page(*body(60), *place, *upper, *lower, *rows, *body(360)), rules=rules)
    found = cells(printed_lines([drawn]))
    assert (found[1, 2, 1, 3], found[1, 5, 1, 2]) == ("中央资金", "省级资金")


def test_numbers_of_two_columns_that_stand_staggered_are_two_words():
    head = [("序号", "任务", "单位")]
    rows = [run(str(n), 80, 226 + 40 * n, size=10) for n in range(3)]
    for n in range(3):
        rows += [run("推进改革创新", 104, 220 + 40 * n, size=10), run("发展工作", 104, 232 + 40 * n, size=10)]
        rows.append(run("市民政局", 300, 226 + 40 * n, size=10))
    table = replace(
        page(*body(60), *words(200, head), *rows, *body(380)), rules=(rule(195), rule(214), rule(340))
    )
    found = cells(printed_lines([table]))
    assert [found[row, 1, 1, 1] for row in (2, 3, 4)] == ["0", "1", "2"]
    assert found[2, 2, 1, 1] == "推进改革创新发展工作"


def test_marks_of_notes_are_raised_figures_that_are_no_powers():
    assert list(note_marks("全省¹面积2.5万km²、产值10⁴元（见说明¹²）")) == [1, 12]


def test_a_small_numbered_line_that_the_text_refers_to_is_a_note():
    raised = replace(run("1", 300, 62, size=6), box=Box(300, 61, 306, 67))
    small = run("1. 指八个设区市的合计数，不含省直管县。", 72, 700, size=8)
    text = [run("坚持把生态保护放在首位，加快建设宜居宜业", 60, 60), raised, *body(100), *body(150)]
    assert [line.text for line in printed_lines([page(*text, small)]) if line.role == "note"] == [small.text]
    assert not [line for line in printed_lines([page(*body(60), *body(100), small)]) if line.role == "note"]


def test_notes_below_a_table_in_small_print_begin_at_a_short_rule():
    rows = [("发展", *row[1:]) for row in ROWS]
    small = run("① 指八个设区市的合计数，不含省直管县。", 72, 700, size=8)
    drawn = page(
        *body(60), *body(100), *words(540, [("类别", "主要指标", "单位", "2020年", "属性"), *rows]), small
    )
    lines = printed_lines([replace(drawn, rules=(rule(535), rule(555), rule(655), rule(690, right=180)))])
    assert [line.text for line in lines if line.role == "note"] == [small.text]
    assert cells(lines)[6, 2, 1, 1] == "地表水优良比例"


def test_lines_above_a_rule_that_are_called_as_heads_are_rather_the_head_than_the_row_below():
    names, rows = ("序号", "收费项目", "单位"), [("1", "公共停车", "元"), ("2", "污水处理", "元")]
    lefts = (80, 180, 380)
    runs = [
        run(text, left, 200 + 20 * n, size=10)
        for n, row in enumerate([names, *rows])
        for left, text in zip(lefts, row, strict=True)
    ]
    drawn = page(*body(60), *runs, *body(300))
    rules = tuple(rule(215 + 20 * n) for n in range(3))
    found = cells(printed_lines([replace(drawn, rules=rules)]))
    assert [found[1, at, 1, 1] for at in (1, 2, 3)] == list(names)
    assert [found[3, at, 1, 1] for at in (1, 2, 3)] == list(rows[1])


def test_a_rule_in_two_pieces_beside_a_merged_cell_ends_no_table():
    head, lefts = ("序号", "收费项目", "类别", "单位"), (80, 180, 300, 400)
    rows = [(str(n), "", "住宅类", "元") for n in range(1, 5)]
    runs = [
        run(text, left, 200 + 20 * n, size=10)
        for n, row in enumerate([head, *rows])
        for left, text in zip(lefts, row, strict=True)
        if text
    ]
    pieces = [one for n in range(1, 4) for one in (rule(215 + 20 * n, 72, 150), rule(215 + 20 * n, 280, 510))]
    drawn = page(*body(60), *runs, run("公共停车", 180, 250, size=10), *body(330))
    found = cells(printed_lines([replace(drawn, rules=(rule(215), *pieces, rule(295)))]))
    assert [found[row, 1, 1, 1] for row in (2, 3, 4, 5)] == ["1", "2", "3", "4"]
