"""What the numbers of an order cost after a move, of which only what changes is read again.

Before the blocks that change places everything stays as it was, and behind them from where the same numbers
have been read as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from gangyao.layout.reading_order.block_moves import Move, Order
from gangyao.layout.reading_order.counting import NOTHING_READ, Counting


class NumbersRead:
    """An order with the state before and behind each of its fragments, and what its numbers cost so far.

    `cost` is what they cost in all, beyond the least that they can.
    """

    def __init__(self, order: Order, counting: Counting, joins: Sequence[Sequence[bool]]) -> None:
        self._order, self._counting, self._joins = order, counting, joins
        state, cost, last = NOTHING_READ, 0.0, -1
        self._states, self._costs = [state], [cost]
        for index in order:
            state, more = counting.read(state, index, joins=last >= 0 and joins[last][index])
            cost += more
            self._states.append(state)
            self._costs.append(cost)
            last = index
        self.cost = cost + counting.finish(state)

    def cost_after(self, move: Move, most: float) -> float:
        """Return what the numbers cost after a move, or anything above `most` if they cost more than that."""
        order, (_, start, middle, end) = self._order, move
        state, cost = self._states[start], self._costs[start]
        last = order[start - 1] if start else -1
        read, joins = self._counting.read, self._joins
        for index in chain(order[middle:end], order[start:middle]):
            state, more = read(state, index, joins=last >= 0 and joins[last][index])
            cost += more
            if cost > most:
                return cost
            last = index
        return cost + self._rest(state, last, end, most - cost)

    def _rest(self, state: int, last: int, end: int, most: float) -> float:
        """Return what the fragments from `end` on cost after others than before."""
        cost = 0.0
        for place in range(end, len(self._order)):
            index = self._order[place]
            state, more = self._counting.read(state, index, joins=self._joins[last][index])
            cost += more
            if cost > most:
                return cost
            if state == self._states[place + 1]:
                return cost + self.cost - self._costs[place + 1]
            last = index
        return cost + self._counting.finish(state)
