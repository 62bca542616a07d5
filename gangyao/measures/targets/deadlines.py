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
_PATTERN = re.compile(
    # 到2025年, 2027年底前, 2025年年底以前, 2025年6月底前
    rf"(?P<by>(?:力争|争取)?(?:到|至|截至|截止|在|于))?{_YEAR}年度?(?P<part>{_PART})?(?P<before>之前|以前|前)?"
    # “十四五”期间, “十四五”末
    r"|(?:到|在|至)?“?(?P<plan>[一二三四五六七八九十]{1,2}五)”?(?P<phase>规划期(?:间|末|内)?|计划期间|时期末?|期间|期末|末期?|以内)"
    # 三年内, 用5年左右时间, 今后五年, 15日内
    r"|(?P<within>(?:用|在|再用|经过|力争|争取)?(?P<frame>今后|未来|今后的|未来的)?(?P<count>\d+|[一二两三四五六七八九十]{1,3})"
    r"(?P<measure>年|个月|个工作日|天|日|小时|个小时|周)(?P<inside>之?内|以内|(?:左右|以内)?的?(?:时间|努力))?)"
    r"|(?P<century>(?:到|至)?(?P<which>本|下)世纪(?P<third>中叶|末|中期))"
    rf"|(?:到|至)?(?:今年|明年|当年|本年度?)?(?:(?<!若干)(?<!几)(?<!多)年[底末](?:之前|以前|前)|(?<!若干)(?<!几)(?<!多)年内|{_MONTH}[底末]?(?:之前|以前|前))"
    r"|(?:今|明|本)年内"
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
# What may follow a year that only names a thing (2022年北京冬奥会) or looks back (2020年以来).
_NAME_AFTER = re.compile(
    r"(?:年?度|以来|来|的?(?:工作|重点|计划|预算|政府|国民经济|水平|基数|版|出台|以后|起))"
)
_BASE_AFTER = ("的", "是", "相比", "比", "增长", "提高")
_CLAUSE_START = frozenset("，；：。、（(——")


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
    """Return the last year of a five-year plan: 十四 → 2025. The third plan began in 1966, after an interval."""
    value = parse_number(number)
    if value is None or not 1 <= value <= 30:
        return None
    return int(1952 + 5 * value) if value <= 2 else int(1955 + 5 * value)


def find_deadlines(text: str) -> list[Deadline]:
    """Return the deadlines of a task sentence, in order."""
    found = []
    for match in _PATTERN.finditer(text):
        deadline = _read(text, match)
        if deadline is not None:
            found.append(deadline)
    return found


def _read(text: str, match: re.Match[str]) -> Deadline | None:
    start, end = match.span()
    if match["year"]:
        year = _calendar_year(match["year"])
        bound = match["by"] or match["before"]
        at_start = start == 0 or text[start - 1] in _CLAUSE_START
        if not bound and not (match["part"] and match["part"][-1] in "底末") and not at_start:
            return None
        if not match["before"] and _NAME_AFTER.match(text, end):
            return None
        in_the_year = match["by"] in {"在", "于"} or not match["by"]
        if in_the_year and not match["before"] and text.startswith(_BASE_AFTER, end):
            return None
        if (
            match["by"] in {"在", "于"}
            and not match["before"]
            and not (match["part"] or "").endswith(("底", "末"))
        ):
            return None
        return Deadline(start, end, year, float(year), "year", "年")
    if match["plan"]:
        end_year = plan_end(match["plan"][:-1])
        return None if end_year is None else Deadline(start, end, end_year, float(end_year), "year", "年")
    if match["within"]:
        return _period(text, match)
    if match["century"]:
        year_of = 2050 if match["third"] != "末" else None
        return Deadline(start, end, year_of, None if year_of is None else float(year_of), "year", "年")
    return Deadline(start, end, None, None, None, None)


def _period(text: str, match: re.Match[str]) -> Deadline | None:
    if not (match["inside"] or match["frame"]) or text[: match.start()].endswith(
        ("过去", "第", "近", "最近", "前")
    ):
        return None
    if (
        match["inside"]
        and match["inside"].endswith(("时间", "努力"))
        and not match["within"].startswith(("用", "再用", "经过", "力争", "争取", "在"))
    ):
        return None
    value = parse_number(match["count"])
    if value is None or (match["measure"] == "年" and value > 100):
        return None
    unit = match["measure"]
    return Deadline(match.start(), match.end(), None, float(value), _UNITS[unit], unit)


def _calendar_year(printed: str) -> int:
    value = parse_number(printed)
    assert value is not None  # the pattern only lets well-formed years through
    return int(value)
