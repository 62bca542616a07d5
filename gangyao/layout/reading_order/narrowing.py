"""Which of the boundaries where the printed order may be left the search has to weigh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.contexts import contexts_of, head_of, tail_of
from gangyao.layout.reading_order.continuity import Continuity, Grounds, measure_continuity
from gangyao.layout.reading_order.counting import Counting, Fragment, make_fragment
from gangyao.layout.reading_order.fragments import (
    candidates_by_numbers,
    fragment_bounds,
)
from gangyao.layout.reading_order.line_pairs import LinePairs, read_line_pairs
from gangyao.layout.reading_order.priors import Priors, hypotheses
from gangyao.layout.reading_order.scores import losses_of_printed, make_scores
from gangyao.layout.reading_order.search import Problem, best_score, make_problem, score_order
from gangyao.layout.reading_order.units import Unit

#: An order other than the printed one must be better by this many bits. By hand, with what weak breaks and a
#: mere rotation must be better besides, on pages of development documents: of 380 in order, none is changed.
MARGIN = 6.0
_EMPTY_SECTION = 8.0
# A candidate at which every assignment that leaves the printed order loses more than this is no break; so
# many of the others are weighed (by hand: with more, the search takes longer and finds no more).
_HOPELESS = 12.0
_MOST_LIKELY = 20


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """The fragments between breaks, how each goes on each, and the problem under each hypothesis.

    `lines` are the first and last lines of the fragments; `priors` are the hypotheses, that of an excerpt and
    that of a whole document first; `printed` is the score of the printed order, in bits.
    """

    bounds: list[tuple[int, int]]
    lines: LinePairs
    continuity: Continuity
    priors: tuple[Priors, ...]
    problems: list[Problem]
    printed: float

    @property
    def may_be_better(self) -> bool:
        """Whether any order can be better than the printed one by `MARGIN`."""
        return any(best_score(problem) >= self.printed + MARGIN for problem in self.problems)


def measure(
    units: Sequence[Unit],
    breaks: Iterable[int],
    through: frozenset[str],
    grounds: Grounds,
    known: LinePairs | None = None,
) -> Measured:
    """Measure the fragments between breaks; `known` are lines that were looked at before."""
    bounds = fragment_bounds(len(units), sorted(breaks))
    lines = (known and known.among(*_edges_of(bounds))) or read_lines(units, bounds, grounds)
    fragments, continuity = measure_fragments(units, bounds, lines, grounds)
    found = hypotheses(units, bounds, continuity, grounds)
    problems = make_problems(found, fragments, continuity, through)
    printed = max(score_order(range(len(fragments)), problem) for problem in problems)
    return Measured(bounds, lines, continuity, found, problems, printed)


def likely_breaks(
    units: Sequence[Unit], measured: Measured, through: frozenset[str], grounds: Grounds
) -> frozenset[int]:
    """Return the breaks that the search weighs, of those measured.

    They are those at which the best assignment of all pairs leaves the printed order or loses least by it,
    and those that a number shows; none where no order can be better than the printed one by `MARGIN`.
    """
    problems = [problem for problem in measured.problems if best_score(problem) >= measured.printed + MARGIN]
    if not problems:
        return frozenset()
    losses = np.max([losses_of_printed(problem.scores) for problem in problems], axis=0)
    likely = [index for index in np.argsort(-losses, kind="stable").tolist() if losses[index] > -_HOPELESS]
    found = {measured.bounds[index][1] for index in likely[:_MOST_LIKELY]}
    by_numbers = candidates_by_numbers(units, through, grounds.model)
    return frozenset(found | by_numbers.intersection(start for start, _ in measured.bounds[1:]))


def measure_fragments(
    units: Sequence[Unit], bounds: Sequence[tuple[int, int]], lines: LinePairs, grounds: Grounds
) -> tuple[list[Fragment], Continuity]:
    """Return the fragments and how each goes on each; `lines` are their first and last ones."""
    fragments = [make_fragment(units[start:end]) for start, end in bounds]
    continuity = measure_continuity(
        [fragment.last.end for fragment in fragments],
        [fragment.first.edge for fragment in fragments],
        contexts_of(units, bounds, bounds, grounds.whole),
        lines,
        grounds,
        cut_anywhere=any(unit.breaks_off for unit in units),
    )
    empty = _EMPTY_SECTION * (_empty_sections(fragments) & ~continuity.joins)
    continuity = replace(continuity, score=continuity.score - empty, as_one=continuity.as_one - empty)
    return fragments, continuity


def _edges_of(bounds: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the last and the first units of fragments."""
    return [end - 1 for _, end in bounds], [start for start, _ in bounds]


def read_lines(units: Sequence[Unit], bounds: Sequence[tuple[int, int]], grounds: Grounds) -> LinePairs:
    """Read the first and last lines of fragments, as far as their contexts reach."""
    ends, starts = _edges_of(bounds)
    last = {index: tail_of(units, index, index + 1) for index in ends}
    first = {index: head_of(units, index, index + 1) for index in starts}
    return read_line_pairs(last, first, grounds.whole, grounds.model)


def make_problems(
    priors: Sequence[Priors], fragments: Sequence[Fragment], continuity: Continuity, through: frozenset[str]
) -> list[Problem]:
    """Return the search's problem under each hypothesis of what the page holds."""
    countings = {times: Counting(fragments, through, times) for times in {some.numbers for some in priors}}
    return [make_problem(countings[some.numbers], make_scores(continuity, some)) for some in priors]


def _empty_sections(fragments: Sequence[Fragment]) -> npt.NDArray[np.bool_]:
    """Tell for each pair whether a heading would be followed by another one of its rank or an outer one."""
    last = [part.last.mark.rank if part.last.is_heading and part.last.mark else -1 for part in fragments]
    first = [part.first.mark.rank if part.first.is_heading and part.first.mark else 99 for part in fragments]
    return np.array(first)[None, :] <= np.array(last)[:, None]
