"""Spans of a text, asked for by place: in logarithmic time, so that a long line is read in linear time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Half-open spans, which may overlap and be in any order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        # The furthest end of this span and all before it.
        self._reach = list(accumulate((end for _, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether any of the spans has a code point in common with `start`:`end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
