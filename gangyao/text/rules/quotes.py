"""Quotation marks: `“` opens, `”` closes, and they take turns.

A mark that points the wrong way is turned where that alone makes its paragraph pair. Straight quotes become
pairs in the same way. Where a mark is missing, nothing says where: a suspect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.text.characters import Scan
from gangyao.text.findings import Doubt, Findings
from gangyao.text.ledger import Edit, Grounds

_TURNED = Grounds("punctuation", "quote", "a quotation mark that points the wrong way")
_STRAIGHT = Grounds("punctuation", "quote", "straight quotation marks around Chinese text")
_MARK = re.compile('[“”"\n]')
_PAIR = "“”"
# A quotation this long without an end is not one that was turned round.
_LONGEST = 60


def find_quotes(scan: Scan) -> Findings:
    """Turn quotation marks so that they pair; doubt a paragraph where they cannot."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    text = scan.text
    for marks in _paragraphs(text):
        printed = "".join(text[at] for at in marks)
        if printed == (_PAIR * len(marks))[: len(marks)] and len(marks) % 2 == 0:
            continue
        wanted = (_PAIR * len(marks))[: len(marks)]
        wrong = [index for index, (old, new) in enumerate(zip(printed, wanted, strict=True)) if old != new]
        straight = all(printed[index] == '"' for index in wrong)
        if len(marks) % 2 == 0 and (straight or (len(wrong) == 1 and _close(marks, wrong[0]))):
            for index in wrong:
                at = marks[index]
                edits.append(Edit(at, at + 1, wanted[index], _STRAIGHT if printed[index] == '"' else _TURNED))
        elif '"' not in printed:
            at = marks[wrong[0] if wrong else -1]
            doubts.append(Doubt(at, at + 1, None, "quotation marks that do not pair", "quote"))
    return Findings(edits, doubts)


def _close(marks: list[int], index: int) -> bool:
    """Tell whether the pair that a turned mark would make is a short one."""
    partner = index ^ 1
    return abs(marks[index] - marks[partner]) <= _LONGEST


def _paragraphs(text: str) -> Iterator[list[int]]:
    marks: list[int] = []
    for match in _MARK.finditer(text):
        if match.group() == "\n":
            if marks:
                yield marks
                marks = []
        else:
            marks.append(match.start())
    if marks:
        yield marks
