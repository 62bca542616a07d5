"""Tables whose wrapped cells were printed line by line: cells of several pieces, from plain text."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.tables.wrapped.find import wrapped_tables

HEAD = ["序号", "重点任务", "责任单位", "完成时限"]
ROWS = [
    HEAD,
    ["1", "编制全市公园建设年度计划，明确建设标准", "市园林局", "2021年6月底"],
    ["2", "推进青江湿地生态修复工程，完成修复3.2万亩", "市生态环境局、市水利局", "2024年12月底"],
    ["3", "建立公园养护资金保障机制", "市财政局", "长期"],
]
LINES = [
    HEAD,
    ["1", "编制全市公园建设年度计划", "市园林局", "2021年6"],
    ["", "，明确建设标准", "", "月底"],
    ["2", "推进青江湿地生态修复工程", "市生态环境局", "2024年1"],
    ["", "，完成修复3.2万亩", "、市水利局", "2月底"],
    ["3", "建立公园养护资金保障机制", "市财政局", "长期"],
]
CENTRED = [
    HEAD,
    ["", "编制全市公园建", "", ""],
    ["1", "设年度计划，明", "市园林局", "2021年"],
    ["", "确建设标准", "", "6月底"],
    ["", "推进青江湿地生", "市生态环", ""],
    ["2", "态修复工程，完", "境局、市", "2024年"],
    ["", "成修复3.2万亩", "水利局", "12月底"],
    ["3", "建立公园养护资", "市财政局", "长期"],
    ["", "金保障机制", "", ""],
]


def cells(text: str) -> list[list[str]]:
    return [
        ["".join(text[start:end] for start, end in cell.spans) for cell in row]
        for table in wrapped_tables(text, load_model())
        for row in table.rows
    ]


def unaligned(lines: list[list[str]], between: str = "  ") -> str:
    return "\n".join(between.join(part for part in line if part) for line in lines)


def width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def aligned(lines: list[list[str]], measure=width) -> str:
    widths = [max(map(measure, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            part + " " * (most - measure(part)) for part, most in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )


def boxed(lines: list[list[str]], ruled: list[int]) -> str:
    rule = "├" + "┼".join("──" for _ in lines[0]) + "┤"
    rows = ["│" + "│".join(f" {part} " for part in line) + "│" for line in lines]
    for number in reversed(ruled):
        rows.insert(number, rule)
    return "\n".join([rule, *rows, rule])


@pytest.mark.parametrize(
    "text",
    [
        unaligned(LINES),
        unaligned(LINES, "\u3000\u3000"),
        unaligned(LINES, "\t"),
        aligned(LINES),
        aligned(LINES, len),
        "\n".join("\t".join(line) for line in LINES),
        boxed(LINES, [1]),
        boxed(LINES, [1, 3, 5]),
        aligned(CENTRED),
        unaligned(CENTRED),
        boxed(CENTRED, [1, 4, 7]),
    ],
)
def test_pieces_are_put_together(text):
    assert cells(f"任务分工表\n{text}\n二、工作要求\n各单位要按照任务分工抓好落实。\n") == ROWS


def test_a_cell_tells_each_of_its_pieces():
    text = aligned(LINES)
    (table,) = wrapped_tables(text, load_model())
    cell = table.rows[1][3]
    assert [text[start:end] for start, end in cell.pieces] == ["2021年6", "月底"]
    assert (cell.raw_start, cell.raw_end) == (cell.pieces[0][0], cell.pieces[-1][1])
    assert table.rows[1][0].pieces == ()


def test_a_row_goes_on_overleaf_below_its_head_again():
    lines = aligned(LINES).split("\n")
    text = "\n".join([*lines[:4], "— 3 —", lines[0], *lines[4:]])
    assert [row for row in cells(text) if row != HEAD] == ROWS[1:]
    assert cells(text).count(HEAD) == 2


def test_a_number_alone_is_that_of_the_page():
    lines = aligned(LINES).split("\n")
    assert cells("\n".join([*lines[:3], "7", *lines[3:]])) == ROWS


def test_the_head_is_wrapped_too():
    lines = [["序号", "重点任务", "责任单", "完成时"], ["", "", "位", "限"], *LINES[1:]]
    assert cells(aligned(lines)) == ROWS
    assert cells(unaligned(lines)) == ROWS


def test_a_line_stands_over_the_rows_of_a_group():
    for print_lines in (aligned, unaligned):
        lines = print_lines(LINES).split("\n")
        found = cells("\n".join([lines[0], "一、生态修复", *lines[1:3], "二、资金保障", *lines[3:]]))
        assert found == [ROWS[0], ["一、生态修复"], ROWS[1], ["二、资金保障"], *ROWS[2:]]


def test_cells_that_are_lacking_are_known_by_their_columns():
    lines = [
        ["序号", "重点任务", "配合单位", "备注"],
        ["1", "修建水渠5公里", "县水利局", ""],
        ["2", "培训护理员200名", "", "续建"],
        ["3", "改造农村公路", "县交通运输局", ""],
    ]
    assert cells(aligned(lines)) == lines


@pytest.mark.parametrize(
    "text",
    [
        # Each row on one line: other readers know such tables.
        unaligned(ROWS),
        "\n".join("\t".join(row) for row in ROWS),
        # Text below such a table is none of its cells.
        unaligned(ROWS) + "\n　　各单位要按照任\n务分工细化措施，\n定期报送进展。",
        unaligned(ROWS) + "\n1. 开展自查\n2. 报送进展\n（一）提高认识",
        "春眠不觉晓　　处处闻啼鸟\n夜来风雨声　　花落知多少",
        "项目名称：____  填报单位：____\n负责人：____\n建设内容  ____\n单位意见",
        "任务  单位\n编制计划\n园林局",
        "序号  重点任务  责任单位\nA-1\nA-2\nA-3\nA-4\nA-5\nA-6",
        "名称  关于印发工作方案的通知\n文号  某政发〔2021〕3号\n发文单位  某市人民政府\n时效  有效",
    ],
)
def test_what_is_no_such_table(text):
    assert cells(f"工作方案\n{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "\u3000" * 20_000 + "任务  单位",
        "-" * 20_000 + "x",
        "─" * 20_000 + " x",
        "\t" * 20_000,
        "│" * 20_000,
        "序号  重点任务  责任单位\n" * 800,
        "序号  重点任务  责任单位\n" + "甲乙丙丁\n" * 1_500,
        "序号  重点任务  责任单位\n" + "1  2\n" * 1_500,
        "序号  重点任务  责任单位\n" + "abcd\n" * 1_500,
    ],
)
def test_hostile_lines_are_read_soon(text):
    assert cells(text) == []
