"""Dashes, dots between names and ellipses in the form that Chinese prints: `——`, `·`, `……`.

Between digits a document prints either `-` or `—`; a variant of them becomes what the document mostly prints.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_DASH = Grounds("punctuation", "dash", "a variant of the Chinese dash")
_RANGE = Grounds("punctuation", "dash", "a variant of the mark that the document prints in ranges")
_HYPHEN = Grounds("punctuation", "dash", "a variant of the hyphen")
_YEAR_RANGE = Grounds("recognition", "dash", "a dash between two years, read as 一")
_DOT = Grounds("punctuation", "dot", "a variant of the dot between the parts of a name")
_ELLIPSIS = Grounds("punctuation", "ellipsis", "a variant of the Chinese ellipsis")

_DASHES = frozenset("-–‒−—")
_SINGLE = frozenset("–‒−")
_DOTS = frozenset("•▪●")
_MANY_DOTS = re.compile("·{3,6}")
# 2021一2035年: nothing else is printed between two years.
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}年?(?P<dash>一)(?=(?:19|20)[0-9]{2}年)")
_QUOTED_DATE = re.compile(r"\d[•▪●]\d{1,2}[”’》]")
_HAN_SIDE = Kind.HAN | Kind.CHINESE_PUNCTUATION
_ASCII_SIDE = Kind.DIGIT | Kind.LETTER


def find_dashes(scan: Scan) -> Findings:
    """Write variants of dashes, dots and ellipses in the agreed form."""
    text = scan.text
    edits = []
    if "···" in text:
        edits = [Edit(dots.start(), dots.end(), "……", _ELLIPSIS) for dots in _MANY_DOTS.finditer(text)]
    if "一2" in text or "一1" in text:
        mark = _range_mark(text, "–")
        edits += [Edit(*found.span("dash"), mark, _YEAR_RANGE) for found in _YEARS.finditer(text)]
    if not scan.has(Kind.PUNCTUATION):
        return Findings(edits)
    done = 0
    for offset in scan.where(Kind.PUNCTUATION):
        char = text[offset]
        if offset < done:
            continue
        if char in _DOTS:
            if _between_names(scan, offset):
                edits.append(Edit(offset, offset + 1, "·", _DOT))
        elif char in _DASHES:
            start, done = _run(text, offset)
            edit = _long(scan, start, done) if done - start >= 2 else _short(scan, offset)
            if edit is not None:
                edits.append(edit)
    edits.sort(key=lambda edit: edit.start)
    return Findings(edits)


def _run(text: str, offset: int) -> tuple[int, int]:
    start = end = offset
    while start > 0 and text[start - 1] in _DASHES:
        start -= 1
    while end < len(text) and text[end] in _DASHES:
        end += 1
    return start, end


def _long(scan: Scan, start: int, end: int) -> Edit | None:
    """Write two or three dashes as the Chinese one; a longer run is a rule drawn over the line."""
    if end - start > 3 or not (scan.at(start - 1) | scan.at(end)) & (_HAN_SIDE | Kind.DIGIT):
        return None
    return Edit(start, end, "——", _DASH)


def _short(scan: Scan, offset: int) -> Edit | None:
    char = scan.text[offset]
    left, right = scan.at(offset - 1), scan.at(offset + 1)
    if char not in _SINGLE:
        return None
    if left & Kind.DIGIT and right & Kind.DIGIT:
        return Edit(offset, offset + 1, _range_mark(scan.text, char), _RANGE)
    if left & _ASCII_SIDE and right & _ASCII_SIDE:
        return Edit(offset, offset + 1, "-", _HYPHEN)
    if char == "–" and (left | right) & (_HAN_SIDE | Kind.DIGIT):
        return Edit(offset, offset + 1, "—", _DASH)
    return None


def _range_mark(text: str, printed: str) -> str:
    """Return what the document mostly prints between digits; else what `printed` looks like most."""
    hyphens, dashes = len(re.findall(r"\d-\d", text)), len(re.findall(r"\d—\d", text))
    if hyphens == dashes:
        return "—" if printed == "–" else "-"
    return "-" if hyphens > dashes else "—"


def _between_names(scan: Scan, offset: int) -> bool:
    """Tell whether a bullet stands inside a line between two characters: no list begins there."""
    text = scan.text
    if not scan.at(offset - 1) & scan.at(offset + 1) & Kind.HAN:
        # “9•11”: with a unit after it, it might be a decimal point.
        return _QUOTED_DATE.match(text, offset - 1) is not None
    if text[offset] != "●":
        return True
    line, stop = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    return text.count("●", line, stop if stop >= 0 else len(text)) == 1
