"""Room between the columns of a table that its lines leave one above the other, however narrow.

Columns set without rules and with little room stand nearer to each other than words do. That no character
of several lines stands there tells them apart: within a column, the characters of one line stand below those
of others anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gangyao.document.printed import Box
from gangyao.ingest.readers.pdf.characters import Characters
from gangyao.ingest.readers.pdf.placement import Floats

# All of these by hand, on 135 generated files that browsers, offices, typesetters and libraries set.
# Characters whose feet are no further apart than this stand on one line, in heights of a character.
_LEVEL = 0.3
# A line of a table has a gap as wide as this, which parts words; the room looked for is narrower, and so much
# wider than what stands between the characters of its line otherwise.
_WIDE, _NARROW = 0.5, 0.12
# Between Han and other characters programs leave a quarter of a height wherever these meet.
_MIXED = 0.26
# What several lines leave free together is this wide at least.
_FREE = 0.08
# Pieces of columns begin, end or have their middles within this, in heights of a character.
_ALIGNED = 0.2
# So many lines have words on both sides of it, each no further from the next one than so many heights.
_FEWEST_LINES, _FARTHEST = 4, 4.5


#: A stretch of a line without gaps, from its left end to its right one.
Piece = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of characters: the pieces that its gaps part, and how narrow a gap may be that parts columns."""

    y: float
    top: float
    bottom: float
    size: float
    pieces: tuple[Piece, ...]
    is_row: bool

    def beside(self, x: float) -> tuple[Piece | None, Piece | None]:
        """Return the pieces left and right of `x`, those that reach over it among them."""
        at = sum(left < x for left, _ in self.pieces)
        before = self.pieces[at - 1] if at else None
        return before, self.pieces[at] if at < len(self.pieces) else None


def column_gaps(characters: Characters) -> tuple[Box, ...]:
    """Return upright walls, each as high as its line, where columns of lines stand near each other."""
    lines = _lines(characters)
    if sum(line.is_row for line in lines) < _FEWEST_LINES:
        return ()
    return tuple(
        Box((left[1] + right[0]) / 2, line.top, (left[1] + right[0]) / 2, line.bottom)
        for at, line in enumerate(lines)
        for left, right in pairwise(line.pieces)
        if right[0] - left[1] < _WIDE * line.size and _goes_on(lines, at, left, right)
    )


def _goes_on(lines: Sequence[_Line], at: int, left: Piece, right: Piece) -> bool:
    """Tell whether the gap between two pieces of a line is one of enough lines above and below it."""
    count = int(lines[at].is_row)
    start, end = left[1], right[0]
    for others in (lines[at + 1 :], lines[:at][::-1]):
        before = lines[at]
        for line in others:
            if abs(line.y - before.y) > _FARTHEST * before.size:
                break
            one, other = line.beside((start + end) / 2)
            room = max(start, one[1] if one else start), min(end, other[0] if other else end)
            if room[1] - room[0] < _FREE * line.size:
                break
            (start, end), before = room, line
            count += line.is_row and _are_alike(one, other, left, right, _ALIGNED * line.size)
            if count == _FEWEST_LINES:
                return True
    return False


def _are_alike(one: Piece | None, other: Piece | None, left: Piece, right: Piece, near: float) -> bool:
    """Tell whether pieces left and right of a gap are set as two of another line: flush or in the middle."""
    if one is None or other is None:
        return False
    return (
        abs(one[1] - left[1]) <= near
        or abs(other[0] - right[0]) <= near
        or abs(sum(one) - sum(left)) <= 2 * near
        or abs(sum(other) - sum(right)) <= 2 * near
    )


def _lines(characters: Characters) -> list[_Line]:
    """Return the lines of a page from the top down."""
    return [row.line() for row in _rows(characters)]


@dataclass(frozen=True, slots=True)
class _Row:
    """The characters of a line from left to right: their ends, as far as those before reach, and the gaps.

    `shares` are the gaps in heights of a character, `is_mixed` tells those between Han and others.
    """

    y: float
    top: float
    bottom: float
    size: float
    left: Floats
    reach: Floats
    shares: Floats
    is_mixed: NDArray[np.bool_]

    def line(self) -> _Line:
        """Return the line, parted into its pieces."""
        usual = max(0.0, float(np.median(self.shares))) if len(self.shares) else 0.0
        (cuts,) = np.nonzero(
            self.shares >= np.where(self.is_mixed, max(_MIXED, usual + _NARROW), usual + _NARROW)
        )
        starts, ends = self.left[[0, *(cuts + 1)]], self.reach[[*cuts, -1]]
        pieces = tuple(zip(starts.tolist(), ends.tolist(), strict=True))
        return _Line(self.y, self.top, self.bottom, self.size, pieces, bool((self.shares >= _WIDE).any()))


def _rows(characters: Characters) -> Iterator[_Row]:
    """Yield the characters of each line, from the top down."""
    left, top, right, bottom = characters.edges
    (seen,) = np.nonzero([not text.isspace() for text in characters.texts])
    if not len(seen):
        return
    order = seen[np.argsort(characters.y[seen], kind="stable")]
    heights = (bottom - top)[order]
    (breaks,) = np.nonzero(np.diff(characters.y[order]) > _LEVEL * np.minimum(heights[1:], heights[:-1]))
    for part in np.split(order, breaks + 1):
        part = part[np.argsort(left[part], kind="stable")]
        reach = np.maximum.accumulate(right[part])
        size = max(1.0, float(np.median((bottom - top)[part])))
        is_ascii = np.array([characters.texts[at].isascii() for at in part.tolist()])
        yield _Row(
            float(characters.y[part[0]]),
            float(top[part].min()),
            float(bottom[part].max()),
            size,
            left[part],
            reach,
            (left[part][1:] - reach[:-1]) / size,
            is_ascii[1:] != is_ascii[:-1],
        )
