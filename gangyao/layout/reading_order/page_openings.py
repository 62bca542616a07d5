"""Where a page begins, once its fragments are in order: which one of the circle that they make is the first.

An order and the same one read from its midst to its end, and then from its beginning, differ in one pair:
what the one ends with, and begins with, stands side by side in the other. Whole sections begin as lines after
the end of a sentence do, so that by pairs alone the end of the last one would go well before the beginning of
the first; what is printed there, what numbers say and how the page would begin and end elsewhere tells more.
`python -m training.page_openings` fits what each tells.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np

from gangyao.layout.reading_order.continuity import Bits, Continuity
from gangyao.layout.reading_order.narrowing import Measured
from gangyao.layout.reading_order.numbering import Mark
from gangyao.layout.reading_order.numbers_read import NumbersRead
from gangyao.layout.reading_order.priors import USUAL_BEGINNING, Priors
from gangyao.layout.reading_order.scores import AS_ONE
from gangyao.layout.reading_order.search import Problem
from gangyao.layout.reading_order.units import Unit

#: What tells where a circle is opened; all in bits but for what is so or not.
OPENING_TRAITS = (
    "bits of the pair",
    "neighbours in print",
    "kept as two lines",
    "kept as parts of one line",
    "parts of one line",
    "begins a paragraph",
    "ends a paragraph",
    "title of a document",
    "last of a whole document",
    "numbers",
    "opens a section",
    "opens the first of the outermost sections",
    "opens an inner section",
    "number one",
    "after a heading",
    "after a title",
    "after an open end",
    "after a line that breaks off",
)
# Another place than that which the search prefers must be better by so many bits (by hand, among 0, 1 and 2:
# `training.page_openings` shows what each gains and loses on documents that the fit had not seen).
_LEAST_BETTER = 2.0
# Above so many bits what a page ends with goes on in what it begins with; so many places inside fragments are
# weighed at most, the outermost sections first (by hand).
_GOES_ON = 0.0
_MOST_INSIDE = 12


@dataclass(frozen=True, slots=True, eq=False)
class Circle:
    """Fragments of a page whose order is known but for where it begins, and what was measured of them.

    `excerpt` and `whole` are what speaks for orders of an excerpt and of a whole document, `problem` is that
    of the one.
    """

    order: tuple[int, ...]
    units: Sequence[Unit]
    bounds: Sequence[tuple[int, int]]
    continuity: Continuity
    excerpt: Priors
    whole: Priors
    problem: Problem

    def opened(self, place: int) -> tuple[int, ...]:
        """Return the order that begins at a place."""
        return self.order[place:] + self.order[:place]


def circle_of(order: tuple[int, ...], units: Sequence[Unit], measured: Measured) -> Circle:
    """Return the circle of the fragments of a page, as they were measured."""
    excerpt, whole = measured.priors[:2]
    return Circle(order, units, measured.bounds, measured.continuity, excerpt, whole, measured.problems[0])


@dataclass(frozen=True, slots=True)
class Opening:
    """The order that a page is read in, and by how many bits it is likelier than that from each place on.

    That is told of places where it leaves the printed order.
    """

    order: tuple[int, ...]
    losses: tuple[float, ...]


def open_circle(circle: Circle) -> Opening:
    """Choose where the page begins: where the search says, or with a section or a title, not as printed.

    Only that is weighed, and beginning at a break.
    """
    order = circle.order
    count = len(order)
    may_open = [_opens(circle.units[circle.bounds[index][0]]) for index in order]
    is_break = [order[place] != order[place - 1] + 1 for place in range(count)]
    places = [place for place in range(count) if not place or may_open[place] or is_break[place]]
    bits = np.full(count, -np.inf)
    bits[places] = opening_traits(circle, places) @ _weights()
    printed = tuple(range(count))
    chosen = max(
        (place for place in places if may_open[place] and circle.opened(place) != printed),
        key=lambda place: bits[place],
        default=0,
    )
    if bits[chosen] < bits[0] + _LEAST_BETTER:
        chosen = 0
    # Where the search's own choice stands against what its ends tell, as much speaks for it as is asked.
    losses = np.roll(bits[chosen] - bits, -chosen) + (0.0 if chosen else _LEAST_BETTER)
    return Opening(circle.opened(chosen), tuple(losses.tolist()))


def openings_inside(circle: Circle) -> frozenset[int]:
    """Return the units inside fragments that the page may begin with, too: those that open sections.

    The search parts no fragment where a section begins after the end of another as sections do. Only where
    no section nor title comes first, and what the order ends with goes on in it, may that be the midst of the
    page.
    """
    first, last = circle.order[0], circle.order[-1]
    if circle.continuity.score[last, first] <= _GOES_ON or _opens(circle.units[circle.bounds[first][0]]):
        return frozenset()
    units = circle.units
    starts = {start for start, _ in circle.bounds}
    inside = [
        (unit.mark.rank, index)
        for index, unit in enumerate(units)
        if index not in starts and unit.opens_section and unit.mark and not units[index - 1].is_heading
    ]
    return frozenset(index for _, index in sorted(inside)[:_MOST_INSIDE])


def _opens(unit: Unit) -> bool:
    return unit.opens_section or unit.opens_surely or unit.is_document_title


def opening_traits(circle: Circle, places: Sequence[int]) -> Bits:
    """Return `OPENING_TRAITS` of opening the circle before each of some places, a row each."""
    outermost = _outermost(circle.units)
    order = circle.order
    return np.array(
        [_traits_at(circle, place, order[place - 1], order[place], outermost) for place in places],
        dtype=np.float64,
    )


def _traits_at(circle: Circle, place: int, left: int, right: int, outermost: Mark | None) -> list[float]:
    last = circle.units[circle.bounds[left][1] - 1]
    first = circle.units[circle.bounds[right][0]]
    mark = first.mark if first.opens_section else None
    counting, joins = circle.problem.counting, circle.problem.scores.joins
    numbers = NumbersRead(circle.opened(place), counting, joins).cost
    return [
        *_bits_of_pair(circle, left, right),
        circle.continuity.begins[right],
        circle.continuity.stops[left],
        _bits_of_title(circle, right),
        circle.whole.last[left],
        numbers,
        mark is not None,
        mark is not None and outermost is not None and (mark.rank, mark.number) == _key(outermost),
        mark is not None and outermost is not None and mark.rank > outermost.rank,
        first.mark is not None and first.mark.number == 1,
        last.opens_section or last.is_cut,
        last.is_title_like and not last.opens_section,
        last.ends_open,
        last.breaks_off,
    ]


def _bits_of_pair(circle: Circle, left: int, right: int) -> tuple[float, bool, float, float, bool]:
    """Return what speaks for two fragments as neighbours, and how it does."""
    continuity, kept = circle.continuity, circle.excerpt
    if right != left + 1:
        return float(continuity.score[left, right]), False, 0.0, 0.0, bool(continuity.joins[left, right])
    as_one, as_two = AS_ONE * float(continuity.as_one[left, right]), float(continuity.printed[left, right])
    if as_one + kept.joined[left] > as_two + kept.kept[left]:
        return as_one, True, 0.0, float(kept.joined[left]), True
    return as_two, True, float(kept.kept[left]), 0.0, False


def _bits_of_title(circle: Circle, right: int) -> float:
    """Return what a fragment tells as the first of a whole document but for how it begins a paragraph."""
    told = float(circle.whole.first[right]) - max(
        float(circle.continuity.begins[right]) - USUAL_BEGINNING, 0.0
    )
    return max(told, 0.0)


def _outermost(units: Sequence[Unit]) -> Mark | None:
    """Return the first by number of the outermost sections of a page."""
    marks = [unit.mark for unit in units if unit.opens_section and unit.mark is not None]
    return min(marks, key=_key, default=None)


def _key(mark: Mark) -> tuple[int, int]:
    return mark.rank, mark.number


@lru_cache(maxsize=1)
def _weights() -> Bits:
    """Return what each of `OPENING_TRAITS` weighs, in bits."""
    stored = json.loads((resources.files("gangyao.models") / "page_openings.json").read_text("utf-8"))
    return np.array([stored["weights"][trait] for trait in OPENING_TRAITS])
