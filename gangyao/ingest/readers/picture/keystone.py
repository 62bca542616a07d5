"""Pages photographed from aside: their lines and margins run together, which no rotation sets right.

How the lines fall from the top of the page to its foot, and how its left and right margins stand, give four
corners of the text; the projective map that makes them a rectangle sets the page straight (Clark and Mirmehdi
2003, Rectifying perspective views of text in 3D scenes using vanishing points).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from gangyao.ingest.readers.picture.engine import Point

Matrix = NDArray[np.float64]

# Lines that run together by less than this over the page (degrees) are parallel: those of 24 scans by up to
# 0.2, those of a page that is narrower by 1 % on either side by 0.7 or more.
_LEAST_OF_LINES = 0.5
# So are margins, which tell it alone only where most lines begin and end on them: where the right one is
# ragged, some lines seem to stand on a margin that leans by up to 1.2.
_LEAST_OF_MARGINS, _MOST = 1.0, 0.6
# So many lines tell enough, taken from all over the page; pairs of them are compared.
_ENOUGH = 60
# A margin stands so upright, in degrees at most, and so many lines begin or end on it, within this many
# heights of a line; these are that share of all, and stand over this share of the height of the text.
_MOST_LEAN = 5.0
_FEWEST = 8
_ON_MARGIN = 0.15
_SHARE = 0.3
_TALL = 0.5
# Margins are so far apart, as a share of the width of the text.
_WIDE = 0.4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A long line of print: where it begins and ends, halfway up, and how high it is."""

    start: Point
    end: Point
    height: float


@dataclass(frozen=True, slots=True)
class _Straight:
    """A margin x = at + by * y, on which `share` of the ends of lines stand, or a line y = at + by * x."""

    at: float
    by: float
    share: float = 1.0


def straightening(strokes: Sequence[Stroke]) -> Matrix | None:
    """Return the projective map that sets a page straight; None where lines and margins are parallel."""
    if len(strokes) < _FEWEST:
        return None
    telling = sorted(strokes, key=lambda one: one.start[1])[:: math.ceil(len(strokes) / _ENOUGH)]
    height = median(one.height for one in telling)
    left = _margin([one.start for one in telling], height)
    right = _margin([one.end for one in telling], height)
    if left is None or right is None:
        return None
    top, foot = _top_and_foot(telling)
    tell_alone = min(left.share, right.share) >= _MOST and _between(left, right) >= _LEAST_OF_MARGINS
    if _between(top, foot) < _LEAST_OF_LINES and not tell_alone:
        return None
    corners = [_crossing(line, margin) for line in (top, foot) for margin in (left, right)]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    if min(x1 - x0, x3 - x2) < _WIDE * _extent([x for one in telling for x in (one.start[0], one.end[0])]):
        return None
    a, b, c, d = (x0 + x2) / 2, (x1 + x3) / 2, (y0 + y1) / 2, (y2 + y3) / 2
    straight = np.array([(a, c), (b, c), (a, d), (b, d)], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(np.array(corners, np.float32), straight), np.float64)


def _margin(ends: Sequence[Point], height: float) -> _Straight | None:
    """Return the straight line that most ends of lines stand on, drawn through two of them; None for none."""
    best: list[Point] = []
    for (x0, y0), (x1, y1) in combinations(ends, 2):
        if abs(y1 - y0) < _TALL * _extent([y for _, y in ends]):
            continue
        by = (x1 - x0) / (y1 - y0)
        on_it = [(x, y) for x, y in ends if abs(x - x0 - by * (y - y0)) <= _ON_MARGIN * height]
        if len(on_it) > len(best) and abs(math.degrees(math.atan(by))) <= _MOST_LEAN:
            best = on_it
    if len(best) < max(_FEWEST, _SHARE * len(ends)):
        return None
    by, at = np.polyfit([y for _, y in best], [x for x, _ in best], 1)
    return _Straight(float(at), float(by), len(best) / len(ends))


def _top_and_foot(strokes: Sequence[Stroke]) -> tuple[_Straight, _Straight]:
    """Return straight lines through the first and the last line that fall as all lines on the page do.

    How lines fall changes evenly down the page, by the middle of the slopes between any two (Theil 1950).
    """
    places = [
        ((one.start[1] + one.end[1]) / 2, _fall(one), (one.start[0] + one.end[0]) / 2) for one in strokes
    ]
    rate = median(
        (other[1] - one[1]) / (other[0] - one[0])
        for one, other in combinations(places, 2)
        if abs(other[0] - one[0]) > 1
    )
    at_zero = median(fall - rate * y for y, fall, _ in places)
    y0, _, x0 = min(places)
    y1, _, x1 = max(places)
    lines = [(y, at_zero + rate * y, x) for y, x in ((y0, x0), (y1, x1))]
    top, foot = (_Straight(y - fall * x, fall) for y, fall, x in lines)
    return top, foot


def _fall(stroke: Stroke) -> float:
    return (stroke.end[1] - stroke.start[1]) / (stroke.end[0] - stroke.start[0])


def _between(one: _Straight, other: _Straight) -> float:
    """Return the angle between two lines, or two margins, in degrees."""
    return abs(math.degrees(math.atan(one.by) - math.atan(other.by)))


def _crossing(line: _Straight, margin: _Straight) -> Point:
    y = (line.at + line.by * margin.at) / (1 - line.by * margin.by)
    return margin.at + margin.by * y, y


def _extent(values: Sequence[float]) -> float:
    return max(values) - min(values)


def moved(matrix: Matrix, points: Sequence[Point]) -> list[Point]:
    """Return where a projective map takes points."""
    found = np.hstack([np.array(points), np.ones((len(points), 1))]) @ matrix.T
    return [(float(x / depth), float(y / depth)) for x, y, depth in found]
