"""The reading order of a text whose columns or page fragments may have been printed in any order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.reading_order.continuity import Continuity, Grounds
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.fragments import (
    find_candidates,
)
from gangyao.layout.reading_order.line_breaks import SHORTEST_TEXT
from gangyao.layout.reading_order.narrowing import (
    MARGIN,
    Measured,
    likely_breaks,
    measure,
)
from gangyao.layout.reading_order.numbering import families_counted_through
from gangyao.layout.reading_order.search import (
    Ordered,
    Problem,
    best_orders,
    best_score,
    improve,
    number_cost,
    rival_of,
    score_order,
)
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.reading_order.two_documents import holds_two_documents
from gangyao.layout.reading_order.units import (
    Unit,
    with_announced,
    with_customs,
)
from gangyao.layout.reading_order.whole import read_whole

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
# Scores are sums: they may exceed what they cannot by so much.
_EQUAL = 1e-6
# An order that falls short of what no order can exceed by less than this is not improved further.
_SLACK = 2.0
# The bits that an order loses without a break are not all independent: so much of them counts. By hand, as
# the confidence of 790 breaks on pages of development documents came true.
_CALIBRATION = 0.5
# More bits make nothing more certain.
_CERTAIN = 20.0
# An order that falls short of being taken by no more bits than this comes close: it is right with a
# probability of 0.15 (of 99 documents of the corpus, one keeps its order with such a rival; of 75 pages in
# order, none).
_CLOSE = 5.0
# So many candidates show whether any order may be better: with all of them, it takes nine times as long. Of
# 38 pages in another order (seed 7) the bound was above 13 bits for each with 32, above 8.5 with 16. More has
# a wrapped text, as any line may be the last of a column: there all are looked at.
_FIRST_LOOK = 32


@dataclass(frozen=True, slots=True)
class Break:
    """In reading order, unit `after` is followed by unit `before`, which is not printed after it.

    `joins`: `before` goes on the text of `after` without a break. `evidence` names what speaks for the
    break against the best order without it; `confidence` (0 to 1) is the probability that the bits between
    the two give it.
    """

    after: int
    before: int
    joins: bool
    evidence: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """The units in reading order and the breaks in it (none where the printed order stands).

    `rivals` are the breaks of an order that comes close to the printed one, which stands: the confidence of
    each is the probability that the other order is right.
    """

    order: tuple[int, ...]
    breaks: tuple[Break, ...] = ()
    rivals: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class _Solution:
    """The best other order of fragments, and by how many bits it falls short of being taken (0: it is)."""

    problem: Problem
    bounds: list[tuple[int, int]]
    order: tuple[int, ...]
    shortfall: float


def restore_order(units: Sequence[Unit], model: CharacterModel, topics: Topics) -> ReadingOrder:
    """Find the reading order of `units`, which are given in printed order.

    The printed order stands unless another one is better by `MARGIN` bits.
    """
    printed = ReadingOrder(tuple(range(len(units))))
    if len(units) < 2:
        return printed
    units = with_customs(units)
    through = families_counted_through(unit.mark for unit in units if unit.mark is not None)
    candidates = find_candidates(units, through, model)
    if not candidates:
        return printed
    if holds_two_documents(units):
        return printed
    units = with_announced(units)
    whole = read_whole("\n".join(unit.text for unit in units), topics)
    grounds = Grounds(whole, read_customs([unit.end for unit in units]), model)
    first_look = len(candidates) if any(unit.goes_on for unit in units) else _FIRST_LOOK
    measured = measure(units, candidates[:first_look], through, grounds)
    if not measured.may_be_better:
        return printed
    if len(candidates) > first_look:
        measured = measure(units, candidates, through, grounds)
    breaks = likely_breaks(units, measured, through, grounds)
    if 0 < len(breaks) < len(candidates):
        measured = measure(units, breaks, through, grounds)
    solution = _solve(units, measured) if breaks else None
    if solution is None:
        return printed
    if solution.shortfall > 0.0:
        if grounds.customs.code_points < SHORTEST_TEXT:
            # Of so few words any order comes close: that would be worth nobody's look.
            return printed
        return replace(printed, rivals=_rival_breaks(solution))
    return ReadingOrder(_units_in_order(solution), _breaks(solution))


def _units_in_order(solution: _Solution) -> tuple[int, ...]:
    return tuple(unit for index in solution.order for unit in range(*solution.bounds[index]))


def _solve(units: Sequence[Unit], measured: Measured) -> _Solution | None:
    """Find the best order of the fragments; None where the printed one is clearly better."""
    bounds, continuity, printed = measured.bounds, measured.continuity, measured.printed
    found = _best_of_all(measured.problems, printed)
    if found is None:
        return None
    best, problem = found
    weakness = _weakness_margin(continuity, best.order)
    if weakness == 0.0 and _counts_through(best, problem):
        margin = MARGIN - _LESS_BY_NUMBERS
    else:
        further = sum(right != left + 1 for left, right in pairwise(best.order)) - 1
        is_loose = weakness >= _IF_LOOSE
        margin = MARGIN + weakness + _rotation_margin(units, bounds, best.order, is_loose=is_loose)
        margin += _FURTHER * max(further, 0)
    shortfall = max(printed + margin - best.score, 0.0)
    if best.order == tuple(range(len(bounds))) or shortfall > _CLOSE:
        return None
    return _Solution(problem, bounds, best.order, shortfall)


def _best_of_all(problems: Sequence[Problem], printed: float) -> tuple[Ordered, Problem] | None:
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
    return found[chosen], problems[chosen]


def _counts_through(best: Ordered, problem: Problem) -> bool:
    """Tell whether the numbers count through in the order `best` and clearly do not as printed."""
    left = number_cost(best, problem) / problem.counting.times
    return left <= _COUNTS_THROUGH and _miscount(problem) - left >= _MISCOUNTS


def _miscount(problem: Problem) -> float:
    """Return what the numbers cost as printed beyond the least that they can, by their usual weight."""
    in_print = tuple(range(len(problem.rows) - 1))
    printed = Ordered(in_print, score_order(in_print, problem))
    return number_cost(printed, problem) / problem.counting.times


def _best_order(problem: Problem, printed: float) -> Ordered | None:
    """Find the best order; None where none comes close to one that is better than `printed` bits.

    All orders are searched only for one that may be taken.
    """
    bound = best_score(problem)
    if bound < printed + MARGIN - _CLOSE:
        return None
    best = improve(tuple(range(len(problem.rows) - 1)), problem)
    by_numbers = problem.counting.in_numbers_order()
    if by_numbers is not None and best.score < bound - _SLACK:
        best = max(best, improve(by_numbers, problem), key=lambda found: found.score)
    floor = printed + MARGIN - (_LESS_BY_NUMBERS if _miscount(problem) >= _MISCOUNTS else 0.0)
    if best.score < bound - _SLACK and floor <= bound:
        others = best_orders(problem, max(best.score, floor))
        if others:
            best = max(best, improve(others[0].order, problem), key=lambda found: found.score)
    return best


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


def _rival_breaks(solution: _Solution) -> tuple[Break, ...]:
    """Return the breaks of an order that is not taken."""
    confidence = _probability(-solution.shortfall)
    return tuple(replace(cut, confidence=confidence) for cut in _breaks(solution))


def _probability(bits: float) -> float:
    """Return the probability of what is likelier than anything else by so many bits."""
    return round(1.0 / (1.0 + math.exp2(-_CALIBRATION * min(bits, _CERTAIN))), 3)


def _breaks(solution: _Solution) -> tuple[Break, ...]:
    """Return the breaks of an order, each judged against the best order without it."""
    bounds, order = solution.bounds, solution.order
    found: list[Break] = []
    for place, (left, right) in enumerate(pairwise(order), 1):
        if right == left + 1:
            continue
        rival = rival_of(order, place, solution.problem)
        joins = solution.problem.scores.joins[left][right]
        evidence: list[str] = []
        if rival.by_numbers >= 1.0:
            evidence.append("heading numbers")
        if rival.by_pairs >= 1.0:
            evidence.append("continuity" if joins else "statistics")
        if rival.loss < 1.0:
            evidence = ["printed order"]
        found.append(
            Break(
                bounds[left][1] - 1,
                bounds[right][0],
                joins,
                " and ".join(evidence) or "exclusion",
                _probability(rival.loss),
            )
        )
    return tuple(found)
