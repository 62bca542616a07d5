"""Boxes drawn over two columns where a mark that hangs over the edge of one nearly joins them.

Such a box is parted where lines near it end and begin, if the paper between them is white in it too: a
heading over both columns has print there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from gangyao.ingest.readers.picture.engine import Corners, Point
from gangyao.ingest.readers.picture.ink import is_ink
from gangyao.ingest.readers.picture.open_picture import Pixels
from gangyao.ingest.readers.picture.strips import cut_line

# Lines are near within so many heights of a box; so many of them end, and so many begin, within this many
# heights of one place. A page that leans by a degree shifts them by a fifth of a height.
_NEAR = 12.0
_FEWEST = 4
_ALIGNED = 0.4
# A gap is so many heights wide (of a box, a little higher than its characters); a mark hangs over it by less
# than one.
_NARROWEST, _WIDEST = 0.4, 3.0
# A column of pixels with less ink than this is white: specks, noise.
_SPECKS = 0.04
# So much of a line, at least, stands on either side, in heights.
_SHORTEST = 3.0


def apart(pixels: Pixels, lines: Sequence[Corners]) -> tuple[Corners, ...]:
    """Return the lines of a page, those that were drawn over two columns in two."""
    tops = sorted(range(len(lines)), key=lambda number: _top(lines[number]))
    heights = [_top(lines[number]) for number in tops]
    found: list[Corners] = []
    for line in lines:
        reach = _NEAR * _height(line)
        first = bisect_left(heights, _top(line) - reach)
        last = bisect_right(heights, _top(line) + reach)
        near = [lines[number] for number in tops[first:last] if lines[number] is not line]
        cut = _gap(pixels, line, near)
        found += [line] if cut is None else _parted(line, *cut)
    return tuple(found)


def _top(line: Corners) -> float:
    return (line[0][1] + line[1][1]) / 2


def _height(line: Corners) -> float:
    return (line[3][1] - line[0][1] + line[2][1] - line[1][1]) / 2


def _gap(pixels: Pixels, line: Corners, near: Sequence[Corners]) -> tuple[float, float] | None:
    """Return where a line is parted, where its first part ends and its second begins; None if nowhere."""
    height = _height(line)
    left, right = line[0][0] + _SHORTEST * height, line[1][0] - _SHORTEST * height
    begins = _places([one[0][0] for one in near if left < one[0][0] < right], height)
    for begin in begins:
        ends = [one[1][0] for one in near if begin - _WIDEST * height < one[1][0] <= begin]
        for end in reversed(_places(ends, height)):
            over = sum(one[0][0] < end - height and begin + height < one[1][0] for one in near)
            if begin - end >= _NARROWEST * height and over < _FEWEST:
                return _paper(pixels, line, end, begin)
    return None


def _places(edges: Sequence[float], height: float) -> list[float]:
    """Return where several lines begin or end: the middle of edges that lie near each other."""
    groups: list[list[float]] = []
    for edge in sorted(edges):
        if groups and edge - groups[-1][-1] <= _ALIGNED * height:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [group[len(group) // 2] for group in groups if len(group) >= _FEWEST]


def _paper(pixels: Pixels, line: Corners, end: float, begin: float) -> tuple[float, float] | None:
    """Return the edges of the widest white stretch of a line between two columns, None where it is no gap."""
    height = _height(line)
    cutting = cut_line(pixels, line)
    scale = cutting.shape[1] / max(1.0, line[1][0] - line[0][0])
    first, last = (round((x - line[0][0]) * scale) for x in (end, begin + _ALIGNED * height))
    (ink,) = np.nonzero(is_ink(cutting)[:, first:last].mean(axis=0) > _SPECKS)
    edges = [0, *ink.tolist(), max(0, last - first)]
    white, start = max(((b - a, a) for a, b in pairwise(edges)), default=(0, 0))
    if white < _NARROWEST * height * scale or start + white < (begin - end - _ALIGNED * height) * scale:
        return None
    return end + start / scale, end + (start + white) / scale


def _parted(line: Corners, end: float, begin: float) -> list[Corners]:
    """Return a line in two; the detector's margin around each is that of its other side."""
    margin = min((begin - end) / 2, 0.1 * _height(line))
    upper_left, upper_right, lower_right, lower_left = line
    first, second = end + margin, begin - margin
    return [
        (
            upper_left,
            _between(upper_left, upper_right, first),
            _between(lower_left, lower_right, first),
            lower_left,
        ),
        (
            _between(upper_left, upper_right, second),
            upper_right,
            lower_right,
            _between(lower_left, lower_right, second),
        ),
    ]


def _between(left: Point, right: Point, x: float) -> Point:
    """Return the point of an edge at `x`."""
    share = (x - left[0]) / max(1.0, right[0] - left[0])
    return x, left[1] + share * (right[1] - left[1])
