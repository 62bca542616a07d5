"""A page as its file draws it: runs of characters and ruled lines. Origin: upper left corner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gangyao.document.printed import Box

# The rules around a table lie this near its edges, in points.
_EDGE = 2.0
# What is narrower than a Chinese character takes this share of its room.
_NARROW = 0.52


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand side by side on one line, `size` high; `font` names what they are set in.

    `stream` is the run's rank in the order in which the file draws, None where nothing is drawn. `scores` are
    a recogniser's certainties of each character, empty where the file holds the characters themselves.
    """

    text: str
    box: Box
    size: float
    font: str = ""
    stream: int | None = None
    scores: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1, `rules` are ruled lines as thin boxes, `shades` what is shaded.

    `gaps` are upright, one on each line, where lines above each other leave room between columns.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Box, ...] = ()
    shades: tuple[Box, ...] = ()
    gaps: tuple[Box, ...] = ()


def hull(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around boxes, of which there is at least one."""
    found = tuple(boxes)
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


def widths_of(text: str) -> float:
    """Return how wide a text is, in widths of a Chinese character."""
    return sum(_NARROW if char.isascii() else 1.0 for char in text)


def overlap(start: float, end: float, other_start: float, other_end: float) -> float:
    """Return the length that two intervals share, 0 where they share none."""
    return max(0.0, min(end, other_end) - max(start, other_start))


def meet(one: Box, other: Box, least: float = 0.0) -> bool:
    """Tell whether two boxes share room, more than `least` high."""
    return (
        overlap(one.left, one.right, other.left, other.right) > 0
        and overlap(one.top, one.bottom, other.top, other.bottom) > least
    )


def is_rule_of(rule: Box, box: Box) -> bool:
    """Tell whether a rule is one of what stands in a box: of its edges, or within them."""
    return (
        overlap(box.left - _EDGE, box.right + _EDGE, rule.left, rule.right) > 0
        and box.top - _EDGE <= rule.top
        and rule.bottom <= box.bottom + _EDGE
    )


def middle_across(box: Box) -> float:
    """Return the middle of a box from its left to its right edge."""
    return (box.left + box.right) / 2


def height_of(box: Box) -> float:
    """Return the height of the middle of a box, which is that at which a rule across runs."""
    return (box.top + box.bottom) / 2


def holds(outer: Box, inner: Box) -> bool:
    """Tell whether the middle of `inner` lies in `outer`."""
    if not outer.top <= height_of(inner) <= outer.bottom:
        return False
    return outer.left <= middle_across(inner) <= outer.right
