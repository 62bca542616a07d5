"""What stands before a body that opens a sentence or a clause: （一）, 一是, 请, 同时，, 通知要求，."""

from __future__ import annotations

import re

from gangyao.chinese.reporting import REPORTING

_BEFORE_BODY = re.compile(
    r"(?:[一二三四五六七八九]是|以及|—{1,2}|[①-⑳]|[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]|\d{1,2}[.．、]|建议|表示|请|同时，?|其中，?"
    rf"|如(?=《)|{REPORTING})*"
)
# What the first of them begins with, where that is no report; digits beside these.
_FIRST = frozenset("一二三四五六七八九以—①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳（(建表请同其如《")
#: Where none of these stands, nothing is reported.
REPORT_SIGNS = ("要求", "强调", "指出", "提出", "明确", "规定", "部署")


def may_open(text: str, start: int) -> bool:
    """Tell whether the character at `start` may begin what opens a clause, but for what reports it."""
    first = text[start]
    return first in _FIRST or first.isdecimal()


def behind_opening(text: str, start: int, end: int) -> int:
    """Return where a body may begin in the clause `text[start:end]`, behind what opens it."""
    opening = _BEFORE_BODY.match(text, start, end)
    return opening.end() if opening is not None else start
