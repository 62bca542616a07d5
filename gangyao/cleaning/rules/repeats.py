"""A punctuation mark printed twice: `，，`. The dash `——` and the ellipsis `……` are double by nature."""

from __future__ import annotations

import numpy as np

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("punctuation", "repeat", "a punctuation mark printed twice")
_SINGLE = frozenset("，、；：。")
_CLOSING = frozenset("》）)")
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
    """Tell whether of two equal brackets one has no partner, by the brackets that stand nearest.

    `（一））` after another pair has one closing bracket too many, `（甲（一））` has not.
    """
    other = _PAIRS[char]
    line, stop = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    if char in _CLOSING:
        around = [mark for mark in reversed(text[line:offset]) if mark in (char, other)][:2]
    else:
        rest = text[offset + 2 : stop if stop >= 0 else len(text)]
        around = [mark for mark in rest if mark in (char, other)][:2]
    return around[:1] == [other] and around[1:] != [other]
