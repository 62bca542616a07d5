"""Style sheets and scripts of a page are no text; braces in a text are."""

from __future__ import annotations

import pytest

from gangyao.ingest.join import join_files
from gangyao.layout.furniture.style_sheets import find_style_sheets, set_styles_aside
from gangyao.layout.split import split_lines


@pytest.mark.parametrize(
    "sheet",
    [
        [".content{overflow:hidden;color:#222}", "#js p{margin:0 0 16px;clear:both}", "body{--bg-2:#fff}"],
        ["<style>", ".a p { margin: 0; }", "/* 正文 */", "</style>"],
        ["<script>", "var a = {x: 1};", "</script>"],
        ["@media screen and (max-width: 600px) {", ".a { color: red; }", ".b {", "width: 9%;", "}", "}"],
        ["/* 表格 */", 'td{font-family:"宋体"}th{padding:2px}'],
    ],
)
def test_style_sheets_are_found(sheet: list[str]) -> None:
    text = ["某县方案", *sheet, "建设驿站20个。"]
    assert find_style_sheets(text) == [False, *[True] * len(sheet), False]


@pytest.mark.parametrize(
    "text",
    ["集合{甲，乙}。", "x{1}与y{2}", "{3}", "方案A：{建设驿站20个}", "a{", "目标：{占位}", "<p>{甲}</p>"],
)
def test_other_braces_stay(text: str) -> None:
    assert find_style_sheets([text, "建设驿站20个。"]) == [False, False]


def test_rules_before_the_text_of_a_line_are_set_aside() -> None:
    printed = ".TRS_Editor P{margin-top:0px;}.TRS_Editor DIV{font-size:16px;}一、总体要求\n建设公园{示范}。"
    raw = split_lines(join_files([("a.txt", printed.encode())]))
    assert [line.text for line in set_styles_aside(raw)[0]] == ["一、总体要求", "建设公园{示范}。"]
