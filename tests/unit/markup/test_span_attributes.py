"""Attributes of pandoc: brackets of spans are matched, what is struck out goes with all it holds."""

import pytest

from gangyao.markup.field_codes import ENTRY_FIELD, without_field_codes
from gangyao.markup.span_attributes import without_attributes


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("# []{#_Toc12 .anchor}一、目标 {#一目标 .unnumbered}", "# 一、目标 "),
        ("[甲]{.underline}、[乙]{.mark}", "甲、乙"),
        ("[[甲]{.x}[乙]{.y}]{.z}", "甲乙"),
        ("[新文件](a.html){.uri}", "[新文件](a.html)"),
        ('[删]{.deletion author="甲" date="2025-01-01T00:00:00Z"}[增]{.insertion author="甲"}', "增"),
        ('[请核实]{.comment-start id="0" author="甲"}甲[]{.comment-end id="0"}', "甲"),
        ('![](a.png){width="5in" height="3in"}', "![](a.png)"),
        ("集合{甲，乙}", "集合{甲，乙}"),
        ("[甲]{乙}", "[甲]{乙}"),
        ("甲]{.x}", "甲]{.x}"),
        ("总则 {#甲}", "总则 {#甲}"),
        ("[甲\n乙]{.x}", "[甲\n乙]{.x}"),
    ],
)
def test_attributes(printed: str, text: str) -> None:
    assert without_attributes(printed) == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ('依据 HYPERLINK "http://a.cn" \\o "条例" \\t "_blank" 《条例》', "依据 《条例》"),
        ("第一章 总则 PAGEREF _Toc100 \\h 3", "第一章 总则 3"),
        ('TOC \\o "1-3" \\h \\z \\u HYPERLINK \\l "_Toc1" 第一章 总则', " 第一章 总则"),
        ("表 SEQ 表 \\* ARABIC 2 指标", "表 2 指标"),
        ("EMBED Word.Picture.8  图示", "  图示"),
        ('DATE \\@ "yyyy年M月d日" 2025年3月1日', " 2025年3月1日"),
        ("推广REF模式，PAGE计数，HYPERLINK技术", "推广REF模式，PAGE计数，HYPERLINK技术"),
    ],
)
def test_instructions_of_fields(printed: str, text: str) -> None:
    assert without_field_codes(printed) == text


def test_entries_of_contents_are_known_by_their_fields() -> None:
    assert ENTRY_FIELD.search('HYPERLINK \\l "_Toc1001" 第一章 总则')
    assert ENTRY_FIELD.search("第一章 总则 PAGEREF _Toc1001 \\h 1")
    assert not ENTRY_FIELD.search('HYPERLINK "http://a.cn" 《条例》')
