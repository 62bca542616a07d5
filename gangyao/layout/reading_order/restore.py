"""The reading order of a text whose columns or page fragments may have been printed in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.reading_order.continuity import Bits, measure_continuity
from gangyao.layout.reading_order.fragments import find_cuts, head_of, more_cuts, segment_bounds, tail_of
from gangyao.layout.reading_order.numbering import families_counted_through
from gangyao.layout.reading_order.priors import as_first, as_last, printed_bonus
from gangyao.layout.reading_order.search import (
    Fragment,
    Problem,
    best_orders,
    improve,
    make_fragment,
    make_scores,
    rival_of,
    score_order,
)
from gangyao.layout.reading_order.units import (
    Unit,
    has_annex,
    with_announced,
    with_customs,
)
from gangyao.layout.reading_order.words import Whole, read_whole

# An order other than the printed one must be better by this many bits.
MARGIN = 6.0
# So much more where it only turns the text round: two of 500 excerpts gain both, and all but five of 295
# pages whose two columns changed places.
_ROTATION = 10.0
# An order that falls short of what no order can exceed by less than this is not improved further.
_SLACK = 2.0
_EMPTY_SECTION = 8.0
# An end whose seam scores less than this may belong elsewhere: more beginnings are tried for it.
_LONELY = 3.0
_MOST_LOOKS = 4


@dataclass(frozen=True, slots=True)
class Seam:
    """In reading order, unit `after` is followed by unit `before`, which is not printed after it.

    `joins`: `before` goes on the text of `after` without a break. `evidence` names what speaks for the
    seam against the best order without it; `confidence` (0 to 1) is the probability that the bits between
    the two give it.
    """

    after: int
    before: int
    joins: bool
    evidence: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """The units in reading order and the seams in it (none where the printed order stands)."""

    order: tuple[int, ...]
    seams: tuple[Seam, ...] = ()


@dataclass(frozen=True, slots=True)
class _Solution:
    problem: Problem
    bounds: list[tuple[int, int]]
    order: tuple[int, ...]
    raw: Bits


def restore_order(units: Sequence[Unit], model: CharacterModel) -> ReadingOrder:
    """Find the reading order of `units`, which are given in printed order.

    The printed order stands unless another one is better by `MARGIN` bits.
    """
    printed = ReadingOrder(tuple(range(len(units))))
    if len(units) < 2:
        return printed
    units = with_customs(units)
    through = families_counted_through(unit.mark for unit in units if unit.mark is not None)
    cuts = find_cuts(units, through, model)
    if not cuts:
        return printed
    units = with_announced(units)
    whole = read_whole("\n".join(unit.text for unit in units))
    solution = _solve(units, cuts, through, whole, model)
    # Each further look is at the cuts that the last one used, and at more beginnings for ends that found no
    # good one, until nothing changes.
    for _ in range(_MOST_LOOKS):
        if solution is None:
            used, lonely = list(cuts), [index for index, unit in enumerate(units) if unit.breaks_off]
            if not lonely:
                return printed
        else:
            used, lonely = _used_cuts(solution)
        further = more_cuts(units, used, lonely, whole, model)
        found = _solve(units, further, through, whole, model)
        if found is None or (solution is not None and _units_in_order(found) == _units_in_order(solution)):
            break
        solution = found
    return printed if solution is None else _reading_order(solution)


def _units_in_order(solution: _Solution) -> tuple[int, ...]:
    return tuple(unit for index in solution.order for unit in range(*solution.bounds[index]))


def _solve(
    units: Sequence[Unit], cuts: Sequence[int], through: frozenset[str], whole: Whole, model: CharacterModel
) -> _Solution | None:
    """Find the best order of the fragments between `cuts`; None where the printed order is as good."""
    bounds = segment_bounds(len(units), cuts)
    fragments = [make_fragment(units[start:end]) for start, end in bounds]
    continuity = measure_continuity(
        [fragment.last.edge for fragment in fragments],
        [fragment.first.edge for fragment in fragments],
        [(head_of(units, start, end), tail_of(units, start, end)) for start, end in bounds],
        whole,
        model,
        cut_anywhere=any(unit.breaks_off for unit in units),
    )
    continuity = replace(continuity, score=continuity.score - _EMPTY_SECTION * _empty_sections(fragments))
    first = as_first(units, [start for start, _ in bounds], model)
    annexed = has_annex(units)
    last = as_last(units, [end - 1 for _, end in bounds], annexed=annexed)
    kept, joined = printed_bonus(units, bounds, annexed=annexed)
    scores = make_scores(continuity, kept, joined, first, last)
    problem = Problem(fragments, scores, through)
    identity = tuple(range(len(fragments)))
    printed = score_order(identity, problem)
    # Pairs are relative to the best that could be: nothing but the first and the last gains on 0.
    bound = float(scores.start.max() + scores.end.max())
    if printed > bound - MARGIN:
        return None
    best = improve(identity, problem)
    if best.score < bound - _SLACK:
        other = improve(best_orders(problem)[0].order, problem)
        if other.score > best.score:
            best = other
    if best.score < printed + MARGIN + _rotation_margin(units, bounds, best.order):
        return None
    return _Solution(problem, bounds, best.order, continuity.score)


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
    seams = [(left, right) for left, right in pairwise(order) if right != left + 1]
    is_rotation = seams == [(len(bounds) - 1, 0)]
    return _ROTATION if is_rotation and not units[bounds[order[0]][0]].opens_surely else 0.0


def _used_cuts(solution: _Solution) -> tuple[list[int], list[int]]:
    """Return the cuts that a solution makes use of, and the units whose seams are weak."""
    order, bounds = solution.order, solution.bounds
    used = {bounds[order[0]][0], bounds[order[-1]][1]}
    lonely: list[int] = []
    for left, right in pairwise(order):
        if right == left + 1:
            continue
        used |= {bounds[left][1], bounds[right][0]}
        if solution.raw[left, right] < _LONELY:
            lonely.append(bounds[left][1] - 1)
    return sorted(used - {0, bounds[-1][1]}), lonely


def _reading_order(solution: _Solution) -> ReadingOrder:
    """Say the order in units, and judge each seam against the best order without it."""
    bounds, order = solution.bounds, solution.order
    seams: list[Seam] = []
    for left, right in pairwise(order):
        if right == left + 1:
            continue
        rival = rival_of(order, (left, right), solution.problem)
        joins = solution.problem.scores.joins[left][right]
        evidence: list[str] = []
        if rival.by_numbers >= 1.0:
            evidence.append("heading numbers")
        if rival.by_pairs >= 1.0:
            evidence.append("continuity" if joins else "statistics")
        if rival.loss < 1.0:
            evidence = ["printed order"]
        confidence = 1.0 / (1.0 + 2.0 ** -min(rival.loss, 20.0))
        seams.append(
            Seam(
                bounds[left][1] - 1,
                bounds[right][0],
                joins,
                " and ".join(evidence) or "exclusion",
                round(confidence, 3),
            )
        )
    return ReadingOrder(_units_in_order(solution), tuple(seams))
