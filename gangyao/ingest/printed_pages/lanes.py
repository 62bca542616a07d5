"""The columns of a table that no upright rules part: stretches of x that words fill, with room between them.

The rows below the head tell where columns are; words of the head that run over several of them name a group,
and what stands alone on its line (the rest of a cell, the title of a group of rows) only widens a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.gaps import find_gaps
from gangyao.ingest.printed_pages.page import middle_across, overlap
from gangyao.ingest.printed_pages.segments import Segment

# Columns stand this far apart at least, in widths of a Han character.
_NARROWEST = 0.12
# One of so many words, one at least, may reach over a gap: the total of all columns before it.
_INTRUDER = 15


@dataclass(frozen=True, slots=True)
class Lanes:
    """Columns from left to right, each as far as its words reach; `borders` lie between them and around."""

    spans: tuple[tuple[float, float], ...]
    borders: tuple[float, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def of(self, box: Box) -> int:
        """Return the column that the middle of a box stands in, the nearest one for what is beside all."""
        middle = middle_across(box)
        return sum(border <= middle for border in self.borders[1:-1])

    def under(self, box: Box) -> tuple[int, int]:
        """Return the first and the last column whose words a box stands above or below."""
        touched = [n for n, span in enumerate(self.spans) if overlap(box.left, box.right, *span) > 0]
        return (touched[0], touched[-1]) if touched else (self.of(box), self.of(box))


def find_lanes(
    head: Sequence[Segment], body: Sequence[Sequence[Segment]], left: float, right: float, em: float
) -> Lanes:
    """Return the columns of a table between `left` and `right`: its `head`, and the lines of its `body`."""
    told = [word for line in body if len(line) > 1 for word in line]
    spans = _filled(told or list(head), em)
    alone = [word for line in body if len(line) == 1 for word in line]
    for word in alone:
        spans = _widened(spans, word.box)
    return _between(_named(spans, head, em), left, right)


def same_lanes(borders: Sequence[float], words: Iterable[Segment]) -> Lanes:
    """Return the columns between given borders, as far as words reach."""
    inner = borders[1:-1]
    spans = [((a + b) / 2, (a + b) / 2) for a, b in pairwise(borders)]
    for word in words:
        box = word.box
        at = sum(border <= middle_across(box) for border in inner)
        if borders[at] - 1 <= box.left and box.right <= borders[at + 1] + 1:
            left, right = spans[at]
            is_new = left == right
            spans[at] = (box.left if is_new else min(left, box.left), max(right, box.right))
    return Lanes(tuple(spans), tuple(borders))


def _between(spans: Sequence[tuple[float, float]], left: float, right: float) -> Lanes:
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    return Lanes(tuple(spans), (min(left, spans[0][0] - 1), *inner, max(right, spans[-1][1] + 1)))


def _filled(words: Sequence[Segment], em: float) -> list[tuple[float, float]]:
    """Return the stretches of x that words fill, parted where hardly any of them covers a gap."""
    boxes = [word.box for word in words]
    gaps = find_gaps(boxes, _NARROWEST * em, max(1, len(boxes) // _INTRUDER))
    edges = [
        min(box.left for box in boxes),
        *(x for gap in gaps for x in gap),
        max(box.right for box in boxes),
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _widened(spans: Sequence[tuple[float, float]], box: Box) -> list[tuple[float, float]]:
    """Widen the one column that a box stands in; one that runs over several tells nothing."""
    touched = [n for n, span in enumerate(spans) if overlap(box.left, box.right, *span) > 0]
    if len(touched) != 1:
        return list(spans)
    at = touched[0]
    wide = (min(spans[at][0], box.left), max(spans[at][1], box.right))
    return [*spans[:at], wide, *spans[at + 1 :]]


def _is_first_of(box: Box, spans: Sequence[tuple[float, float]], at: int) -> bool:
    """Tell whether a box stands above a column that is the first of all, and above no other."""
    return at == 0 and len(spans) > 1 and box.right <= spans[1][0]


def _named(
    spans: Sequence[tuple[float, float]], head: Sequence[Segment], em: float
) -> list[tuple[float, float]]:
    """Let the head tell of columns: one without text in all rows, one that chance gaps part."""
    found = list(spans)
    for word in sorted(head, key=lambda one: -one.box.top):
        box = word.box
        below = [one.box for one in head if one.box.top >= box.bottom - 0.3 * em]
        touched = [n for n, span in enumerate(found) if overlap(box.left, box.right, *span) > 0]
        if len(touched) > 1:
            first, last = touched[0], touched[-1]
            left, right = found[first][0], found[last][1]
            names = [
                one.box
                for one in head
                if one is not word and overlap(left, right, one.box.left, one.box.right) > 0
            ]
            if not names:
                found[first : last + 1] = [(left, right)]
        elif touched:
            found = _widened(found, box)
        else:
            at = sum(span[1] <= box.left for span in found)
            beside = [found[n] for n in (at - 1, at) if 0 <= n < len(found)]
            is_group = len(beside) == 2 and all(
                any(overlap(*span, one.left, one.right) > 0 for one in below) for span in beside
            )
            nameless = [
                n
                for n in (at - 1, at)
                if 0 <= n < len(found)
                and not any(
                    overlap(*found[n], one.box.left, one.box.right) > 0
                    for one in head
                    if one.box.bottom > box.top + 0.3 * em or _is_first_of(one.box, found, n)
                )
            ]
            if nameless:
                # Centred above words that stand at the edge of the column.
                n = min(nameless, key=lambda n: max(found[n][0] - box.right, box.left - found[n][1]))
                found[n] = min(found[n][0], box.left), max(found[n][1], box.right)
            elif not is_group:
                found.insert(at, (box.left, box.right))
    return found
