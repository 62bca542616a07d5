"""The best order of fragments: a beam search over permutations, then moves of blocks while they help.

An order is scored by how well each fragment goes on the one before (`continuity`) and by how well its
headings count (`counting`), both in bits. Fragments that are neighbours in print get a bonus, so that the
printed order stands where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from gangyao.layout.reading_order.block_moves import Move, Order, block_moves
from gangyao.layout.reading_order.continuity import Bits
from gangyao.layout.reading_order.counting import NOTHING_READ, Counting
from gangyao.layout.reading_order.numbers_read import NumbersRead
from gangyao.layout.reading_order.scores import Scores

_WIDTH = 40
# Successors that are this many bits worse than the best one of a fragment are not tried.
_HOPELESS = 25.0
_NO_GAIN = -8.0
_MOST_MOVES = 150
_MOST_RIVALS = 40
#: A page of more fragments is in such a disorder that only moves are tried, and none of its breaks is sure.
#: Of 300 pages of excerpts none had 50.
MOST_SEARCHED = 120
# The work of a move grows with the square of the number of fragments; so much of it takes half a second.
_MOST_WORK = 1_000_000
_CERTAIN = 20.0
# Scores that differ by less are equal.
_EXACT = 1e-6

# An order as far as it has been read: its score, the fragments in it, these as bits, the state of `Counting`.
_Path = tuple[float, Order, int, int]


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order of fragments with its score in bits (higher is better)."""

    order: Order
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """The fragments to order, by what their pairs and their numbers are worth.

    `table` holds the scores of pairs, its last row those of first fragments, its last column those of last
    ones; `rows` are the same as lists, of which single entries are read faster.
    """

    counting: Counting
    scores: Scores
    table: Bits
    rows: list[list[float]]


@dataclass(frozen=True, slots=True)
class Rival:
    """The best order without a given break: how many bits worse it is, by its pairs and by its numbers."""

    loss: float
    by_pairs: float
    by_numbers: float


def make_problem(counting: Counting, scores: Scores) -> Problem:
    """Put a problem together."""
    table = np.block([[scores.pair, scores.end[:, None]], [scores.start[None, :], np.zeros((1, 1))]])
    return Problem(counting, scores, table, table.tolist())


def best_score(problem: Problem) -> float:
    """Return what no order can exceed: the best assignment of pairs, and the numbers at their best."""
    return problem.scores.base - problem.counting.least


def score_order(order: Sequence[int], problem: Problem) -> float:
    """Return the score of one order."""
    rows, joins, read = problem.rows, problem.scores.joins, problem.counting.read
    score, state = best_score(problem), NOTHING_READ
    edge = last = len(rows) - 1
    for index in order:
        state, cost = read(state, index, joins=last != edge and joins[last][index])
        score += rows[last][index] - cost
        last = index
    return score - problem.counting.finish(state) + rows[last][-1]


def best_orders(problem: Problem, floor: float, width: int = _WIDTH) -> list[Ordered]:
    """Return the best orders that the beam holds in the end, best first; none scores less than `floor`."""
    count = len(problem.rows) - 1
    beam: list[_Path] = [(best_score(problem), (), 0, NOTHING_READ)]
    for _ in range(count):
        grown: dict[tuple[int, int, int], _Path] = {}
        for path in beam:
            _grow(path, problem, floor, grown)
        beam = sorted(grown.values(), key=lambda path: (-path[0], path[1]))[:width]
    ordered = [
        Ordered(order, score - problem.counting.finish(state) + problem.rows[order[-1]][-1])
        for score, order, _, state in beam
    ]
    ordered = [found for found in ordered if found.score >= floor]
    return sorted(ordered, key=lambda found: (-found.score, found.order))


def _grow(path: _Path, problem: Problem, floor: float, grown: dict[tuple[int, int, int], _Path]) -> None:
    """Put among `grown` what a path may go on with, the best path of each kind."""
    score, order, used, state = path
    count = len(problem.rows) - 1
    row = problem.rows[order[-1] if order else count]
    joins = problem.scores.joins[order[-1]] if order else None
    read = problem.counting.read
    for index in _successors(order, used, row, count):
        # Numbers never add to a score.
        if score + row[index] < floor:
            continue
        after, cost = read(state, index, joins=joins is not None and joins[index])
        value = score + row[index] - cost
        if value < floor:
            continue
        key = (used | 1 << index, index, after)
        known = grown.get(key)
        if known is None or known[0] < value:
            grown[key] = (value, (*order, index), key[0], after)


def _successors(order: Order, used: int, row: Sequence[float], count: int) -> list[int]:
    free = [index for index in range(count) if not used >> index & 1]
    if not order or len(free) <= 6:
        return free
    next_in_print = order[-1] + 1
    least = max([row[index] for index in free]) - _HOPELESS
    return [index for index in free if row[index] >= least or index == next_in_print]


def improve(order: Sequence[int], problem: Problem) -> Ordered:
    """Move blocks of fragments within `order` as long as the score grows (Or-opt, best move first).

    So often that a page of hundreds of fragments, as lines in no order are, takes no longer than others.
    """
    best = tuple(order)
    for _ in range(max(_MOST_WORK // max(len(best), 1) ** 2, 1)):
        numbers = NumbersRead(best, problem.counting, problem.scores.joins)
        better: Move | None = None
        most = 0.0
        # No order gains more in its numbers than what they cost now beyond the least that they can.
        for move in block_moves(best, problem.table, _MOST_MOVES, -numbers.cost - _EXACT):
            if move.gain + numbers.cost <= most or (better and move.gain < _NO_GAIN):
                break
            gain = move.gain + numbers.cost - numbers.cost_after(move, move.gain + numbers.cost - most)
            if gain > most + _EXACT:
                better, most = move, gain
        if better is None:
            break
        best = better.of(best)
    return Ordered(best, score_order(best, problem))


def number_cost(ordered: Ordered, problem: Problem) -> float:
    """Return what the numbers cost in an order beyond the least that they can.

    That is what its score lacks of its pairs and its two ends.
    """
    rows, order = problem.rows, ordered.order
    pairs = sum(rows[left][right] for left, right in pairwise(order))
    return best_score(problem) + pairs + rows[-1][order[0]] + rows[order[-1]][-1] - ordered.score


def rival_of(order: Order, place: int, problem: Problem, turned: float) -> Rival:
    """Find the best order that parts the fragments before and at `place` by one move of a block.

    `turned`: how many bits worse it is to begin at `place` and go on with the first at the end.
    """
    rival = Rival(turned, turned, 0.0) if turned < _CERTAIN else Rival(_CERTAIN, _CERTAIN, _CERTAIN)
    numbers = NumbersRead(order, problem.counting, problem.scores.joins)
    for move in block_moves(order, problem.table, _MOST_RIVALS, parting=place):
        # What the numbers cost now is the most that a move can gain by them.
        if -move.gain - numbers.cost >= rival.loss:
            break
        if move.end - move.start == len(order):
            continue
        costs = numbers.cost_after(move, rival.loss + move.gain + numbers.cost) - numbers.cost
        if costs - move.gain < rival.loss:
            rival = Rival(costs - move.gain, -move.gain, costs)
    return rival
