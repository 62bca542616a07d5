"""What Markdown shows as struck out: `到~~2026~~2027年` says 到2027年.

Two of these signs around something may also be printed for ranges (`3~~5万亩、6~~8万亩`): where a number
stands before the first of them, they are doubted and stay.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

#: Also what HTML (`<del>`) and attributes (`.deletion`) mark so.
STRUCK = Grounds("markup", "struck", "what the file itself marks as taken out of its text")
_STRUCK = re.compile(r"(?<![~\\])~~(?![~\s])[^~\n]{1,300}(?<![\s\\])~~(?!~)")
_QUANTITY = re.compile(r"\d[^\s，。；、：（）()]{0,6}$")
_REACH = 10
_REASON = "signs that strike out what stands between them, or a mark of ranges"


def find_struck(scan: Scan) -> Findings:
    """Delete what is struck out; doubt it where the signs may be those of a range."""
    text = scan.text
    if "~~" not in text:
        return NOTHING
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for found in _STRUCK.finditer(text):
        start, end = found.span()
        if _QUANTITY.search(text[max(0, start - _REACH) : start].rpartition("\n")[2]):
            doubts.append(Doubt(start, end, "", _REASON, "markdown"))
        else:
            edits.append(Edit(start, end, "", STRUCK))
    return Findings(edits, doubts)
