"""Times by which: 到2025年, 2027年底前, “十四五”期间, 三年内, 本世纪中叶, 年底前."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gangyao.chinese.five_year_plans import plan_years
from gangyao.tasks.targets.numerals import parse_number
from gangyao.tasks.targets.patterns import LASTS

_YEAR = r"(?P<year>(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月"
_PART = (
    # 2024年|中央财政, 2025年|中小学
    rf"(?:年?(?:[底末初]|中(?![央国等小]))|上半年|下半年|{_MONTH}(?:\d{{1,2}}日|[底末初中]|份)?|[春夏秋冬]季?|第?[一二三四]季度)"
)
_BEFORE = r"(?:之前|以前|前)"
# `re` scans fast for the set of characters that this begins with. Behind a number stands what `_PATTERN` has
# there: the rest of it, its unit or what follows the name of a plan.
_NUMBER_START = re.compile(
    r"[\d〇零○一二两三四五六七八九十半第本下年]"
    r"(?:(?<=第)[一二三四五六七八九十]|(?<=[本下])世纪|(?<=年)[底末内]"
    r"|(?<=半)(?=年之?内)|(?<![第本下年半])[\d〇零○一二两三四五六七八九十]*(?=[年个天日小周月.”规计时期末以]))"
)
_PATTERN = re.compile(
    # 2025年, 2027年底前, 2025年年底以前, 2025年6月底前
    rf"{_YEAR}年度?(?P<part>{_PART})?(?P<before>{_BEFORE})?"
    # 十四五”期间, 十四五”末, 第六个五年计划期间
    r"|(?P<plan>[一二三四五六七八九十]{1,2}五)”?(?:规划期[间末内]?|计划期间|时期末?|期间|期末|末期?|以内)"
    r"|第(?P<ordinal>[一二三四五六七八九十]{1,3})个五年计划(?:期间|期末|末)"
    # 三年内, 5年左右时间, 五年, 15日内
    r"|(?P<count>\d+(?:\.(?!(?:19|20)\d\d年)\d+)?|[一二两三四五六七八九十]{1,3}|半)(?P<measure>年|个月|个工作日|天|日|小时|个小时|周)"
    r"(?P<inside>之?内|以内|(?:左右|以内)?的?(?:时间|努力))?"
    r"|[本下]世纪(?P<third>中叶|末|中期)"
    # 年底前, 年内, 6月底前; 年底 and 6月底 where words before it say so
    rf"|(?P<undated>(?:年[底末]|{_MONTH}(?:[底末]|\d{{1,2}}日)?){_BEFORE}|年内)|(?P<end_of>年[底末]|{_MONTH}[底末])"
)
# What may stand before each of these and belongs to it.
_BY = re.compile(r"(?:截至|截止|到|至|在|于)$")
_IN_PLAN = re.compile(r"[到至在]?“?$")
_FRAME = re.compile(r"(?P<use>再用|用|经过)?(?P<frame>(?:今后|未来)的?)?$")
_UNTIL = re.compile(r"[到至]$")
_THIS_YEAR = re.compile(r"(?P<until>[到至])?(?P<this>今年|明年|当年|本年度?|今|明|本)?$")
_BEFORE_SPAN = 6
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
_NAME_AFTER = re.compile(
    r"年?度|以来|来|[省市县区]?[《〈]|的?(?:工作|重点|计划|预算|政府|国民经济|水平|基数|版|出台|以后|起)"
)
#: What follows a year that is multiplied: 达到2020年|的1.5倍, 控制在2020年|用地规模的1.35倍以内.
MULTIPLIED = r"[^，。；：、\d]{0,16}的[\d.一二两三四五六七八九十]{1,5}倍"
_MULTIPLIED = re.compile(MULTIPLIED)
_BASE_AFTER = ("的", "是", "相比", "比", "增长", "提高")
# A year inside a clause is one by which where it is said what will be.
_DUE_AFTER = ("将", "要", "达到", "力争", "计划", "实现", "建成", "完成", "基本", "全面")
# 相比“十四五”时期明显缩短, 较“十二五”末下降: what is compared with.
_THAN = ("比", "较", "与", "自", "从")
_COMPARED_WITH = (*_THAN, "原定", "以", "于")
# A year behind a point stands behind the mark of a number: 3.2026年新建….
_CLAUSE_START = frozenset("，；：。、—.．")
_OPENS = "其中"
_NO_BEFORE_PERIOD = ("过去", "第", "近", "最近", "前", "提前")
# “十一五”时期是…, 未来五年国民经济发展的目标: the period is what is spoken of, not when something is due.
_NAMES_PERIOD = ("是", "的", "国民", "国际", "经济社会", "我国", "中国", "首都")
_EXPIRES = ("到期", "出台", "的")
# 若干年内, 几年内
_SOME = ("若干", "几", "多")
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


def find_deadlines(text: str) -> list[Deadline]:
    """Return the deadlines of a task sentence, in order."""
    found: list[Deadline] = []
    position = 0
    for start in _NUMBER_START.finditer(text):
        if start.start() >= position and (match := _PATTERN.match(text, start.start())):
            position = match.end()
            deadline = _read(text, match)
            if deadline is not None:
                found.append(deadline)
    return found


def _read(text: str, match: re.Match[str]) -> Deadline | None:
    start, end = match.span()
    head = text[max(0, start - _BEFORE_SPAN) : start]
    if match["year"]:
        return _by_year_named(text, match, head)
    if match["plan"] or match["ordinal"]:
        years = plan_years(match["ordinal"] or match["plan"][:-1])
        last = years[1] if years else None
        start -= _length(_IN_PLAN, head)
        if last is None or text.startswith(_NAMES_PERIOD, end) or text.endswith(_THAN, 0, start):
            return None
        return Deadline(start, end, last, float(last), "year", "年")
    if match["count"]:
        return _period(text, match, head)
    if match["third"]:
        # 世纪末 is 2000 in one document and 2100 in another: no year is guessed.
        year = _MIDDLE_OF_CENTURY if match["third"] != "末" else None
        value = None if year is None else float(year)
        return Deadline(start - _length(_UNTIL, head), end, year, value, "year", "年")
    return _in_this_year(text, match, head)


def _length(pattern: re.Pattern[str], head: str) -> int:
    found = pattern.search(head)
    return len(found[0]) if found else 0


def _by_year_named(text: str, match: re.Match[str], head: str) -> Deadline | None:
    year = parse_number(match["year"])
    by = _BY.search(head)
    start = match.start() - (len(by[0]) if by else 0)
    if year is None or not _is_due_year(text, match, by[0] if by else None, start):
        return None
    return Deadline(start, match.end(), int(year), float(year), "year", "年")


def _is_due_year(text: str, match: re.Match[str], by: str | None, start: int) -> bool:
    end = match.end()
    if match["before"]:
        return True
    if _NAME_AFTER.match(text, end) or _MULTIPLIED.match(text, end):
        return False
    ends_part = (match["part"] or "").endswith(_END_OF_PART)
    if by in {"在", "于"}:
        return ends_part
    if by:
        # 一九五三年至一九八○年 is a span of years.
        return text[start - 1 : start] != "年"
    if (match["part"] or "").endswith("日"):
        return False  # a day on which something happened
    if text.startswith(_BASE_AFTER, end) or text.endswith(_COMPARED_WITH, 0, start):
        return False
    opens = start == 0 or text[start - 1] in _CLAUSE_START or text.endswith(_OPENS, 0, start)
    return opens or ends_part or text.startswith(_DUE_AFTER, end)


def _period(text: str, match: re.Match[str], head: str) -> Deadline | None:
    inside = match["inside"] or ""
    before = _FRAME.search(head)
    use, frame = (before["use"], before["frame"]) if before else (None, None)
    start = match.start() - (len(before[0]) if before else 0)
    if not (inside or frame) or text.endswith(_NO_BEFORE_PERIOD, 0, start):
        return None
    if frame and text.startswith(_NAMES_PERIOD, match.end()):
        return None
    if LASTS.match(text, match.start("inside")):
        return None
    if inside.endswith(("时间", "努力")) and not use:
        return None
    value = parse_number(match["count"])
    if value is None or (match["measure"] == "年" and value > _LONGEST_PERIOD):
        return None
    unit = match["measure"]
    return Deadline(start, match.end(), None, float(value), _UNITS[unit], unit)


def _in_this_year(text: str, match: re.Match[str], head: str) -> Deadline | None:
    """Read 年底前, 今年7月底, 到今年年底, 本年内: due within the year of the document or the next."""
    before = _THIS_YEAR.search(head)
    until, this = (before["until"], before["this"]) if before else (None, None)
    start = match.start() - (len(before[0]) if before else 0)
    if text.endswith(_SOME, 0, start) or text.startswith(_EXPIRES, match.end()):
        return None
    if match["end_of"] and not until and (this is None or match["end_of"][0] == "年"):
        return None
    return Deadline(start, match.end(), None, None, None, None)
