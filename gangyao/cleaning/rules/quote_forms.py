"""Quotation and title marks of other forms: `「」`, `〝〞`, ``` `` ```, `＂`, `<<规划>>`, `≪≫`.

Simplified Chinese prints “ ” and ‘ ’, and titles in 《 》 (GB/T 15834).
In a Traditional text 「 」 are right.
"""

from __future__ import annotations

import re

from gangyao.chinese.script import Script
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_QUOTE = Grounds("punctuation", "quote_form", "a quotation mark of another form than the script prints")
_TITLE = Grounds("punctuation", "title_form", "a title mark of another form than 《 》")

_CORNERS = {"「": "“", "」": "”", "﹁": "“", "﹂": "”", "｢": "“", "｣": "”"}
_WHITE_CORNERS = {"『": "‘", "』": "’", "﹃": "‘", "﹄": "’"}
_OTHERS = {
    "〝": "“", "〞": "”", "〟": "”", "„": "“", "‟": "“", "❝": "“", "❞": "”", "❛": "‘", "❜": "’", "‚": "‘",
    "‛": "‘", "＂": '"',
}  # fmt: skip
QUOTE_FORMS = frozenset([*_CORNERS, *_WHITE_CORNERS, *_OTHERS, *"`'<≪«⟪〈＜>≫»⟫＞"])

_HAN = "\u4e00-\u9fff"
# `〈` is right inside of 《 》, so only a double one stands for a title mark.
_DOUBLE = re.compile(
    rf"""
    (?P<opens><<|＜＜|≪|«|⟪|〈〈|《)(?=[{_HAN}\d“A-Za-z])(?P<title>(?:[^<>＜＞≪≫«»⟪⟫《》\n]|<[^<>\n]{{1,40}}>){{1,60}}?)
        (?P<closes>>>|＞＞|≫|»|⟫|〉〉|》)
    |(?P<ticks>``)(?P<quoted>[^`'\n]{{1,60}})''
    |(?<!')(?P<straight>'')(?P<inner>[^'\n]{{1,60}})''(?!')
    |(?<![A-Za-z'])(?P<single>')(?=[{_HAN}])(?P<content>[^'\n]{{1,40}})(?<=[{_HAN}])'(?!')
    """,
    re.VERBOSE,
)


def find_quote_forms(scan: Scan, script: Script) -> Findings:
    """Write quotation and title marks as Simplified text prints them; leave Traditional text alone."""
    if script == "hant" or not scan.has(Kind.QUOTE_FORM):
        return Findings()
    edits = _singles(scan)
    taken = {edit.start for edit in edits}
    for match in _DOUBLE.finditer(scan.text):
        if match.group("title"):
            edits += _pair(match, "title", "《》", _TITLE)
            continue
        for name in ("quoted", "inner"):
            if match.group(name):
                edits += _pair(match, name, "“”", _QUOTE)
        if match.group("content"):
            edits += _pair(match, "content", "‘’", _QUOTE)
    edits = [edit for edit in edits if edit.start in taken or not _covers(edit, taken)]
    edits.sort(key=lambda edit: edit.start)
    return Findings(edits)


def _singles(scan: Scan) -> list[Edit]:
    """Turn the marks that say by themselves whether they open or close."""
    edits = []
    text = scan.text
    depth = 0
    for offset in scan.where(Kind.QUOTE_FORM):
        char = text[offset]
        if char in _CORNERS:
            new = _CORNERS[char]
            depth = depth + 1 if new == "“" else max(0, depth - 1)
        elif char in _WHITE_CORNERS:
            # White corners quote inside of a quotation; alone they are quotation marks like any other.
            new = _WHITE_CORNERS[char]
            if not depth:
                new = "“" if new == "‘" else "”"
        elif char in _OTHERS:
            new = _OTHERS[char]
        else:
            continue
        edits.append(Edit(offset, offset + 1, new, _QUOTE))
    return edits


def _pair(match: re.Match[str], name: str, marks: str, grounds: Grounds) -> list[Edit]:
    first, last = match.span(name)
    return [Edit(match.start(), first, marks[0], grounds), Edit(last, match.end(), marks[1], grounds)]


def _covers(edit: Edit, taken: set[int]) -> bool:
    return any(offset in taken for offset in range(edit.start, edit.end))
