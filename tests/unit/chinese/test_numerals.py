"""The characters that are digits."""

from __future__ import annotations

import pytest

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.numerals import DIGITS, read_number


def test_digits_are_those_of_a_pattern() -> None:
    assert tuple(character for character in map(chr, range(0x10000)) if character.isdecimal()) == DIGITS


@pytest.mark.parametrize(
    ("text", "number"),
    [("一千零五十二", 1052), ("一千二百五十二", 1252), ("二千", 2000), ("千", None), ("九百九十九", 999)],
)
def test_numbers_of_codes(text: str, number: int | None) -> None:
    assert read_number(text) == number


def test_articles_beyond_a_thousand_are_headings() -> None:
    heading = parse_heading("第一千零五十二条　任何单位应当保护环境。")
    assert heading is not None
    assert (heading.number, heading.label) == (1052, "第一千零五十二条")
