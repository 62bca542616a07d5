"""The reading order of a text whose columns or page fragments may have been printed in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from gangyao.layout.reading_order.continuity import Bits, measure_continuity, start_bits
from gangyao.layout.reading_order.fragments import (
    END,
    Unit,
    find_cuts,
    head_of,
    more_cuts,
    segment_bounds,
    tail_of,
)
from gangyao.layout.reading_order.numbering import families_counted_through
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
from gangyao.text.statistics.model import CharacterModel

# An order other than the printed one must be better by this many bits.
MARGIN = 6.0
_TITLE_FIRST = 3.5
_OPEN_LAST = -4.0
_END_LAST = 3.0
# What it is worth, in bits, that two fragments are neighbours in print: after a sentence's end or a
# heading; after a line that could be a title; after a line that breaks off, which in itself shows a cut.
_AFTER_HEADING = 12.0
_AFTER_SENTENCE = 7.0
_AFTER_TITLE = 5.0
_AFTER_OPEN = 2.0
# So many lines that break off, and such a share of all lines, are the custom of the document and show
# nothing.
_MOST_CUTS = 10
_USUAL = 0.05
# Where no single move of a block makes the printed order better, the whole search is worth its time
# only if that order is this bad.
_HOPELESSLY_PRINTED = -45.0
# How many of the orders that the beam found are improved further.
_STARTS = 4
# An end whose seam scores less than this may belong elsewhere: more beginnings are tried for it.
_LONELY = 5.0


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
    through = families_counted_through(unit.mark for unit in units if unit.mark is not None)
    cuts = find_cuts(units, through, model)
    if not cuts:
        return printed
    whole = "\n".join(unit.text for unit in units)
    solution = _solve(units, cuts, through, whole, model)
    if solution is None:
        return printed
    # The second look is at the cuts that the first one used, and at more beginnings for ends that found
    # no good one.
    used, lonely = _used_cuts(solution)
    second = _solve(units, more_cuts(units, used, lonely, whole, model), through, whole, model)
    return _reading_order(second or solution)


def _solve(
    units: Sequence[Unit], cuts: Sequence[int], through: frozenset[str], whole: str, model: CharacterModel
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
    )
    first = _as_first(units, [start for start, _ in bounds], model)
    last = _as_last([fragment.last for fragment in fragments])
    scores = make_scores(continuity, _printed_bonus(units, fragments), first, last)
    problem = Problem(fragments, scores, through)
    identity = tuple(range(len(fragments)))
    printed = score_order(identity, problem)
    # Scores are relative to the best that could be: nothing can be better than 0 by much.
    if printed > -MARGIN:
        return None
    best = improve(identity, problem)
    if best.score <= printed and printed > _HOPELESSLY_PRINTED:
        return None
    for found in best_orders(problem)[:_STARTS]:
        other = improve(found.order, problem)
        if other.score > best.score:
            best = other
    if best.score < printed + MARGIN:
        return None
    return _Solution(problem, bounds, best.order, continuity.score)


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
    return ReadingOrder(tuple(unit for index in order for unit in range(*bounds[index])), tuple(seams))


def _printed_bonus(units: Sequence[Unit], fragments: Sequence[Fragment]) -> Bits:
    broken_off = sum(unit.edge.ends_open and not unit.edge.is_short for unit in units)
    usual = broken_off > _MOST_CUTS and broken_off > _USUAL * len(units)
    bonus = []
    for fragment in fragments:
        edge = fragment.last.edge
        if edge.is_heading:
            bonus.append(_AFTER_HEADING)
        elif not edge.ends_open:
            bonus.append(_AFTER_SENTENCE)
        elif edge.is_short:
            bonus.append(_AFTER_TITLE)
        else:
            bonus.append(_AFTER_SENTENCE if usual else _AFTER_OPEN)
    return np.array(bonus)


def _as_first(units: Sequence[Unit], starts: Sequence[int], model: CharacterModel) -> Bits:
    """Return for each of the units `starts` how well it begins the document, in bits."""
    bits = np.minimum(start_bits([units[index].text for index in starts], model), 0.0)
    for place, index in enumerate(starts):
        if units[index].opens_document(units[index - 1] if index else None):
            # A title, who issues it, what about: each makes the line likelier to be the first.
            unit = units[index]
            bits[place] = _TITLE_FIRST * (1 + unit.is_document_title + unit.names_issuer + unit.names_subject)
    return bits


def _as_last(units: Sequence[Unit]) -> Bits:
    """Return for each unit how well it ends the document, in bits."""
    bits = []
    for unit in units:
        if END.search(unit.text):
            bits.append(_END_LAST)
        elif unit.edge.ends_open and not unit.edge.is_short:
            bits.append(_OPEN_LAST)
        else:
            bits.append(0.0)
    return np.array(bits)
