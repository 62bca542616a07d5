"""Upright rules at the edges of a box of drawn lines: `│ 专栏2 科技创新重大工程 │`.

A box of one column holds text and is no table; its rules are set aside within its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from gangyao.chinese.punctuation import DRAWN
from gangyao.document.layout import Aside
from gangyao.layout.split import INVISIBLE, RawLine

_BLANK = re.escape(INVISIBLE)
_ROW = re.compile(rf"(?P<left>[|│┃║][{_BLANK}]*)(?P<inner>[^|│┃║]*?)(?P<right>[{_BLANK}]*[|│┃║])")
_RULE = re.compile(rf"[{DRAWN}]{{2}}[{DRAWN} ]*|[|│┃║+][-=─━:+]{{3,}}[|│┃║+]")
_REASON = "the upright rule of a box"


def set_box_marks_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the upright rules of boxes, and those by the indices of the lines.

    Lines one below the other that each stand between two upright rules are a box if they hold no other such
    rule, which would make columns, and lines that are ruled stand among them or beside them.
    """
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for is_box, group in groupby(range(len(raw)), key=lambda index: _is_of_box(raw[index].text)):
        of_box = list(group)
        rows = [(index, _ROW.fullmatch(raw[index].text)) for index in of_box]
        if not is_box or all(row is not None for _, row in rows):
            continue
        for index, row in rows:
            if row is not None:
                line = raw[index]
                edges = [row.span("left"), row.span("right")]
                found[index] = [
                    Aside(line.text_start + start, line.text_start + end, "written-out", _REASON)
                    for start, end in edges
                ]
                start, end = row.span("inner")
                lines[index] = replace(line, text=line.text[start:end], text_start=line.text_start + start)
    return lines, found


def _is_of_box(text: str) -> bool:
    # Most lines begin with a Chinese character, and no rule does.
    may_be = bool(text) and not "\u4e00" <= text[0] <= "\u9fff"
    return may_be and (_RULE.fullmatch(text) is not None or _ROW.fullmatch(text) is not None)
