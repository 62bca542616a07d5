"""Times by which: 到2025年, 2027年底前, “十四五”期间, 三年内, 本世纪中叶, 年底前."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gangyao.measures.targets.numerals import parse_number

_YEAR = r"(?P<year>(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月"
_PART = (
    rf"(?:年?[底末初中]|上半年|下半年|{_MONTH}(?:\d{{1,2}}日|[底末初中]|份)?|[春夏秋冬]季?|第?[一二三四]季度)"
)
_BEFORE = r"(?:之前|以前|前)"
_PATTERN = re.compile(
    # 到2025年, 2027年底前, 2025年年底以前, 2025年6月底前
    rf"(?P<by>到|至|截至|截止|在|于)?{_YEAR}年度?(?P<part>{_PART})?(?P<before>{_BEFORE})?"
    # “十四五”期间, “十四五”末
    r"|(?:到|在|至)?“?(?P<plan>[一二三四五六七八九十]{1,2}五)”?"
    r"(?:规划期[间末内]?|计划期间|时期末?|期间|期末|末期?|以内)"
    r"|(?:到|在|至)?第(?P<ordinal>[一二三四五六七八九十]{1,3})个五年计划(?:期间|期末|末)"
    # 三年内, 用5年左右时间, 今后五年, 15日内
    r"|(?P<use>再用|用|经过)?(?P<frame>(?:今后|未来)的?)?(?P<count>\d+|[一二两三四五六七八九十]{1,3})"
    r"(?P<measure>年|个月|个工作日|天|日|小时|个小时|周)(?P<inside>之?内|以内|(?:左右|以内)?的?(?:时间|努力))?"
    r"|(?:到|至)?(?P<century>[本下])世纪(?P<third>中叶|末|中期)"
    rf"|(?:到|至)?(?:今年|明年|当年|本年度?)?(?:(?<![干几多])年[底末]{_BEFORE}|(?<![干几多])年内|{_MONTH}[底末]?{_BEFORE})"
    rf"|(?:到|至)(?:今年|明年)?(?:年[底末]|{_MONTH}[底末])|(?:今年|明年){_MONTH}[底末]|[今明本]年内"
)
_UNITS = {
    "年": "year",
    "个月": "month",
    "个工作日": "working day",
    "天": "day",
    "日": "day",
    "小时": "hour",
    "个小时": "hour",
    "周": "week",
}
# What follows a year that only names a thing (2022年北京冬奥会) or looks back (2020年以来).
_NAME_AFTER = re.compile(r"年?度|以来|来|的?(?:工作|重点|计划|预算|政府|国民经济|水平|基数|版|出台|以后|起)")
_BASE_AFTER = ("的", "是", "相比", "比", "增长", "提高")
# A year inside a clause is one by which where it is said what will be.
_DUE_AFTER = ("将", "要", "达到", "力争", "计划", "实现", "建成", "完成", "基本", "全面")
_COMPARED_WITH = ("比", "较", "原定", "以", "于", "自", "从", "与")
_CLAUSE_START = frozenset("，；：。、（(—")
_NO_BEFORE_PERIOD = ("过去", "第", "近", "最近", "前", "提前")
# “十一五”时期是…, 未来五年国民经济发展的目标: the period is what is spoken of, not when something is due.
_NAMES_PERIOD = ("是", "的", "国民", "国际", "经济社会", "我国")
_EXPIRES = ("到期", "出台", "的")
_END_OF_PART = ("底", "末")
_LONGEST_PERIOD = 100  # years; a longer one is a way of speaking
_MIDDLE_OF_CENTURY = 2050


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time at `start`:`end` by which something is due: a calendar `year`, or `value` `unit` from now."""

    start: int
    end: int
    year: int | None
    value: float | None
    unit: str | None
    unit_printed: str | None


def plan_end(number: str) -> int | None:
    """Return the last year of a five-year plan: 十四 → 2025. The third began late, in 1966."""
    value = parse_number(number)
    if value is None or not 1 <= value <= 30:
        return None
    return int(1952 + 5 * value) if value <= 2 else int(1955 + 5 * value)


def find_deadlines(text: str) -> list[Deadline]:
    """Return the deadlines of a task sentence, in order."""
    read = (_read(text, match) for match in _PATTERN.finditer(text))
    return [deadline for deadline in read if deadline is not None]


def _read(text: str, match: re.Match[str]) -> Deadline | None:
    if match["year"]:
        year = parse_number(match["year"])
        if year is None or not _is_due_year(text, match):
            return None
        return _by_year(match, int(year))
    if match["plan"] or match["ordinal"]:
        if text.startswith(_NAMES_PERIOD, match.end()):
            return None
        end_of_plan = plan_end(match["ordinal"] or match["plan"][:-1])
        return None if end_of_plan is None else _by_year(match, end_of_plan)
    if match["count"]:
        return _period(text, match)
    if match["century"]:
        # 世纪末 is 2000 in one document and 2100 in another: no year is guessed.
        return _by_year(match, _MIDDLE_OF_CENTURY if match["third"] != "末" else None)
    if text.startswith(_EXPIRES, match.end()):
        return None
    return Deadline(match.start(), match.end(), None, None, None, None)


def _by_year(match: re.Match[str], year: int | None) -> Deadline:
    return Deadline(match.start(), match.end(), year, None if year is None else float(year), "year", "年")


def _is_due_year(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if match["before"]:
        return True
    if _NAME_AFTER.match(text, end):
        return False
    ends_part = (match["part"] or "").endswith(_END_OF_PART)
    if match["by"] in {"在", "于"}:
        return ends_part
    if match["by"]:
        # 一九五三年至一九八○年 is a span of years.
        return text[start - 1 : start] != "年"
    if text.startswith(_BASE_AFTER, end) or text[:start].endswith(_COMPARED_WITH):
        return False
    opens = start == 0 or text[start - 1] in _CLAUSE_START
    return opens or ends_part or text.startswith(_DUE_AFTER, end)


def _period(text: str, match: re.Match[str]) -> Deadline | None:
    inside = match["inside"] or ""
    if match["frame"] and text.startswith(_NAMES_PERIOD, match.end()):
        return None
    if not (inside or match["frame"]) or text[: match.start()].endswith(_NO_BEFORE_PERIOD):
        return None
    if inside.endswith(("时间", "努力")) and not match["use"]:
        return None
    value = parse_number(match["count"])
    if value is None or (match["measure"] == "年" and value > _LONGEST_PERIOD):
        return None
    unit = match["measure"]
    return Deadline(match.start(), match.end(), None, float(value), _UNITS[unit], unit)
