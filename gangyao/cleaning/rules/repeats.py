"""A punctuation mark printed twice: `，，`. The dash `——` and the ellipsis `……` are double by nature."""

from __future__ import annotations

import re
from bisect import bisect_left

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
    # Where the last edit, and the run of equal marks at hand, end.
    done = end = 0
    brackets = _Brackets(text)
    for offset in np.flatnonzero(marks[:-1] & marks[1:]).tolist():
        char, following = text[offset], text[offset + 1]
        if offset < done:
            continue
        if char != following:
            if char in _SINGLE and following in _SINGLE:
                doubts.append(Doubt(offset, offset + 2, None, "two punctuation marks side by side", "repeat"))
            continue
        if offset >= end:
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
        elif char in _PAIRS and end - offset == 2 and brackets.one_too_many(offset, char):
            done = end
            edits.append(Edit(offset, end, char, _GROUNDS))
    return Findings(edits, doubts)


class _Brackets:
    """Where the brackets of each kind stand in a text; found when the first of a kind is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = {}
        # By the kind of bracket and where the line begins: a long line is asked about more than once.
        self._paired: dict[tuple[str, int], bool] = {}

    def one_too_many(self, offset: int, char: str) -> bool:
        """Tell whether of two equal brackets one has no partner, by the brackets that stand nearest.

        `（一））` after another pair has one closing bracket too many, `（甲（一））` has not.
        """
        text, other = self._text, _PAIRS[char]
        opening = min(char, other)
        if self._is_paired(offset, opening):
            return False
        places = self._places.get(opening)
        if places is None:
            kind = re.compile(f"[{re.escape(char + other)}]")
            places = self._places[opening] = [found.start() for found in kind.finditer(text)]
        if char in _CLOSING:
            line = text.rfind("\n", 0, offset) + 1
            at = bisect_left(places, offset)
            nearest = [place for place in reversed(places[max(0, at - 2) : at]) if place >= line]
        else:
            stop = text.find("\n", offset)
            at = bisect_left(places, offset + 2)
            nearest = [place for place in places[at : at + 2] if stop < 0 or place < stop]
        around = [text[place] for place in nearest]
        return around[:1] == [other] and around[1:] != [other]

    def _is_paired(self, offset: int, opening: str) -> bool:
        """Tell whether each bracket of the line has its partner: `（含线上（小程序）和线下（窗口））`."""
        text = self._text
        start = text.rfind("\n", 0, offset) + 1
        known = self._paired.get((opening, start))
        if known is None:
            end = text.find("\n", offset)
            line = text[start : end if end >= 0 else len(text)]
            known = self._paired[opening, start] = _are_paired(line, opening, _PAIRS[opening])
        return known


def _are_paired(line: str, opening: str, closing: str) -> bool:
    depth = 0
    for mark in line:
        if mark in (opening, closing):
            depth += 1 if mark == opening else -1
            if depth < 0:
                return False
    return depth == 0
