"""The sides of rows that are one cell, in ruled tables with open sides: nothing upright holds them together.

Such a table is ruled between its columns and between its rows, not at its sides. A title over all columns has no
upright rule beside it, so that it would part the table into two: it lies between two rules as wide as the table,
no further apart than its lowest row, with one line of text between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import holds
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_lines import SAME_ENDS, height_of, joined

# Upright rules begin and end at a rule across within so many points.
_MEET = 3.0
# A row of one line is no higher than the lowest row of its table by this factor: a line between two tables
# has more room.
_AS_HIGH = 1.25


def title_row_sides(rules: Sequence[Box], segments: Sequence[Segment]) -> list[Box]:
    """Return the sides, as upright rules, of rows of one cell in tables whose sides are open."""
    upright = [rule for rule in rules if rule.bottom - rule.top > rule.right - rule.left]
    found: list[Box] = []
    for family in _families(joined(rules), upright):
        inner = _inside(upright, family[0])
        touched = [_is_touched(rule, inner) for rule in family]
        lowest = min(
            (
                height_of(below) - height_of(rule)
                for rule, below in pairwise(family)
                if any(_stands_between(one, rule, below) for one in inner)
            ),
            default=0.0,
        )
        for at, (rule, below) in enumerate(pairwise(family)):
            top, bottom = height_of(rule), height_of(below)
            row = Box(rule.left, top, rule.right, bottom)
            if (
                (touched[at] or touched[at + 1])
                and bottom - top <= _AS_HIGH * lowest
                and not any(_stands_between(one, rule, below) for one in inner)
                and sum(holds(row, one.box) for one in segments) == 1
            ):
                found += [Box(x, top, x, bottom) for x in (rule.left, rule.right)]
    return found


def _families(across: Sequence[Box], upright: Sequence[Box]) -> list[list[Box]]:
    """Group rules across that begin and end at the same places, where nothing upright stands at their ends."""
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


def _stands_between(upright: Box, above: Box, below: Box) -> bool:
    return upright.top <= (height_of(above) + height_of(below)) / 2 <= upright.bottom
