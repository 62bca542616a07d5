"""The orders one move away from an order: two neighbouring blocks of fragments are swapped (Or-opt)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.continuity import Bits

Places = npt.NDArray[np.int64]
Order = tuple[int, ...]

# Moves that lose more than this in the pairs are not weighed against the numbers.
_WORST_GAIN = -40.0


class Move(NamedTuple):
    """Two neighbouring blocks change places: that from `start` on and that from `middle` up to `end`.

    `gain` is what the pairs gain by it, in bits.
    """

    gain: float
    start: int
    middle: int
    end: int

    def of(self, order: Order) -> Order:
        """Return the order after the move."""
        _, i, j, k = self
        return order[:i] + order[j:k] + order[i:j] + order[k:]


def block_moves(
    order: Order, table: Bits, most: int, least: float = _WORST_GAIN, parting: int | None = None
) -> list[Move]:
    """Return at most so many moves by which the pairs gain more than `least`, in bits, the best first.

    `table` holds the score of each pair of fragments; its last row that of each as the first, its last column
    that of each as the last. `parting`: only moves that part what stands before that place from what stands
    at it.
    """
    cuts = _cuts(len(order), parting)
    edge = len(order)
    row = np.array([edge, *order, edge])
    pair = table[row[:, None], row[None, :]]
    # Place p of the order is row p + 1 of `pair`; the block from `starts` on goes after the next one.
    printed = pair.diagonal(1)
    gains = pair[:-1, 1:].ravel().take(cuts.ends_starts) - printed.take(cuts.middles)
    gains += (pair[:-1, 1:] - printed[:, None]).ravel().take(cuts.starts_middles)
    gains += (pair[:-1, 1:] - printed[None, :]).ravel().take(cuts.middles_ends)
    likely = np.flatnonzero(gains > max(least, _WORST_GAIN))
    if len(likely) > most:
        # Of equals the first, as the cuts come.
        enough = np.partition(gains[likely], len(likely) - most)[len(likely) - most]
        likely = likely[gains[likely] >= enough]
    chosen = likely[np.argsort(-gains[likely], kind="stable")][:most]
    told = (gains[chosen], cuts.starts[chosen], cuts.middles[chosen], cuts.ends[chosen])
    return [Move(*move) for move in zip(*(each.tolist() for each in told), strict=True)]


@dataclass(frozen=True, slots=True, eq=False)
class _Cuts:
    """Where two neighbouring blocks begin, meet and end, and the places of such two in a square table."""

    starts: Places
    middles: Places
    ends: Places
    ends_starts: Places
    starts_middles: Places
    middles_ends: Places


@lru_cache(maxsize=64)
def _cuts(count: int, parting: int | None) -> _Cuts:
    """Return the blocks of `count` fragments, of which one is parted at `parting` if that is given."""
    if parting is not None:
        every = _cuts(count, None)
        parts = (every.starts == parting) | (every.middles == parting) | (every.ends == parting)
        starts, middles, ends = every.starts[parts], every.middles[parts], every.ends[parts]
    else:
        places = np.arange(count + 1)
        i, j, k = np.meshgrid(places, places, places, indexing="ij", sparse=True)
        starts, middles, ends = np.nonzero((i < j) & (j < k))
    side = count + 1
    return _Cuts(starts, middles, ends, ends * side + starts, starts * side + middles, middles * side + ends)
