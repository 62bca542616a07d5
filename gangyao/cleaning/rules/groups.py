"""The comma between groups of three digits: `3,989亿元`, printed `3，989亿元`."""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("punctuation", "thousands", "a Chinese comma between the groups of one number")
_GROUPED = re.compile(r"(?<![\d，.])[1-9]\d{0,2}(?:，\d{3})+(?=\.?\d*[万亿])(?!\d)")


def find_groups(scan: Scan) -> Findings:
    """Write `,` for `，` between groups of three digits before 万 or 亿, where no list ends."""
    text = scan.text
    if "，" not in text:
        return Findings()
    return Findings(
        [
            Edit(comma, comma + 1, ",", _GROUNDS)
            for match in _GROUPED.finditer(text)
            for comma in range(match.start(), match.end())
            if text[comma] == "，"
        ]
    )
