"""The reading order of a text whose columns or page fragments may have been printed in any order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.reading_order.continuity import Bits, Continuity, measure_continuity
from gangyao.layout.reading_order.counting import Counting, Fragment, make_fragment
from gangyao.layout.reading_order.fragments import (
    candidates_by_numbers,
    find_candidates,
    fragment_bounds,
    head_of,
    tail_of,
)
from gangyao.layout.reading_order.numbering import families_counted_through
from gangyao.layout.reading_order.priors import hypotheses
from gangyao.layout.reading_order.scores import losses_of_printed, make_scores
from gangyao.layout.reading_order.search import (
    Ordered,
    Problem,
    best_orders,
    best_score,
    improve,
    make_problem,
    rival_of,
    score_order,
)
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.reading_order.units import (
    Unit,
    with_announced,
    with_customs,
)
from gangyao.layout.reading_order.whole import Whole, read_whole

# An order other than the printed one must be better by this many bits; and by so many more if one of its
# breaks goes together no better than this. By hand, on pages of development documents: of 304 in order one is
# changed (three at a margin of 7.5 for all), and of 300 others three stay as printed for the second number.
MARGIN = 6.0
_FIRM, _UNLESS_FIRM = 2.0, 5.0
# So much more where it only turns the text round (fitted as the priors are).
_ROTATION = 1.3
# An order that falls short of what no order can exceed by less than this is not improved further.
_SLACK = 2.0
_EMPTY_SECTION = 8.0
# The bits that an order loses without a break are not all independent: so much of them counts. By hand, as
# the confidence of 790 breaks on pages of development documents came true.
_CALIBRATION = 0.5
# A candidate at which every assignment that leaves the printed order loses more than this is no break; so
# many of the others are weighed (by hand: with more, the search takes longer and finds no more).
_HOPELESS = 12.0
_MOST_LIKELY = 20
# So many candidates show whether any order may be better: with all of them, it takes nine times as long. Of
# 38 pages in another order (seed 7) the bound was above 13 bits for each with 32, above 8.5 with 16.
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
    """The units in reading order and the breaks in it (none where the printed order stands)."""

    order: tuple[int, ...]
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class _Solution:
    problem: Problem
    bounds: list[tuple[int, int]]
    order: tuple[int, ...]
    raw: Bits


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
    units = with_announced(units)
    whole = read_whole("\n".join(unit.text for unit in units), topics)
    first_look = candidates[:_FIRST_LOOK]
    if len(candidates) > _FIRST_LOOK and not _likely_breaks(units, first_look, through, whole, model):
        return printed
    breaks = _likely_breaks(units, candidates, through, whole, model)
    solution = _solve(units, breaks, through, whole, model) if breaks else None
    return printed if solution is None else _reading_order(solution)


def _likely_breaks(
    units: Sequence[Unit],
    candidates: Iterable[int],
    through: frozenset[str],
    whole: Whole,
    model: CharacterModel,
) -> tuple[int, ...]:
    """Return the candidates that the search weighs.

    They are those at which the best assignment of all pairs leaves the printed order or loses least by it,
    and those that a number shows; none where no order can be better than the printed one by `MARGIN`.
    """
    bounds, fragments, continuity = _measure(units, sorted(candidates), whole, model)
    counting = Counting(fragments, through)
    problems = [
        make_problem(counting, make_scores(continuity, priors)) for priors in hypotheses(units, bounds, model)
    ]
    printed = max(score_order(range(len(fragments)), problem) for problem in problems)
    problems = [problem for problem in problems if best_score(problem) >= printed + MARGIN]
    if not problems:
        return ()
    losses = np.max([losses_of_printed(problem.scores) for problem in problems], axis=0)
    likely = [index for index in np.argsort(-losses, kind="stable").tolist() if losses[index] > -_HOPELESS]
    found = {bounds[index][1] for index in likely[:_MOST_LIKELY]}
    found |= candidates_by_numbers(units, through, model).intersection(candidates)
    return tuple(sorted(found))


def _units_in_order(solution: _Solution) -> tuple[int, ...]:
    return tuple(unit for index in solution.order for unit in range(*solution.bounds[index]))


def _solve(
    units: Sequence[Unit], breaks: Sequence[int], through: frozenset[str], whole: Whole, model: CharacterModel
) -> _Solution | None:
    """Find the best order of the fragments between `breaks`; None where the printed order is as good."""
    bounds, fragments, continuity = _measure(units, breaks, whole, model)
    counting = Counting(fragments, through)
    problems = [
        make_problem(counting, make_scores(continuity, priors)) for priors in hypotheses(units, bounds, model)
    ]
    identity = tuple(range(len(fragments)))
    printed = max(score_order(identity, problem) for problem in problems)
    found = [(best, problem) for problem in problems if (best := _best_order(problem, printed)) is not None]
    if not found:
        return None
    best, problem = max(found, key=lambda item: item[0].score)
    margin = MARGIN + _rotation_margin(units, bounds, best.order) + _weakness_margin(continuity, best.order)
    if best.score < printed + margin:
        return None
    return _Solution(problem, bounds, best.order, continuity.score)


def _measure(
    units: Sequence[Unit], breaks: Sequence[int], whole: Whole, model: CharacterModel
) -> tuple[list[tuple[int, int]], list[Fragment], Continuity]:
    """Return the fragments between breaks, where they begin and end, and how each goes on each."""
    bounds = fragment_bounds(len(units), breaks)
    fragments = [make_fragment(units[start:end]) for start, end in bounds]
    continuity = measure_continuity(
        [fragment.last.end for fragment in fragments],
        [fragment.first.edge for fragment in fragments],
        [(head_of(units, start, end), tail_of(units, start, end)) for start, end in bounds],
        whole,
        model,
        cut_anywhere=any(unit.breaks_off for unit in units),
    )
    empty = _EMPTY_SECTION * _empty_sections(fragments)
    continuity = replace(continuity, score=continuity.score - empty, as_one=continuity.as_one - empty)
    return bounds, fragments, continuity


def _best_order(problem: Problem, printed: float) -> Ordered | None:
    """Find the best order; None where none can be better by `MARGIN` than `printed` bits."""
    bound = best_score(problem)
    if bound < printed + MARGIN:
        return None
    best = improve(tuple(range(len(problem.rows) - 1)), problem)
    if best.score < bound - _SLACK:
        others = best_orders(problem, max(best.score, printed + MARGIN))
        if others:
            best = max(best, improve(others[0].order, problem), key=lambda found: found.score)
    return best


def _empty_sections(fragments: Sequence[Fragment]) -> npt.NDArray[np.bool_]:
    """Tell for each pair whether a heading would be followed by another one of its rank or an outer one."""
    last = [part.last.mark.rank if part.last.is_heading and part.last.mark else -1 for part in fragments]
    first = [part.first.mark.rank if part.first.is_heading and part.first.mark else 99 for part in fragments]
    return np.array(first)[None, :] <= np.array(last)[:, None]


def _rotation_margin(units: Sequence[Unit], bounds: Sequence[tuple[int, int]], order: Sequence[int]) -> float:
    """Return what `order` must gain besides if it only puts the last lines before the first.

    An excerpt that was cut out of a text at both ends is likelier than that, unless the order then begins as
    only documents begin.
    """
    new_pairs = [(left, right) for left, right in pairwise(order) if right != left + 1]
    is_rotation = new_pairs == [(len(bounds) - 1, 0)]
    return _ROTATION if is_rotation and not units[bounds[order[0]][0]].opens_surely else 0.0


def _weakness_margin(continuity: Continuity, order: Sequence[int]) -> float:
    """Return what `order` must gain besides if it rests on a break whose two sides hardly go together."""
    weakest = min((continuity.score[a, b] for a, b in pairwise(order) if b != a + 1), default=0.0)
    return 0.0 if weakest >= _FIRM else _UNLESS_FIRM


def _reading_order(solution: _Solution) -> ReadingOrder:
    """Say the order in units, and judge each break against the best order without it."""
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
        confidence = 1.0 / (1.0 + 2.0 ** (-_CALIBRATION * min(rival.loss, 20.0)))
        found.append(
            Break(
                bounds[left][1] - 1,
                bounds[right][0],
                joins,
                " and ".join(evidence) or "exclusion",
                round(confidence, 3),
            )
        )
    return ReadingOrder(_units_in_order(solution), tuple(found))
