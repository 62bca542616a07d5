"""Which way the text of a page runs: pages turned by quarters, set sideways, or in vertical columns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gangyao.document.printed import Box

# A character stands upright, or turned by quarters, within this many radians; what leans more is a watermark.
_LEAN = 0.2
# Characters follow each other down a column within this share of their height sideways, and are no further
# apart than this; columns are a page's way to run where most of its characters do, and there are so many.
_SIDEWAYS = 0.15
_FURTHEST = 2.0
_MOST = 0.6
_FEWEST = 20


class Drawn(NamedTuple):
    """A character as the page is shown: its box, its origin, by how many quarters it is turned clockwise.

    A flat tuple, since a page of a newspaper makes six thousand of them; `rank` is pdfium's.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float
    quarter: int
    rank: int


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page of `shown_width` and `shown_height` is turned until its text runs from left to right.

    `quarter`: by how many quarters clockwise its characters are turned as shown; `is_column`: they stand
    upright below each other, in columns from the right, and the page is turned as if they were not.
    """

    quarter: int
    is_column: bool
    shown_width: float
    shown_height: float

    @property
    def is_turned(self) -> bool:
        """Whether the page as read differs from the page as shown."""
        return self._quarters != 0

    @property
    def width(self) -> float:
        """The width of the page as it is read."""
        return self.shown_height if self._quarters % 2 else self.shown_width

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return self.shown_width if self._quarters % 2 else self.shown_height

    @property
    def _quarters(self) -> int:
        return 1 if self.is_column else self.quarter

    def box(self, box: Box) -> Box:
        """Turn a box of the page as shown."""
        return _turned(box, -self._quarters % 4, self.shown_width, self.shown_height)

    def back(self, box: Box) -> Box:
        """Turn a box of the page as read back to the page as shown."""
        return _turned(box, self._quarters, self.width, self.height)


def quarter_of(angle: float, rotation: int) -> int | None:
    """Return by how many quarters clockwise a character is turned as shown; None for one that is aslant.

    `angle` is its own, in radians clockwise, `rotation` the quarters by which its page is shown turned.
    """
    if angle == 0:
        return rotation
    quarters = round(angle / (math.pi / 2))
    if abs(angle - quarters * math.pi / 2) > _LEAN:
        return None
    return (quarters + rotation) % 4


def turn_of(drawn: Sequence[Drawn], width: float, height: float) -> Turn:
    """Tell which way most characters of a page run."""
    quarters = Counter(one.quarter for one in drawn)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    return Turn(quarter, quarter == 0 and _runs_down(drawn), width, height)


def upright(drawn: Sequence[Drawn], turn: Turn) -> Iterator[Drawn]:
    """Yield the characters that run as most do, as they stand on the page when it is turned."""
    of_turn = (one for one in drawn if one.quarter == turn.quarter)
    return (_turned_with(one, turn) for one in of_turn) if turn.is_turned else of_turn


def _turned_with(one: Drawn, turn: Turn) -> Drawn:
    box = turn.box(Box(one.left, one.top, one.right, one.bottom))
    # Of vertical columns, the origin lies above the character: its box tells the line.
    y = box.bottom if turn.is_column else turn.box(Box(one.x, one.y, one.x, one.y)).top
    return one._replace(left=box.left, top=box.top, right=box.right, bottom=box.bottom, y=y)


def _runs_down(drawn: Sequence[Drawn]) -> bool:
    """Tell whether most characters stand below the one drawn before them."""
    if len(drawn) < _FEWEST:
        return False
    down = 0
    for before, one in pairwise(drawn):
        size = one.bottom - one.top
        step = one.top - before.top
        is_below = 0 < step <= _FURTHEST * size
        down += is_below and abs(one.x - before.x) <= _SIDEWAYS * size
    return down >= _MOST * len(drawn)


def _turned(box: Box, quarters: int, width: float, height: float) -> Box:
    """Turn a box with its page, `width` by `height`, clockwise."""
    if quarters == 1:
        return Box(height - box.bottom, box.left, height - box.top, box.right)
    if quarters == 2:
        return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
    if quarters == 3:
        return Box(box.top, width - box.right, box.bottom, width - box.left)
    return box
