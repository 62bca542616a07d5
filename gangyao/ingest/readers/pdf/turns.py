"""Which way the text of a page runs: pages turned by quarters, set sideways, or in vertical columns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from gangyao.document.printed import Box
from gangyao.ingest.readers.pdf.characters import Characters
from gangyao.ingest.readers.pdf.placement import Floats, Place

# Characters follow each other down a column within this share of their height sideways, and are no further
# apart than this; columns are a page's way to run where most of its characters do, and there are so many.
_SIDEWAYS = 0.15
_FURTHEST = 2.0
_MOST = 0.6
_FEWEST = 20

# Left, top, right and bottom of a box, or of many.
Sides = tuple[Place, Place, Place, Place]


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
        return Box(*self._sides((box.left, box.top, box.right, box.bottom)))

    def edges(self, edges: Floats) -> Floats:
        """Turn left, top, right and bottom of boxes of the page as shown, of shape (4, n)."""
        left, top, right, bottom = edges
        return np.stack(self._sides((left, top, right, bottom)))

    def back(self, box: Box) -> Box:
        """Turn a box of the page as read back to the page as shown."""
        sides = box.left, box.top, box.right, box.bottom
        return Box(*_turned(sides, self._quarters, self.width, self.height))

    def _sides(self, sides: Sides[Place]) -> Sides[Place]:
        return _turned(sides, -self._quarters % 4, self.shown_width, self.shown_height)


def turn_of(characters: Characters, width: float, height: float) -> Turn:
    """Tell which way most characters of a page run."""
    quarters = Counter(characters.quarters.tolist())
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    return Turn(quarter, quarter == 0 and _runs_down(characters), width, height)


def upright(characters: Characters, turn: Turn) -> Characters:
    """Return the characters that run as most do, as they stand on the page when it is turned."""
    of_turn = characters.where(characters.quarters == turn.quarter)
    if not turn.is_turned:
        return of_turn
    edges = turn.edges(of_turn.edges)
    # Of vertical columns, the origin lies above the character: its box tells the line.
    y = edges[3] if turn.is_column else turn.edges(np.stack([of_turn.x, of_turn.y] * 2))[3]
    return replace(of_turn, edges=edges, y=y)


def _runs_down(characters: Characters) -> bool:
    """Tell whether most characters stand below the one drawn before them."""
    if len(characters) < _FEWEST:
        return False
    _, top, _, bottom = characters.edges
    size = (bottom - top)[1:]
    step = np.diff(top)
    is_below = (step > 0) & (step <= _FURTHEST * size)
    is_straight = abs(np.diff(characters.x)) <= _SIDEWAYS * size
    return int((is_below & is_straight).sum()) >= _MOST * len(characters)


def _turned(sides: Sides[Place], quarters: int, width: float, height: float) -> Sides[Place]:
    """Turn boxes with their page, `width` by `height`, clockwise."""
    left, top, right, bottom = sides
    if quarters == 1:
        return height - bottom, left, height - top, right
    if quarters == 2:
        return width - right, height - bottom, width - left, height - top
    if quarters == 3:
        return top, width - right, bottom, width - left
    return sides
