"""Heads of two rows and more: names of groups over the names of their columns or of further groups.

A group is known by where its name stands: over the middle of several columns, with a name below it in each of
them, all at one height, and nothing beside or above it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from gangyao.chinese.punctuation import ends_sentence
from gangyao.ingest.printed_pages.head_rows import Group
from gangyao.ingest.printed_pages.lanes import Lanes
from gangyao.ingest.printed_pages.page import hull
from gangyao.ingest.printed_pages.segments import Segment

# The names of columns stand so far below that of their group at least, in heights of a character, and what
# is at one height is so within this.
_BELOW, _LEVEL = 0.8, 0.35
# The name of a group stands over the middle of its columns within this, in heights of a character.
_CENTRED = 0.8
# More columns than these are no head of a page of A3; names of groups are no longer than this.
_MOST_COLUMNS, _LONGEST = 40, 16
# To cover a column more is worth so much of what a name stands from the middle, and to be a group at all.
_COVERED, _NO_GROUP = 0.15, 1.0
# Of two ways that fit alike, the first column of a table, which names its rows, is rather in no group.
_FIRST = 0.05
_middle = attrgetter("middle")


@dataclass(frozen=True, slots=True)
class _Fit:
    """A name, the first and the last column it may stand over, and how far it is from their middle."""

    name: Segment
    left: int
    right: int
    off: float


def levels_of_head(head: Sequence[Segment], lanes: Lanes) -> list[Group]:
    """Return the groups that a head names, from its first row down; none where it has one row."""
    if not 1 < len(lanes) <= _MOST_COLUMNS:
        return []
    return list(_groups(sorted(head, key=_middle), lanes, 0, len(lanes) - 1, 0))


def _groups(words: Sequence[Segment], lanes: Lanes, first: int, last: int, row: int) -> Iterator[Group]:
    """Yield the groups between two columns, and those within each of them."""
    for name, left, right in _upper(words, lanes, first, last):
        below = [word for word in words if left <= lanes.of(word.box) <= right and _is_below(word, name)]
        inner = list(_groups(below, lanes, left, right, row + 1))
        whole = name
        while inner and (inner[0].first, inner[0].last) == (left, right):
            # The name of a group goes on in the next line.
            rest = inner[0].name
            whole = replace(whole, text=whole.text + rest.text, box=hull((whole.box, rest.box)))
            inner = [replace(group, row=group.row - 1) for group in inner[1:]]
        yield Group(whole, left, right, row)
        yield from inner


def _is_below(word: Segment, name: Segment) -> bool:
    return word.middle > name.middle + _LEVEL * name.size


def _upper(words: Sequence[Segment], lanes: Lanes, first: int, last: int) -> list[tuple[Segment, int, int]]:
    """Return the names of the uppermost groups between two columns, each with its first and last column."""
    columns = {at: [word for word in words if lanes.of(word.box) == at] for at in range(first, last + 1)}
    for level in _levels(words):
        names = [word for word in words if abs(word.middle - level) <= _LEVEL * word.size]
        names.sort(key=lambda one: one.box.left)
        found = _best([_columns(name, columns, lanes, first, last) for name in names], first)
        if found and _are_beside(found, columns):
            return found
    return []


def _best(fits: Sequence[Sequence[_Fit]], first: int) -> list[tuple[Segment, int, int]]:
    """Return the columns that each of some names side by side stands over, as all together fit best."""
    # By the column behind the last one that is taken: the price so far, and what is taken.
    best: dict[int, tuple[float, tuple[_Fit, ...]]] = {first: (0.0, ())}
    for own in fits:
        following = {end: (price + _NO_GROUP, taken) for end, (price, taken) in best.items()}
        for end, (price, taken) in best.items():
            for fit in own:
                if fit.left < end:
                    continue
                now = price + fit.off - _COVERED * (fit.right - fit.left + 1) + _FIRST * (fit.left == 0)
                if fit.right + 1 not in following or now < following[fit.right + 1][0]:
                    following[fit.right + 1] = (now, (*taken, fit))
        best = following
    return [(fit.name, fit.left, fit.right) for fit in min(best.values(), key=itemgetter(0))[1]]


def _are_beside(found: Sequence[tuple[Segment, int, int]], columns: dict[int, list[Segment]]) -> bool:
    """Tell whether the names beside groups stand all in the middle of the head, at its top or at its foot.

    Where they stand at its foot, a single name above may be the first line of a wrapped one.
    """
    size = found[0][0].size
    taken = {at for _, left, right in found for at in range(left, right + 1)}
    top, low = found[0][0].middle, max(columns[at][-1].middle for at in taken)
    beside = [words for at, words in columns.items() if words and at not in taken]
    middles = [(words[0].middle + words[-1].middle) / 2 for words in beside]
    single = all(len(words) == 1 for words in beside)
    return (
        all(abs(middle - (top + low) / 2) <= _LEVEL * size for middle in middles)
        or (single and all(abs(middle - top) <= _LEVEL * size for middle in middles))
        or (single and len(found) > 1 and all(abs(middle - low) <= _LEVEL * size for middle in middles))
    )


def _levels(words: Sequence[Segment]) -> list[float]:
    """Return the heights at which words stand, from the top down, but for the lowest."""
    levels: list[float] = []
    for word in words:
        if not levels or word.middle - levels[-1] > _LEVEL * word.size:
            levels.append(word.middle)
    return levels[:-1]


def _columns(
    name: Segment, columns: dict[int, list[Segment]], lanes: Lanes, first: int, last: int
) -> list[_Fit]:
    """Return the columns over whose middle a name may stand as that of their group."""
    own = lanes.of(name.box)
    if not 1 < len(name.text) <= _LONGEST or ends_sentence(name.text) or name.text[-1] in "：:":
        return []
    if not first <= own <= last or not _is_free(name, columns[own]):
        return []
    under, over = lanes.under(name.box)
    start, end = own, own
    while start > first and _is_free(name, columns[start - 1]):
        start -= 1
    while end < last and _is_free(name, columns[end + 1]):
        end += 1
    fits: list[_Fit] = []
    for left in range(start, min(own, under) + 1):
        for right in range(max(own, over, left + 1), end + 1):
            names = [[word for word in columns[at] if word is not name] for at in range(left, right + 1)]
            off = _off(name, columns, lanes, left, right) / name.size
            if off <= _CENTRED and _are_level(names):
                fits.append(_Fit(name, left, right, off))
    return fits


def _is_free(name: Segment, words: Sequence[Segment]) -> bool:
    """Tell whether a column has a name below that of a group, and nothing beside or above it."""
    others = [word for word in words if word is not name]
    return bool(others) and all(word.middle - name.middle >= _BELOW * name.size for word in others)


def _are_level(names: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether names, each with its lines, end at one height, begin there or have their middles there."""
    near = _LEVEL * max(words[0].size for words in names)
    return any(
        max(heights) - min(heights) <= near
        for heights in (
            [words[-1].middle for words in names],
            [words[0].middle for words in names],
            [(words[0].middle + words[-1].middle) / 2 for words in names],
        )
    )


def _off(name: Segment, columns: dict[int, list[Segment]], lanes: Lanes, left: int, right: int) -> float:
    """Return how far a name stands from the middle of columns: of their edges, their names or their words."""
    ends = columns[left][-1], columns[right][-1]
    middles = (
        (lanes.borders[left] + lanes.borders[right + 1]) / 2,
        (lanes.spans[left][0] + lanes.spans[right][1]) / 2,
        (ends[0].across + ends[1].across) / 2,
    )
    return min(abs(middle - name.across) for middle in middles)
