"""Characters that print nothing: zero-width, control, byte order mark, soft hyphen."""

from __future__ import annotations

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Findings
from gangyao.text.ledger import Edit, Grounds

INVISIBLE = frozenset(
    [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xAD, 0x034F, 0x061C]
    + [0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010)]
    + [*range(0x2028, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF]
    + [0xFFA0, *range(0xFFF0, 0xFFFD)]
)

_GROUNDS = Grounds("invisible", "invisible", "a character that prints nothing")


def find_invisible(scan: Scan) -> Findings:
    """Delete each run of invisible characters."""
    return Findings([Edit(start, end, "", _GROUNDS) for start, end in scan.runs(Kind.INVISIBLE)])
