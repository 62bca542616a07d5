"""Characters that print nothing: zero-width, control, byte order mark, soft hyphen."""

from __future__ import annotations

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Findings
from gangyao.text.ledger import Edit, Grounds

_RANGES = (
    (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFC),
)  # fmt: skip
INVISIBLE = frozenset(point for first, last in _RANGES for point in range(first, last + 1))

_GROUNDS = Grounds("invisible", "invisible", "a character that prints nothing")


def find_invisible(scan: Scan) -> Findings:
    """Delete each run of invisible characters."""
    return Findings([Edit(start, end, "", _GROUNDS) for start, end in scan.runs(Kind.INVISIBLE)])
