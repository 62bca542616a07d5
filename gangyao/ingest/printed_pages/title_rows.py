"""The sides of rows that are one cell, in ruled tables with open sides: nothing upright holds them together.

Such a table is ruled between its columns and between its rows, not at its sides. A title over all columns
has no upright rule beside it, so that it would part the table into two: it lies between two rules as wide
as the table, no further apart than its lowest row, with one line of text between them that is set as that
row is. The name of a table between two of them is not: it is larger, or has more room.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import height_of, holds
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_lines import SAME_ENDS, joined

# Upright rules begin and end at a rule across within so many points.
_MEET = 3.0
# A row of one line is no higher than the lowest row of its table by this factor: a line between two tables
# has more room.
_AS_HIGH = 1.25
# Words of one table are as large as each other within this share, and stand in their rows alike within so
# many heights of theirs.
_SAME_SIZE, _OFF = 0.08, 0.2
# A row of one line without any room to speak of is so many heights of it high at most.
_TIGHT = 2.2


def title_row_sides(rules: Sequence[Box], segments: Sequence[Segment]) -> list[Box]:
    """Return the sides, as upright rules, of rows of one cell in tables whose sides are open."""
    upright = [rule for rule in rules if rule.bottom - rule.top > rule.right - rule.left]
    found: list[Box] = []
    for family in _families(joined(rules), upright):
        inner = _inside(upright, family[0])
        touched = [_is_touched(rule, inner) for rule in family]
        rows = [_row(rule, below) for rule, below in pairwise(family)]
        is_parted = [any(one.top <= height_of(row) <= one.bottom for one in inner) for row in rows]
        parted = [row for row, several in zip(rows, is_parted, strict=True) if several]
        if not parted:
            continue
        lowest = min(parted, key=lambda row: row.bottom - row.top)
        usual = [one for one in segments if holds(lowest, one.box)]
        for at, row in enumerate(rows):
            words = [one for one in segments if holds(row, one.box)]
            if (
                not is_parted[at]
                and (touched[at] or touched[at + 1])
                and row.bottom - row.top <= _AS_HIGH * (lowest.bottom - lowest.top)
                and len(words) == 1
                and (
                    (touched[at] and touched[at + 1] and _is_tight(words[0], row))
                    or any(_is_alike(words[0], row, one, lowest) for one in usual)
                )
            ):
                found += [Box(x, row.top, x, row.bottom) for x in (row.left, row.right)]
    return found


def _row(rule: Box, below: Box) -> Box:
    return Box(rule.left, height_of(rule), rule.right, height_of(below))


def _is_tight(word: Segment, row: Box) -> bool:
    return row.bottom - row.top <= _TIGHT * word.size


def _is_alike(word: Segment, row: Box, other: Segment, other_row: Box) -> bool:
    """Tell whether a word is as large as another and stands at the same height of its row."""
    off = (word.middle - height_of(row)) - (other.middle - height_of(other_row))
    return abs(word.size - other.size) <= _SAME_SIZE * other.size and abs(off) <= _OFF * other.size


def _families(across: Sequence[Box], upright: Sequence[Box]) -> list[list[Box]]:
    """Group rules across that begin and end at the same places, with nothing upright at their ends."""
    families: list[list[Box]] = []
    for rule in across:
        for family in families:
            first = family[0]
            if abs(first.left - rule.left) <= SAME_ENDS and abs(first.right - rule.right) <= SAME_ENDS:
                family.append(rule)
                break
        else:
            families.append([rule])
    return [family for family in families if len(family) > 2 and _is_open(family, upright)]


def _is_open(family: Sequence[Box], upright: Sequence[Box]) -> bool:
    """Tell whether no upright rule stands at either end of rules across."""
    top, bottom = height_of(family[0]), height_of(family[-1])
    ends = (family[0].left, family[0].right)
    return not any(
        rule.bottom > top + _MEET
        and rule.top < bottom - _MEET
        and any(abs(rule.left - end) <= SAME_ENDS for end in ends)
        for rule in upright
    )


def _inside(upright: Sequence[Box], rule: Box) -> list[Box]:
    return [one for one in upright if rule.left + SAME_ENDS < one.left < rule.right - SAME_ENDS]


def _is_touched(rule: Box, upright: Sequence[Box]) -> bool:
    y = height_of(rule)
    return any(one.top - _MEET <= y <= one.bottom + _MEET for one in upright)
