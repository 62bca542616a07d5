"""Where JSON says that a text stands: the ways in which recognisers write a box.

Four numbers, eight, points as pairs or objects, edges or an edge with a size under names; in a field of the
record whose name says so, or in the fields of the record itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NAMED = re.compile(r"box|poly|point|loc|pos|coord|rect|vert|bound|geom|region|quad|shape", re.IGNORECASE)
_EDGES = (
    ("left", "top", "right", "bottom"),
    ("xmin", "ymin", "xmax", "ymax"),
    ("x0", "y0", "x1", "y1"),
    ("x1", "y1", "x2", "y2"),
)
_SIZES = (("left", "top", "width", "height"), ("x", "y", "width", "height"), ("x", "y", "w", "h"))
_FOUR, _PAIR, _FEWEST_POINTS = 4, 2, 2
# An outline round a line of print has some dozens of points.
_MOST_POINTS = 1_000
# `Geometry` holds `BoundingBox` and `Polygon`.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Left, top, right and bottom; where `is_four`, the last two may be width and height: the file tells."""

    edges: tuple[float, float, float, float]
    is_four: bool = False


def place_in(record: Mapping[str, object]) -> Place | None:
    """Return the place that the fields of a record tell, None where they tell none."""
    for key, value in record.items():
        if _NAMED.search(key) and (place := place_of(value)) is not None:
            return place
    return _named(record)


def place_of(value: object, depth: int = 0) -> Place | None:
    """Return the place that a value is, None where it is none."""
    if isinstance(value, list):
        return _listed(value)
    if not isinstance(value, dict) or depth == _DEEPEST:
        return None
    for key, inner in value.items():
        if _NAMED.search(key) and (place := place_of(inner, depth + 1)) is not None:
            return place
    return _named(value)


def is_number(value: object) -> bool:
    """Tell whether a value of JSON is a number, NaN and infinities among them."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def number_of(value: object) -> float:
    """Return a number; one that is too large for any page is infinite."""
    try:
        return float(value) if isinstance(value, int | float) else math.nan
    except OverflowError:
        return math.inf


def _listed(values: Sequence[object]) -> Place | None:
    if not _FEWEST_POINTS <= len(values) <= _MOST_POINTS:
        return None
    if all(map(is_number, values)):
        if len(values) == _FOUR:
            return _place(values[0], values[1], values[2], values[3], is_four=True)
        is_outline = len(values) > _FOUR and len(values) % _PAIR == 0
        return _around(values[::2], values[1::2]) if is_outline else None
    points = [_point(value) for value in values]
    found = [point for point in points if point is not None]
    if len(found) < len(values):
        return None
    return _around([x for x, _ in found], [y for _, y in found])


def _point(value: object) -> tuple[object, object] | None:
    if isinstance(value, list) and len(value) == _PAIR and all(map(is_number, value)):
        return value[0], value[1]
    if isinstance(value, dict) and len(value) <= _PAIR:
        axes = {str(key).lower(): one for key, one in value.items()}
        # What is 0 may be left out.
        if axes.keys() <= {"x", "y"} and all(map(is_number, axes.values())):
            return axes.get("x", 0), axes.get("y", 0)
    return None


def _named(record: Mapping[str, object]) -> Place | None:
    told = {key.lower().replace("_", ""): one for key, one in record.items() if is_number(one)}
    if len(told) < _FOUR:
        return None
    for left, top, width, height in _SIZES:
        if all(key in told for key in (left, top, width, height)):
            x, y = number_of(told[left]), number_of(told[top])
            return Place((x, y, x + number_of(told[width]), y + number_of(told[height])))
    for left, top, right, bottom in _EDGES:
        if all(key in told for key in (left, top, right, bottom)):
            return _place(told[left], told[top], told[right], told[bottom])
    return None


def _around(xs: Sequence[object], ys: Sequence[object]) -> Place:
    across, down = (list(map(number_of, axis)) for axis in (xs, ys))
    # No box comes of what is no number, which min and max pass over.
    if any(map(math.isnan, (*across, *down))):
        return Place((math.nan, math.nan, math.nan, math.nan))
    return Place((min(across), min(down), max(across), max(down)))


def _place(left: object, top: object, right: object, bottom: object, is_four: bool = False) -> Place:
    return Place((number_of(left), number_of(top), number_of(right), number_of(bottom)), is_four)
