"""The orders one move away from an order: two neighbouring blocks of fragments are swapped (Or-opt)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.continuity import Bits

Places = npt.NDArray[np.int64]
Order = tuple[int, ...]

# Moves that lose more than this in the pairs are not weighed against the numbers.
_WORST_GAIN = -40.0


def block_moves(order: Order, table: Bits, parting: int | None = None) -> Iterator[tuple[float, Order]]:
    """Yield the orders one move away, with what the pairs gain by it in bits, the best first.

    `table` holds the score of each pair of fragments; its last row that of each as the first, its last column
    that of each as the last. `parting`: only moves that part what stands before that place from what stands
    at it.
    """
    starts, middles, ends = _cuts(len(order))
    if parting is not None:
        parts = (starts == parting) | (middles == parting) | (ends == parting)
        starts, middles, ends = starts[parts], middles[parts], ends[parts]
    edge = len(order)
    row = np.array([edge, *order, edge])
    pair = table[row[:, None], row[None, :]]
    # Place p of the order is row p + 1 of `pair`; the block from `starts` on goes after the next one.
    gains = pair[ends, starts + 1] - pair[middles, middles + 1]
    gains += pair[starts, middles + 1] - pair[starts, starts + 1]
    gains += pair[middles, ends + 1] - pair[ends, ends + 1]
    likely = np.flatnonzero(gains > _WORST_GAIN)
    for place in likely[np.argsort(-gains[likely], kind="stable")].tolist():
        i, j, k = int(starts[place]), int(middles[place]), int(ends[place])
        yield float(gains[place]), order[:i] + order[j:k] + order[i:j] + order[k:]


@lru_cache(maxsize=64)
def _cuts(count: int) -> tuple[Places, Places, Places]:
    """Return where two neighbouring blocks of `count` fragments begin, meet and end."""
    places = np.arange(count + 1)
    i, j, k = np.meshgrid(places, places, places, indexing="ij", sparse=True)
    starts, middles, ends = np.nonzero((i < j) & (j < k))
    return starts, middles, ends
