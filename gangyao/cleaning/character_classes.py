"""Where the characters stand that a rule may have to look at: one scan of the whole text with numpy.

Most characters of a document are Han characters and Chinese punctuation that no character rule touches, so
rules ask this scan for the positions of the classes they are about, and most documents never cost a rule
more than that question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import code_points

Positions = npt.NDArray[np.int64]
Points = npt.NDArray[np.uint32]


class Kind:
    """Classes of characters, as bits: one character may be of several.

    Plain numbers and no `IntFlag`, whose `&` costs ten times as much, and rules ask for a million of them.
    """

    HAN: Final = 1
    DIGIT: Final = 2
    LETTER: Final = 4
    SPACE: Final = 8
    INVISIBLE: Final = 16
    FOREIGN: Final = 32
    FORM: Final = 64
    TRADITIONAL: Final = 128
    SIMPLIFIED: Final = 256
    PUNCTUATION: Final = 512
    CHINESE_PUNCTUATION: Final = 1024
    MARKUP: Final = 2048
    SCRIPT_DIGIT: Final = 4096
    GUARDED: Final = 8192
    NUMERAL: Final = 16384
    MARKDOWN: Final = 32768
    QUOTE_FORM: Final = 65536
    COMBINING: Final = 131072


Table = npt.NDArray[np.uint32]
# One entry per code point of Unicode.
TABLE_SIZE = 0x110000


@dataclass(frozen=True, slots=True)
class Scan:
    """A text with its code points and the `Kind` bits of each."""

    text: str
    points: Points
    kinds: Table
    present: int

    def has(self, kind: int) -> bool:
        """Tell whether any character of these kinds occurs."""
        return bool(self.present & kind)

    def where(self, kind: int) -> list[int]:
        """Return the offsets of the characters of these kinds, in order."""
        if not self.has(kind):
            return []
        found: list[int] = np.flatnonzero((self.kinds & np.uint32(kind)) != 0).tolist()
        return found

    def runs(self, kind: int) -> list[tuple[int, int]]:
        """Return the longest spans of neighbours of these kinds, in order."""
        positions = self.where(kind)
        if not positions:
            return []
        spans = []
        start = last = positions[0]
        for position in positions[1:]:
            if position != last + 1:
                spans.append((start, last + 1))
                start = position
            last = position
        spans.append((start, last + 1))
        return spans

    def at(self, offset: int) -> int:
        """Return the kinds of the character at `offset`; 0 outside of the text."""
        return int(self.kinds[offset]) if 0 <= offset < len(self.kinds) else 0


def scan(text: str, table: Table) -> Scan:
    """Classify every character of `text` by `table`, which holds one entry per code point."""
    points = code_points(text)
    # Every code point has an entry.
    kinds = table.take(points, mode="clip")
    return Scan(text, points, kinds, int(np.bitwise_or.reduce(kinds)) if len(kinds) else 0)
