"""Times that a paragraph opens with and that go on in it, and years that figures of a section of two mean.

到2025年，全面完成改造。推进加装电梯，完成700台。 In a chapter on 2025年和“十四五”时期 a figure is of 2025,
but where its paragraph says that it sums up or averages the years of the plan.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gangyao.document.figures import Period
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Target
from gangyao.tasks.periods.when import Years, period_of

# 到2025年，全面…; 2025年底前，…
_BY_YEAR = re.compile(r"(?:[^，。；]{0,6}是)?(?:力争|争取|确保)?[到至](?P<year>20\d\d)年(?:[底末]前?)?，")
# 三是推进海绵城市建设: the paragraph goes on with the count of the one before.
_COUNTS_ON = re.compile("[二三四五六七八九十]是|第[二三四五六七八九十]，")
# What is of all the years of a plan.
_OF_ALL_YEARS = re.compile(
    "累计|年均|(?<![0-9])[五5]年(?!级)|以来|期间|规划期|纲要|[一二三四五六七八九十]五”|“[一二三四五六七八九十]{1,2}五|到20\\d\\d年|每年"
)
# Where one is reached at last it is of the last year: 城镇化率提高至64.7%.
_AT_LAST = re.compile("(?:提高|上升|增[长加]?|扩大|提升|下降|降低|降)?[到至达]|突破|超过")


class Due(NamedTuple):
    """When the figures of a paragraph in `section` are due, by its opening, from `start` on."""

    section: str
    period: Period | None
    start: int = 0


NOTHING_DUE = Due("", None)
# Behind so many characters its year has begun.
_FARTHEST = 12


def due_by_opening(paragraph: Paragraph, before: Due, year: int | None) -> Due:
    """Return when the figures of a paragraph are due that name no time; `before` is that of the last one."""
    first = paragraph.sentences[1:2] if paragraph.lead is not None else paragraph.sentences[:1]
    start = first[0][0] if first else 0
    may_be = paragraph.text.find("20", start, start + _FARTHEST) >= 0 and paragraph.is_running_text
    found = _BY_YEAR.match(paragraph.text, start) if may_be else None
    if found is not None:
        years: Years = (int(found["year"]), int(found["year"]))
        return Due(paragraph.section_path, period_of(years, year), start)
    if before.section == paragraph.section_path and _COUNTS_ON.match(paragraph.text, start) is not None:
        return before._replace(start=0)
    return Due(paragraph.section_path, None)


def period_within(text: str, end: int, section: Period, one_year: Period) -> Period:
    """Return the period of figures of a sentence that ends at `end`, in a section on a plan and a year."""
    return section if _OF_ALL_YEARS.search(text, 0, end) is not None else one_year


def reached_in(target: Target, period: Period, one_year: Period | None) -> Period:
    """Return when a figure was reached that stands in such a section: a level is that of the last year."""
    if one_year is None or one_year.year_to != period.year_to or _AT_LAST.match(target.text) is None:
        return period
    return one_year
