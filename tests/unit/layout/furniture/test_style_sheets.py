"""Style sheets and scripts of a page are no text; braces in a text are."""

from __future__ import annotations

import pytest

from gangyao.layout.furniture.style_sheets import find_style_sheets


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
