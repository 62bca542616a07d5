"""What an order adds up: how well fragments go on each other, what speaks for neighbours in print, for ends.

All in bits, and relative to the best assignment of what may stand before what, which no order exceeds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from lap import lapjv

from gangyao.layout.reading_order.continuity import Bits, Continuity
from gangyao.layout.reading_order.priors import Priors

#: What the score of two neighbours in print weighs that are parts of one paragraph, beside that of two
# fragments that are no neighbours in print (fitted: `priors` says how).
AS_ONE = 1.2
# Less than any sum of pairs, so that no assignment holds it.
_IMPOSSIBLE = -1e6
# Sums that differ by less are equal.
_EXACT = 1e-6


@dataclass(frozen=True, slots=True)
class Scores:
    """What the search adds up, in bits: each pair's score, which join, each fragment as first and as last.

    All are relative to the best assignment of what may stand before what, whose score is `base`: none is
    above 0, so that partial orders compare, and `base` is what no order exceeds.
    """

    pair: Bits
    joins: list[list[bool]]
    start: Bits
    end: Bits
    base: float


def make_scores(continuity: Continuity, priors: Priors) -> Scores:
    """Put the scores of all pairs together; neighbours in print get what `priors` say.

    Each score is taken relative to the best that its second fragment can have, so that partial orders
    of different fragments compare.
    """
    pair = continuity.score.copy()
    joins = continuity.joins.copy()
    places = np.arange(len(pair) - 1)
    as_one = AS_ONE * continuity.as_one[places, places + 1] + priors.joined
    as_two = continuity.printed[places, places + 1] + priors.kept
    pair[places, places + 1] = np.maximum(as_one, as_two)
    joins[places, places + 1] &= as_one >= as_two
    table = np.full((len(pair) + 1, len(pair) + 1), _IMPOSSIBLE)
    table[:-1, :-1] = pair
    np.fill_diagonal(table, _IMPOSSIBLE)
    table[-1, :-1] = priors.first
    table[:-1, -1] = priors.last
    least, columns, _ = lapjv(-table)
    below = _below_best_assignment(table, columns)
    base = float(-least) + priors.likelihood
    return Scores(below[:-1, :-1], joins.tolist(), below[-1, :-1], below[:-1, -1], base)


def _below_best_assignment(table: Bits, columns: npt.NDArray[np.intp]) -> Bits:
    """Return how far each entry is below the dual of the best assignment (Kuhn 1955): 0 in it, never above.

    `columns` are those of the best. The sum over any assignment of the table is that of the best one and of
    what this returns.
    """
    chosen = table[np.arange(len(table)), columns]
    # What column j must be worth: no row may gain by taking it instead of its own (Bellman 1958).
    gains = table - chosen[:, None]
    worth = np.zeros(len(table))
    for _ in range(len(table)):
        better = np.max(worth[columns][:, None] + gains, axis=0)
        if np.all(better <= worth + _EXACT):
            break
        worth = np.maximum(worth, better)
    below: Bits = table - (chosen - worth[columns])[:, None] - worth[None, :]
    return np.minimum(below, 0.0)


def losses_of_printed(scores: Scores) -> list[float]:
    """Return for each fragment but the last what it costs, in bits, to read the next one in print after it.

    That is by how much the best assignment of pairs without that pair, numbers aside, is better than the best
    with it; negative where the pair belongs to the best.
    """
    table = np.block(
        [[scores.pair, scores.end[:, None]], [scores.start[None, :], np.full((1, 1), _IMPOSSIBLE)]]
    )
    places = np.arange(len(scores.pair) - 1)
    are_best = table[places, places + 1] > -_EXACT
    if not are_best.any():
        return [0.0] * len(places)
    _, columns, _ = lapjv(-table)
    # Where the pair is one of the assignment, what stands first gets what another one has, that one what a
    # third has, and so on, until one takes what stood second: the cheapest such chain (Floyd 1962), as in
    # this table all pairs of the assignment are 0.
    costs = -table[:, columns]
    np.fill_diagonal(costs, np.inf)
    chains = costs.copy()
    for row in range(len(chains)):
        np.minimum(chains, chains[:, row, None] + chains[None, row], out=chains)
    are_chosen = are_best & (columns[:-2] == places + 1)
    return [float(-chains[place, place]) if are_chosen[place] else 0.0 for place in places.tolist()]
