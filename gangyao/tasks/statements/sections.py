"""What each part of a document does: look back and describe, set tasks, or explain terms."""

from __future__ import annotations

import re

from gangyao.document.outline import Outline, Paragraph
from gangyao.tasks.context import Context
from gangyao.tasks.statements.cues import Cues
from gangyao.tasks.statements.judge import sentence_evidence

_REVIEW = re.compile(
    r"回顾|过去.{0,4}年|工作总结|成就|成绩|成效|新进展|发展环境|形势|现状|背景|基础$|执行情况|决算|的结果|取得|胜利$"
    r"|问题$"
)
_PLAN = re.compile(
    r"目标|任务|安排|要求|重点|措施|部署|原则|思路|展望|预算|保障|组织实施|着力|切实|加强|加快|推进|推动|继续|努力|争取|进一步"
    r"|坚持|奋斗|做好|抓好|建设|发展|^关于(?!过去|.*回顾)"
)
_NOTE = re.compile(r"名词解释|名词注释|注释|名词说明")
# A section of aims words them as results (…明显改善), so that only a clear past makes a report of them.
_AIMS = re.compile(
    r"^(?:总体|主要|发展|奋斗|工作|预期|近期|远期|远景|具体|建设|规划|战略|阶段性?|行动|(?:到)?20\d\d年|的|“.{2,4}”时期|经济社会)*"
    r"(?:目标|愿景)(?:任务|要求|指标|设想|定位)?$"
)
# A paragraph that announces what the following ones of its section hold.
_ANNOUNCES_AIMS = re.compile(r"目标[^。；]{0,8}[是为]?：$")
_ANNOUNCES_REVIEW = re.compile(
    r"(?:做了|抓了|开展了|主要)[^。]{0,8}工作(?:是)?[：。]$|[一几五三]年来[^。]{0,20}工作[：。]$"
)
_ANNOUNCES_PLAN = re.compile(r"(?:做好|抓好|抓住|推进|完成)[^。]{0,14}(?:工作|任务|方面)[：。]?$")
_LEANING: dict[str, float] = {
    "review": 5.0,
    "plan": -2.0,
    "aims": -10.0,
    "note": 9.0,
    "law": -1.5,
    "open": 0.0,
}
# Neighbouring paragraphs of the same top section count this much, and no more than so many nats each.
_NEIGHBOUR_WEIGHT = 0.4
_NEIGHBOUR_LIMIT = 4.0
_REACH = 2
# A longer title is a whole sentence, whose words are not about the section as a kind of text.
_LONGEST_TITLE = 40
_LONGEST_ANNOUNCEMENT = 60


def stance_of_titles(titles: tuple[str, ...]) -> str:
    """Return what the titles above a paragraph say of it: `review`, `plan`, `aims`, `note` or `open`.

    The outermost title that says so decides: inside a review even a title that sounds like a task reports.
    Only `aims` is said by the innermost.
    """
    for title in titles:
        if len(title) > _LONGEST_TITLE:
            continue
        if _NOTE.search(title):
            return "note"
        review, plan = _REVIEW.search(title), _PLAN.search(title)
        if review and not (plan and plan.start() < review.start()):
            return "review"
        if plan:
            return "aims" if _AIMS.search(titles[-1]) else "plan"
    return "open"


def announced_stance(text: str) -> str | None:
    """Return what a short paragraph announces the next ones of its section to be; None for any other."""
    if len(text) > _LONGEST_ANNOUNCEMENT:
        return None
    if _ANNOUNCES_AIMS.search(text):
        return "aims"
    if _ANNOUNCES_REVIEW.search(text):
        return "review"
    return "plan" if _ANNOUNCES_PLAN.search(text) else None


def read_contexts(document_title: str, outline: Outline, cues: Cues) -> tuple[Context, ...]:
    """Return the context of each paragraph of `outline`, in order."""
    titles: dict[str, tuple[str, ...]] = {}
    for section in outline.sections:
        above = titles.get(section.parent_path, ()) if section.parent_path is not None else ()
        titles[section.path] = (*above, section.title)
    articles = sum(section.level == "article" for section in outline.sections)
    default = "law" if 2 * articles > len(outline.sections) else "open"
    stances = _stances(outline.paragraphs, titles, default)
    evidence = [_evidence(paragraph, cues) for paragraph in outline.paragraphs]
    own = [_mean(values) for values in evidence]
    tops = [paragraph.section_path.partition(".")[0] for paragraph in outline.paragraphs]
    contexts = []
    for index, paragraph in enumerate(outline.paragraphs):
        near = [
            own[other]
            for other in range(max(0, index - _REACH), min(len(own), index + _REACH + 1))
            if other != index and tops[other] == tops[index]
        ]
        around = sum(near) / len(near) if near else 0.0
        leaning = _LEANING[stances[index]] + _NEIGHBOUR_WEIGHT * around
        above = titles[paragraph.section_path]
        contexts.append(Context(document_title, above, round(leaning, 3), evidence[index]))
    return tuple(contexts)


def _stances(
    paragraphs: tuple[Paragraph, ...], titles: dict[str, tuple[str, ...]], default: str
) -> list[str]:
    """Return the stance of each paragraph: what its titles say, or what an announcement before it said."""
    stances: list[str] = []
    announced: str | None = None
    section = ""
    for paragraph in paragraphs:
        if paragraph.section_path != section:
            announced, section = None, paragraph.section_path
        said = stance_of_titles(titles[section])
        if said == "open":
            said = default
        # A review that its title names stays one; the rest follows the last announcement in the section.
        stances.append(said if announced is None or said in {"review", "note"} else announced)
        announced = announced_stance(paragraph.text) or announced
    return stances


def _evidence(paragraph: Paragraph, cues: Cues) -> tuple[float, ...]:
    """Return the evidence of each sentence of a paragraph that may set tasks; none for one that cannot."""
    if paragraph.is_formal or paragraph.is_table:
        return ()
    return tuple(sentence_evidence(paragraph.text[start:end], cues) for start, end in paragraph.sentences)


def _mean(values: tuple[float, ...]) -> float:
    """Return the mean of the values, each held within the limit; 0 for none."""
    bounded = [max(-_NEIGHBOUR_LIMIT, min(_NEIGHBOUR_LIMIT, value)) for value in values]
    return sum(bounded) / len(bounded) if bounded else 0.0
