"""Where a line may go on that breaks off: a second look at all lines, once it is known where the text is cut.

At first, only the lines that fit best by the characters at the break are looked at (`fragments`). A line that
begins like any other may yet be the rest of one that breaks off: judged by all that tells joins, it is found.
In a wrapped text, so is a line that does not go on the one before it although none fits better at first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from gangyao.layout.reading_order.break_judges import bits_of_joins, bits_of_pairs
from gangyao.layout.reading_order.contexts import contexts_of
from gangyao.layout.reading_order.continuity import Bits, Grounds
from gangyao.layout.reading_order.narrowing import Measured
from gangyao.layout.reading_order.units import Unit

# The best of the other lines is a place to part the text at from so many bits on, unless a fragment begins
# with a line that is better by more (by hand: of six such lines on pages of development documents, each was
# the best, five at 2.6 to 8.3 bits and at most 0.8 below what began a fragment).
_LEAST, _BELOW = 2.0, 2.0
# Each end with each beginning takes time: no more are looked at.
_MOST_PAIRS = 4000
# A wrapped line that hardly goes on the one before it, by a close look, is a place to part the text at below
# so many bits (of 13 edges of columns that the first look had passed over on 155 pages, five are below, and
# one other line on two pages; with -5, seven and two or three a page, one of which led astray).
_ODD = -9.0


def odd_neighbours(units: Sequence[Unit], breaks: Collection[int], grounds: Grounds) -> frozenset[int]:
    """Return the wrapped lines, of those not among `breaks`, that hardly go on the line before them."""
    places = [
        index
        for index, unit in enumerate(units)
        if index and unit.goes_on and not unit.glued and index not in breaks
    ]
    ending, beginning = [(index - 1, index) for index in places], [(index, index + 1) for index in places]
    contexts = contexts_of(units, ending, beginning, grounds.whole)
    told = bits_of_pairs(contexts, grounds.whole, grounds.model, grounds.judge)
    return frozenset(index for index, bits in zip(places, told, strict=True) if bits < _ODD)


def further_breaks(units: Sequence[Unit], measured: Measured, grounds: Grounds) -> frozenset[int]:
    """Return more places where the printed order may be left: before lines on which another one may go on."""
    starts = {start for start, _ in measured.bounds}
    free = [
        index
        for index, unit in enumerate(units)
        if index and index not in starts and not unit.glued and not unit.is_heading and unit.mark is None
    ]
    ends = [
        place
        for place, (_, end) in enumerate(measured.bounds)
        if units[end - 1].ends_open and not units[end - 1].is_customary
    ]
    if any(unit.goes_on for unit in units) or not ends or not free or len(ends) * len(free) > _MOST_PAIRS:
        return frozenset()
    bits = _bits(units, [measured.bounds[place] for place in ends], free, measured, grounds)
    fits = measured.continuity.as_one.copy()
    np.fill_diagonal(fits, -np.inf)
    known = np.max(fits[ends], axis=1)
    best = np.argmax(bits, axis=1)
    enough = bits[np.arange(len(ends)), best] >= np.maximum(known - _BELOW, _LEAST)
    return frozenset(free[index] for index in best[enough].tolist())


def _bits(
    units: Sequence[Unit],
    ends: Sequence[tuple[int, int]],
    starts: Sequence[int],
    measured: Measured,
    grounds: Grounds,
) -> Bits:
    """Return how well each of the lines that break off goes on each of the others, in bits."""
    last_of = {index: end for start, end in measured.bounds for index in range(start, end)}
    contexts = contexts_of(units, ends, [(start, last_of[start]) for start in starts], grounds.whole)
    return bits_of_joins(contexts, grounds.whole, grounds.model, grounds.judge)
