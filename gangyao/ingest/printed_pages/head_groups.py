"""Words of a table's head that name several columns, whose own names stand below them."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.head_levels import levels_of_head
from gangyao.ingest.printed_pages.head_rows import Group, rows_of_head
from gangyao.ingest.printed_pages.lanes import Lanes
from gangyao.ingest.printed_pages.page import overlap
from gangyao.ingest.printed_pages.segments import Segment

# A group has so many columns on either side of the one that its name stands over, at most.
_WIDEST = 3
# What stands in one row is at one height within this, in heights of a character.
_LEVEL = 0.3
# The name of a group stands over the middle of its columns within this.
_OFF = 0.75


def find_groups(head: Sequence[Segment], lanes: Lanes, rules: Sequence[Box]) -> list[Group]:
    """Return the groups of columns that a head names; `rules` are those across within the head."""
    levels = levels_of_head(head, lanes)
    if any(group.row for group in levels):
        return levels
    return _in_two_rows(head, lanes, rules) or levels


def _in_two_rows(head: Sequence[Segment], lanes: Lanes, rules: Sequence[Box]) -> list[Group]:
    """Return the groups of a head of two rows."""
    if rows := rows_of_head(head, lanes, rules):
        return rows
    found = []
    for word in head:
        columns = _ruled(word, head, lanes, rules) or _named_by(word, lanes)
        if _is_group(word, *columns, head, lanes):
            found.append(Group(word, *columns))
    return [*found, *_centred(head, lanes, found)] if found else []


def _ruled(
    word: Segment, head: Sequence[Segment], lanes: Lanes, rules: Sequence[Box]
) -> tuple[int, int] | None:
    """Return the columns that a rule right below a word alone runs over; None where there is no such rule."""
    near = [
        rule
        for rule in rules
        if 0 <= rule.top - word.middle <= word.size
        and overlap(rule.left, rule.right, word.box.left, word.box.right) > 0
    ]
    if len(near) != 1:
        return None
    (rule,) = near
    beside = [one for one in head if abs(one.middle - word.middle) <= _LEVEL * word.size]
    if sum(overlap(rule.left, rule.right, one.box.left, one.box.right) > 0 for one in beside) > 1:
        return None
    middles = [(left + right) / 2 for left, right in lanes.spans]
    columns = [at for at, middle in enumerate(middles) if rule.left < middle < rule.right]
    return (columns[0], columns[-1]) if 1 < len(columns) < len(lanes) else None


def _is_group(word: Segment, first: int, last: int, head: Sequence[Segment], lanes: Lanes) -> bool:
    """Tell whether a word names columns: each has its own name, and all of those stand below the word."""
    if first == last:
        return False
    named = set(range(first, last + 1))
    others = [one for one in head if one is not word and lanes.of(one.box) in named]
    lower = word.middle + 0.5 * word.size
    return named <= {lanes.of(one.box) for one in others} and all(one.middle > lower for one in others)


def _named_by(word: Segment, lanes: Lanes) -> tuple[int, int]:
    """Return the first and the last column that a word of a head stands over the middle of."""
    first, last = lanes.under(word.box)
    if first != last:
        return first, last
    best = (_off(word, lanes, first, first), first, first)
    for left in range(max(0, first - _WIDEST), first + 1):
        for right in range(first, min(len(lanes), first + _WIDEST + 1)):
            off = _off(word, lanes, left, right)
            if right > left and off < best[0] - 0.5 * word.size:
                best = (off, left, right)
    return best[1], best[2]


def _off(word: Segment, lanes: Lanes, first: int, last: int) -> float:
    """Return how far a word stands from the middle of columns."""
    return abs((lanes.borders[first] + lanes.borders[last + 1]) / 2 - word.across)


def _centred(head: Sequence[Segment], lanes: Lanes, known: Sequence[Group]) -> list[Group]:
    """Return the groups whose name stands over the middle one of their columns.

    It is level with the names of other groups, and what stands below it with the names of their columns.
    """
    upper = known[0].name
    taken = {column for group in known for column in range(group.first, group.last + 1)}
    lower = [word for word in head if lanes.of(word.box) in taken and word.middle > upper.middle]
    found: list[Group] = []
    for word in head:
        column = lanes.of(word.box)
        if column in taken or abs(word.middle - upper.middle) > _LEVEL * word.size:
            continue
        ranges = [
            (column - wide, column + wide)
            for wide in range(1, _WIDEST + 1)
            if column >= wide and column + wide < len(lanes)
        ]
        for first, last in ranges:
            columns = range(first, last + 1)
            names = [one for one in head if one is not word and lanes.of(one.box) in columns]
            if (
                not taken & set(columns)
                and _is_group(word, first, last, head, lanes)
                and _off(word, lanes, first, last) <= _OFF * word.size
                and all(any(abs(one.middle - n.middle) <= _LEVEL * n.size for n in lower) for one in names)
            ):
                found.append(Group(word, first, last))
                taken |= set(columns)
                break
    return found
