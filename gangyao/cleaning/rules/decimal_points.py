"""Decimal points that were read as full stops or raised dots: `增长6。5%`, `12·8亿元`.

No sentence ends in a bare number before one that begins with a share; before any other unit it could. A
raised dot parts day from month (5·12), and neither is counted.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("numeral", "decimal_point", "a full stop in the place of the point of a number")
_DOT_GROUNDS = Grounds("numeral", "decimal_point", "a raised dot in the place of the point of a number")
_REASON = "a full stop between two digits, where a number may have its point"
_SHARES = r"[ ]?[%％‰]|个百分点|倍"
_OTHERS = r"[万亿]|公[里顷斤]|平方|[吨元米度]"
_DOTS = "·•‧・∙⋅"
# Each begins with the sign itself: `re` passes over all other characters at once.
_STOP = re.compile(rf"。(?<=\d。)(?<![\d.,][.,]\d。)(?=\d{{1,4}}(?:(?P<share>{_SHARES})|{_OTHERS}))")
_DOT = re.compile(rf"[{_DOTS}](?<=\d.)(?<![\d.,][.,·]\d.)(?=\d{{1,4}}(?:{_SHARES}|{_OTHERS}))")


def find_decimal_points(scan: Scan) -> Findings:
    """Put the point of a share in its place; doubt the full stop in any other number."""
    text = scan.text
    if not scan.has(Kind.DIGIT):
        return NOTHING
    edits = [Edit(*dot.span(), ".", _DOT_GROUNDS) for dot in _DOT.finditer(text)]
    doubts: list[Doubt] = []
    for stop in _STOP.finditer(text):
        if stop["share"]:
            edits.append(Edit(*stop.span(), ".", _GROUNDS))
        else:
            doubts.append(Doubt(*stop.span(), ".", _REASON, "numeral"))
    return Findings(sorted(edits, key=lambda edit: edit.start), doubts)
