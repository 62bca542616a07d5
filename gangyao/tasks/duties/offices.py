"""Offices that open a sentence, before what they do, where no reading of the clause knows the act."""

from __future__ import annotations

import re

from gangyao.document.tasks import Party, Task
from gangyao.tasks.duties.openings import behind_opening
from gangyao.tasks.duties.scored import NO_SUBJECT, names_thing
from gangyao.tasks.duties.subjects import ORDERED

# An office at the start of a sentence, before whatever it does: 试点工作小组办公室|汇总用量信息.
_OFFICE = re.compile(
    r"(?P<subject>(?:[^，。；：、的对向为由在让使将把]{2,20}?(?:部门|人民政府|委员会|机构|机关)、){0,4}"
    r"[^，。；：、的对向为由在让使将把]{2,30}?(?:部门|人民政府|委员会|机构|机关|办公室|小组|局(?=对|在各自|依[法照])))"
    r"(?=[汇完审制组提建开加指确定发编监检研落牵受承会统]|设(?![在有])|对(?=[^，。；]*(?:实施|进行|负总责|开展|予以))|在各自|依照|依法|依据|按照|不予)(?![^，。；]{0,8}(?:体系|机制|能力|队伍|工作。))"
    r"(?![^，。；、]{1,10}的[^，。；]*(?:应当|必须|不得|由))"
)
# 教育、财政等部门|在各自职责范围内，|做好…; also over a comma.
_BY_DUTIES = re.compile(
    "(?P<subject>(?:[^，。；：的由对]|所在的|负有[^，。；的]{2,24}的){4,160}?(?:部门|机构|机关|办公室|办事处|人民政府))"
    "(?=，?(?:在|按照|依照|依据|根据)[^，。；]{0,12}(?:职责|法律|法规|规定|分工))"
)
# One of these stands in each of them.
_DUTIES = re.compile("职责|法律|法规|规定|分工")
# 负责监督管理的部门, right where a clause begins.
_CHARGED = re.compile("负(?:责|有)[^，。；的]{2,24}的(?:部门|机构|机关)")
_GOES_ON = frozenset("的、和或及与，。；：")


def told_by_office(body: Party, text: str, end: int) -> Party:
    """Return a body with the office that tells it from others: 县人民政府|负责药品监督的部门|负责…."""
    charged = _CHARGED.match(text, body.end, end)
    if charged is None or charged.end() >= end or text[charged.end()] in _GOES_ON:
        return body
    return Party(text[body.start : charged.end()], body.start, charged.end())


def opening_office(text: str, task: Task) -> tuple[int, int] | None:
    """Return the span of the office that opens a sentence before what it does, maybe behind a number.

    Also of one that is told by its office, before any act: 三年内，负责监督管理的部门|不予受理.
    """
    at = behind_opening(text, task.start, task.end)
    is_ordered = NO_SUBJECT.match(text, at) is not None or ORDERED.match(text, at) is not None
    found = None if is_ordered else _OFFICE.match(text, at, task.end)
    is_thing = found is not None and text[found.end()] in "依按" and names_thing(text, found.end(), task.end)
    if found is not None and not is_thing:
        return found.span("subject")
    may_do = not is_ordered and _DUTIES.search(text, at, task.end) is not None
    by_duties = _BY_DUTIES.match(text, at, task.end) if may_do else None
    if by_duties is not None:
        return by_duties.span("subject")
    charged = _CHARGED.search(text, at, task.end)
    if charged is None or (charged.start() > at and text[charged.start() - 1] != "，"):
        return None
    return None if text[charged.end()] in _GOES_ON else charged.span()
