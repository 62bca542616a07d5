"""The years that a sentence names, and which of them its deadlines, its targets and it itself speak of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gangyao.document.figures import Period
from gangyao.document.tasks import Target, Task
from gangyao.tasks.periods.when import Said, Years, kind_of, period_of

# “十五五”规划 names a plan, “十五五”重大项目 projects, “十五五”良好开局 what comes after: no time by which.
_NAMES_PLAN = re.compile(
    "”?(?:时期)?(?:经济社会)?(?:发展)?(?:规划|计划|[^，。；、]{0,4}开局|开好局|起好步|等?重大|指导|乃至)"
)
# 每年1月底前: a time of each year.
_EACH_YEAR = re.compile("每[年月季](?:度)?[^，。；]{0,4}$")
_EACH_REACH = 7
# 展望2035年 tells a time, though nothing is due by it.
_LOOKS_AHEAD = ("展望", "远景目标展望到")
# 今年, 明年: words that are no year in figures.
_LONGEST_WORD = 3


@dataclass(frozen=True, slots=True)
class _InOrder:
    """Spans by their starts, to find in a sentence of any length those that one runs into."""

    starts: list[int]
    longest: int

    def around(self, start: int, end: int) -> range:
        """Return the places of all that may overlap `start`:`end`, and few others."""
        return range(bisect_left(self.starts, start - self.longest), bisect_left(self.starts, end))


def _in_order(spans: Sequence[Said] | Sequence[Target]) -> _InOrder:
    return _InOrder([one.start for one in spans], max((one.end - one.start for one in spans), default=0))


@dataclass(frozen=True, slots=True)
class _LastBefore:
    """What was said last before a place: by the ends, what of all that ended so far began last."""

    ends: list[int]
    last: list[Said]

    def find(self, at: int) -> Said | None:
        """Return what was said last of what ends at `at` or before."""
        count = bisect_right(self.ends, at)
        return self.last[count - 1] if count else None


def _last_before(said: Sequence[Said]) -> _LastBefore:
    by_end = sorted(said, key=lambda one: one.end)
    last: list[Said] = []
    for one in by_end:
        last.append(one if not last or one.start >= last[-1].start else last[-1])
    return _LastBefore([one.end for one in by_end], last)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The years that a sentence names; `ahead` are those of no review, also by the year they end in."""

    said: Sequence[Said]
    order: _InOrder
    ahead: _LastBefore
    by_year: dict[int, _LastBefore]


def read_spoken(said: Sequence[Said], year: int | None) -> Spoken:
    """Return what a sentence says of years, ready to be asked; `year` is that of the document."""
    ahead = [one for one in said if kind_of(one.years, year) != "review"]
    by_year: dict[int, list[Said]] = defaultdict(list)
    for one in ahead:
        by_year[one.years[1]].append(one)
    return Spoken(
        said,
        _in_order(said),
        _last_before(ahead),
        {last: _last_before(those) for last, those in by_year.items()},
    )


def due_years(task: Task, spoken: Spoken, year: int | None, text: str) -> Iterator[Years]:
    """Yield the years of a task's deadlines and of what else it says of the time ahead."""
    deadlines = sorted(
        (target for target in task.targets if target.kind == "deadline"), key=lambda target: target.start
    )
    for target in deadlines:
        if (years := _of_deadline(target, spoken, year, text)) is not None:
            yield years
    due = _in_order(deadlines)
    for one in spoken.said:
        # A single year that is no deadline names or compares something; a span and 今年 do not.
        is_span = one.years[0] != one.years[1] or one.end - one.start <= _LONGEST_WORD
        is_span = is_span or text.endswith(_LOOKS_AHEAD, 0, one.start)
        ahead = year is None or one.years[1] >= year
        if (
            is_span
            and ahead
            and _NAMES_PLAN.match(text, one.end) is None
            and not any(one.start < deadlines[at].end for at in due.around(one.start, one.end))
        ):
            yield one.years


def _of_deadline(target: Target, spoken: Spoken, year: int | None, text: str) -> Years | None:
    """Return the years within which a deadline falls; None where it names none."""
    for at in spoken.order.around(target.start, target.end):
        one = spoken.said[at]
        if target.start < one.end and one.years[0] != one.years[1]:
            return one.years
    if target.year is not None:
        return target.year, target.year
    if (
        year is None
        or target.text.startswith("每")
        or _EACH_YEAR.search(text, max(0, target.start - _EACH_REACH), target.start)
    ):
        return None
    if target.unit is None:
        return year, year
    if target.unit == "year" and target.value is not None:
        return year, year + int(target.value)
    return None


def period_of_target(target: Target, spoken: Spoken, section: Period, year: int | None, text: str) -> Period:
    """Return the period of a target: what was said last before it in its sentence, else its section's."""
    if target.kind == "deadline":
        own = _of_deadline(target, spoken, year, text)
        return section if own is None else period_of(own, year)
    if target.year is not None:
        known = spoken.by_year.get(target.year)
        span = known.find(target.start) if known else None
        return period_of(span.years if span else (target.year, target.year), year)
    last = spoken.ahead.find(target.start)
    if last is not None and (last.years[0] != last.years[1] or year in (None, last.years[1])):
        return period_of(last.years, year)
    return section
