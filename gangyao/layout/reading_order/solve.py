"""The best other order of a page's fragments than the printed one, under any hypothesis of what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.layout.reading_order.margins import least_margin, margin_of
from gangyao.layout.reading_order.narrowing import MARGIN, Measured
from gangyao.layout.reading_order.patched_cycles import order_of_cycles
from gangyao.layout.reading_order.search import (
    MOST_SEARCHED,
    Ordered,
    Problem,
    best_orders,
    best_score,
    improve,
)
from gangyao.layout.reading_order.units import Unit

# Scores are sums: they may exceed what they cannot by so much.
_EQUAL = 1e-6
# An order that falls short of what no order can exceed by less than this is not improved further.
_SLACK = 2.0
# An order that falls short of being taken by no more bits than this comes close: it is right with a
# probability of 0.15 (of 99 documents of the corpus, one keeps its order with such a rival; of 75 pages in
# order, none).
_CLOSE = 5.0


@dataclass(frozen=True, slots=True)
class Solution:
    """The best other order of fragments, and by how many bits it falls short of being taken (0: it is).

    `gain`: by how many bits it is better than the printed one; `hypothesis`: by which of those `measured` it
    is the best; `turned`: by how many bits it is likelier than the same order from each place on, once that
    is known.
    """

    measured: Measured
    hypothesis: int
    order: tuple[int, ...]
    gain: float
    shortfall: float
    turned: tuple[float, ...] = ()

    @property
    def bounds(self) -> list[tuple[int, int]]:
        """The units of each fragment."""
        return self.measured.bounds


def solve(units: Sequence[Unit], measured: Measured) -> Solution | None:
    """Find the best order of the fragments; None where the printed one is clearly better."""
    bounds, continuity, printed = measured.bounds, measured.continuity, measured.printed
    found = _best_of_all(measured.problems, printed)
    if found is None:
        return None
    best, hypothesis = found
    margin = margin_of(best, measured.problems[hypothesis], units, bounds, continuity)
    shortfall = max(printed + margin - best.score, 0.0)
    if best.order == tuple(range(len(bounds))) or shortfall > _CLOSE:
        return None
    return Solution(measured, hypothesis, best.order, best.score - printed, shortfall)


def _best_of_all(problems: Sequence[Problem], printed: float) -> tuple[Ordered, int] | None:
    """Find the best order under any of the hypotheses; None where none comes close to one that is better.

    What can promise least is searched last, or not at all.
    """
    found: dict[int, Ordered] = {}
    for index in sorted(range(len(problems)), key=lambda index: -best_score(problems[index])):
        if found and best_score(problems[index]) < max(one.score for one in found.values()) - _EQUAL:
            break
        if (best := _best_order(problems[index], printed)) is not None:
            found[index] = best
    if not found:
        return None
    # Of equals the first, as the hypotheses come.
    chosen = max(sorted(found), key=lambda index: found[index].score)
    return found[chosen], chosen


def _best_order(problem: Problem, printed: float) -> Ordered | None:
    """Find the best order; None where none comes close to one that is better than `printed` bits.

    All orders are searched only where one may be taken, or where moves from the printed order and from that
    of the cycles do not come to the same one.
    """
    bound = best_score(problem)
    if bound < printed + MARGIN - _CLOSE:
        return None
    best = improve(tuple(range(len(problem.rows) - 1)), problem)
    by_numbers = problem.counting.in_numbers_order()
    if by_numbers is not None and best.score < bound - _SLACK:
        best = max(best, improve(by_numbers, problem), key=lambda found: found.score)
    floor = printed + least_margin(problem)
    if best.score >= bound - _SLACK or floor > bound:
        return best
    of_cycles = improve(order_of_cycles(problem.table), problem)
    if of_cycles.order == best.order and best.score < floor:
        return best
    best = max(best, of_cycles, key=lambda found: found.score)
    if best.score < bound - _SLACK and len(best.order) <= MOST_SEARCHED:
        others = best_orders(problem, max(best.score, floor))
        if others:
            best = max(best, improve(others[0].order, problem), key=lambda found: found.score)
    return best
