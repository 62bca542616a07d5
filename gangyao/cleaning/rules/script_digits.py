"""Superscript digits. A power is not its digits: `10²` is not `102`, `m²` is right as it is.

Subscript digits are compatibility forms (`CO₂` is `CO2`); superscripts are written as digits only where they
cannot be a power: inside a number, or in a chemical formula.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("superscript", "script_digits", "a superscript digit where no power can stand")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FORMULA = re.compile(r"(?:CO|SO|NO|NH|CH|PM|H|O|N)$")

# A note's mark stands behind what it explains: “瞪羚企业”³50家.
_NOTED = "”》）」』"
# A mark that opens a line opens a note: ²指省级人才计划入选者。
_NOTE = re.compile(r"^[ \t\u3000]*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?=[ \t\u3000]*[^\s\d])", re.MULTILINE)


def _is_note(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in _NOTED


def find_script_digits(scan: Scan) -> Findings:
    """Lower superscript digits inside numbers and formulas; doubt them after a whole number."""
    if not scan.has(Kind.SCRIPT_DIGIT):
        return Findings()
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    text = scan.text
    notes = set(_NOTE.findall(text))
    for run in _RUN.finditer(text):
        start, end = run.span()
        if run.group() in notes and not scan.at(start - 1) & Kind.DIGIT:
            continue
        digits = run.group().translate(_DIGITS)
        after_digit = bool(scan.at(start - 1) & Kind.DIGIT)
        word = re.search("[A-Za-z]*$", text[max(0, start - 6) : start])
        before_digit = bool(scan.at(end) & Kind.DIGIT)
        if (before_digit and not _is_note(text, start)) or (word and _FORMULA.fullmatch(word.group())):
            edits.append(Edit(start, end, digits, _GROUNDS))
        elif before_digit:
            doubts.append(
                Doubt(start, end, digits, "a note's mark, or a digit of the number", "script_digits")
            )
        elif after_digit and not text.endswith("10", 0, start):
            doubts.append(Doubt(start, end, digits, "a power, or digits that were raised", "script_digits"))
    return Findings(edits, doubts)
