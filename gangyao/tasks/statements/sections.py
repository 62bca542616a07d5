"""What each part of a document does: look back and describe, set tasks, or explain terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, zip_longest

from gangyao.chinese.duty_labels import content_start, is_duty_line, is_note_line
from gangyao.chinese.five_year_plans import FIVE_YEARS, plan_years
from gangyao.document.outline import Outline, Paragraph
from gangyao.tasks.context import Context
from gangyao.tasks.reviewing_titles import looks_back_as_a_whole
from gangyao.tasks.statements.articles import binds_in_article
from gangyao.tasks.statements.forms import is_aside, may_be_aside
from gangyao.tasks.statements.grammar import StatementGrammar
from gangyao.tasks.statements.judge import NEIGHBOUR_LIMIT, bounded_to, evidence_of

_REVIEW = re.compile(
    r"回顾|过去.{0,4}年|工作总结|成就|成绩|成效|新进展|发展环境|形势|现状|背景|基础$|(?:执行|完成|落实)情况|决算|的结果|取得|胜利$"
    r"|问题$"
)
_PLAN = re.compile(
    r"目标|任务|安排|要求|重点|措施|部署|原则|思路|展望|预算|保障|组织实施|着力|切实|加强|加快|推进|推动|继续|努力|争取|进一步|打算|下一步"
    r"|坚持|奋斗|做好|抓好|建设|发展|计划(?!生育|单列|执行|完成)|^关于(?!过去|.*回顾)"
)
# 主要任务完成情况 looks back, whatever it names first.
_ENDS_AS_REVIEW = re.compile(r"(?:(?:完成|执行|落实|进展)情况|回顾|总结)$")
# Titles of sections that hold tasks and hardly anything else.
_TASKS = re.compile(
    r"(?:主要|重点|工作|目标|具体|年度|重大)任务|^任务$|工作安排|工作要点|工作部署|重点工作|(?:主要|重点|政策|保障|工作|具体)(?:举措|措施)"
)
_NOTE = re.compile(r"名词解释|名词注释|注释|名词说明")
# A section of aims words them as results (…明显改善), so that only a clear past makes a report of them.
_AIMS = re.compile(
    r"^(?:总体|主要|发展|奋斗|工作|预期|近期|远期|远景|具体|建设|规划|战略|阶段性?|行动|责任|管理|年度|考核|绩效|质量|[今明来]年|(?:到)?20\d\d年|的|“.{2,4}”时期|经济社会)*"
    r"(?:目标|愿景)(?:任务|要求|指标|设想|定位)?$"
)
# In a bulletin or a report on what was done 措施 are those taken, unless the title looks ahead.
_AHEAD = re.compile("下一步|打算|安排|展望|今后|明年|计划|建议|目标|名词解释")
# Lists of things to be done for people in the year, worded as results.
_PROJECTS = re.compile("实事(?!求是)")
# A document of tasks alone; reports look back, and opinions, notices and plans of years open with a review.
_SETS_TASKS = re.compile(
    r"(?:(?:实施|行动|工作)(?:方案|计划)|工作要点|重点工作|工作安排|(?:任务|责任|项目|工作)(?:分解|分工|清单)(?:方案|表)?|若干措施|任务|应急预案)"
    r"(?:的通知)?(?:[（(].{1,16}[）)])?$"
)
# A paragraph that announces what the following ones of its section hold.
_ANNOUNCES_AIMS = re.compile(r"目标[^。；]{0,8}[是为]?：$")
_ANNOUNCES_REVIEW = re.compile(
    r"(?:做了|抓了|开展了|主要)[^。]{0,8}工作(?:是)?[：。]$|[一几五三]年来[^。]{0,20}工作[：。]$"
)
_ANNOUNCES_PLAN = re.compile(r"(?:做好|抓好|抓住|推进|完成)[^。]{0,14}(?:工作|任务|方面)[：。]?$")
# So many paragraphs on either side of the same top section count as near.
_REACH = 2
_FEW = 2
# Nats below which a paragraph says nothing of those beside it, where titles say what is usual.
_TELLING = 0.7
# The mean evidence around paragraphs of each stance, in nats, over 60 notices, plans, laws and reports.
_USUAL = {"plan": -1.95, "tasks": -1.95, "law": -2.0, "open": -0.75, "aims": -0.75, "review": 0.8}
# Set by hand, in nats: as much as what a body is charged with; what its form alone makes a statement stays.
_BOUND, _FORMAL = -3.0, 9.0
# A longer title is a whole sentence, whose words are not about the section as a kind of text.
_LONGEST_TITLE = 40
_LONGEST_ANNOUNCEMENT = 60
_YEAR = re.compile("20[0-9]{2}(?=年|[-—–~～至])")
# A figure in a list of tasks is one to reach (人均预期寿命提高到80.5岁), but where the past is told of.
_FIGURE = re.compile(r"[0-9０-９]|翻[一两]番")
_PAST = re.compile("了|已|曾|目前|现有|截至|累计|去年|上年|同期|过去|以来|其中|历史|当前|全国")
# Set by hand, in nats: as much as being behind an aim says.
_LATER = -3.0


def stance_of_titles(titles: tuple[str, ...]) -> str:
    """Return what the titles above a paragraph say of it: `review`, `plan`, `aims`, `note` or `open`.

    The outermost title that says so decides: inside a review even a title that sounds like a task reports.
    Only `aims` is said by the innermost.
    """
    innermost = next((title for title in reversed(titles) if title), "")
    for title in titles:
        if len(title) > _LONGEST_TITLE:
            continue
        if _NOTE.search(title):
            return "note"
        review, plan = _REVIEW.search(title), _PLAN.search(title)
        if review and (_ENDS_AS_REVIEW.search(title) or not (plan and plan.start() < review.start())):
            return "review"
        if plan or _PROJECTS.search(title):
            if _TASKS.search(title) and not review and not _AIMS.search(innermost):
                return "tasks"
            is_aim = _AIMS.search(innermost) or any(_PROJECTS.search(other) for other in titles)
            return "aims" if is_aim else "plan"
    return "open"


def stance_of_document(title: str) -> str:
    """Return what the title of a document says of all of it.

    `aims` or `plan` where it promises tasks alone (民生实事项目, 实施方案), `review` where it tells what was
    reached (统计公报), else `open`.
    """
    if looks_back_as_a_whole(title):
        return "review"
    if _PROJECTS.search(title):
        return "aims"
    return "plan" if _SETS_TASKS.search(title) else "open"


def announced_stance(text: str) -> str | None:
    """Return what a short paragraph announces the next ones of its section to be; None for any other."""
    if len(text) > _LONGEST_ANNOUNCEMENT:
        return None
    if _ANNOUNCES_AIMS.search(text):
        return "aims"
    if _ANNOUNCES_REVIEW.search(text):
        return "review"
    return "plan" if _ANNOUNCES_PLAN.search(text) else None


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
    stances = read_stances(outline, titles, document_title)
    if is_of_articles(outline):
        told = [
            _BOUND if _BOUND < value < _FORMAL and binds_in_article(sentence) else value
            for sentence, value in zip(sentences, told, strict=True)
        ]
    evidence = _evidence(outline, sentences, told, stances, document_title)
    means = [
        bounded_mean(telling(paragraph, own))
        for paragraph, own in zip(outline.paragraphs, evidence, strict=True)
    ]
    near = evidence_near(outline, means, stances)
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


def titles_of_sections(outline: Outline) -> dict[str, tuple[str, ...]]:
    """Return by path the titles of each section and its ancestors, outermost first."""
    titles: dict[str, tuple[str, ...]] = {}
    for section in outline.sections:
        above = titles.get(section.parent_path, ()) if section.parent_path is not None else ()
        titles[section.path] = (*above, section.title)
    return titles


def is_of_articles(outline: Outline) -> bool:
    """Tell whether a document is one of articles: a law, a regulation, measures."""
    articles = sum(section.level == "article" for section in outline.sections)
    return 2 * articles > len(outline.sections)


def read_stances(outline: Outline, titles: dict[str, tuple[str, ...]], document_title: str = "") -> list[str]:
    """Return the stance of each paragraph: what its titles say, or what an announcement before it said.

    Where neither says anything it is `law` in a document of articles, else what the title of a document says
    that sets tasks as a whole, else `open`.
    """
    default = "law" if is_of_articles(outline) else stance_of_document(document_title)
    stances: list[str] = []
    announced: str | None = None
    section = ""
    said = default
    for paragraph, after in zip_longest(outline.paragraphs, outline.paragraphs[1:]):
        if paragraph.section_path != section:
            announced, section = None, paragraph.section_path
            said = stance_of_titles(titles[section])
            if default == "review":
                ahead = "plan" if said == "open" else said
                said = ahead if _looks_ahead(titles[section]) else default
            elif said == "open":
                said = default
        # A review that its title names stays one; the rest follows the last announcement in the section.
        stance = said if announced is None or said in {"review", "note"} else announced
        stances.append("tasks" if _is_listed(paragraph, after) else stance)
        announced = announced_stance(paragraph.text) or announced
    return stances


def _is_listed(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Tell whether a paragraph is in a list of tasks: a label says so, or the next line who answers."""
    is_answered = (
        after is not None and after.section_path == paragraph.section_path and is_duty_line(after.text)
    )
    return content_start(paragraph.text) > 0 or is_answered


def _looks_ahead(titles: tuple[str, ...]) -> bool:
    """Tell whether a part of a document that looks back speaks of what comes: 下一步工作打算."""
    return any(_AHEAD.search(title) for title in titles)


def evidence_near(outline: Outline, own: Sequence[float | None], stances: Sequence[str]) -> list[float]:
    """Return for each paragraph the mean of `own` over those around it in its top section.

    Where none near says anything, it is what is usual for its stance. Aims are worded as what was reached,
    which says nothing of those beside them.
    """
    tops = [paragraph.section_path.partition(".")[0] for paragraph in outline.paragraphs]
    found = []
    for index, top in enumerate(tops):
        near = [
            value
            for other in range(max(0, index - _REACH), min(len(own), index + _REACH + 1))
            if other != index
            and tops[other] == top
            and (value := own[other]) is not None
            and (stances[index] not in ("plan", "tasks") or abs(value) >= _TELLING)
            and not (value > 0 and stances[other] == "aims" and stances[index] in ("plan", "tasks"))
        ]
        usual = _USUAL.get(stances[index], 0.0)
        # What is not there says what is usual: one paragraph beside says less than four.
        missing = max(0, _FEW - len(near))
        mean = (sum(near) + missing * usual) / max(len(near), _FEW)
        found.append(min(mean, 0.0) if stances[index] == "aims" else mean)
    return found


def _evidence(
    outline: Outline,
    sentences: Sequence[str],
    told: Sequence[float],
    stances: Sequence[str],
    title: str,
) -> list[tuple[float, ...]]:
    """Return the evidence of the sentences by paragraph; none for one that cannot set tasks.

    What a later year will see than the first that the title of the document names has not been reached, nor
    has what aims say of that year itself, or a figure among the tasks of a document that sets tasks alone.
    """
    year = first_year(title)
    lists_tasks = stance_of_document(title) == "plan"
    read = iter(zip(sentences, told, strict=True))
    return [
        tuple(
            value + _LATER
            if value > 0
            and (
                _names_later_year(sentence, stance, year)
                or (lists_tasks and stance == "tasks" and _is_figure_ahead(sentence))
            )
            else value
            for sentence, value in islice(read, len(one.sentences) if one.is_running_text else 0)
        )
        for one, stance in zip(outline.paragraphs, stances, strict=True)
    ]


def _names_later_year(sentence: str, stance: str, year: int | None) -> bool:
    return year is not None and _names_year(sentence, year if stance == "aims" else year + 1)


def _is_figure_ahead(sentence: str) -> bool:
    return _FIGURE.search(sentence) is not None and _PAST.search(sentence) is None


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
