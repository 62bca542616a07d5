from __future__ import annotations

from dataclasses import replace

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run
from tests.unit.ingest.printed_pages.pages import page, run

LEFT, FULL = 72, 30
BODY = "各区应当按照职责分工健全工作机制完善配套政策加强宣传引导确保任务落到实处取得明显成效并"


def body(top: float, indent: int = 2, font: str = "Song") -> list:
    """Draw an indented paragraph of two lines, the second short."""
    first = BODY[: FULL - indent]
    return [
        run(first, LEFT + 12 * indent, top, font=font),
        run("持续推进城市更新。", LEFT, top + 18, font=font),
    ]


def read(*pages) -> list[tuple[str, str | None, int, bool | None]]:
    return [(line.text, line.role, line.level, line.joins_previous) for line in printed_lines(pages)]


def test_numbered_headings_in_a_font_of_their_own_are_headings_and_so_is_what_else_is_set_in_it():
    heads = [
        run("一、总体要求", LEFT + 24, 100, font="Hei"),
        *body(118),
        run("二、重点任务", LEFT + 24, 154, font="Hei"),
        *body(172),
        run("保障措施", LEFT + 24, 208, font="Hei"),
        *body(226),
    ]
    roles = {text: (role, level) for text, role, level, _ in read(page(*heads))}
    assert roles["一、总体要求"] == roles["二、重点任务"] == ("heading", 0)
    assert roles["保障措施"] == ("heading", 1)
    assert roles["持续推进城市更新。"] == (None, 0)


def test_a_font_of_names_is_none_of_headings():
    heads = [run("临河市发展改革委", LEFT + 24, 100, font="Kai"), *body(118)]
    heads += [run("临河市财政局", LEFT + 24, 154, font="Kai"), *body(172)]
    assert all(role is None for _, role, _, _ in read(page(*heads)))


def test_items_that_count_on_begin_anew_though_the_line_before_is_full():
    title = "专栏一　重大工程项目清单"
    items = [
        run(title, LEFT, 100),
        run("1.二〇二五年一月十八日在省人民代表大会第三次会议上关于重大工程的说明"[:FULL], LEFT, 118),
        run("2.现在请予审议并请委员和列席人员提出意见", LEFT, 136),
        run("各区应当按照职责分工健全工作机制", LEFT, 154),
    ]
    joins = {text[:2]: joined for text, _, _, joined in read(page(*items))}
    assert not joins["2."]


def test_a_line_that_is_not_indented_where_headings_are_is_none():
    lines = []
    for index, number in enumerate("一二三四五六七"):
        lines += [run(f"{number}、总体要求和目标", LEFT + 24, 100 + 54 * index), *body(118 + 54 * index)]
    # A full line ends in a colon, and the next begins with a number that the text counts.
    full = BODY[: FULL - 3] + "："
    lines += [run(full, LEFT + 24, 480), run("一、坚持改革和开放，完善价格体系。", LEFT, 498)]
    joins = {text: joined for text, _, _, joined in read(page(*lines))}
    assert joins["一、坚持改革和开放，完善价格体系。"] is True
    assert joins["二、总体要求和目标"] is False


def test_credits_at_the_foot_of_a_page_alone_are_furniture():
    lines = [run(BODY[:FULL], LEFT, 100 + 18 * rank) for rank in range(38)]
    lines.append(run("本版责编：张三　李四", LEFT, 810, size=9))
    assert read(page(*lines))[-1][:2] == ("本版责编：张三　李四", "furniture")


UNRULED = [
    ["序号", "工作任务", "责任单位", "完成时间"],
    ["1", "开展矿山安全专项整治", "市应急管理局", "5月底"],
    ["2", "排查燃气管道", "市城管局", "10月底"],
]


def unruled(top: float, rows: list[list[str]]) -> list:
    return [
        run(text, left, top + 24 * n, size=10)
        for n, row in enumerate(rows)
        for left, text in zip((72, 120, 300, 430), row, strict=True)
        if text
    ]


def test_words_in_rows_below_heads_of_columns_are_a_table():
    wrapped = [*UNRULED, ["", "共300公里", "", ""]]
    lines = printed_lines([page(*body(100), *unruled(160, wrapped), *body(280))])
    cells = {line.cell: line.text for line in lines if line.cell is not None and not line.joins_previous}
    assert {(cell.row, cell.column): text for cell, text in cells.items()} == {
        (row, column): text
        for row, texts in enumerate(UNRULED, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    texts = ["".join(line.text for line in lines if line.cell is None)]
    assert texts == ["".join(one.text for one in [*body(100), *body(280)])]


def test_words_of_neighbouring_columns_that_nearly_meet_are_two_cells():
    drawn = unruled(160, [*UNRULED, ["3", "压减审批时间", "市住建局市行政审批局", ""]])
    after = Run("2026年底", Box(430, 232, 480, 242), 10, "Song", 0)
    stream = page(*body(100), *drawn)
    last = stream.runs[-1]
    assert last.text == "市住建局市行政审批局"
    near = replace(last, box=Box(300, 232, 428, 242))
    follows = replace(after, stream=(last.stream or 0) + 1)
    lines = printed_lines([replace(stream, runs=(*stream.runs[:-1], near, follows))])
    cells = [line.text for line in lines if line.cell is not None and line.cell.row == 4]
    assert cells == ["3", "压减审批时间", "市住建局市行政审批局", "2026年底"]


def test_columns_of_text_below_short_titles_are_no_table():
    heads = [run(text, left, 100) for left, text in ((72, "工作动态"), (230, "政策解读"), (390, "基层经验"))]
    text = [run(BODY[:11], left, 120 + 18 * n) for n in range(6) for left in (72, 230, 390)]
    assert all(line.cell is None for line in printed_lines([page(*heads, *text)]))


def test_the_text_around_a_large_table_in_small_print_is_no_heading():
    rows = [UNRULED[0], *([str(n), "开展矿山安全专项整治", "市应急管理局", "5月底"] for n in range(1, 15))]
    lines = printed_lines([page(*body(60), *unruled(120, rows), *body(500))])
    assert all(line.role is None for line in lines)


def test_a_sentence_that_stands_in_larger_signs_is_no_heading():
    lines = [run(BODY[:FULL], LEFT, 100 + 18 * rank) for rank in range(20)]
    lines.append(run("县财政安排奖补资金3000万元。", LEFT, 480, size=14))
    lines.append(run("保障措施", LEFT, 520, size=14))
    assert [role for _, role, *_ in read(page(*lines))[-2:]] == [None, "heading"]


def test_the_address_that_a_browser_prints_below_a_page_alone_is_furniture():
    lines = [run(BODY[:FULL], LEFT, 100 + 18 * rank) for rank in range(20)]
    lines += [run("https://www.linhe.gov.cn/a/post_12.html", 30, 820, size=9), run("1/1", 550, 820, size=9)]
    assert [role for _, role, *_ in read(page(*lines))[-2:]] == ["furniture"] * 2


def test_when_a_page_was_printed_and_its_title_stand_above_it():
    lines = [run(BODY[:FULL], LEFT, 100 + 18 * rank) for rank in range(20)]
    lines += [run("2026/11/29 17:26", 30, 20, size=11), run("水利规划", 300, 20, size=11)]
    assert [role for text, role, *_ in read(page(*lines)) if text in ("2026/11/29 17:26", "水利规划")] == [
        "furniture"
    ] * 2


def ruled(number: int, top: float, rows: list[list[list[str]]]) -> Page:
    """Draw a page with a table whose cells have lines, from `top` on."""
    columns = [72.0, 192.0, 372.0, 472.0]
    runs, edges = [], [top]
    for row in rows:
        for left, cell in zip(columns, row, strict=False):
            runs += [run(text, left + 4, edges[-1] + 4 + 18 * rank) for rank, text in enumerate(cell)]
        edges.append(edges[-1] + 18 * max(map(len, row)) + 8)
    rules = [Box(columns[0], y, columns[-1], y + 0.5) for y in edges]
    rules += [Box(x, edges[0], x + 0.5, edges[-1]) for x in columns]
    return Page(number, 595, 842, tuple(runs), tuple(rules))


def test_a_row_that_the_page_cuts_in_the_midst_of_a_list_is_one_though_its_first_cell_goes_on_too():
    head = [["牵头单位"], ["重点任务"], ["完成时限"]]
    cut = [["县住房城乡建设局、"], ["改造老旧小区十个、"], ["十二月底前"]]
    rest = [["县自然资源局"], ["新建停车场两处。"], []]
    last = [["县水利局"], ["建设水库一座。"], ["十月底前"]]

    def rows(*second: list[list[str]]) -> list[tuple[str, int]]:
        lines = printed_lines([ruled(1, 700, [head, cut]), ruled(2, 80, [*second, last])])
        return [(line.text, line.cell.row) for line in lines if line.cell and line.cell.column == 1]

    assert rows(rest) == [("牵头单位", 1), ("县住房城乡建设局、", 2), ("县自然资源局", 2), ("县水利局", 3)]
    own = [["县自然资源局"], ["新建停车场两处。"], ["全年"]]
    assert [row for _, row in rows(own)] == [1, 2, 3, 4]


def test_a_short_line_above_two_columns_whose_lines_stand_at_other_heights_is_above_both():
    left = [run("各位代表：", 112, 162), *(run(BODY[:16], 90, 187 + 14.6 * n) for n in range(12))]
    right = [run(BODY[:13], 341, 162), *(run(BODY[:16], 317, 176.5 + 14.6 * n) for n in range(12))]
    drawn = page(run("市长　陈某某", 270, 137), *left, *right)
    lines = [line.box.left for line in printed_lines([drawn]) if line.box]
    assert lines == [270, 112, *[90] * 12, 341, *[317] * 12]
