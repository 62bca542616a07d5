"""Deadlines in years of the Republic of China: 至民國116年底 is by 2027, no span of 116 years."""

from __future__ import annotations

import re

from gangyao.chinese.dates import RocYear, find_roc_years
from gangyao.tasks.targets.deadlines import Deadline

# Most paragraphs are done with this question.
_MAY_HOLD = re.compile(r"民[国國]|1\d\d\s*年")
_BY = re.compile(r"(?:截至|截止|到|至|在|于|於)$")
_BY_LENGTH = 2
# What follows a year by which something is due: a point in it, or what will be then.
_PART = re.compile(r"(?:\d{1,2}月(?:\d{1,2}日|[底末初])?|[底末])?(?:之前|以前|前)?")
_DUE = re.compile(r"达|達|完成|建成|实现|，?(?:将|要)")
# 自114年度起 says when something begins.
_BEGINS = re.compile("(?:自|从|從)$")


def find_roc(text: str, is_roc: bool | None = None) -> tuple[list[Deadline], tuple[RocYear, ...]]:
    """Return the deadlines among the years of the Republic of China in a text, and all of these years.

    `is_roc`: the document counts so, see `find_roc_years`.
    """
    if not _MAY_HOLD.search(text):
        return [], ()
    years = find_roc_years(text, is_roc)
    deadlines = []
    for year in years:
        head = text[max(0, year.start - _BY_LENGTH) : year.start]
        part = _PART.match(text, year.end)
        end = part.end() if part else year.end
        by = _BY.search(head)
        if _BEGINS.search(head) or not (by or end > year.end or _DUE.match(text, end)):
            continue
        start = year.start - (len(by[0]) if by else 0)
        deadlines.append(Deadline(start, end, year.year, float(year.year), "year", "年"))
    return deadlines, years
