"""Quotation marks: `“` opens, `”` closes, and they take turns.

Read in order, a mark that breaks the turns is judged by the mark after it. `“甲“` before another `“` was
closed with a mark that points the wrong way; before a `”`, the mark between them is lost, and nothing says
where it stood: a suspect. Straight quotes become pairs, `‘ ’` inside of an open quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_TURNED = Grounds("punctuation", "quote", "a quotation mark that points the wrong way")
_STRAIGHT = Grounds("punctuation", "quote", "straight quotation marks around Chinese text")
_TWICE = Grounds("punctuation", "quote", "a quotation mark printed twice")
_UNPAIRED = "quotation marks that do not pair"
_MARK = re.compile('[“”"\n]')
_OPEN, _CLOSE, _PLAIN = "“", "”", '"'
# A quotation of several paragraphs is opened in each and closed in the last: “前款所列… “（一）…。”
_OPENS_AGAIN = re.compile(r"\s*“")
_PAUSE = re.compile("[，。；：、]")
# What stands between two quotations: `“甲“和”乙”` are two whose inner marks point the wrong way.
_PARTS = frozenset("，、；：。和与及或并")
# A quotation this long without an end is not one whose mark was turned round.
_LONGEST = 60


def find_quotes(scan: Scan) -> Findings:
    """Turn quotation marks so that they pair; doubt those that have lost their partner."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for marks in _paragraphs(scan.text):
        printed = "".join(scan.text[at] for at in marks)
        paired = (_OPEN + _CLOSE) * (len(marks) // 2)
        if printed == paired or (printed == paired + _OPEN and _goes_on(scan.text, marks[-1])):
            continue
        _read(scan.text, marks, edits, doubts)
    return Findings(edits, doubts)


def _goes_on(text: str, at: int) -> bool:
    """Tell whether the quotation open at `at` goes on in the next paragraph, which opens it again."""
    end = text.find("\n", at)
    return end >= 0 and _OPENS_AGAIN.match(text, end) is not None


def _read(text: str, marks: list[int], edits: list[Edit], doubts: list[Doubt]) -> None:
    """Follow the marks of one paragraph; `start` is the mark that is open."""
    start: int | None = None
    index = 0
    # An odd number of straight quotes says that one is lost: then only short pairs are believed.
    longest = _LONGEST if sum(text[at] == _PLAIN for at in marks) % 2 else len(text)
    while index < len(marks):
        at = marks[index]
        mark = text[at]
        after = marks[index + 1] if index + 1 < len(marks) else None
        following = text[after] if after is not None else ""
        # `“甲"，"乙”` are two quotations; a pair inside of one quotation holds no pause.
        closes = start is not None and after is not None and _PAUSE.search(text, at, after) is not None
        if (
            mark == _PLAIN
            and following == _PLAIN
            and after is not None
            and after - at <= longest
            and not closes
        ):
            # Inside of a quotation that ends later, the inner pair is single.
            third = text[marks[index + 2]] if index + 2 < len(marks) else ""
            pair = "‘’" if start is not None and third == _CLOSE else "“”"
            edits.append(Edit(at, at + 1, pair[0], _STRAIGHT))
            edits.append(Edit(after, after + 1, pair[1], _STRAIGHT))
            index += 2
            continue
        if mark == _PLAIN and start is not None:
            edits.append(Edit(at, at + 1, _CLOSE, _STRAIGHT))
            start = None
        elif mark == _PLAIN and following == _CLOSE:
            edits.append(Edit(at, at + 1, _OPEN, _STRAIGHT))
            start = at
        elif mark == _PLAIN:
            doubts.append(_doubt(at))
        elif (mark == _OPEN) == (start is None):
            start = at if mark == _OPEN else None
        elif marks[index - 1 : index] == [at - 1] and text[at - 1] == mark:
            if following == mark:
                doubts.append(_doubt(at))
            else:
                edits.append(Edit(at - 1, at + 1, mark, _TWICE))
        elif mark == _OPEN and start is not None:
            parts = following != _CLOSE or text[at + 1] in _PARTS
            if parts and at - start <= _LONGEST:
                edits.append(Edit(at, at + 1, _CLOSE, _TURNED))
                start = None
            else:
                doubts.append(_doubt(start))
                start = at
        elif following == _CLOSE and after is not None and 1 < after - at <= _LONGEST:
            edits.append(Edit(at, at + 1, _OPEN, _TURNED))
            start = at
        else:
            doubts.append(_doubt(at))
        index += 1
    if start is not None:
        doubts.append(_doubt(start))


def _doubt(at: int) -> Doubt:
    return Doubt(at, at + 1, None, _UNPAIRED, "quote")


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
