"""Five-year plans: which years 十五五 and 第十五个五年规划 speak of."""

from __future__ import annotations

import re

from gangyao.chinese.numerals import read_number

#: A five-year plan in a text: “十四五”, 十四五时期, 第十四个五年规划.
FIVE_YEARS = re.compile(
    r"第(?P<ordinal>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)"
    r"|(?<![一二三四五六七八九十])(?P<short>[一二三四五六七八九十]{1,2})五(?=”|规划|时期|期间|计划)"
)
# The second plan ran to 1962; three years of readjustment went before the third.
_BEFORE_READJUSTMENT = 2
_MOST = 30


def plan_years(number: str) -> tuple[int, int] | None:
    """Return the first and the last year of a five-year plan by its number: 十五 → (2026, 2030)."""
    value = read_number(number)
    if value is None or not 1 <= value <= _MOST:
        return None
    last = (1952 if value <= _BEFORE_READJUSTMENT else 1955) + 5 * value
    return last - 4, last
