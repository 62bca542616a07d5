"""Periods of the tasks of a document and of their targets; figures that were reached told from targets.

What a sentence says of time holds for that sentence alone; else its section's period holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gangyao.document.facts import Facts
from gangyao.document.figures import NO_PERIOD, FigureFacts, Period, Periods, Result
from gangyao.document.outline import Outline
from gangyao.document.tasks import Target, Task
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.indicators.read import measured
from gangyao.tasks.periods.openings import NOTHING_DUE, Due, due_by_opening, period_within
from gangyao.tasks.periods.results import (
    compares_with_last_year,
    measures,
    past,
    past_figures,
    summed_up,
)
from gangyao.tasks.periods.sections import (
    announced_review,
    document_year,
    periods_within,
    section_periods,
)
from gangyao.tasks.periods.sentence_signs import EVERY_SIGN, TIME, sentence_signs
from gangyao.tasks.periods.when import (
    Said,
    Years,
    first_year_of_term,
    kind_of,
    period_of,
    spanned,
    years_of,
    years_said,
)
from gangyao.tasks.targets.once import TargetsOnce

Tasks = tuple[tuple[Task, ...], ...]
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
class Timed:
    """Tasks whose targets lie ahead, their periods, and the figures that were reached, by paragraph."""

    tasks: Tasks
    periods: Periods
    results: tuple[tuple[Result, ...], ...]


def read_periods(
    outline: Outline, facts: Facts, tasks: Tasks, grammar: Grammar, figures_of: TargetsOnce
) -> Timed:
    """Give every section, task and target its period, and tell results from targets."""
    year = document_year(facts) or _first_year_of_terms(outline)
    sections = section_periods(outline, facts)
    within = periods_within(outline, sections, year)
    kept: list[tuple[Task, ...]] = []
    of_tasks: list[tuple[Period, ...]] = []
    figures: list[tuple[tuple[FigureFacts, ...], ...]] = []
    results: list[tuple[Result, ...]] = []
    announced: tuple[str, Period] | None = None
    due = NOTHING_DUE
    signs = sentence_signs(outline.paragraphs)
    for paragraph, own, told in zip(outline.paragraphs, tasks, signs, strict=True):
        section = sections.get(paragraph.section_path, NO_PERIOD)
        text = paragraph.text
        if announced is not None and announced[0] == paragraph.section_path:
            section = announced[1]
        if (review := announced_review(text, year)) is not None:
            announced = paragraph.section_path, review
        one_year = within.get(paragraph.section_path)
        due = due_by_opening(paragraph, due, year)
        read = [
            _read_task(
                task,
                told.get(task.start, EVERY_SIGN),
                section,
                _of_figures(task, section, one_year, due, text),
                year,
                text,
            )
            for task in own
        ]
        kept.append(tuple([one.task for one in read]))
        of_tasks.append(tuple([one.period for one in read]))
        figures.append(
            tuple([_facts(zip(one.task.targets, one.targets, strict=True), text, grammar) for one in read])
        )
        past = [reached for one in read for reached in one.reached]
        past += past_figures(paragraph, told, own, section, one_year, year, figures_of)
        past.sort(key=lambda reached: (reached[0].start, reached[0].end))
        reached_facts = _facts(past, text, grammar)
        results.append(
            tuple([Result(figure, facts) for (figure, _), facts in zip(past, reached_facts, strict=True)])
        )
    return Timed(tuple(kept), Periods(sections, tuple(of_tasks), tuple(figures)), tuple(results))


def _first_year_of_terms(outline: Outline) -> int | None:
    """Return the year with which the first term begins that the text sets itself: 2012年起5年内."""
    years = (
        first_year_of_term(paragraph.text) for paragraph in outline.paragraphs if "年起" in paragraph.text
    )
    return next((year for year in years if year is not None), None)


def _facts(figures: Iterable[tuple[Target, Period]], text: str, grammar: Grammar) -> tuple[FigureFacts, ...]:
    """Return when figures of the paragraph `text` hold and what they measure."""
    facts: list[FigureFacts] = []
    before, end = None, 0
    for figure, when in figures:
        if before is not None and text.find("。", end, figure.start) >= 0:
            before = None
        what = measured(figure, text, grammar.indicators, before)
        before, end = what.indicator or before, figure.end
        facts.append(FigureFacts(when, what))
    return tuple(facts)


class _TimedTask(NamedTuple):
    task: Task
    period: Period
    targets: tuple[Period, ...]
    reached: tuple[tuple[Target, Period], ...]


def _of_figures(task: Task, section: Period, one_year: Period | None, due: Due, text: str) -> Period:
    """Return when the figures of a task hold that name no time: by what its paragraph opens with, else its
    section, of which `one_year` is the year that its title names beside a plan.
    """
    if due.period is not None and section.kind != "review" and task.start >= due.start:
        return due.period
    return section if one_year is None else period_within(text, task.end, section, one_year)


def _read_task(
    task: Task, signs: int, section: Period, figures: Period, year: int | None, text: str
) -> _TimedTask:
    """Return a task with the periods of its targets, and what of them a review says was reached.

    `signs` tell what may stand in it (see `gangyao.tasks.periods.sentence_signs`), `figures` when its
    figures hold that name no time.
    """
    within = years_of(section)
    said = years_said(text, year, task.start, task.end, within) if signs & TIME else []
    if not said and not task.targets:
        return _TimedTask(task, section, (), ())
    spoken = _spoken(said, year)
    own = spanned(list(_due(task, spoken, year, text)))
    period = section if own is None else period_of(own, year)
    before = tuple((one, period_of((one.year, one.year), year)) for one in task.reached if one.year)
    otherwise = _answered_by(task, figures, year)
    timed = [(target, _of_target(target, spoken, otherwise, year, text)) for target in task.targets]
    if section.kind == "review" and period.kind in (None, "review"):
        reached = tuple((target, when) for target, when in timed if measures(target, text))
        return _TimedTask(task._replace(targets=()), period, (), (*before, *reached))
    if section.kind is None and (summed := _past_from(text, task)) is not None:
        reached = tuple(
            (one, past(when)) for one, when in timed if one.start >= summed and measures(one, text)
        )
        ahead = [(one, when) for one, when in timed if one.start < summed or not measures(one, text)]
        task = task._replace(targets=tuple([one for one, _ in ahead]))
        return _TimedTask(task, period, tuple([when for _, when in ahead]), (*before, *reached))
    return _TimedTask(task, period, tuple(when for _, when in timed), before)


def _past_from(text: str, task: Task) -> int | None:
    """Return where a task begins to tell what was reached; None for one that does not."""
    if compares_with_last_year(text, task.start, task.end):
        return task.start
    return summed_up(text, task)


def _answered_by(task: Task, section: Period, year: int | None) -> Period:
    """Return when the figures of a task are due that name no time: with the task, where a note or a column
    says by when all who answer for it must have done it, else as its section says.
    """
    dated = {duty.deadline for duty in task.responsibilities} if task.responsibilities else set()
    if len(dated) != 1 or section.kind == "review":
        return section
    deadline = dated.pop()
    said = years_said(deadline, year) if deadline else []
    return period_of(said[-1].years, year) if said else section


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
class _Spoken:
    """The years that a sentence names; `ahead` are those of no review, also by the year they end in."""

    said: Sequence[Said]
    order: _InOrder
    ahead: _LastBefore
    by_year: dict[int, _LastBefore]


def _spoken(said: Sequence[Said], year: int | None) -> _Spoken:
    ahead = [one for one in said if kind_of(one.years, year) != "review"]
    by_year: dict[int, list[Said]] = defaultdict(list)
    for one in ahead:
        by_year[one.years[1]].append(one)
    return _Spoken(
        said,
        _in_order(said),
        _last_before(ahead),
        {last: _last_before(those) for last, those in by_year.items()},
    )


def _due(task: Task, spoken: _Spoken, year: int | None, text: str) -> Iterator[Years]:
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


def _of_deadline(target: Target, spoken: _Spoken, year: int | None, text: str) -> Years | None:
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


def _of_target(target: Target, spoken: _Spoken, section: Period, year: int | None, text: str) -> Period:
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
