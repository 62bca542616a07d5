"""What words say of years: 2025年, “十五五”时期, 今后五年, 今年; seen from the year of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gangyao.chinese.five_year_plans import FIVE_YEARS, plan_years
from gangyao.chinese.numerals import read_number
from gangyao.document.figures import Period, PeriodKind

Years = tuple[int, int]
# A period of up to so many years after the document's own is that of a five-year plan or an action plan;
# what is due later is long term.
_NEAR_YEARS = 6
_NUMBER = "[一二两三四五六七八九十]|\\d{1,2}"
# 一九八三年, 二〇二六年
_SPELLED = "(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}"
_SAYS = re.compile(
    r"(?P<first>(?:19|20)\d\d)\s*年?\s*[-—–－~～至到]{1,2}\s*(?P<last>(?:19|20)\d\d)\s*年?"
    rf"|(?P<year>(?:19|20)\d\d|{_SPELLED})年"
    rf"|(?:今后|未来)(?P<ahead>{_NUMBER})[个]?年"
    rf"|(?:过去|近|最近|前|这)(?P<past>{_NUMBER})年|(?P<years_since>[三四五])年来"
    r"|(?P<this>今年(?!以来)|本年度?|(?<![一二三四五六七八九十两几0-9])年内|全年)|(?P<last_year>去年|上年(?!度)|过去的?一年|一年来|这一年(?=来|，))|(?P<next>明年)"
)
# 5年内, 用三年时间, from the document's year on, and 2012年起5年内; behind a noun the years are a condition.
_TERM = re.compile(
    rf"(?:(?P<from>(?:19|20)\d\d)年起[，,]?|(?<![^，。；：、）]))(?:(?:力争|争取)?用)?(?P<count>{_NUMBER})年"
    r"(?:之?内|(?:左右)?的?时间)(?![的未不无有仍])"
)
_TERM_WORDS = ("年内", "年之内", "年时间", "年左右", "年的时间")
# How each of these begins: `re` scans for one character of a set much faster than for any of them.
_FIRST = re.compile(
    r"[12一二今未过近最前这三四五本年全去上明](?:(?<=1)(?=9\d)|(?<=2)(?=0\d)|(?<=一)(?=九)|(?<=二)(?=[〇○零])|(?<=[今本全去上明])(?=年)|(?<=今)(?=后)"
    rf"|(?<=未)(?=来)|(?<=过)(?=去)|(?<=最)(?=近)|(?<=[近前这])(?={_NUMBER})|(?<=[三四五一])(?=年来)|(?<=年)(?=内))"
)
# 2025年的水平, 2020年以来: years that others are compared with, and beginnings.
_NOT_MEANT = re.compile(
    r"的[\d.一二两三四五六七八九十]{1,5}倍|[底末]?(?:以来|以后|起|相比|的?(?:水平|基础上|基数)|修订|版)"
)
_COMPARED = ("比", "较", "自", "从", "由", "于")


class Said(NamedTuple):
    """Years that the text names at `start`:`end`."""

    years: Years
    start: int
    end: int


def years_said(
    text: str, year: int | None, start: int = 0, end: int | None = None, within: Years | None = None
) -> list[Said]:
    """Return the years that `text[start:end]` names, in order; `year` is that of the document.

    What is told from the document's year (今年, 今后五年) is left out where that is not known. A term that
    names no year (五年内) is that `within` which it stands, where this is as long.
    """
    stop = len(text) if end is None else end
    # Most sentences name no year, and a look for one character is cheap.
    if text.find("年", start, stop) < 0 and text.find("五", start, stop) < 0:
        return _spans_without_word(text, start, stop)
    found = [
        Said(years, match.start(), match.end())
        for match in _matches(text, start, stop)
        if (years := _read(match, year)) is not None and not _is_not_meant(text, match)
    ]
    if text.find("五", start, stop) >= 0:
        for match in FIVE_YEARS.finditer(text, start, stop):
            years = plan_years(match["ordinal"] or match["short"])
            if years is not None:
                found.append(Said(years, match.start(), match.end()))
    found += _terms(text, year, start, stop, within)
    # The years of a plan that is named (《…（2021—2025年）》) are not those of the sentence.
    found = [said for said in found if not _is_in_title(text, start, said.start)]
    return sorted(found, key=lambda said: said.start)


def _is_in_title(text: str, start: int, at: int) -> bool:
    """Tell whether `at` stands inside 《》, opened from `start` on."""
    return text.rfind("《", start, at) > text.rfind("》", start, at)


def _terms(text: str, year: int | None, start: int, stop: int, within: Years | None) -> Iterator[Said]:
    """Yield the years that begin now, or with the year named before them, and go on for so many."""
    if not any(text.find(word, start, stop) >= 0 for word in _TERM_WORDS):
        return
    for match in _TERM.finditer(text, start, stop):
        first = int(match["from"]) if match["from"] else year
        count = _count(match["count"])
        if within is not None and not match["from"] and within[1] - within[0] + 1 == count:
            yield Said(within, match.start(), match.end())
        elif first is not None and count:
            yield Said((first, first + count - 1), match.start(), match.end())


def first_year_of_term(text: str) -> int | None:
    """Return the year with which a term begins that the text sets itself: 2012年起5年内; None for none."""
    found = next((match for match in _TERM.finditer(text) if match["from"]), None)
    return None if found is None else int(found["from"])


def _count(number: str) -> int | None:
    return read_number(number.replace("两", "二"))


def _matches(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield the matches of the pattern, tried only where one may begin."""
    for first in _FIRST.finditer(text, start, stop):
        if first.start() >= start and (match := _SAYS.match(text, first.start(), stop)) is not None:
            start = match.end()
            yield match


def _spans_without_word(text: str, start: int, stop: int) -> list[Said]:
    """Return the years of a span that is printed without 年: （2021—2035）."""
    if text.find("20", start, stop) < 0:
        return []
    return [
        Said((int(match["first"]), int(match["last"])), match.start(), match.end())
        for match in _matches(text, start, stop)
        if match["first"] and int(match["first"]) <= int(match["last"])
    ]


def _is_not_meant(text: str, match: re.Match[str]) -> bool:
    if match["year"] is None:
        return False
    return text.endswith(_COMPARED, 0, match.start()) or _NOT_MEANT.match(text, match.end()) is not None


def _read(match: re.Match[str], year: int | None) -> Years | None:
    if match["first"]:
        first, last = int(match["first"]), int(match["last"])
        return (first, last) if first <= last else None
    if match["year"]:
        year_said = read_number(match["year"])
        return None if year_said is None else (year_said, year_said)
    if year is None:
        return None
    if match["ahead"]:
        return _ahead(_count(match["ahead"]), year)
    if match["past"] or match["years_since"]:
        count = _count(match["past"] or match["years_since"])
        return None if not count else (year - count, year - 1)
    if match["this"]:
        return year, year
    return (year - 1, year - 1) if match["last_year"] else (year + 1, year + 1)


def _ahead(count: int | None, year: int) -> Years | None:
    return None if not count else (year, year + count - 1)


def period_of(years: Years, year: int | None) -> Period:
    """Return the period of years, seen from the document's year."""
    return Period(kind_of(years, year), *years)


def years_of(period: Period) -> Years | None:
    """Return the years of a period, None where it has none."""
    if period.year_from is None or period.year_to is None:
        return None
    return period.year_from, period.year_to


def kind_of(years: Years, year: int | None) -> PeriodKind | None:
    """Tell where years lie, seen from the document's year; None where that is not known."""
    if year is None:
        return None
    last = years[1]
    if last < year:
        return "review"
    if last == year:
        return "this_year"
    return "five_years" if last <= year + _NEAR_YEARS else "long_term"


def spanned(found: Iterator[Years] | list[Years]) -> Years | None:
    """Return the years from the first to the last of those given, None where there are none."""
    years = list(found)
    return (min(first for first, _ in years), max(last for _, last in years)) if years else None
