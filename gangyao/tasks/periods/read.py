"""Periods of the tasks of a document and of their targets; figures that were reached told from targets.

What a sentence says of time holds for that sentence alone; else its section's period holds.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    tells_state,
)
from gangyao.tasks.periods.sections import (
    announced_review,
    document_year,
    periods_within,
    section_periods,
)
from gangyao.tasks.periods.sentence_signs import EVERY_SIGN, TIME, sentence_signs
from gangyao.tasks.periods.spoken import due_years, period_of_target, read_spoken
from gangyao.tasks.periods.when import (
    first_year_of_term,
    period_of,
    spanned,
    years_of,
    years_said,
)
from gangyao.tasks.targets.once import TargetsOnce

Tasks = tuple[tuple[Task, ...], ...]


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
    spoken = read_spoken(said, year)
    own = spanned(list(due_years(task, spoken, year, text)))
    period = section if own is None else period_of(own, year)
    before = tuple((one, period_of((one.year, one.year), year)) for one in task.reached if one.year)
    otherwise = _answered_by(task, figures, year)
    timed = [(target, period_of_target(target, spoken, otherwise, year, text)) for target in task.targets]
    if section.kind == "review" and period.kind in (None, "review"):
        reached = tuple((target, when) for target, when in timed if measures(target, text))
        return _TimedTask(task._replace(targets=()), period, (), (*before, *reached))
    states = [target for target, _ in timed if tells_state(target, text)]
    if states:
        before = (*before, *((target, Period("review", None, None)) for target in states))
        timed = [(target, when) for target, when in timed if target not in states]
        task = task._replace(targets=tuple([target for target, _ in timed]))
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
