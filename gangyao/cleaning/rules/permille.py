"""The signs of percent and permille as recognition takes them apart: `3%o以内`, `8 o/oo`, `6.5%0`, `96o/o`.

No number goes on behind a sign of percent, and no word begins there with a letter or a digit: the second ring
of the sign was read apart from it.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("numeral", "permille", "the rings of ‰, read apart from its stroke")
# What may not follow: a number or a word would go on.
_END = r"(?![A-Za-z0-9%％.])"
_PERCENT = Grounds("numeral", "percent", "the rings of %, read apart from its stroke")
_RINGS = re.compile(rf"(?<=\d)[ ]?[oOо○][ ]?[/／][ ]?[oOо0○]{_END}")
# A ring before a stroke: asked first, as looking behind each character costs more.
_STROKE = re.compile("[oOо○][ ]?[/／]")
_SIGN = re.compile(
    rf"(?<=\d)[ ]?(?:[%％][oO0οоо○〇]{_END}"
    # 8%。以下: no sentence begins so.
    r"|[%％][。°º](?=以[内下上]|左右|[，。；、])"
    rf"|‰[oO0○〇]{_END}"
    rf"|[oOо][ ]?[/／][ ]?(?:oo|OO|оо|00){_END})"
)
# A sign of percent, a ring or a stroke, and what may follow it in each of the signs of one in a thousand.
_MAY_BE = re.compile("[%％‰oOо](?:[oO0οоo○〇°º /／]|。(?=以[内下上]|左右|[，。；、]))")


def find_permille(scan: Scan) -> Findings:
    """Put the sign together where a number stands before it."""
    if not scan.has(Kind.DIGIT):
        return NOTHING
    text = scan.text
    edits: list[Edit] = []
    if _MAY_BE.search(text) is not None:
        edits += [Edit(*found.span(), "‰", _GROUNDS) for found in _SIGN.finditer(text)]
    if _STROKE.search(text) is not None:
        edits += [Edit(*found.span(), "%", _PERCENT) for found in _RINGS.finditer(text)]
    return Findings(sorted(edits, key=lambda edit: edit.start))
