"""What a table without upright rules is made of on a page: lines of words, and rules across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gangyao.chinese.column_heads import is_header_text
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import height_of, hull
from gangyao.ingest.printed_pages.segments import Segment

Line = tuple[Segment, ...]

#: Rules of one table begin and end at the same places within so many points.
SAME_ENDS = 4.0
# Pieces of one rule meet within so many points.
_MEET = 3.0
#: Rules no further apart than this, in points, are at one height.
SAME_HEIGHT = 1.5
# Characters that are set apart to fill a cell stand so far from each other at most, in widths of one.
_WIDEST_APART = 6.0
# Marks of neighbouring columns stand this far from each other at least, from left to left.
_MARKS_APART = 1.15
_TOTALS = frozenset({"总计", "小计"})
# Words whose middles are no further apart than this, in widths of a character, are on one line.
_BESIDE = 0.4


@dataclass(frozen=True, slots=True)
class Place:
    """A table on a page: the lines of its head and below it, its edges, and its rules across.

    `head_end` is where the head ends; `is_closed` tells whether a rule closes it below. `rules` are those
    below the head, `head_rules` those within it; `shades` are edges of what is shaded, which part rows too.
    """

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    box: Box
    head_end: float
    rules: tuple[Box, ...] = ()
    is_closed: bool = False
    shades: tuple[float, ...] = ()
    head_rules: tuple[Box, ...] = ()

    @property
    def words(self) -> list[Segment]:
        """The words of the table from the top down."""
        return [word for line in (*self.head, *self.body) for word in line]


def in_lines(words: Sequence[Segment], em: float) -> list[Line]:
    """Put words that stand beside each other on lines, each from left to right."""
    lines: list[list[Segment]] = []
    for word in sorted(words, key=lambda one: (one.middle, one.box.left)):
        if lines and abs(word.middle - lines[-1][0].middle) < _BESIDE * em:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [tuple(sorted(line, key=lambda one: one.box.left)) for line in lines]


def closed_up(words: Sequence[Segment], em: float) -> list[Segment]:
    """Put characters together that are set apart to fill their cell: 项　　目, 合　　计.

    They are two or three Han on one line, at equal distances, that together are called as heads of columns or
    totals are.
    """
    found: list[Segment] = []
    for line in in_lines([mark for word in words for mark in _marks(word, em)], em):
        at = 0
        while at < len(line):
            count = next((n for n in (3, 2) if _is_one_word(line[at : at + n], n, em)), 1)
            group = line[at : at + count]
            text = "".join(word.text for word in group)
            found.append(replace(group[0], text=text, box=hull(one.box for one in group)))
            at += count
    return found


def _marks(word: Segment, em: float) -> list[Segment]:
    """Return marks of one kind that are set apart, as in the columns of months, each by itself."""
    text = word.text.replace(" ", "")
    count = len(text)
    if count < 2 or len(set(text)) > 1 or text[0].isalnum():
        return [word]
    pitch = (word.box.right - word.box.left - em) / (count - 1)
    if pitch < _MARKS_APART * em:
        return [word]
    lefts = [word.box.left + pitch * at for at in range(count)]
    return [replace(word, text=text[0], box=replace(word.box, left=x, right=x + em)) for x in lefts]


def _is_one_word(words: Sequence[Segment], count: int, em: float) -> bool:
    if len(words) < count or any(len(word.text) != 1 or not _is_han(word.text) for word in words):
        return False
    gaps = [beside.box.left - word.box.right for word, beside in pairwise(words)]
    is_even = max(gaps) <= _WIDEST_APART * em and max(gaps) - min(gaps) <= em
    text = "".join(word.text for word in words)
    return is_even and (is_header_text(text) or text in _TOTALS)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def joined(rules: Sequence[Box]) -> list[Box]:
    """Return rules across, those that meet end to end as one, from the top down."""
    found: list[Box] = []
    across = [rule for rule in rules if rule.right - rule.left > rule.bottom - rule.top]
    for rule in sorted(across, key=lambda one: (round(one.top / SAME_HEIGHT), one.left)):
        before = found[-1] if found else None
        if (
            before is not None
            and abs(height_of(before) - height_of(rule)) <= SAME_HEIGHT
            and rule.left <= before.right + _MEET
        ):
            found[-1] = hull((before, rule))
        else:
            found.append(rule)
    return sorted(found, key=lambda one: one.top)


def is_over(rule: Box, box: Box) -> bool:
    """Tell whether a rule runs over some or all of the width of a box."""
    return box.left - SAME_ENDS <= rule.left and rule.right <= box.right + SAME_ENDS


def lines_between(lines: Sequence[Line], top: float, bottom: float) -> list[Line]:
    """Return the lines between two heights."""
    return [line for line in lines if top < line[0].middle < bottom]
