"""The reading order of a text whose columns or page fragments may have been printed in any order."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from gangyao.chinese.character_model import CharacterModel, load_official_model
from gangyao.layout.reading_order.announced import with_announced
from gangyao.layout.reading_order.break_judges import CloseLook
from gangyao.layout.reading_order.continuity import Grounds
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.fragments import find_candidates
from gangyao.layout.reading_order.label_breaks import cited_titles
from gangyao.layout.reading_order.line_breaks import SHORTEST_TEXT
from gangyao.layout.reading_order.line_pairs import LinePairs
from gangyao.layout.reading_order.margins import least_margin, margin_of
from gangyao.layout.reading_order.narrowing import (
    MARGIN,
    Measured,
    likely_breaks,
    measure,
)
from gangyao.layout.reading_order.numbering import families_counted_through
from gangyao.layout.reading_order.page_openings import circle_of, open_circle, openings_inside
from gangyao.layout.reading_order.patched_cycles import order_of_cycles
from gangyao.layout.reading_order.seam_network import load_seam_network
from gangyao.layout.reading_order.seams_read import SeamsRead
from gangyao.layout.reading_order.search import (
    MOST_SEARCHED,
    Ordered,
    Problem,
    Rival,
    best_orders,
    best_score,
    improve,
    rival_of,
)
from gangyao.layout.reading_order.second_look import further_breaks, odd_neighbours
from gangyao.layout.reading_order.several_documents import holds_several_documents
from gangyao.layout.reading_order.slivers import shortest_sliver
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.reading_order.two_documents import holds_two_documents
from gangyao.layout.reading_order.units import Unit, with_customs
from gangyao.layout.reading_order.whole import read_whole

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
# Of 550 pages of development documents no order held more pieces that are too short for a column.
_MOST_SLIVERS = 3


# No slots: what is looked at closely is read once for all looks at a page.
@dataclass(frozen=True, eq=False)
class Judges:
    """What an order is judged by: counted characters, what texts are about, and, where it is looked at
    closely, the model of official texts.
    """

    model: CharacterModel
    topics: Topics
    official: Callable[[], CharacterModel] = load_official_model

    @cached_property
    def closely(self) -> CloseLook:
        """How lines are judged where they are looked at closely."""
        return CloseLook(self.official(), SeamsRead(load_seam_network()))


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
    each is the probability that the other order is right. `weighed` are the units before which the text may
    be cut, as the search weighed them.
    """

    order: tuple[int, ...]
    breaks: tuple[Break, ...] = ()
    rivals: tuple[Break, ...] = ()
    weighed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Solution:
    """The best other order of fragments, and by how many bits it falls short of being taken (0: it is).

    `gain`: by how many bits it is better than the printed one; `hypothesis`: by which of those `measured` it is the best; `turned`: by how many bits it is likelier than
    the same order from each place on, once that is known.
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


def restore_order(units: Sequence[Unit], judges: Judges) -> ReadingOrder:
    """Find the reading order of `units`, which are given in printed order.

    The printed order stands unless another one is better by `MARGIN` bits.
    """
    printed = ReadingOrder(tuple(range(len(units))))
    if len(units) < 2:
        return printed
    units = with_customs(units)
    through = _counted_through(units)
    candidates = find_candidates(units, through, judges.model)
    if not candidates:
        return printed
    if holds_two_documents(units) or holds_several_documents(units):
        return printed
    units = with_announced(units)
    grounds = _grounds_of(units, judges)
    first_look = len(candidates) if any(unit.goes_on for unit in units) else _FIRST_LOOK
    measured = measure(units, candidates[:first_look], through, grounds)
    if not measured.may_be_better:
        return printed
    if len(candidates) > first_look:
        measured = measure(units, candidates, through, grounds)
    breaks = likely_breaks(units, measured, through, grounds)
    if not breaks:
        return printed
    closely = replace(grounds, judge=judges.closely)
    breaks |= odd_neighbours(units, breaks, closely)
    return _ordered(units, breaks, through, closely, measured.lines)


def restore_order_between(units: Sequence[Unit], weighed: Collection[int], judges: Judges) -> ReadingOrder:
    """Find the reading order of `units` if the printed order may be left before those `weighed` alone."""
    units = with_announced(with_customs(units))
    closely = replace(_grounds_of(units, judges), judge=judges.closely)
    return _ordered(units, frozenset(weighed), _counted_through(units), closely)


def _ordered(
    units: Sequence[Unit],
    breaks: frozenset[int],
    through: frozenset[str],
    closely: Grounds,
    known: LinePairs | None = None,
) -> ReadingOrder:
    """Return the reading order of units by a close look at the `breaks`; `known` are lines looked at before."""
    printed = ReadingOrder(tuple(range(len(units))), weighed=tuple(sorted(breaks)))
    measured = measure(units, breaks, through, closely, known)
    solution = _solve(units, measured)
    if solution is None:
        return printed
    if more := further_breaks(units, measured, closely):
        solution = _solve(units, measure(units, breaks | more, through, closely)) or solution
    solution = _without_slivers(units, solution, through, closely)
    if solution is None:
        return printed
    solution = _opened(units, solution)
    if solution.shortfall > 0.0:
        if closely.customs.code_points < SHORTEST_TEXT:
            # Of so few words any order comes close: that would be worth nobody's look.
            return printed
        return replace(printed, rivals=_rival_breaks(solution))
    if inner := openings_inside(circle_of(solution.order, units, solution.measured)):
        cuts = {start for start, _ in solution.bounds[1:]}
        solution = _opened_inside(units, solution, measure(units, cuts | inner, through, closely))
    return replace(printed, order=_units_in_order(solution), breaks=_breaks(solution))


def _counted_through(units: Sequence[Unit]) -> frozenset[str]:
    return families_counted_through(unit.mark for unit in units if unit.mark is not None)


def _grounds_of(units: Sequence[Unit], judges: Judges) -> Grounds:
    texts = [unit.text for unit in units]
    customs = read_customs([unit.end for unit in units])
    return Grounds(
        read_whole("\n".join(texts), judges.topics), customs, judges.model, titles=cited_titles(texts)
    )


def _units_in_order(solution: _Solution) -> tuple[int, ...]:
    return tuple(unit for index in solution.order for unit in range(*solution.bounds[index]))


def _solve(units: Sequence[Unit], measured: Measured) -> _Solution | None:
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
    return _Solution(measured, hypothesis, best.order, best.score - printed, shortfall)


def _without_slivers(
    units: Sequence[Unit], solution: _Solution, through: frozenset[str], closely: Grounds
) -> _Solution | None:
    """Return the best order none of whose pieces is too short for a column; None where that is the printed."""
    for _ in range(_MOST_SLIVERS):
        sliver = shortest_sliver(solution.order, solution.bounds, units)
        if sliver is None:
            break
        cuts = frozenset(start for start, _ in solution.bounds[1:])
        found = [
            _solve(units, measure(units, cuts - {edge}, through, closely, solution.measured.lines))
            for edge in sliver
            if edge in cuts
        ]
        others = [one for one in found if one is not None]
        if not others:
            return None
        solution = max(others, key=lambda one: one.gain)
    return solution


def _opened(units: Sequence[Unit], solution: _Solution) -> _Solution:
    """Return the same order from where it begins best."""
    opening = open_circle(circle_of(solution.order, units, solution.measured))
    return replace(solution, order=opening.order, turned=opening.losses)


def _opened_inside(units: Sequence[Unit], solution: _Solution, finer: Measured) -> _Solution:
    """Return the same order, of `finer` fragments, from where it begins best; as it is where that is so."""
    pieces = [
        [piece for piece, (start, _) in enumerate(finer.bounds) if first <= start < end]
        for first, end in solution.bounds
    ]
    order = tuple(piece for index in solution.order for piece in pieces[index])
    opened = _opened(units, replace(solution, measured=finer, order=order))
    return solution if opened.order == order else opened


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

    All orders are searched only for one that may be taken, and only where moves from the printed order and
    from that of the cycles do not come to the same one: of 2,400 pages of the corpus none then has a better.
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
    problem = solution.measured.problems[solution.hypothesis]
    found: list[Break] = []
    for place, (left, right) in enumerate(pairwise(order), 1):
        if right == left + 1:
            continue
        turned = solution.turned[place]
        is_searched = len(order) <= MOST_SEARCHED
        rival = rival_of(order, place, problem, turned) if is_searched else Rival(0.0, 0.0, 0.0)
        joins = problem.scores.joins[left][right]
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
