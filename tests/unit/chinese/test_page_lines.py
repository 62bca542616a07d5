"""Lines of web pages below a title."""

from __future__ import annotations

import pytest

from gangyao.chinese.page_lines import is_page_line


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-19 08:12    来源：青山日报    字体：大 中 小",
        "发布时间：2024-05-01　浏览次数：128",
        "2025年10月24日　来源：青山县林业局",
        "作者：李某 | 来源：青山日报",
        "青山县人民政府 www.example.gov.cn 2025-10-17 信息来源：青山日报 访问量：120",
    ],
)
def test_what_a_page_says_of_itself(text: str) -> None:
    assert is_page_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月19日",
        "来源：",
        "青山县2024年工作要点",
        "责任单位：县林业局  县水利局",
        " " * 20_000,
        "字号： 大 " * 26 + "x",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_page_line(text)
