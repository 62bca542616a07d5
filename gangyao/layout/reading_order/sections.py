"""The outermost numbered headings of a text, where they are printed in another order than their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gangyao.layout.reading_order.units import DEEPEST_SECTION, Unit

# So many headings at least make a sequence.
_FEWEST = 3


def misplaced_sections(units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the outermost headings of a text if their numbers do not ascend as printed.

    None where one of the numbers comes twice, or there are fewer than three.
    """
    numbers = _outermost_numbers(units)
    if len(numbers) < _FEWEST or len(set(numbers.values())) < len(numbers):
        return frozenset()
    ascend = all(before < after for before, after in pairwise(numbers.values()))
    return frozenset() if ascend else frozenset(numbers)


def _outermost_numbers(units: Sequence[Unit]) -> dict[int, int]:
    """Return the number of each outermost heading, by the place of its unit, in printed order."""
    marks = {
        place: unit.mark
        for place, unit in enumerate(units)
        if unit.mark is not None and 0 < unit.mark.rank <= DEEPEST_SECTION
    }
    outermost = min((mark.rank for mark in marks.values()), default=0)
    return {place: mark.number for place, mark in marks.items() if mark.rank == outermost}
