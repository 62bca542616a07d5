"""A punctuation mark printed twice: `，，`. The dash `——` and the ellipsis `……` are double by nature."""

from __future__ import annotations

import numpy as np

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Doubt, Findings
from gangyao.text.ledger import Edit, Grounds

_GROUNDS = Grounds("punctuation", "repeat", "a punctuation mark printed twice")
_SINGLE = frozenset("，、；：。")
_PAIRS = {"《": "》", "》": "《", "（": "）", "）": "（", "(": ")", ")": "("}


def find_repeats(scan: Scan) -> Findings:
    """Keep one of equal marks, or of equal brackets where the line then pairs; doubt the others.

    Several `。` may be an ellipsis, and of two different marks nothing says which is meant.
    """
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    text = scan.text
    marks = (scan.kinds & np.uint32(Kind.CHINESE_PUNCTUATION | Kind.PUNCTUATION)) != 0
    done = 0
    for offset in np.flatnonzero(marks[:-1] & marks[1:]).tolist():
        char, following = text[offset], text[offset + 1]
        if offset < done:
            continue
        if char != following:
            if char in _SINGLE and following in _SINGLE:
                doubts.append(Doubt(offset, offset + 2, None, "two punctuation marks side by side", "repeat"))
            continue
        end = offset
        while text[end : end + 1] == char:
            end += 1
        if char in _SINGLE:
            done = end
            if char == "。" and end - offset > 2:
                reason = "a punctuation mark printed many times"
                doubts.append(Doubt(offset, end, "……", reason, "repeat"))
            else:
                edits.append(Edit(offset, end, char, _GROUNDS))
                done = end
        elif char in _PAIRS and end - offset == 2 and _one_too_many(text, offset, char):
            done = end
            edits.append(Edit(offset, end, char, _GROUNDS))
    return Findings(edits, doubts)


def _one_too_many(text: str, offset: int, char: str) -> bool:
    """Tell whether the line holds one more of these marks than of their partners."""
    line, stop = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    end = stop if stop >= 0 else len(text)
    return text.count(char, line, end) == text.count(_PAIRS[char], line, end) + 1
