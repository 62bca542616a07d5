"""The order of a page by its boxes: columns from left to right, what stands over several of them between.

A page is cut where something stands alone over a gap between columns (a title over five columns), and what
lies between two cuts is parted at the gaps that run through it. This is the recursive X-Y cut (Nagy, Seth and
Viswanathan 1992), with the cut across made only by what bridges columns: a blank line within a
column, which the classic cut takes for a border, is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from statistics import median

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.gaps import Gap, find_gaps
from gangyao.ingest.printed_pages.page import hull, middle_across, overlap

# A gap between columns is at least as wide as this share of a character's height.
_NARROWEST_GAP = 0.6
# One of so many items may reach into it: a mark that hangs over the edge of a column, a box drawn too wide.
_INTRUDER = 50
# Columns have at least so many lines, most of which fill this share of it: text, no table of words.
_FEWEST_LINES = 3
_FILLED = 0.5
# Few lines are columns of text, too, where all but one fill this share of them and the gap is no wider, in
# heights of a character, than such columns have.
_FULL = 0.85
_WIDEST_GAP = 3.0
# What is set larger than the text by this factor and stands alone at its height, with this much room (in
# heights of its own) in all columns, is a heading over all of them though it is short.
_LARGER = 1.15
_ROOM = 0.4
# So many lines tell where the gap between their columns is.
_ENOUGH = 12
# Two lines stand beside each other when they share this part of the lower one's height.
_BESIDE = 0.4


@dataclass(frozen=True, slots=True)
class Item:
    """What is put in order: a line or a whole table; `index` is its place in the caller's list."""

    index: int
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class Column:
    """Items that stand one below the other; `box` is the room they share."""

    box: Box
    items: tuple[Item, ...]


def in_columns(items: Sequence[Item]) -> list[Column]:
    """Return the columns of a page in reading order, each with its items from the top down."""
    if not items:
        return []
    size = median(item.size for item in items)
    return _cut(sorted(items, key=lambda item: (item.box.top, item.box.left)), size)


def _cut(items: Sequence[Item], size: float) -> list[Column]:
    """Cut items, sorted by their tops, at those that bridge columns, and part the rest at its gaps."""
    beside = _with_neighbours(items)
    if not beside:
        return [Column(hull(item.box for item in items), tuple(items))]
    columns: list[Column] = []
    for band in _bands(items, beside, size):
        columns += _part(band, size)
    return _merged(columns)


def _with_neighbours(items: Sequence[Item]) -> set[int]:
    """Return which items, sorted by their tops, have another beside them."""
    found: set[int] = set()
    for place, item in enumerate(items):
        for other in islice(items, place + 1, None):
            if other.box.top >= item.box.bottom:
                break
            if _are_beside(item.box, other.box):
                found |= {item.index, other.index}
    return found


def _are_beside(a: Box, b: Box) -> bool:
    lower = min(a.bottom - a.top, b.bottom - b.top)
    return overlap(a.top, a.bottom, b.top, b.bottom) > _BESIDE * lower


def _bands(items: Sequence[Item], beside: set[int], size: float) -> list[list[Item]]:
    """Cut items into bands: each is one that bridges columns, or a stretch in which columns run.

    An item that stands alone at its height bridges columns where it lies over a gap of the stretch above
    or below it.
    """
    bands: list[list[Item]] = [[]]
    for place, item in enumerate(items):
        if item.index in beside:
            bands[-1].append(item)
            continue
        gaps = _gaps([one for one in bands[-1] if one.index in beside], size)
        below = _gaps(_next_beside(items, place, beside, size), size)
        # At the top of a page nothing tells of columns but what is below.
        is_over_all = bool(below and (gaps or not bands[-1])) and _stands_apart(item, items, size)
        if is_over_all or _bridges(item.box, gaps) or (not gaps and _bridges(item.box, below)):
            bands += [[item], []]
        else:
            bands[-1].append(item)
    return [band for band in bands if band]


def _stands_apart(item: Item, items: Sequence[Item], size: float) -> bool:
    """Tell whether an item is larger than the text and nothing stands near its height."""
    if item.size < _LARGER * size:
        return False
    top, bottom = item.box.top - _ROOM * item.size, item.box.bottom + _ROOM * item.size
    return not any(
        other is not item and overlap(top, bottom, other.box.top, other.box.bottom) for other in items
    )


def _next_beside(items: Sequence[Item], place: int, beside: set[int], size: float) -> list[Item]:
    """Return the items after `place` in which columns run, as far as the next that bridges them.

    Lines of columns that are set at other heights have no neighbours here and there: the first few lines tell
    too little of where a gap is.
    """
    found: list[Item] = []
    for item in items[place + 1 :]:
        if item.index in beside:
            found.append(item)
        elif found:
            if len(found) >= _ENOUGH or _bridges(item.box, _gaps(found, size)):
                break
            found.append(item)
    return found


def _bridges(box: Box, gaps: Sequence[tuple[float, float]]) -> bool:
    return any(box.left < (start + end) / 2 < box.right for start, end in gaps)


def _gaps(items: Sequence[Item], size: float) -> list[Gap]:
    """Return the stretches of x, between the outermost items, that hardly any item covers."""
    return find_gaps([item.box for item in items], _NARROWEST_GAP * size, len(items) // _INTRUDER)


def _part(band: Sequence[Item], size: float) -> list[Column]:
    """Part a band at the gaps that run through it, and what lies between them again."""
    if len(band) == 1:
        return [Column(band[0].box, tuple(band))]
    gaps = _gaps(band, size)
    over = [item for item in band if _bridges(item.box, gaps) and _is_over(item, band)]
    heads = sorted(over, key=lambda item: item.box.left)
    below = [item for item in band if item not in heads]
    edges = [float("-inf"), *((start + end) / 2 for start, end in gaps), float("inf")]
    parts = [
        [item for item in below if left <= middle_across(item.box) < right] for left, right in pairwise(edges)
    ]
    parts = [part for part in parts if part]
    is_narrow = all(end - start <= _WIDEST_GAP * size for start, end in gaps)
    if len(parts) < 2 or (
        sum(_is_text(part) for part in parts) < 2 and not (is_narrow and all(map(_is_end_of_text, parts)))
    ):
        return [_rows(band)]
    columns: list[Column] = []
    for part in parts:
        # What stands over some columns comes before the first of them, though others reach up beside it.
        while heads and heads[0].box.left < max(item.box.right for item in part):
            head = heads.pop(0)
            columns.append(Column(head.box, (head,)))
        columns += _cut(part, size)
    return columns + [Column(head.box, (head,)) for head in heads]


def _is_over(item: Item, band: Sequence[Item]) -> bool:
    """Tell whether an item stands above all that is below or above it."""
    return not any(
        other is not item
        and other.box.top < item.box.bottom
        and overlap(item.box.left, item.box.right, other.box.left, other.box.right) > 0
        for other in band
    )


def _is_text(items: Sequence[Item]) -> bool:
    """Tell whether items are a column of text: several lines, most of which fill it.

    Few of them reach beyond it: a heading over several columns.
    """
    if len(items) < _FEWEST_LINES:
        return False
    few = len(items) // _INTRUDER
    left = sorted(item.box.left for item in items)[few]
    right = sorted(item.box.right for item in items)[-1 - few]
    widths = sorted((item.box.right - item.box.left for item in items), reverse=True)
    return widths[len(widths) // 2] >= _FILLED * (right - left)


def _is_end_of_text(items: Sequence[Item]) -> bool:
    """Tell whether few items are lines of a column of text: two at least, hardly one of which is short."""
    width = max(item.box.right for item in items) - min(item.box.left for item in items)
    full = sum(item.box.right - item.box.left >= _FULL * width for item in items)
    return len(items) > 1 and full >= len(items) - 1


def _rows(items: Sequence[Item]) -> Column:
    """Put words that stand beside each other in rows, from left to right."""
    rows: list[list[Item]] = []
    for item in items:
        if rows and _are_beside(rows[-1][0].box, item.box):
            rows[-1].append(item)
        else:
            rows.append([item])
    ordered = [item for row in rows for item in sorted(row, key=lambda item: item.box.left)]
    return Column(hull(item.box for item in items), tuple(ordered))


def _merged(columns: Sequence[Column]) -> list[Column]:
    """Put together what a cut parted within one column: a title and the lines right below it."""
    merged: list[Column] = []
    for column in columns:
        before = merged[-1] if merged else None
        if (
            before is not None
            and before.box.bottom <= column.box.top + 1
            and _is_same_room(before.box, column.box)
        ):
            merged[-1] = Column(hull((before.box, column.box)), (*before.items, *column.items))
        else:
            merged.append(column)
    return merged


def _is_same_room(a: Box, b: Box) -> bool:
    wider = max(a.right - a.left, b.right - b.left)
    return overlap(a.left, a.right, b.left, b.right) >= 0.9 * wider
