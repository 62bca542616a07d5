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
from gangyao.layout.reading_order.narrowing import (
    Measured,
    likely_breaks,
    measure,
)
from gangyao.layout.reading_order.numbering import families_counted_through
from gangyao.layout.reading_order.page_openings import circle_of, open_circle, openings_inside
from gangyao.layout.reading_order.seam_network import load_seam_network
from gangyao.layout.reading_order.seams_read import SeamsRead
from gangyao.layout.reading_order.search import (
    MOST_SEARCHED,
    Rival,
    rival_of,
)
from gangyao.layout.reading_order.second_look import further_breaks, odd_neighbours
from gangyao.layout.reading_order.several_documents import holds_several_documents
from gangyao.layout.reading_order.slivers import without_slivers
from gangyao.layout.reading_order.solve import Solution, solve
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.reading_order.two_documents import holds_two_documents
from gangyao.layout.reading_order.units import Unit, with_customs
from gangyao.layout.reading_order.whole import read_whole

# The bits that an order loses without a break are not all independent: so much of them counts. By hand, as
# the confidence of 790 breaks on pages of development documents came true.
_CALIBRATION = 0.5
# More bits make nothing more certain.
_CERTAIN = 20.0
# So many candidates show whether any order may be better: with all of them, it takes nine times as long. Of
# 38 pages in another order (seed 7) the bound was above 13 bits for each with 32, above 8.5 with 16. More has
# a wrapped text, as any line may be the last of a column: there all are looked at.
_FIRST_LOOK = 32


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
    each is the probability that the other order is right.
    """

    order: tuple[int, ...]
    breaks: tuple[Break, ...] = ()
    rivals: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Weighed:
    """The units of a page and the `breaks` that its search weighs, with what was read of them."""

    units: Sequence[Unit]
    breaks: frozenset[int]
    through: frozenset[str]
    closely: Grounds
    lines: LinePairs


def restore_order(units: Sequence[Unit], judges: Judges) -> ReadingOrder:
    """Find the reading order of `units`, which are given in printed order.

    The printed order stands unless another one is better by `MARGIN` bits.
    """
    weighed = _weighed(units, judges)
    if weighed is None:
        return ReadingOrder(tuple(range(len(units))))
    return _ordered(weighed.units, weighed.breaks, weighed.through, weighed.closely, weighed.lines)


def find_weighed(units: Sequence[Unit], judges: Judges) -> tuple[int, ...]:
    """Return the units before which the search weighs that the printed order is left."""
    weighed = _weighed(units, judges)
    return () if weighed is None else tuple(sorted(weighed.breaks))


def _weighed(units: Sequence[Unit], judges: Judges) -> _Weighed | None:
    """Return where the printed order may be left; None where it clearly stands."""
    if len(units) < 2:
        return None
    units = with_customs(units)
    through = _counted_through(units)
    candidates = find_candidates(units, through, judges.model)
    if not candidates or holds_two_documents(units) or holds_several_documents(units):
        return None
    units = with_announced(units)
    grounds = _grounds_of(units, judges)
    first_look = len(candidates) if any(unit.goes_on for unit in units) else _FIRST_LOOK
    measured = measure(units, candidates[:first_look], through, grounds)
    if not measured.may_be_better:
        return None
    if len(candidates) > first_look:
        measured = measure(units, candidates, through, grounds)
    breaks = likely_breaks(units, measured, through, grounds)
    if not breaks:
        return None
    closely = replace(grounds, judge=judges.closely)
    breaks |= odd_neighbours(units, breaks, closely)
    return _Weighed(units, breaks, through, closely, measured.lines)


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
    """Return the reading order of units by a close look at `breaks`; `known` are lines looked at before."""
    printed = ReadingOrder(tuple(range(len(units))))
    measured = measure(units, breaks, through, closely, known)
    solution = solve(units, measured)
    if solution is None:
        return printed
    if more := further_breaks(units, measured, closely):
        solution = solve(units, measure(units, breaks | more, through, closely)) or solution
    solution = without_slivers(units, solution, through, closely)
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
    return ReadingOrder(_units_in_order(solution), _breaks(solution))


def _counted_through(units: Sequence[Unit]) -> frozenset[str]:
    return families_counted_through(unit.mark for unit in units if unit.mark is not None)


def _grounds_of(units: Sequence[Unit], judges: Judges) -> Grounds:
    texts = [unit.text for unit in units]
    customs = read_customs([unit.end for unit in units])
    return Grounds(
        read_whole("\n".join(texts), judges.topics), customs, judges.model, titles=cited_titles(texts)
    )


def _units_in_order(solution: Solution) -> tuple[int, ...]:
    return tuple(unit for index in solution.order for unit in range(*solution.bounds[index]))


def _opened(units: Sequence[Unit], solution: Solution) -> Solution:
    """Return the same order from where it begins best."""
    opening = open_circle(circle_of(solution.order, units, solution.measured))
    return replace(solution, order=opening.order, turned=opening.losses)


def _opened_inside(units: Sequence[Unit], solution: Solution, finer: Measured) -> Solution:
    """Return the same order, of `finer` fragments, from where it begins best; as it is where that is so."""
    pieces = [
        [piece for piece, (start, _) in enumerate(finer.bounds) if first <= start < end]
        for first, end in solution.bounds
    ]
    order = tuple(piece for index in solution.order for piece in pieces[index])
    opened = _opened(units, replace(solution, measured=finer, order=order))
    return solution if opened.order == order else opened


def _rival_breaks(solution: Solution) -> tuple[Break, ...]:
    """Return the breaks of an order that is not taken."""
    confidence = _probability(-solution.shortfall)
    return tuple(replace(cut, confidence=confidence) for cut in _breaks(solution))


def _probability(bits: float) -> float:
    """Return the probability of what is likelier than anything else by so many bits."""
    return round(1.0 / (1.0 + math.exp2(-_CALIBRATION * min(bits, _CERTAIN))), 3)


def _breaks(solution: Solution) -> tuple[Break, ...]:
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
