"""Pieces of an order that are too short for a column.

What was moved was a column, or several printed one below the other, and none is a line or two. A piece that
is read apart from what is printed before it and from what is printed after it, and is shorter, belongs to one
of them: one of the two places at which the order parts it was no edge of a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gangyao.layout.reading_order.continuity import Grounds
from gangyao.layout.reading_order.narrowing import measure
from gangyao.layout.reading_order.solve import Solution, solve
from gangyao.layout.reading_order.units import Unit

# Fewer code points than this, and than this share of the page, are no column (by hand: of 550 pages of
# development documents cut into columns of 100 or more, 11 orders held such a piece, and each was wrong).
_SHORTEST, _SHARE = 60, 0.025
# Of 550 pages of development documents no order held more pieces that are too short for a column.
_MOST_SLIVERS = 3


def shortest_sliver(
    order: Sequence[int], bounds: Sequence[tuple[int, int]], units: Sequence[Unit]
) -> tuple[int, int] | None:
    """Return the first and the last but one of the units of the shortest piece that is too short, or None.

    `order` is that of the fragments `bounds`.
    """
    lengths = [sum(len(unit.text) for unit in units[start:end]) for start, end in bounds]
    starts = [0, *(place for place, (a, b) in enumerate(pairwise(order), 1) if b != a + 1), len(order)]
    pieces = [order[start:end] for start, end in pairwise(starts)]
    least = min((sum(lengths[index] for index in piece), piece) for piece in pieces)
    if least[0] >= min(_SHORTEST, _SHARE * sum(lengths)):
        return None
    return bounds[least[1][0]][0], bounds[least[1][-1]][1]


def without_slivers(
    units: Sequence[Unit], solution: Solution, through: frozenset[str], closely: Grounds
) -> Solution | None:
    """Return the best order without a piece too short for a column; None where that is the printed one."""
    for _ in range(_MOST_SLIVERS):
        sliver = shortest_sliver(solution.order, solution.bounds, units)
        if sliver is None:
            break
        cuts = frozenset(start for start, _ in solution.bounds[1:])
        found = [
            solve(units, measure(units, cuts - {edge}, through, closely, solution.measured.lines))
            for edge in sliver
            if edge in cuts
        ]
        others = [one for one in found if one is not None]
        if not others:
            return None
        solution = max(others, key=lambda one: one.gain)
    return solution
