"""Characters that print nothing: zero-width, control, byte order mark, soft hyphen, and stray accents.

A combining mark prints on the letter before it. Chinese characters and digits carry none, so there it is
dirt; on a letter it belongs to a foreign word.
"""

from __future__ import annotations

import unicodedata

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_RANGES = (
    (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFC),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
INVISIBLE = frozenset().union(*(range(first, last + 1) for first, last in _RANGES))

# Up to 0xFE30, without the blocks of Han characters and Hangul syllables, which are three quarters of it.
_MAY_COMBINE = (range(0x0300, 0x3400), range(0x4DC0, 0x4E00), range(0xA000, 0xAC00), range(0xD7A4, 0xFE30))
COMBINING = frozenset(
    point
    for block in _MAY_COMBINE
    for point in block
    if unicodedata.category(chr(point)) in ("Mn", "Me") and point not in INVISIBLE
)

_GROUNDS = Grounds("invisible", "invisible", "a character that prints nothing")
_ACCENT = Grounds("invisible", "combining", "an accent without a letter to stand on")
_BASE = Kind.LETTER | Kind.FOREIGN | Kind.COMBINING
# On a digit, a circle changes what is said: `1⃝` is ①.
_ENCLOSING = "Me"


def find_invisible(scan: Scan) -> Findings:
    """Delete each run of invisible characters, and accents that no letter carries."""
    edits = [Edit(start, end, "", _GROUNDS) for start, end in scan.runs(Kind.INVISIBLE)]
    if scan.has(Kind.COMBINING):
        edits += [
            Edit(start, end, "", _ACCENT)
            for start, end in scan.runs(Kind.COMBINING)
            if not _carried(scan, start)
        ]
        edits.sort(key=lambda edit: edit.start)
    return Findings(edits)


def _carried(scan: Scan, start: int) -> bool:
    """Tell whether the character before a mark can carry it."""
    kind = scan.at(start - 1)
    if kind & Kind.DIGIT:
        return unicodedata.category(scan.text[start]) == _ENCLOSING
    return bool(kind & _BASE) or (scan.text[start - 1 : start].isalpha() and not kind & Kind.HAN)
