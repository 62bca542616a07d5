"""The comma between groups of three digits: `3,989亿元`, printed `3，989亿元` or `3’989亿元`."""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Findings
from gangyao.cleaning.rules.split_numbers import COUNTED, MEASURED
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds(
    "punctuation", "thousands", "a Chinese comma or an apostrophe between groups of one number"
)
# Without a unit of its own, what stands before the comma is no number of a list.
_GROUPED = re.compile(
    r"[1-9](?:(?<![\d，.].)\d{0,2}(?:，\d{3})+(?=\.?\d*[万亿])(?!\d)"
    rf"|(?<=[\u4e00-\u9fff].)(?<![第图表].)\d{{0,2}}(?:，\d{{3}})+(?=[{COUNTED}{MEASURED}]))"
)
# Groups as Swiss and some spreadsheets write them.
_APOSTROPHES = re.compile(
    rf"(?<![\d，,.’'])[1-9]\d{{0,2}}(?:[’']\d{{3}})+(?=(?:\.\d+)?[万亿{COUNTED}{MEASURED}])"
)
# Few texts have either mark at all.
_MARK = re.compile(r"[，’'](?<=\d.)\d{3}")


def find_groups(scan: Scan) -> Findings:
    """Write `,` for `，` between groups of three digits before a unit, where no list ends."""
    text = scan.text
    if not _MARK.search(text):
        return Findings()
    edits = [
        Edit(mark, mark + 1, ",", _GROUNDS)
        for form in (_GROUPED, _APOSTROPHES)
        for match in form.finditer(text)
        for mark in range(match.start(), match.end())
        if text[mark] in "，’'"
    ]
    return Findings(sorted(edits, key=lambda edit: edit.start))
