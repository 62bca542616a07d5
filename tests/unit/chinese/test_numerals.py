"""The characters that are digits."""

from __future__ import annotations

from gangyao.chinese.numerals import DIGITS


def test_digits_are_those_of_a_pattern() -> None:
    assert tuple(character for character in map(chr, range(0x10000)) if character.isdecimal()) == DIGITS
