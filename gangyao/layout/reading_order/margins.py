"""By how many bits an order must be better than the printed one to be taken."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gangyao.layout.reading_order.continuity import Continuity
from gangyao.layout.reading_order.narrowing import MARGIN
from gangyao.layout.reading_order.search import Ordered, Problem, number_cost, score_order
from gangyao.layout.reading_order.units import Unit

# A break goes together well from so many bits on; where one does not, an order must be better by so many bits
# more than `MARGIN`, and where its sides hardly go together, by more (by hand, with it: of 3,300 texts in
# order, pages and pieces of development documents, those whose best other order rests on a break between the
# two bounds gain 6.9 bits at most by it, others up to 12).
_FIRM, _UNLESS_FIRM = 2.0, 2.5
_LOOSE, _IF_LOOSE = -4.7, 5.0
# So much more where it only turns the text round (fitted as the priors are), and where its one break is loose
# (by hand: of 152 pages in order, one gained 13.3 so).
ROTATION = 1.3
_LOOSE_ROTATION = 2.0
# So much more for each break but the first: the more there are, the more orders compete (by hand: of 76 pages
# in order of one seed, one gained 8 by three breaks).
_FURTHER = 1.5
# Headings that count through in another order, at a cost of so many bits at most, and whose numbers cost so
# many more as printed, say by themselves that the text was turned round: then it need be better by so many
# bits less than `MARGIN`, whatever it turns and however often (by hand: of 2,400 texts in order, pages and
# pieces of 150 to 4,000 characters of development documents, none comes near; of 300 invented plans whose
# chapters were shuffled, nine were kept as printed before).
_COUNTS_THROUGH, _MISCOUNTS = 3.0, 8.0
_LESS_BY_NUMBERS = 4.0


def margin_of(
    best: Ordered,
    problem: Problem,
    units: Sequence[Unit],
    bounds: Sequence[tuple[int, int]],
    continuity: Continuity,
) -> float:
    """Return by how many bits the order `best` of the fragments must be better than the printed one."""
    weakness = _weakness_margin(continuity, best.order)
    if weakness == 0.0 and _counts_through(best, problem):
        return MARGIN - _LESS_BY_NUMBERS
    further = sum(right != left + 1 for left, right in pairwise(best.order)) - 1
    rotation = _rotation_margin(units, bounds, best.order, is_loose=weakness >= _IF_LOOSE)
    return MARGIN + weakness + rotation + _FURTHER * max(further, 0)


def least_margin(problem: Problem) -> float:
    """Return the least that any order of the problem must be better by."""
    return MARGIN - (_LESS_BY_NUMBERS if _miscount(problem) >= _MISCOUNTS else 0.0)


def _counts_through(best: Ordered, problem: Problem) -> bool:
    """Tell whether the numbers count through in the order `best` and clearly do not as printed."""
    left = number_cost(best, problem) / problem.counting.times
    return left <= _COUNTS_THROUGH and _miscount(problem) - left >= _MISCOUNTS


def _miscount(problem: Problem) -> float:
    """Return what the numbers cost as printed beyond the least that they can, by their usual weight."""
    in_print = tuple(range(len(problem.rows) - 1))
    printed = Ordered(in_print, score_order(in_print, problem))
    return number_cost(printed, problem) / problem.counting.times


def _rotation_margin(
    units: Sequence[Unit], bounds: Sequence[tuple[int, int]], order: Sequence[int], *, is_loose: bool
) -> float:
    """Return what `order` must gain besides if it only puts the last lines before the first.

    An excerpt that was cut out of a text at both ends is likelier than that, unless the order then begins as
    only documents begin. Where the last line hardly goes on in the first one (`is_loose`), nothing speaks for
    it but that one printed pair fits badly, as one in a thousand does.
    """
    new_pairs = [(left, right) for left, right in pairwise(order) if right != left + 1]
    is_rotation = new_pairs == [(len(bounds) - 1, 0)]
    if not is_rotation or units[bounds[order[0]][0]].opens_surely:
        return 0.0
    return ROTATION + _LOOSE_ROTATION if is_loose else ROTATION


def _weakness_margin(continuity: Continuity, order: Sequence[int]) -> float:
    """Return what `order` must gain besides if it rests on a break whose two sides hardly go together."""
    weakest = min((continuity.score[a, b] for a, b in pairwise(order) if b != a + 1), default=0.0)
    if weakest >= _FIRM:
        return 0.0
    return _UNLESS_FIRM if weakest >= _LOOSE else _IF_LOOSE
