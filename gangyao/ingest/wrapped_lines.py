"""Lines that were typed or copied one printed line each: which of them go on the line before them.

A line that is full and breaks off goes on in the next one, where the text itself shows that its lines are
equally wide: by its indents, or by how many lines do so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.line_width import (
    ENDED_SHARE,
    FULL_LINE_SLACK,
    WIDER_THAN_CELLS,
    WIDEST_LINE,
    line_width,
)
from gangyao.chinese.punctuation import ends_sentence

# In half characters. Lines of a PDF are set in fonts whose figures are narrower or wider than half a
# character.
_SET_NARROWEST, _SET_SLACK = 30, 10
# Paragraphs are indented by two characters; half of that is enough.
_INDENT = 2
# So many of the lines that are not indented, but for the first after a gap, must follow a full one.
_SURE = 0.8
# Without indents: so many lines break off full and go on.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line; `margin` is the white space before it in half characters; `is_apart`: a gap stands above it."""

    text: str
    margin: int = 0
    is_apart: bool = False

    @property
    def width(self) -> int:
        """Its width in half characters."""
        return self.margin + line_width(self.text)


def wrapped_lines(lines: Sequence[KeptLine], fewest: int = 1) -> set[int]:
    """Return which lines of a text go on the one before, `fewest` at least; none where it is not wrapped."""
    widest = max((one.width for one in lines), default=0)
    if not WIDER_THAN_CELLS <= widest <= WIDEST_LINE:
        return set()
    full = {number for number, one in enumerate(lines) if one.width >= widest - FULL_LINE_SLACK}
    if any(one.margin >= _INDENT for one in lines):
        found = _flush_lines(lines, full)
        return found if len(found) >= fewest else set()
    open_ones = {n for n in full if n + 1 < len(lines) and not ends_sentence(lines[n].text)}
    going_on = {n + 1 for n in open_ones if _follows(lines[n], lines[n + 1])}
    ended = sum(ends_sentence(lines[n].text) for n in going_on)
    if len(going_on) < max(_FEWEST, _SURE * len(open_ones)) or ended < ENDED_SHARE * len(going_on):
        return set()
    return going_on


def set_lines(lines: Sequence[KeptLine], sizes: Sequence[str]) -> set[int]:
    """Return which lines go on the one before, where it is known that each was one in print.

    `sizes` names how large each is set: only lines of one size go on each other.
    """
    widest: dict[str, int] = {}
    for size, one in zip(sizes, lines, strict=True):
        widest[size] = max(widest.get(size, 0), one.width)
    return {
        number
        for number, ((size, before), (next_size, line)) in enumerate(
            pairwise(zip(sizes, lines, strict=True)), 1
        )
        if size == next_size
        and _follows(before, line)
        and before.width >= max(_SET_NARROWEST, widest[size] - _SET_SLACK)
    }


def _follows(before: KeptLine, line: KeptLine) -> bool:
    """Tell whether nothing but the widths speaks against a line that goes on the one before it."""
    return not line.is_apart and parse_heading(line.text) is None and not ends_sentence(before.text)


def _flush_lines(lines: Sequence[KeptLine], full: set[int]) -> set[int]:
    """Return the lines that begin at the edge after a full one, where what begins anew is indented.

    Where headings are indented too, a line at the edge is none whatever it begins with (6年底前…).
    """
    indents_headings = any(one.margin >= _INDENT and parse_heading(one.text) is not None for one in lines)
    flush = [n for n in range(1, len(lines)) if lines[n].margin < _INDENT and not lines[n].is_apart]
    after_full = {
        n for n in flush if n - 1 in full and (indents_headings or parse_heading(lines[n].text) is None)
    }
    breaks_off = any(not ends_sentence(lines[n - 1].text) for n in after_full)
    return after_full if breaks_off and len(after_full) >= _SURE * len(flush) else set()
