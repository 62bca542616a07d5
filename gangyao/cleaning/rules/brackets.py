"""Round brackets: one form per document, the one that it mostly prints.

Both forms are printed by official sources, often within one text. The form says nothing, but a reader who
searches for `(CCC认证)` should not have to search twice. A pair whose neighbours and content are all ASCII
(`f(x)`) stays as it is.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds(
    "punctuation", "bracket", "the other form of round bracket than the document mostly prints"
)
_MARK = re.compile("[()（）\n]")
_ASCII, _CHINESE = "()", "（）"


def find_brackets(scan: Scan) -> Findings:
    """Unify the round brackets; a tie goes to the fullwidth form."""
    text = scan.text
    ascii_marks = text.count("(") + text.count(")")
    chinese_marks = text.count("（") + text.count("）")
    if not ascii_marks or (not chinese_marks and ascii_marks == 0):
        return Findings()
    if chinese_marks and ascii_marks > chinese_marks:
        other = str.maketrans(_CHINESE, _ASCII)
        marks = [match.start() for match in re.finditer("[（）]", text)]
    elif not chinese_marks:
        return Findings()
    else:
        other = str.maketrans(_ASCII, _CHINESE)
        marks = sorted(_chinese_context(text))
    return Findings([Edit(at, at + 1, text[at].translate(other), _GROUNDS) for at in marks])


def _chinese_context(text: str) -> set[int]:
    """Return the ASCII brackets that stand in Chinese text, each with its partner."""
    found: set[int] = set()
    open_marks: list[int] = []
    for match in _MARK.finditer(text):
        at = match.start()
        mark = match.group()
        if mark == "\n":
            found.update(at for at in open_marks if text[at] == "(" and _beside_chinese(text, at))
            open_marks.clear()
        elif mark in "(（":
            open_marks.append(at)
        else:
            start = open_marks.pop() if open_marks else at
            if any(map(_is_chinese, text[max(0, start - 1) : at + 2])):
                found.update(place for place in (start, at) if text[place] in _ASCII)
    found.update(at for at in open_marks if text[at] == "(" and _beside_chinese(text, at))
    return found


def _beside_chinese(text: str, at: int) -> bool:
    return any(map(_is_chinese, text[max(0, at - 1) : at + 2]))


def _is_chinese(char: str) -> bool:
    """Tell whether a character is one of Chinese texts, and neither a bracket nor a sign of a formula."""
    return char not in "()（）" and (ord(char) > 0x2E7F or "\u2010" <= char <= "\u2026")
