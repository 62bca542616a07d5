"""The years that a document speaks of: 2026年…工作报告, “十五五”规划, （2021—2035年）."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.chinese.dates import ROC_ERA
from gangyao.chinese.five_year_plans import FIVE_YEARS, plan_years
from gangyao.chinese.numerals import read_number

_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(rf"(?<!\d)({_YEAR})\s*年?\s*[-—–－―~～至到]{{1,2}}\s*({_YEAR})\s*年?(?!\d)")
# 114至117年四年计划: in a title, years of three digits are those of the Republic of China.
_ROC_RANGE = re.compile(r"(?<!\d)(1[0-4]\d)\s*年?(?:度)?\s*[-—－~～至到]\s*(1[0-4]\d)\s*年")
_ROC_YEAR = re.compile(r"(?<!\d)(1[0-4]\d)\s*年度")
# 2018政府工作报告: behind the bare number stands what is of a year.
_OF_A_YEAR = r"[\u4e00-\u9fff]{0,12}(?:工作报告|工作总结|总结报告|统计公报|年鉴|工作要点)"
_ONE = re.compile(
    rf"(?<!\d)({_YEAR})\s*(?=年|国务院|{_OF_A_YEAR})|([一二][〇○零一二三四五六七八九]{{3}})\s*年"
)
_TERM = re.compile(
    rf"(?:规划|实施|行动|方案|计划|建设|执行)(?:的)?(?:期限|年限|期|时间|范围期)\s*[为是至：:]*[^，。；\d]{{0,6}}(?P<span>{_YEAR}[^，。；]{{0,4}}?[-—–－―~～至到]{{1,2}}\s*{_YEAR}\s*年?)"
)
_REVIEWED = re.compile(rf"({_YEAR})年?(?:度)?(?:政府)?工作(?:的)?(?:回顾|总结)")
Years = tuple[int, int]


def years_of_title(title: str) -> Years | None:
    """Return the years that a title names; of a five-year plan with aims beyond it those of the plan."""
    if five := FIVE_YEARS.search(title):
        return plan_years(five["ordinal"] or five["short"])
    if found := _RANGE.search(title):
        return _ordered(int(found[1]), int(found[2]))
    if found := _ROC_RANGE.search(title):
        return _ordered(ROC_ERA + int(found[1]), ROC_ERA + int(found[2]))
    if found := _ROC_YEAR.search(title):
        return ROC_ERA + int(found[1]), ROC_ERA + int(found[1])
    named = [int(one[1]) if one[1] else read_number(one[2]) for one in _ONE.finditer(title)]
    years = [year for year in named if year is not None]
    first, last = (min(years), max(years)) if years else (0, 0)
    if last == first + 1 and years[-1] == last and ("执行情况" in title or "决算" in title):
        # 2025年计划执行情况与2026年计划草案, 2025年决算和2026年预算: what is proposed is of the second.
        return last, last
    return (years[0], years[0]) if len(years) == 1 else None


def years_of_text(paragraphs: Iterable[str]) -> Years | None:
    """Return the term that a plan sets itself: 规划期限为2021—2035年."""
    for text in paragraphs:
        found = _TERM.search(text)
        span = _RANGE.search(found["span"]) if found else None
        if span is not None:
            return _ordered(int(span[1]), int(span[2]))
    return None


def year_after_review(titles: Iterable[str]) -> int | None:
    """Return the year after the one that a report's first chapter looks back on: 2025年工作回顾 → 2026."""
    for title in titles:
        if found := _REVIEWED.search(title):
            return int(found[1]) + 1
    return None


def _ordered(first: int, last: int) -> Years | None:
    return (first, last) if first <= last else None
