"""An order made of the best assignment of what stands before what, whose cycles are joined one by one.

No order exceeds that assignment, and mostly it is nearly one: a few cycles, each of fragments that go on each
other. Two of them become one where each goes on the other's way, at the least cost (Karp 1979). Moves of
blocks (`search`) do not come there from the printed order where many columns were turned round.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from lap import lapjv

from gangyao.layout.reading_order.block_moves import Order
from gangyao.layout.reading_order.continuity import Bits

# Less than any sum of pairs: what no order holds.
_IMPOSSIBLE = -1e6

Places = npt.NDArray[np.int64]


def order_of_cycles(table: Bits) -> Order:
    """Return the order that the cycles of the best assignment make, joined one by one at the least cost.

    `table` holds the score of each pair of fragments; its last row that of each as the first, its last column
    that of each as the last.
    """
    worth = table.copy()
    np.fill_diagonal(worth, _IMPOSSIBLE)
    _, follows, _ = lapjv(-worth)
    after = follows.astype(np.int64)
    cycles = _cycles_of(after)
    while cycles.any():
        left, right = _cheapest_patch(worth, after, cycles)
        after[left], after[right] = after[right], after[left]
        cycles[cycles == max(cycles[left], cycles[right])] = min(cycles[left], cycles[right])
    edge = len(table) - 1
    order = [int(after[edge])]
    while len(order) < edge:
        order.append(int(after[order[-1]]))
    return tuple(order)


def _cycles_of(after: Places) -> Places:
    """Return the number of the cycle that each fragment is in, from 0 on."""
    cycles = np.full(len(after), -1, dtype=np.int64)
    number = 0
    for start in range(len(after)):
        if cycles[start] >= 0:
            continue
        place = start
        while cycles[place] < 0:
            cycles[place] = number
            place = int(after[place])
        number += 1
    return cycles


def _cheapest_patch(worth: Bits, after: Places, cycles: Places) -> tuple[int, int]:
    """Return the two fragments of different cycles that lose least by going on as the other does."""
    kept = worth[np.arange(len(after)), after]
    turned = worth[:, after]
    gains = turned + turned.T - kept[:, None] - kept[None, :]
    gains[cycles[:, None] == cycles[None, :]] = -np.inf
    left, right = divmod(int(np.argmax(gains)), len(after))
    return left, right
