"""Which characters belong to one script only.

A character that conversion changes need not be wrong: 后, 里, 台 and 干 are right in both scripts, 乾, 著
and 瞭 have their own uses in Simplified text. So the national standards decide: what GB 2312 lists is
right in a Simplified text, what Big5 lists is right in a Traditional one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gangyao.chinese.scripts import to_simplified, to_traditional

_HAN = "".join(map(chr, range(0x3400, 0xA000)))


@dataclass(frozen=True, slots=True)
class Repertoire:
    """`simplified` maps Traditional-only characters to their Simplified form, `traditional` the reverse."""

    simplified: dict[str, str]
    traditional: dict[str, str]


@lru_cache(maxsize=1)
def repertoire() -> Repertoire:
    """Return the characters that betray a script, with their form in the other one."""
    simplified = {
        old: new
        for old, new in zip(_HAN, to_simplified(_HAN.replace("", "\n")).split("\n")[1:-1], strict=True)
        if old != new and not _in_charset(old, "gb2312")
    }
    traditional = {
        old: new
        for old, new in zip(_HAN, to_traditional(_HAN.replace("", "\n")).split("\n")[1:-1], strict=True)
        if old != new and not _in_charset(old, "big5")
    }
    return Repertoire(simplified, traditional)


def _in_charset(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
