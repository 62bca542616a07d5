"""Full dates as documents print them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gangyao.chinese.numerals import read_number

#: A time right behind the mark of a number: `2.6月底前…` and `3.2026年…` count 2 and 3, not 2.6 and 3.2026.
TIME_BEHIND_MARK = r"(?:[0-9０-９]{1,2}(?:个?月|年|日|天|个工作日)|[12１２][0-9０-９]{3}年)"
_CN_DATE = "〇○零一二三四五六七八九十ＯO0"
DATE = re.compile(
    rf"[（(]?(?P<year>(?:[1１][9９]|[2２][0０])\d\d|[{_CN_DATE}]{{4}})\s*年\s*(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月"
    rf"\s*(?:(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日)?[）)]?"
)

#: The year before the first of the Republic of China: 民國1年 is 1912.
ROC_ERA = 1911
# 中華民國113年5月6日, 中華民國九十九年八月四日
_COUNTED = r"\d{1,3}|[〇○零一二三四五六七八九十百]{1,6}"
_ROC_DAY = re.compile(rf"(?:中[华華])?民[国國]\s*({_COUNTED})\s*年\s*({_COUNTED})\s*月\s*({_COUNTED})\s*日")


def read_date(text: str) -> date | None:
    """Read the full date that a line opens with (`2019年1月16日`, `——2024年3月5日在…`); None without one."""
    found = DATE.match(text.lstrip("—- \u3000"))
    if found is None and (roc := _ROC_DAY.match(text.lstrip("—- \u3000（("))) is not None:
        return _day_of(ROC_ERA + _number(roc[1]), _number(roc[2]), _number(roc[3]))
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
    return _day_of(year, month, day)


def _number(printed: str) -> int:
    return read_number(printed) or 0


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_DIGITS = "0-9０-９〇○零一二三四五六七八九十百"
_NAMED = re.compile(
    rf"[中民](?:(?<=中)[華华]民[國国]|(?<=民)[國国])\s*(?P<number>[{_DIGITS}]{{1,6}})\s*年度?"
)
# A budget year has three digits; so has a bare year, beside a month or a point in time.
_BUDGET = re.compile(r"(?P<number>1(?<![\d.].)\d\d)\s*年度")
_BARE = re.compile(
    r"(?<![\d.])(?P<number>1\d\d)\s*年(?=\s*(?:\d{1,2}\s*月|底|末|初|起|前|以前|間|间|至|達|达|[，。、）)]))"
)
# Of 2001, before which no text of a plan is read today.
_RECENT = 90
# In a document that counts so, one of three digits is a year unless it measures.
_IN_SUCH = re.compile(r"(?<![\d.])(?P<number>1[0-4]\d)\s*年(?!以上|以下|[期来來歷历老的])")
_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class RocYear:
    """`text[start:end]` is a year of the Republic of China; `year` is that of our era."""

    start: int
    end: int
    year: int


def counts_from_roc(text: str) -> bool:
    """Tell whether a document counts years from the Republic of China: it names a recent one so, or a budget.

    A document that tells of 民國18年 does not count so.
    """
    if "民" not in text and "年度" not in text:
        return False
    named = (read_number(match["number"].translate(_WIDTH)) for match in _named(text))
    return any(number is not None and number >= _RECENT for number in named) or bool(_BUDGET.search(text))


def _named(text: str) -> Iterable[re.Match[str]]:
    """Return where the era itself is named; few texts do, and a look for two characters is cheap."""
    return _NAMED.finditer(text) if "民国" in text or "民國" in text else ()


def find_roc_years(text: str, is_roc: bool | None = None) -> tuple[RocYear, ...]:
    """Return the years of the Republic of China in a text, in order.

    A bare `118年` is one where the document counts so (`is_roc`), and beside a month or a point in time where
    the text itself names the era (民國) or a budget year of three digits (114年度). Bare years of two digits
    are not told from durations.
    """
    found = {match.start(): match for match in _named(text)}
    budget = list(_BUDGET.finditer(text))
    if is_roc or (is_roc is None and (found or budget)):
        bare = _IN_SUCH if is_roc else _BARE
        for match in (*budget, *bare.finditer(text)):
            if not any(known.start() <= match.start() < known.end() for known in found.values()):
                found[match.start()] = match
    years = []
    for _, match in sorted(found.items()):
        number = read_number(match["number"].translate(_WIDTH))
        if number is not None and 0 < number < 200:
            years.append(RocYear(match.start(), match.end(), ROC_ERA + int(number)))
    return tuple(years)
