"""Spans of a text, asked for by place: in logarithmic time, so that a long line is read in linear time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate


class Spans:
    """Half-open spans, in any order; each is known by its index in the order given."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted([(start, index, end) for index, (start, end) in enumerate(spans)])
        self._starts = [start for start, _, _ in ordered]
        self._indices = [index for _, index, _ in ordered]
        self._ends = [end for _, _, end in ordered]
        # The furthest end of this span and all before it.
        self._reach = list(accumulate(self._ends, max))

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether any of the spans has a code point in common with `start`:`end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def holding(self, start: int, end: int) -> Iterator[int]:
        """Yield the indices of the spans that hold all of `start`:`end`, in the order of their starts."""
        for at in range(bisect_left(self._reach, end), len(self._starts)):
            if self._starts[at] > start:
                return
            if end <= self._ends[at]:
                yield self._indices[at]
