"""Find the works that the paragraphs of a document name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gangyao.chinese.punctuation import closes_bracket, open_at_end
from gangyao.document.figures import Result
from gangyao.document.mentions import Mention
from gangyao.document.outline import Paragraph
from gangyao.document.projects import Project
from gangyao.document.tasks import Target, Task
from gangyao.projects.borders import SHORTEST
from gangyao.projects.judge import Span, WorksJudge, named_works
from gangyao.projects.names import whole_name
from gangyao.projects.no_works import is_no_name, is_no_work, without_count
from gangyao.projects.plain_lists import CONFIDENCE, listed_works
from gangyao.projects.stages import stage_of

# Paragraphs without any of these name no works: told by looking for words, which is fast.
_SIGNS = (
    "建设", "推进", "项目", "工程", "加快", "启动", "开工", "改造", "建成", "实施", "投用", "投产", "竣工",
    "通车", "完工", "完成", "扩建", "投入", "投运", "并网", "动工", "开通", "启用", "封顶", "开放", "交付",
    "谋划", "争取", "打通",
)  # fmt: skip
_STOPS = "。；！？\n"
_MARKS = f"，：{_STOPS}"
_MARK = re.compile(f"[{_MARKS}]")
_STOP = re.compile(f"[{_STOPS}]")
# What stands before a name: 年底前|王坟镇水厂.
_LEADING = re.compile(r"(?:年底前?|当年|新建|(?:总)?投资[\d.]+[万亿]元的)+")
# 总投资10.26亿元的|供水工程: what they cost may stand before their name.
_COST_BEFORE = re.compile(
    r"(?P<cost>(?:总|计划|概算)?投资(?:约|近|超|达)?[\d.]+[余多]?[万亿]*元)的(?:[一二三四五六七八九十]期)?$"
)
_LONGEST_COST = 24
_PLACES = ("admin_area", "country")
_WORKS = ("facility", "corridor", "programme")
# 2座10万吨级泊位 counts works, and says nothing of their size; 等… speaks of the whole list.
_OF_LIST = re.compile(r"等|^\d+(?:万?吨级|[条个座])")


def find_projects(
    paragraphs: Sequence[Paragraph],
    tasks: Sequence[tuple[Task, ...]],
    results: Sequence[tuple[Result, ...]],
    mentions: Sequence[tuple[Mention, ...]],
    judge: WorksJudge,
    level: str | None,
) -> tuple[tuple[Project, ...], ...]:
    """Return the works that each paragraph names, in order.

    `level` is that of the document: below the provinces a hospital or a street is works of its own.
    """
    is_local = level not in ("国家", "省")
    found: list[tuple[Project, ...]] = []
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if not paragraph.is_running_text:
            found.append(())
            continue
        spans = named_works(text, mentions[index], judge, is_local) if _holds_sign(text) else []
        if not spans:
            listed = listed_works(text, mentions[index], judge.words.kinds)
            spans = [Span(start, end, CONFIDENCE) for start, end in listed]
        figures = _figures(tasks[index], results[index] if results else ()) if spans else []
        found.append(tuple(_projects(text, spans, mentions[index], figures, judge)))
    return tuple(found)


def _holds_sign(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _figures(tasks: Sequence[Task], results: Sequence[Result]) -> list[Target]:
    """Return the figures of a paragraph, without times."""
    figures = [one.figure for one in results if one.figure.kind != "duration"]
    figures += [one for task in tasks for one in task.targets if one.kind not in ("deadline", "duration")]
    return sorted(figures, key=lambda one: one.start)


def _projects(
    text: str,
    spans: Sequence[Span],
    mentions: Sequence[Mention],
    figures: Sequence[Target],
    judge: WorksJudge,
) -> Iterator[Project]:
    # A paragraph may be a whole document on one line: what stands where is asked for each span.
    marks, stops = (_found_at(_MARK, text), _found_at(_STOP, text)) if spans else ([], [])
    beginning = defaultdict[int, list[Mention]](list)
    for mention in mentions if spans else ():
        beginning[mention.start].append(mention)
    for span in spans:
        end = span.end
        leading = _LEADING.match(text, span.start, end - SHORTEST + 1)
        start = span.start if leading is None else leading.end()
        clause = _begin(marks, start), _end(marks, end, len(text))
        sentence = _begin(stops, start)
        end = without_count(text, start, end)
        name = whole_name(text, start, end, clause[1])
        opening = [one for one in beginning.get(start, ()) if one.end <= end]
        if (
            len(name) < SHORTEST
            or open_at_end(name)
            or closes_bracket(name)
            or is_no_name(name)
            or is_no_work(text, end, clause[1], opening)
        ):
            # 中法、中德: two characters that no list completes.
            continue
        if any(one.type in _PLACES and one.end == end for one in opening) and name == text[start:end]:
            # 青州市、临朐县, 中瑞(士): places, and no works of theirs.
            continue
        place = next((one for one in opening if one.type == "admin_area"), None)
        entity = next((one for one in opening if one.type in _WORKS), None)
        yield Project(
            name,
            judge.words.kinds.of(name),
            stage_of(text, (start, end), clause, sentence),
            place.name if place else None,
            place.admin_code if place else None,
            f"{entity.type}/{entity.name}" if entity else None,
            (*_cost_before(text, start), *_own_figures(text, end, clause[1], figures)),
            span.probability,
            start,
            end,
        )


def _found_at(mark: re.Pattern[str], text: str) -> list[int]:
    return [found.start() for found in mark.finditer(text)]


def _begin(marks: Sequence[int], at: int) -> int:
    """Return where begins what the last of the marks before a place closes off."""
    before = bisect_left(marks, at)
    return marks[before - 1] + 1 if before else 0


def _end(marks: Sequence[int], at: int, length: int) -> int:
    """Return where the clause of a place ends."""
    after = bisect_left(marks, at)
    return marks[after] if after < len(marks) else length


def _cost_before(text: str, start: int) -> Iterator[str]:
    """Yield what stands of their cost right before a name."""
    if text[start - 1 : start] == "的" and "元" in text[max(0, start - _LONGEST_COST) : start]:
        cost = _COST_BEFORE.search(text, max(0, start - _LONGEST_COST), start)
        if cost is not None:
            yield cost["cost"]


def _own_figures(text: str, end: int, clause_end: int, figures: Sequence[Target]) -> Iterator[str]:
    """Yield the figures that stand behind a name, before another of its list begins."""
    following = text.find("、", end, clause_end)
    stop = clause_end if following < 0 else following
    if _OF_LIST.search(text[end:stop]) is None:
        first, last = (bisect_left(figures, place, key=lambda one: one.start) for place in (end, stop))
        for figure in figures[first:last]:
            yield f"{figure.indicator or ''}{figure.text}"
