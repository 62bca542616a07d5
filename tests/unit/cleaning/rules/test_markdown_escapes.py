"""Backslashes of Markdown go; those of formulas stay for the rule that reads formulas."""

from __future__ import annotations

import pytest

from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rules.markdown_escapes import find_markdown_escapes
from gangyao.markup.markdown_escapes import without_escapes
from tests.unit.cleaning.rules.test_list_numbers import made


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        (r"1\. 扩大规模", "1. 扩大规模"),
        (r"2026\-2030年3个\*", "2026-2030年3个*"),
        (r"某政发\[2024\]5号，各县\(市、区\)", "某政发[2024]5号，各县(市、区)"),
        (r"达到\(95\%\)以上", r"达到\(95\%\)以上"),
        (r"\mathrm{PM}\_{2.5}", r"\mathrm{PM}\_{2.5}"),
    ],
)
def test_escaped_characters(rules, printed, right):
    assert made(printed, find_markdown_escapes(scan(printed, rules.kinds))) == right
    assert without_escapes(printed) == right
