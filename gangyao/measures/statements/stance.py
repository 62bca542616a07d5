"""What each part of a document does: look back and describe, set tasks, or explain terms."""

from __future__ import annotations

import re

from gangyao.measures.context import Context
from gangyao.measures.statements.cues import Cues
from gangyao.measures.statements.judge import sentence_evidence
from gangyao.outline.tree import Outline

_REVIEW = re.compile(
    r"回顾|过去.{0,4}年|工作总结|成就|成绩|成效|发展环境|形势|现状|基础$|执行情况|决算|新进展|背景|问题$"
)
_PLAN = re.compile(
    r"目标|任务|安排|要求|重点|措施|部署|原则|思路|展望|预算|保障|组织实施|着力|切实|加强|加快|推进|推动"
)
_NOTE = re.compile(r"名词解释|名词注释|注释|名词说明")
_LEANING = {"review": 3.0, "plan": -2.0, "note": 8.0, "open": -0.5}


def title_stance(titles: tuple[str, ...]) -> str:
    """Return what the titles above a paragraph say of it: `review`, `plan`, `note` or `open`.

    The outermost title that says so decides: inside a review even a title that sounds like a task reports.
    """
    for title in titles:
        if _NOTE.search(title):
            return "note"
        review, plan = _REVIEW.search(title), _PLAN.search(title)
        if review and not plan:
            return "review"
        if plan and not review:
            return "plan"
    return "open"


def read_contexts(document_title: str, outline: Outline, cues: Cues) -> tuple[Context, ...]:
    """Return the context of each paragraph of `outline`, in order."""
    titles: dict[str, tuple[str, ...]] = {}
    for section in outline.sections:
        above = titles.get(section.parent_path, ()) if section.parent_path is not None else ()
        titles[section.path] = (*above, section.title)
    contexts = []
    for paragraph in outline.paragraphs:
        own = titles[paragraph.section_path]
        contexts.append(Context(document_title, own, _LEANING[title_stance(own)]))
    return tuple(contexts)
