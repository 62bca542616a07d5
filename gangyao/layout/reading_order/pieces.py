"""Which pieces of text a document prints more than once: an index of where its pairs of characters stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

#: Longer pieces over a break tell no more than one of this length.
LONGEST_PIECE = 8
_SIDE = LONGEST_PIECE - 1
_SHIFT = np.uint64(32)

Lengths = npt.NDArray[np.int64]


class Pieces:
    """Where each pair of neighbouring characters stands in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        points = _code_points(text)
        keys = (points[:-1] << _SHIFT) | points[1:]
        self._places = np.argsort(keys, kind="stable")
        self._keys = keys[self._places]

    def longest_over(self, lefts: Sequence[str], rights: Sequence[str]) -> Lengths:
        """Return the length (0 to 8) of the longest piece over each break that the text prints somewhere.

        An array of (lefts, rights); a piece takes at least one character of either side.
        """
        last = _code_points("".join(left[-1:] or "\0" for left in lefts))
        first = _code_points("".join(right[:1] or "\0" for right in rights))
        keys = (last[:, None] << _SHIFT) | first[None, :]
        starts = np.searchsorted(self._keys, keys, side="left")
        ends = np.searchsorted(self._keys, keys, side="right")
        found = np.zeros(keys.shape, dtype=np.int64)
        for row, column in np.argwhere(ends > starts).tolist():
            places = self._places[starts[row, column] : ends[row, column]].tolist()
            left, right = lefts[row][-_SIDE:], rights[column][:_SIDE]
            found[row, column] = max(self._length_at(place + 1, left, right) for place in places)
        return found

    def _length_at(self, place: int, left: str, right: str) -> int:
        """Return how much of `left` and `right` the text prints right before and from `place` on."""
        text = self._text
        before = 1
        while before < len(left) and place > before and text[place - before - 1] == left[-before - 1]:
            before += 1
        after = 1
        while after < len(right) and text[place + after : place + after + 1] == right[after]:
            after += 1
        return min(before + after, LONGEST_PIECE)


def _code_points(text: str) -> npt.NDArray[np.uint64]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
