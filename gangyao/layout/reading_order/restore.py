"""The reading order of a text whose columns or page fragments may have been printed in any order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.continuity import Bits, measure_continuity, start_bits
from gangyao.layout.reading_order.fragments import find_cuts, head_of, more_cuts, segment_bounds, tail_of
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
from gangyao.layout.reading_order.units import (
    Unit,
    end_bits,
    has_annex,
    is_note,
    with_announced,
    with_customs,
)
from gangyao.layout.reading_order.words import Whole, read_whole
from gangyao.text.statistics.model import CharacterModel

# An order other than the printed one must be better by this many bits.
MARGIN = 6.0
_ROTATION = 8.0
_GOES_ON_WELL = 8.0
# An order that falls short of what no order can exceed by less than this is not improved further.
_SLACK = 2.0
_TITLE_FIRST = 3.5
_OPEN_LAST = -5.0
# A text that was cut elsewhere, too, is rather the whole document than an excerpt of it.
_OPEN_LAST_OF_WHOLE = -7.0
# The title of what a dispatch forwards stands after the dispatch.
_ANNOUNCED_FIRST = -3.0
_TITLE_LAST = -6.0
_EMPTY_SECTION = 8.0
_BEFORE_TITLE = -6.0
# What it is worth, in bits, that two fragments are neighbours in print: after a sentence's end or a
# heading; after a line that could be a title; after a line that breaks off, which in itself shows a cut.
_AFTER_HEADING = 5.0
_AFTER_OPEN = 2.0
# Between two lines of a title, or signature and date; after a likely end, and from how many bits on it is so;
# after a number without what it numbers.
_IN_TITLE = 14.0
_AFTER_END = -0.5
_STRONG_END = 6.0
_AFTER_CUT = 0.0
_USUALLY_BROKEN = 10.0
# Between two wrapped lines of a paragraph: few lines are the last of a column.
_WRAPPED = 8.0
_LIKELY_CUTS = 3
_LEAST_KEPT, _MOST_KEPT = 1.0, 5.0
# So many lines that break off, and such a share of all lines, are the custom of the document and show
# nothing.
_MOST_CUTS = 10
_USUAL = 0.05
# An end whose seam scores less than this may belong elsewhere: more beginnings are tried for it.
_LONELY = 3.0


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
    # The second look is at the cuts that the first one used, and at more beginnings for ends that found
    # no good one.
    if solution is None:
        used, lonely = list(cuts), [index for index, unit in enumerate(units) if unit.breaks_off]
        if not lonely:
            return printed
    else:
        used, lonely = _used_cuts(solution)
    solution = _solve(units, more_cuts(units, used, lonely, whole, model), through, whole, model) or solution
    return printed if solution is None else _reading_order(solution)


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
    first = _as_first(units, [start for start, _ in bounds], model)
    annexed = has_annex(units)
    last = _as_last(units, [end - 1 for _, end in bounds], annexed=annexed)
    kept, joined = _printed_bonus(units, bounds, annexed=annexed)
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
    margin = MARGIN + _rotation_margin(units, bounds, best.order, float(continuity.score[-1, 0]))
    if best.score < printed + margin:
        return None
    return _Solution(problem, bounds, best.order, continuity.score)


def _empty_sections(fragments: Sequence[Fragment]) -> npt.NDArray[np.bool_]:
    """Tell for each pair whether a heading would be followed by another one of its rank or an outer one."""
    last = [part.last.mark.rank if part.last.is_heading and part.last.mark else -1 for part in fragments]
    first = [part.first.mark.rank if part.first.is_heading and part.first.mark else 99 for part in fragments]
    return np.array(first)[None, :] <= np.array(last)[:, None]


def _rotation_margin(
    units: Sequence[Unit], bounds: Sequence[tuple[int, int]], order: Sequence[int], joint: float
) -> float:
    """Return what `order` must gain besides if it only puts the last lines before the first.

    An excerpt that was cut out of a sentence at both ends is likelier than that, unless the order then begins
    as documents begin, or the first line goes on the last one by many bits (`joint`); if it does not end as
    documents end either, nothing is gained.
    """
    seams = [(left, right) for left, right in pairwise(order) if right != left + 1]
    if seams != [(len(bounds) - 1, 0)] or joint >= _GOES_ON_WELL:
        return 0.0
    start, end = bounds[order[0]][0], bounds[order[-1]][1] - 1
    begins = units[start].opens_document(units[start - 1]) or units[start].is_first_of_all(units)
    if not begins and end_bits(units[end]) <= 0.0:
        return math.inf
    return _ROTATION if not begins or units[0].opens_document(None) else 0.0


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


def _printed_bonus(
    units: Sequence[Unit], bounds: Sequence[tuple[int, int]], *, annexed: bool
) -> tuple[Bits, Bits]:
    """Return what it is worth that each fragment and the next are neighbours in print: as two lines, as one.

    The more lines there are, the less likely is a cut between two given ones, unless the first is the end of
    a document or the second its title.
    """
    broken_off = sum(a.breaks_off and not b.goes_on for a, b in pairwise(units))
    usual = broken_off > _MOST_CUTS and broken_off > _USUAL * len(units)
    kept = min(max(math.log2(len(units) / _LIKELY_CUTS), _LEAST_KEPT), _MOST_KEPT)
    cut_anywhere = any(unit.breaks_off for unit in units)
    bonus = np.full(max(len(bounds) - 1, 0), kept)
    for place, (_, cut) in enumerate(bounds[:-1]):
        last, first = units[cut - 1], units[cut]
        if first.is_announced:
            continue
        if first.is_main_title and first.opens_document(last):
            bonus[place] = _BEFORE_TITLE
        elif last.is_cut:
            bonus[place] = _AFTER_CUT
        elif first.continues_title(last) or first.dates(last):
            bonus[place] = _IN_TITLE
        elif last.is_heading:
            bonus[place] = kept if cut_anywhere else kept + _AFTER_HEADING
        elif (bits := end_bits(last)) > 0.0:
            keeps = bits < _STRONG_END or annexed or first.is_salutation
            bonus[place] = kept / 2 if keeps else _AFTER_END
    as_one = _USUALLY_BROKEN if usual else _AFTER_OPEN
    joined = np.array([_WRAPPED if units[cut].goes_on else as_one for _, cut in bounds[:-1]])
    return bonus, joined


def _as_first(units: Sequence[Unit], starts: Sequence[int], model: CharacterModel) -> Bits:
    """Return for each of the units `starts` how well it begins the document, in bits."""
    bits = np.minimum(start_bits([units[index].text for index in starts], model), 0.0)
    for place, index in enumerate(starts):
        if units[index].is_announced:
            bits[place] = _ANNOUNCED_FIRST
        elif units[index].opens_document(units[index - 1] if index else None):
            # A title, who issues it, what about: each makes the line likelier to be the first.
            unit = units[index]
            bits[place] = _TITLE_FIRST * (1 + unit.is_document_title + unit.names_issuer + unit.names_subject)
    return bits


def _as_last(units: Sequence[Unit], ends: Sequence[int], *, annexed: bool) -> Bits:
    """Return for each of the units `ends` how well it ends the document, in bits.

    Only an excerpt ends in mid-sentence: where lines break off elsewhere, too, it is likelier that the whole
    document is there. What an annex follows does not end where it says so, nor a speech before a salutation.
    """
    is_cut = any(unit.breaks_off for unit in units[:-1])
    bits = []
    for index in ends:
        unit = units[index]
        goes_on = annexed or (index + 1 < len(units) and units[index + 1].is_salutation)
        if (value := end_bits(unit)) > 0.0:
            bits.append(0.0 if goes_on else value)
        elif unit.is_document_title or unit.opens_section or unit.is_cut:
            bits.append(_TITLE_LAST)
        elif unit.breaks_off and not is_note(unit):
            bits.append(_OPEN_LAST_OF_WHOLE if is_cut else _OPEN_LAST)
        else:
            bits.append(0.0)
    return np.array(bits)
