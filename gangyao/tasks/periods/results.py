"""Figures that were reached: in reviews, and where a sentence says that it looks back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gangyao.document.figures import Period
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Target, Task
from gangyao.tasks.periods.sentence_signs import FIGURE
from gangyao.tasks.periods.when import Said, kind_of, period_of, years_said
from gangyao.tasks.targets.once import TargetsOnce

#: A number, or a small one that counts; `re` looks for its first character much faster than for two kinds.
ANY_FIGURE = re.compile(
    r"[\d%％十百千万亿两一二三四五六七八九](?:(?<=[\d%％十百千万亿两])|[个项家件名条座所])"
)
# What lies ahead is not reached: aims, estimates, and what another text asks for.
_AIMED = re.compile("目标[是为]|力争|计划(?!单列)|必须|应当|任务$|要求$")
# An aim is named this near before its figure.
_NEAR = 12
_AHEAD = re.compile("目标[是为]|力争|预计|预期|计划|拟|将[在于要]|要[求达]|必须|应当|不得|争取|确保|规定")
_PAST = re.compile("去年|上年|过去|一年来|年来|以来|已经?(?=[\u4e00-\u9fff])|达到?了|实现了|完成了")
# 上年度营业收入不低于500万元 is a condition, not what was reached.
_NORMS = ("不低于", "不少于", "不高于", "不超过", "不得")
_WHOLE_YEAR = ("全年", "年内", "本年")
_LAST_YEAR = ("上年", "去年")
_THAN = ("比", "较")
# 连续3年, 第十四届: counts of times that measure nothing.
_NO_MEASURE = re.compile("(?:连续|第|前|历时|近|过去|用|这|五?六?日?)$")


def past_figures(
    paragraph: Paragraph,
    signs: Mapping[int, int],
    tasks: Sequence[Task],
    section: Period,
    year: int | None,
    figures: TargetsOnce,
) -> list[tuple[Target, Period]]:
    """Return the figures of a paragraph's sentences that set no task and tell what was reached.

    In a section that looks back every such sentence does but one that speaks of what lies ahead; elsewhere
    one that says so (去年, 已, a year before the document's). `signs` tell what may stand in each sentence,
    by its start (see `gangyao.tasks.periods.sentence_signs`).
    """
    if not paragraph.is_running_text:
        return []
    text = paragraph.text
    setting = {task.start for task in tasks}
    spans = [
        span
        for span in paragraph.sentences
        if signs[span[0]] & FIGURE and span[0] not in setting and ANY_FIGURE.search(text, *span) is not None
    ]
    if not spans:
        return []
    is_review = section.kind == "review"
    told = [
        (start, end, said)
        for start, end in spans
        if _looks_back(text, start, end, said := years_said(text, year, start, end), year, is_review)
    ]
    if not told:
        return []
    targets = [target for target in figures.of(paragraph) if measures(target, text)]
    found: list[tuple[Target, Period]] = []
    ahead = _AIMED if is_review else _AHEAD
    for start, end, said in told:
        found += (
            (target, _when(target, said, section, year, text))
            for target in targets
            if start <= target.start < end
            and (is_review or not target.text.startswith(_NORMS))
            and ahead.search(text, max(start, target.start - _NEAR), target.start) is None
        )
    return found


def _looks_back(
    text: str, start: int, end: int, said: Sequence[Said], year: int | None, is_review: bool
) -> bool:
    if is_review:
        return not any(kind_of(one.years, year) in ("five_years", "long_term") for one in said[:1])
    if _AHEAD.search(text, start, end):
        return False
    is_past = any(kind_of(one.years, year) == "review" for one in said)
    return is_past or (year is not None and _PAST.search(text, start, end) is not None)


def measures(target: Target, text: str) -> bool:
    """Tell whether a quantity measures something: not a time, nor how often or how long (连续3年)."""
    if target.kind == "deadline":
        return False
    return target.kind != "duration" or (
        target.direction is not None and _NO_MEASURE.search(text, 0, target.start) is None
    )


def _is_reviewed(said: Said, text: str) -> bool:
    """Tell whether words in a review mean the year reviewed: 全年增长4.8%, 比上年增长4.8%."""
    if text.startswith(_WHOLE_YEAR, said.start):
        return True
    return text.startswith(_LAST_YEAR, said.start) and text.endswith(_THAN, 0, said.start)


def _when(target: Target, said: Sequence[Said], section: Period, year: int | None, text: str) -> Period:
    is_review = section.kind == "review" and section.year_to is not None
    before = [one for one in said if one.end <= target.start and not (is_review and _is_reviewed(one, text))]
    if before:
        return period_of(before[-1].years, year)._replace(kind="review")
    if section.kind == "review":
        return section
    return Period("review", None, None)
