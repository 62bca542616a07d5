"""Cells that stand one on a line are a table; headings, lists and short paragraphs are none."""

from __future__ import annotations

import pytest

from gangyao.layout.tables.loose import find_tables
from gangyao.layout.tables.spaces import space_tables

PROSE = [
    "第一章 总体要求",
    "坚持生态优先、绿色发展，统筹山水林田湖草系统治理，推动城市与自然和谐共生，让人民群众在绿色空间中享受美好生活。",
    "一、指导思想",
    "以高质量发展为主题，把保护和修复生态环境放在重要位置，走出一条符合本地实际的绿色发展新路。",
    "二、基本原则",
    "坚持因地制宜。",
    "坚持循序渐进。",
]
HEADER = ["序号", "指标", "单位", "目标"]
ROWS = ["1", "森林覆盖率", "%", "45", "2", "人均公园绿地面积", "平方米", "16", "3", "污水处理率", "%", "98"]


def table_lines(lines: list[str]) -> list[str]:
    return [line for line, flag in zip(lines, find_tables(lines), strict=True) if flag]


def test_prose_has_no_table():
    assert table_lines(PROSE) == []


def test_short_paragraphs_under_headings_of_two_numbers_are_no_table():
    lines = [
        "1.总则",
        "1.1编制目的",
        "1.2编制依据",
        "2.组织机构",
        "2.1指挥部",
        "2.2职责",
        "3.附则",
        "3.1名词术语",
    ]
    paragraph = "为规范防汛应急工作，建立健全应急响应机制，提高预测、预警和处置能力，制定本预案。"
    assert table_lines([*lines, *(text for line in lines for text in (line, paragraph))]) == []


def test_a_table_with_a_header_is_found_whole():
    assert table_lines([*PROSE, "各区生态环境保护主要任务表", *HEADER, *ROWS, *PROSE]) == [*HEADER, *ROWS]


def test_headings_inside_a_table_do_not_end_it():
    rows = [
        "一、生态",
        "1.森林覆盖率",
        "定量",
        "指标来源：林业部门。",
        "二、环境",
        "2.污水处理率",
        "定量",
        "指标来源：水务部门。",
    ]
    lines = [*PROSE, "指标名称", "指标性质", "指标说明", *rows, "第二章 任务", "加快建设城市公园。"]
    assert table_lines(lines) == ["指标名称", "指标性质", "指标说明", *rows]


def test_a_table_without_a_header_is_found_by_its_weight():
    assert table_lines([*PROSE, *ROWS, *PROSE]) == ROWS


def test_a_box_ends_where_the_text_goes_on():
    box = ["专栏 3 绿色低碳工程", "1.节能改造", "2.清洁取暖", "3.循环利用"]
    assert table_lines([*PROSE, *box, "第二章 主要任务", *PROSE]) == box


@pytest.mark.parametrize(
    "lines", [["某某市人民政府", "2024年3月1日", "（此件公开发布）"], ["目标", "加快发展。"]]
)
def test_the_foot_of_a_dispatch_is_no_table(lines: list[str]):
    assert table_lines([*PROSE, *lines]) == []


WORDS = [
    "序号 指标 单位 2020年 2025年 属性",
    "1 用水总量 亿m3 1.15 1.2 约束性",
    "2 自来水普及率 % 90 95 预期性",
]


def test_a_table_of_words_with_one_blank_between_them_is_read():
    text = "\n".join(["表1 主要指标", *WORDS, "注：数据来自水利部门。"])
    (table,) = space_tables(text)
    assert [[text[c.raw_start : c.raw_end] for c in row] for row in table.rows] == [w.split() for w in WORDS]


@pytest.mark.parametrize(
    "text",
    [
        "坚持统筹 协调 绿色 发展\n推进改革 开放 创新 合作\n加强领导 组织 监督 考核",
        "指标 单位 2025年\n到2025年森林覆盖率达到45%，污水处理率达到98%。\n加快建设城市公园。",
        "序号 指标 单位\n1 森林覆盖率 %",
    ],
    ids=["slogans", "no rows", "one row"],
)
def test_words_that_are_no_table(text: str):
    assert space_tables(text) == []
