"""Periods of sections: by their titles, else by the section above, else by the year chapter before them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from gangyao.document.facts import Facts
from gangyao.document.figures import NO_PERIOD, Period, PeriodKind
from gangyao.document.outline import PREAMBLE, Outline, Section
from gangyao.tasks.periods.when import Years, kind_of, period_of, spanned, years_said
from gangyao.tasks.reviewing_titles import looks_back_as_a_whole, tells_how_things_went

# What looks back; a title of the situation or of problems (形势, 问题) tells no results, one that asks for a
# summing-up (加强总结宣传) is work.
_REVIEW = re.compile(
    r"回顾|过去|(?<![强时善行好面])总结(?!推广|宣传|评估|经验|提升|提高|考核|交流|完善)|成就|成绩|成效$|新成效|新进展|(?:执行|完成|落实|进展)情况|(?:发展|工作)基础$|现状$|取得.{0,12}(?:成|进)"
)
# 夯实发展基础, 提升治理成效, 开展评估总结: what is to be built, raised or done by whom the title speaks to.
_WORKS_ON = re.compile(
    r"(?:开展|加强|强化|夯实|筑牢|打牢|打好|巩固|稳固|拓展|提升|提高|增强|扩大|放大|做好|抓好|搞好|注重|健全|完善"
    r"|改善|组织|推进|推动|确保|奠定|宣传|创造|争取|转化|促进)[^，、。]*$"
)
# 落实情况的自查: what is done about it, and not an account of it.
_ABOUT = re.compile("的(?!报告|通报|汇报|回顾|总结|说明|公告|公示|通知|基本|主要)")
_WORKED_ON = ("成效", "成就", "成绩", "基础", "总结")
# What looks back whatever stands above it; 取得新成效 below a year to come is what is hoped for.
_SURELY_REVIEW = re.compile(r"回顾|过去|成就|情况$|(?:发展|工作)基础$|现状$")
_ANNOUNCES = re.compile(r"(?:报告|回顾).{0,12}年.{0,6}(?:工作|情况|发展)[^，]{0,6}[。：]$")
_AHEAD = re.compile(r"目标|任务|安排|要求|重点|措施|部署|思路|展望|建议|规划|打算|举措")
# What a report of what was done tells of the time to come.
_NEXT = re.compile("下一?步|下一阶段|打算|努力方向|工作(?:计划|安排|思路|要求|重点|建议)|整改措施")
# 现将本年度工作开展情况总结如下: so opens a report of what was done, whatever its title.
_REPORTS_HOW = re.compile("现将[^。；]{0,40}情况(?:总结|汇报|报告|通报|公布|说明)如下")
# 2020年全年地区生产总值151.7亿元；…: so opens an account of a year, as yearbooks have them, unless it asks
# for something or looks ahead.
_ACCOUNT = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:度|底|末)?(?:全年)?[，,]?(?![^。]*(?:到|至)(?:19|20)\d\d年)[^。；]{0,40}?"
    r"(?:增长|下降|达到?|完成|实现|总值|产值|收入|总额)[^。；]{0,12}?\d"
)
_ASKS = re.compile(
    "(?<![重主需必首概只])要(?!求|素|点|件|闻)|应当?(?=[\u4e00-\u9fff])|必须|力争|确保|下一步|今后|计划于|不得"
)
_AHEAD_OF_US: tuple[PeriodKind, ...] = ("this_year", "five_years")
# What opens a document stands in so many paragraphs.
_OPENING = 6
_FAR = re.compile("远景|长远|远期|本世纪中叶")
_NOTE = re.compile("名词解释|名词注释|注释|名词说明")
# A longer title is a whole sentence, whose words are not about the section as a kind of text.
_LONGEST_TITLE = 45
_OF_ATTACHED = "A"


def document_year(facts: Facts) -> int | None:
    """Return the year from which a document speaks: the first of its own years, else that of its day."""
    if facts.year_from is not None and facts.kind in (None, "report", "plan"):
        return facts.year_from
    return facts.announced_on.year if facts.announced_on is not None else facts.year_from


def document_period(facts: Facts) -> Period:
    """Return the period of what a report or plan says without naming a time."""
    if looks_back_as_a_whole(facts.title):
        return Period("review", facts.year_from, facts.year_to)
    if facts.kind not in ("report", "plan") or facts.year_from is None or facts.year_to is None:
        return NO_PERIOD
    years = (facts.year_from, facts.year_to)
    return Period(kind_of(years, facts.year_from), *years)


def announced_review(text: str, year: int | None) -> Period | None:
    """Return the period that a short paragraph announces the next ones of its section to look back on.

    首先报告2001年的工作。 None where it announces none.
    """
    if len(text) > _LONGEST_TITLE or _ANNOUNCES.search(text) is None:
        return None
    years = spanned([said.years for said in years_said(text, year)])
    return Period("review", *years) if years is not None else None


def title_period(title: str, year: int | None) -> Period | None:
    """Return the period that a title names; None where it names none."""
    if len(title) > _LONGEST_TITLE:
        return None
    years = spanned([said.years for said in years_said(title, year)])
    review, ahead = _tells_of_the_past(title), _AHEAD.search(title)
    if tells_how_things_went(title) or (review and not (ahead and ahead.start() < review.start())):
        if years is None:
            return Period("review", None, None)
        return Period("review", *years)
    far = _FAR.search(title)
    if years is None:
        # 夯实长远发展基础: what is worked on again.
        return (
            Period("long_term", None, None) if far and not _WORKS_ON.search(title, 0, far.start()) else None
        )
    if far and years[0] == years[1]:
        return Period("long_term", *years)
    return period_of(years, year)


def _tells_of_the_past(title: str) -> re.Match[str] | None:
    """Return the first words of a title that look back; those of what is to be worked on do not."""
    for found in _REVIEW.finditer(title):
        is_of_work = found[0].endswith(_WORKED_ON) and _WORKS_ON.search(title, 0, found.start())
        if not is_of_work and not (found[0].endswith("情况") and _ABOUT.match(title, found.end())):
            return found
    return None


def year_within(title: str, year: int | None) -> Years | None:
    """Return the one year that a title names beside the years of a plan; None where it names not both.

    2025年和“十四五”时期工作回顾: what it tells is of 2025, but for what says that it is of all five years.
    """
    if len(title) > _LONGEST_TITLE:
        return None
    said = {one.years for one in years_said(title, year)}
    single = [one for one in said if one[0] == one[1]]
    return single[0] if len(single) == 1 and len(said) > 1 else None


def periods_within(outline: Outline, sections: Mapping[str, Period], year: int | None) -> dict[str, Period]:
    """Return by their paths the year of the sections whose title, or one above, names one beside a plan.

    `sections` are the periods of all.
    """
    found: dict[str, Period] = {}
    above: tuple[Period, Period] | None = None
    for section in outline.sections:
        period = sections[section.path]
        own = year_within(section.title, year) if section.title else None
        if own is not None:
            kind = "review" if period.kind == "review" else kind_of(own, year)
            above = period, Period(kind, *own)
        if above is not None and above[0] == period:
            found[section.path] = above[1]
    return found


def section_periods(outline: Outline, facts: Facts) -> dict[str, Period]:
    """Return the period of each section by its path.

    A chapter that names a year (2026年工作安排) is the parent of the chapters of work that follow it, to the
    next that names a time; so is a review without number of numbered chapters. An attached document or a
    glossary stands for itself.
    """
    year, whole = document_year(facts), document_period(facts)
    if whole == NO_PERIOD:
        whole = _opened_period(outline, year) or _account(outline, facts) or NO_PERIOD
    if [section.path for section in outline.sections] == [PREAMBLE]:
        return {PREAMBLE: whole}  # All of a table or list without headings, no lines above chapters.
    found: dict[str, Period] = {}
    carried: dict[str | None, Period] = {}
    ahead: set[str | None] = set()
    holding = _holding_what_follows(outline, year) if whole.kind in _AHEAD_OF_US else None
    for section in outline.sections:
        own = title_period(section.title, year) if section.title else None
        if own is None and whole.kind == "review" and _is_ahead(section, ahead):
            ahead.add(section.path)
            own = NO_PERIOD
        elif own is not None and _is_within(own, whole):
            # 2022年推进法治政府建设主要举措、成效 in the report of 2022.
            own = own._replace(kind="review")
        elif own is None:
            own = _inherited(section, found, carried, whole)
        elif own.kind == "review" and own.year_to is None:
            own = (
                _inherited(section, found, carried, whole)
                if _hopes(section, found)
                else _review_of(facts, found, section)
            )
        if own.kind == "review" and section.number is not None:
            # Numbered chapters of a review end it themselves; below one without number they go on.
            if section.parent_path not in carried or carried[section.parent_path] != own:
                carried.pop(section.parent_path, None)
        elif own.kind in _AHEAD_OF_US or (
            own.kind == "review" and (holding is None or section.path in holding)
        ):
            carried[section.parent_path] = own
        found[section.path] = own
    return found


def _holding_what_follows(outline: Outline, year: int | None) -> frozenset[str]:
    """Return the paths of the sections that hold the chapters behind them if they are reviews without number.

    It is where a later one like it tells of the time to come, or where numbered ones follow; a report that
    looks ahead and has a chapter on the past among others without number does not look back from there on.
    """
    found: set[str] = set()
    before_numbered: set[str | None] = set()
    before_ahead: set[str | None] = set()
    for section in reversed(outline.sections):
        parent = section.parent_path
        if parent in before_numbered or parent in before_ahead:
            found.add(section.path)
        if section.number is None:
            before_numbered.discard(parent)
        else:
            before_numbered.add(parent)
        own = title_period(section.title, year) if section.title else None
        if own is not None and own.kind in _AHEAD_OF_US:
            before_ahead.add(parent)
    return frozenset(found)


def _account(outline: Outline, facts: Facts) -> Period | None:
    """Return the period of a text of no known kind that opens with figures of a year and asks for nothing."""
    text = [paragraph.text for paragraph in outline.paragraphs if not paragraph.is_formal]
    found = _ACCOUNT.match(text[0]) if text and facts.kind is None else None
    if found is None or any(_ASKS.search(one) for one in text):
        return None
    return Period("review", int(found["year"]), int(found["year"]))


def _opened_period(outline: Outline, year: int | None) -> Period | None:
    """Return the period of a document whose opening says that it reports what was done."""
    for paragraph in outline.paragraphs[:_OPENING]:
        text = paragraph.text
        if paragraph.section_path == PREAMBLE and _REPORTS_HOW.search(text):
            years = [said.years for said in years_said(text, year)]
            return Period("review", *(years[-1] if years else (None, None)))
    return None


def _is_ahead(section: Section, ahead: Container[str | None]) -> bool:
    """Tell whether a section of a review, or one above it (in `ahead`), tells of the time to come."""
    return section.parent_path in ahead or (bool(section.title) and _NEXT.search(section.title) is not None)


def _is_within(own: Period, whole: Period) -> bool:
    """Tell whether a section names the years that the whole document looks back on."""
    if whole.kind != "review" or whole.year_from is None or whole.year_to is None or own.year_from is None:
        return False
    return own.year_to is not None and whole.year_from <= own.year_from <= own.year_to <= whole.year_to


def _hopes(section: Section, found: dict[str, Period]) -> bool:
    """Tell whether a title that names results without a year stands below what lies ahead."""
    above = found.get(section.parent_path) if section.parent_path is not None else None
    is_ahead = above is not None and above.kind in (*_AHEAD_OF_US, "long_term")
    return is_ahead and _SURELY_REVIEW.search(section.title) is None


def _inherited(
    section: Section, found: dict[str, Period], carried: dict[str | None, Period], whole: Period
) -> Period:
    if section.path == PREAMBLE or _NOTE.search(section.title):
        return NO_PERIOD
    above = found.get(section.parent_path) if section.parent_path is not None else None
    if above is not None and above != NO_PERIOD:
        return above
    if section.path.startswith(_OF_ATTACHED):
        return NO_PERIOD
    return carried.get(section.parent_path, whole)


def _review_of(facts: Facts, found: dict[str, Period], section: Section) -> Period:
    """Return the period of a review that names no years: that above it, else the year before a report's."""
    above = found.get(section.parent_path) if section.parent_path is not None else None
    if above is not None and above.kind == "review":
        return above
    if looks_back_as_a_whole(facts.title):
        return document_period(facts)
    if facts.kind == "report" and facts.year_from is not None and facts.year_from == facts.year_to:
        return Period("review", facts.year_from - 1, facts.year_from - 1)
    return Period("review", None, None)
