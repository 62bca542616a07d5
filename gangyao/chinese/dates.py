"""Full dates as documents print them."""

from __future__ import annotations

import re
from datetime import date

from gangyao.chinese.numerals import read_number

_CN_DATE = "〇○零一二三四五六七八九十ＯO0"
DATE = re.compile(
    rf"[（(]?(?P<year>(?:[1１][9９]|[2２][0０])\d\d|[{_CN_DATE}]{{4}})\s*年\s*(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月"
    rf"\s*(?:(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日)?[）)]?"
)


def read_date(text: str) -> date | None:
    """Read the full date that a line opens with (`2019年1月16日`, `——2024年3月5日在…`); None without one."""
    found = DATE.match(text.lstrip("—- \u3000"))
    if found is None or found["day"] is None:
        return None
    year = read_number(
        found["year"].translate(str.maketrans("ＯO0", "〇〇〇"))
        if not found["year"].isdigit()
        else found["year"]
    )
    month, day = read_number(found["month"]), read_number(found["day"])
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
