"""A punctuation mark printed twice: `，，`. The dash `——` and the ellipsis `……` are double by nature."""

from __future__ import annotations

import numpy as np

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Doubt, Findings
from gangyao.text.ledger import Edit, Grounds

_GROUNDS = Grounds("punctuation", "repeat", "a punctuation mark printed twice")
_SINGLE = frozenset("，、；：。")


def find_repeats(scan: Scan) -> Findings:
    """Keep one of two equal marks; doubt longer runs and two different marks side by side."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    text = scan.text
    marks = (scan.kinds & np.uint16(Kind.CHINESE_PUNCTUATION)) != 0
    for offset in np.flatnonzero(marks[:-1] & marks[1:]).tolist():
        char, following = text[offset], text[offset + 1]
        if char not in _SINGLE or following not in _SINGLE:
            continue
        if char != following:
            doubts.append(Doubt(offset, offset + 2, None, "two punctuation marks side by side", "repeat"))
        elif text[offset - 1 : offset] != char and text[offset + 2 : offset + 3] != char:
            edits.append(Edit(offset, offset + 2, char, _GROUNDS))
        elif text[offset - 1 : offset] != char:
            end = offset
            while text[end : end + 1] == char:
                end += 1
            suggestion = "……" if char == "。" else char
            doubts.append(Doubt(offset, end, suggestion, "a punctuation mark printed many times", "repeat"))
    return Findings(edits, doubts)
