"""Which pieces of text a document prints more than once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from gangyao.chinese.han_pairs import Keys, wide_code_points

#: Longer pieces over a break tell no more than one of this length.
LONGEST_PIECE = 8
_SIDE = LONGEST_PIECE - 1
# What stands beyond the ends of the text, and of a side: like nothing else.
_NO_TEXT, _NO_SIDE = -1, -2

Lengths = npt.NDArray[np.int64]
Value = TypeVar("Value", bound=Hashable)


class Pieces:
    """A text in which pieces are looked up, by its code points."""

    def __init__(self, points: Keys) -> None:
        self._points = np.pad(points, _SIDE, constant_values=_NO_TEXT)
        self._kinds = int(points.max(initial=0)) + 1

    def longest_over(self, lefts: Sequence[str], rights: Sequence[str]) -> Lengths:
        """Return the length (0 to 8) of the longest piece over each break that the text prints somewhere.

        An array of (lefts, rights); a piece takes at least one character of either side.
        """
        # What a text prints over and over ends, and begins, many of its lines: it is looked up once.
        some, row_of = _once([left[: -_SIDE - 1 : -1] for left in lefts])
        others, column_of = _once([right[:_SIDE] for right in rights])
        before, after = _sides(some), _sides(others)
        rows, columns, places = self._where(before[:, 0], after[:, 0])
        lengths = self._reaches(places, before[rows], -1) + self._reaches(places + 1, after[columns], 1)
        found = np.zeros((len(some), len(others)), dtype=np.int64)
        np.maximum.at(found, (rows, columns), np.minimum(lengths, LONGEST_PIECE))
        return found[row_of][:, column_of]

    def longest_over_pairs(self, lefts: Sequence[str], rights: Sequence[str]) -> Lengths:
        """Return the same of each left side and the right one of the same place."""
        sides = [(left[: -_SIDE - 1 : -1], right[:_SIDE]) for left, right in zip(lefts, rights, strict=True)]
        some, pair_of = _once(sides)
        before, after = _sides([left for left, _ in some]), _sides([right for _, right in some])
        pairs, places = self._where_pairs(before[:, 0], after[:, 0])
        lengths = self._reaches(places, before[pairs], -1) + self._reaches(places + 1, after[pairs], 1)
        found = np.zeros(len(some), dtype=np.int64)
        np.maximum.at(found, pairs, np.minimum(lengths, LONGEST_PIECE))
        return found[pair_of]

    def _where_pairs(self, lasts: Keys, firsts: Keys) -> tuple[Keys, Keys]:
        """Return the places of the text with the last of a left side right before the first of its right one.

        For each the place of the pair among those asked for, and where in the text it stands.
        """
        inside = (lasts >= 0) & (lasts < self._kinds) & (firsts >= 0) & (firsts < self._kinds)
        asked = np.flatnonzero(inside)
        text = self._points[_SIDE : len(self._points) - _SIDE]
        is_last = np.zeros(self._kinds, dtype=bool)
        is_last[lasts[asked]] = True
        places = np.flatnonzero(is_last[text[:-1]]) + _SIDE
        in_text = self._points[places] * self._kinds + self._points[places + 1]
        which, pairs = _all_equal(in_text, lasts[asked] * self._kinds + firsts[asked])
        return asked[pairs], places[which]

    def _where(self, lasts: Keys, firsts: Keys) -> tuple[Keys, Keys, Keys]:
        """Return the places of the text with the last of a left side right before the first of a right one.

        For each the row of `lasts` and of `firsts`, and where the former stands.
        """
        text = self._points[_SIDE : len(self._points) - _SIDE]
        is_last, is_first = np.zeros(self._kinds, dtype=bool), np.zeros(self._kinds, dtype=bool)
        is_last[lasts[(lasts >= 0) & (lasts < self._kinds)]] = True
        is_first[firsts[(firsts >= 0) & (firsts < self._kinds)]] = True
        places = np.flatnonzero(is_last[text[:-1]] & is_first[text[1:]]) + _SIDE
        place_of_row, rows = _all_equal(self._points[places], lasts)
        place_of_column, columns = _all_equal(self._points[places[place_of_row] + 1], firsts)
        return rows[place_of_column], columns, places[place_of_row][place_of_column]

    def _reaches(self, places: Keys, sides: Keys, step: int) -> Lengths:
        """Return how many characters of each side the text prints from a place on, at least the first."""
        goes_on = np.ones(len(places), dtype=bool)
        lengths = np.ones(len(places), dtype=np.int64)
        for reach in range(1, _SIDE):
            goes_on &= self._points[places + step * reach] == sides[:, reach]
            lengths += goes_on
        return lengths


def _once(values: Sequence[Value]) -> tuple[list[Value], Keys]:
    """Return each of the values once, and for each of all where it stands among these."""
    place_of: dict[Value, int] = {}
    places = [place_of.setdefault(value, len(place_of)) for value in values]
    return list(place_of), np.array(places, dtype=np.int64)


def _all_equal(wanted: Keys, values: Keys) -> tuple[Keys, Keys]:
    """Return for each pair of equal entries the index of the one in `wanted` and of the one in `values`."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    starts = np.searchsorted(ordered, wanted, side="left")
    counts = np.searchsorted(ordered, wanted, side="right") - starts
    index = np.repeat(np.arange(len(wanted)), counts)
    within = np.arange(len(index)) - np.repeat(np.cumsum(counts) - counts, counts)
    return index, order[np.repeat(starts, counts) + within]


def _sides(texts: Sequence[str]) -> Keys:
    """Return the code points of sides, away from the break, a row for each."""
    sides = np.full((len(texts), _SIDE), _NO_SIDE, dtype=np.int64)
    for row, text in enumerate(texts):
        sides[row, : len(text)] = wide_code_points(text)
    return sides
