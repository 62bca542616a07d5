"""The context of each paragraph: what its part of the document does, and what is said around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from gangyao.chinese.duty_labels import content_start, is_note_line
from gangyao.chinese.five_year_plans import FIVE_YEARS, plan_years
from gangyao.document.outline import Outline, Paragraph
from gangyao.tasks.context import Context
from gangyao.tasks.statements.articles import binds_in_article, is_item
from gangyao.tasks.statements.forms import is_aside, may_be_aside
from gangyao.tasks.statements.grammar import StatementGrammar
from gangyao.tasks.statements.judge import NEIGHBOUR_LIMIT, bounded_to, evidence_of
from gangyao.tasks.statements.planned_years import is_planned, years_planned
from gangyao.tasks.statements.stances import (
    is_of_articles,
    read_stances,
    stance_of_document,
    titles_of_sections,
)

# So many paragraphs on either side of the same top section count as near.
_REACH = 2
# Fewer than so many leave room for what is usual: in the rest of the top section, in the rest of the
# document under titles that say the same, in any document. The last two count as so many paragraphs of the
# one before. Of 5,713 labelled sentences, judged by fits that have not seen their documents, 216 were wrong
# before and 196 with these (3 to 6 of the first, 1 to 10 of the second: 196 to 204).
_FEW = 5
_USUAL_COUNTS = 5
# Nats below which a paragraph says nothing of those beside it, where titles say what is usual.
_TELLING = 0.7
# The mean evidence around paragraphs of each stance, in nats, over 60 notices, plans, laws and reports.
_USUAL = {
    "plan": -1.95,
    "tasks": -1.95,
    "bid": -1.95,
    "law": -2.0,
    "open": -0.75,
    "aims": -0.75,
    "review": 0.8,
}
# Set by hand, in nats: as much as what a body is charged with; what its form alone makes a statement stays.
_BOUND, _FORMAL = -3.0, 9.0
_YEAR = re.compile("20[0-9]{2}(?=年|[-—–~～至])")
# A figure in a list of tasks is one to reach (人均预期寿命提高到80.5岁), but where the past is told of.
_FIGURE = re.compile(r"[0-9０-９]|翻[一两]番")
_PAST = re.compile("了|已|曾|目前|现有|截至|累计|去年|上年|同期|过去|以来|其中|历史|当前|全国")
# What is counted in brackets is a list: 太原、洛阳（共2个）.
_IN_BRACKETS = re.compile("（[^（）]{1,40}）")
# Set by hand, in nats: as much as being behind an aim says.
_LATER = -3.0
# 到2022年，新增处理能力20万吨/年, 四川：到2025年，…: what figure there is to be by a year, wherever that
# stands but in a look back, and where nothing of the past is told. Set by hand: as much as what a body is
# charged with.
_BY_YEAR = re.compile(r"(?:[^，。；：]{2,12}：)?(?:力争|争取)?[到至](20\d\d)年[底末]?，")
# “十四五”期间，全省累计新建管网3500公里: what there is to be in the years of the plan that the title names;
# sums (累计) are no past there.
_IN_PLAN = re.compile(rf"“?{FIVE_YEARS.pattern}[”时期间内]{{0,4}}，")
_DONE = re.compile("了|已|曾|截至|目前|现有|去年|上年|同期|过去|以来")
_AIMED = -3.0
# What a document that sets tasks alone says where no title looks back.
_TASKS_AHEAD = ("tasks", "plan")
_NO_AIMS = ("review", "note")
_YEAR_SPAN = 18

Kind = TypeVar("Kind")


def read_contexts(document_title: str, outline: Outline, grammar: StatementGrammar) -> tuple[Context, ...]:
    """Return the context of each paragraph of `outline`, in order."""
    sentences = sentences_of(outline)
    return contexts_of(document_title, outline, sentences, evidence_of(sentences, grammar), grammar)


def sentences_of(outline: Outline) -> list[str]:
    """Return the sentences of the paragraphs that may set tasks, in order, without the label of a list."""
    return [
        paragraph.text[max(start, content_start(paragraph.text) if start == 0 else 0) : end]
        for paragraph in outline.paragraphs
        if paragraph.is_running_text
        for start, end in paragraph.sentences
    ]


def contexts_of(
    document_title: str,
    outline: Outline,
    sentences: Sequence[str],
    told: Sequence[float],
    grammar: StatementGrammar,
) -> tuple[Context, ...]:
    """Return the context of each paragraph of `outline`, in order.

    `sentences` are those of `sentences_of`, `told` the evidence of each (see `evidence_of`).
    """
    titles = titles_of_sections(outline)
    stances = read_stances(outline, titles, grammar.lexicon, document_title)
    items = frozenset[int]()
    if is_of_articles(outline):
        items = frozenset(index for index, one in enumerate(outline.paragraphs) if is_item(one.text))
        told = [
            _BOUND if _BOUND < value < _FORMAL and binds_in_article(sentence) else value
            for sentence, value in zip(sentences, told, strict=True)
        ]
    of_year = years_planned(titles)
    evidence = _evidence(outline, sentences, told, stances, document_title, of_year)
    means = [
        bounded_mean(telling(paragraph, own))
        for paragraph, own in zip(outline.paragraphs, evidence, strict=True)
    ]
    near = evidence_near(outline, means, stances, items)
    weights = grammar.weights
    return tuple(
        Context(
            document_title,
            titles[paragraph.section_path],
            round(weights.stances[stance] + weights.near * around, 3),
            own,
        )
        for paragraph, stance, around, own in zip(outline.paragraphs, stances, near, evidence, strict=True)
    )


def evidence_near(
    outline: Outline,
    own: Sequence[float | None],
    stances: Sequence[str],
    items: frozenset[int] = frozenset(),
) -> list[float]:
    """Return for each paragraph the mean of `own` over those around it in its top section.

    What few around say, the other paragraphs of its stance fill up. Aims are worded as what was reached,
    which says nothing of those beside them; nor do `items` say anything of what is none (有下列情形之一的，
    可以采用…：, above the cases).
    """
    tops = [paragraph.section_path.partition(".")[0] for paragraph in outline.paragraphs]
    others = [None if index in items else value for index, value in enumerate(own)]
    in_section = _sums(others, list(zip(tops, stances, strict=True)))
    in_document = _sums(others, stances)
    found = []
    for index, (top, stance) in enumerate(zip(tops, stances, strict=True)):
        sets_tasks = stance in ("plan", "tasks")
        near = {
            other: value
            for other in range(max(0, index - _REACH), min(len(own), index + _REACH + 1))
            if other != index
            and tops[other] == top
            and (other not in items or index in items)
            and (value := own[other]) is not None
            and not (sets_tasks and (abs(value) < _TELLING or (value > 0 and stances[other] == "aims")))
        }
        # What is not there says what is usual: one paragraph beside says less than five.
        counted = [
            value
            for other in (index, *near)
            if stances[other] == stance and (value := others[other]) is not None
        ]
        usual = in_document[stance].without(counted, _USUAL.get(stance, 0.0))
        usual = in_section[top, stance].without(counted, usual)
        mean = (sum(near.values()) + (_FEW - len(near)) * usual) / _FEW
        found.append(min(mean, 0.0) if stance == "aims" else mean)
    return found


class _Sum(NamedTuple):
    """What some paragraphs say together, and how many they are."""

    total: float
    number: int

    def without(self, some: Sequence[float], usual: float) -> float:
        """Return the mean of all but some of them, with what is usual elsewhere."""
        return (self.total - sum(some) + _USUAL_COUNTS * usual) / (self.number - len(some) + _USUAL_COUNTS)


def _sums(own: Sequence[float | None], kinds: Sequence[Kind]) -> dict[Kind, _Sum]:
    """Return what the paragraphs of each kind say together."""
    values: dict[Kind, list[float]] = {kind: [] for kind in kinds}
    for value, kind in zip(own, kinds, strict=True):
        if value is not None:
            values[kind].append(value)
    return {kind: _Sum(sum(some), len(some)) for kind, some in values.items()}


def _evidence(
    outline: Outline,
    sentences: Sequence[str],
    told: Sequence[float],
    stances: Sequence[str],
    title: str,
    of_year: Mapping[str, int],
) -> list[tuple[float, ...]]:
    """Return the evidence of the sentences by paragraph; none for one that cannot set tasks.

    What a later year will see than the first that the title of the document names has not been reached, nor
    has what aims say of that year itself, or a figure among the tasks of a document that sets tasks alone or
    of a section that plans a year: `of_year` by path.
    """
    year = first_year(title)
    lists_tasks = stance_of_document(title) == "plan"
    read = iter(zip(sentences, told, strict=True))

    def told_there(sentence: str, value: float, stance: str, planned: int | None) -> float:
        if _aims_by_year(sentence, stance, year):
            return min(value, _AIMED)
        is_ahead = value > 0 and (
            _names_later_year(sentence, stance, year)
            or (lists_tasks and stance in _TASKS_AHEAD and _is_figure_ahead(sentence))
            or (planned is not None and stance in _TASKS_AHEAD and is_planned(sentence, planned))
        )
        return value + _LATER if is_ahead else value

    return [
        tuple(
            told_there(sentence, value, stance, of_year.get(one.section_path))
            for sentence, value in islice(read, len(one.sentences) if one.is_running_text else 0)
        )
        for one, stance in zip(outline.paragraphs, stances, strict=True)
    ]


def _aims_by_year(sentence: str, stance: str, year: int | None) -> bool:
    """Tell whether a sentence says what there is to be by a year; `year` is the first of the document's."""
    if stance not in _NO_AIMS and _is_in_plan(sentence, year):
        return True
    found = _BY_YEAR.match(sentence) if "20" in sentence[:_YEAR_SPAN] else None
    if found is None or stance in _NO_AIMS or (year is not None and int(found[1]) < year):
        return False
    return _is_figure_ahead(sentence[found.end() :])


def _is_in_plan(sentence: str, year: int | None) -> bool:
    """Tell whether a sentence tells figures of a plan that begins with `year`, none of them of the past."""
    plan = _IN_PLAN.match(sentence) if year is not None and "五" in sentence[:_YEAR_SPAN] else None
    if plan is None or (years := plan_years(plan["ordinal"] or plan["short"])) is None or years[0] != year:
        return False
    rest = sentence[plan.end() :]
    return _FIGURE.search(rest) is not None and _DONE.search(rest) is None


def _names_later_year(sentence: str, stance: str, year: int | None) -> bool:
    return year is not None and _names_year(sentence, year if stance == "aims" else year + 1)


def _is_figure_ahead(sentence: str) -> bool:
    said = _IN_BRACKETS.sub("", sentence)
    return _FIGURE.search(said) is not None and _PAST.search(sentence) is None


def first_year(title: str) -> int | None:
    """Return the first year that a title names, in figures or by a five-year plan; None for none."""
    if (found := _YEAR.search(title)) is not None:
        return int(found[0])
    plan = FIVE_YEARS.search(title)
    years = plan_years(plan["ordinal"] or plan["short"]) if plan is not None else None
    return None if years is None else years[0]


def _names_year(sentence: str, first: int) -> bool:
    """Tell whether a sentence names a year from `first` on."""
    return any(int(found[0]) >= first for found in _YEAR.finditer(sentence))


def telling(paragraph: Paragraph, evidence: Sequence[float]) -> list[float]:
    """Return the evidence of the sentences that tell something of the paragraphs beside theirs.

    A note (（牵头单位：…）, 责任单位：…), a date or the end of a law (本意见自…起施行。) stands by anything.
    """
    text = paragraph.text
    if not evidence or is_note_line(text):
        return []
    return [
        value
        for (start, end), value in zip(paragraph.sentences, evidence, strict=True)
        if not (may_be_aside(text[start], value) and is_aside(text[start:end]))
    ]


def bounded_mean(values: Sequence[float]) -> float | None:
    """Return the mean of the values, each held within the limit; None for none."""
    bounded = bounded_to(NEIGHBOUR_LIMIT, values)
    return sum(bounded) / len(bounded) if bounded else None
