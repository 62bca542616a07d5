"""Decimal points that were read as full stops: `增长6。5%`.

No sentence ends in a bare number before one that begins with a share; before any other unit it could.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("numeral", "decimal_point", "a full stop in the place of the point of a number")
_REASON = "a full stop between two digits, where a number may have its point"
_STOP = re.compile(
    r"(?<![\d.,][.,]\d)(?<=\d)。"
    r"(?=\d{1,4}(?:(?P<share>[ ]?[%％‰]|个百分点|倍)|[万亿]|公[里顷斤]|平方|[吨元米度]))"
)


def find_decimal_points(scan: Scan) -> Findings:
    """Put the point of a share in its place; doubt the full stop in any other number."""
    text = scan.text
    if not scan.has(Kind.DIGIT) or "。" not in text:
        return NOTHING
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for stop in _STOP.finditer(text):
        if stop["share"]:
            edits.append(Edit(*stop.span(), ".", _GROUNDS))
        else:
            doubts.append(Doubt(*stop.span(), ".", _REASON, "numeral"))
    return Findings(edits, doubts)
