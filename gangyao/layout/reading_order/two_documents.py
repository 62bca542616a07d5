"""Pages that hold the end of one document and, below it, the beginning of another: nothing to turn round."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.layout.reading_order.endings import end_bits
from gangyao.layout.reading_order.numbering import (
    VIOLATION,
    Mark,
    advance,
    families_counted_through,
    step_cost,
)
from gangyao.layout.reading_order.units import DEEPEST_SECTION, Unit

# The title of a document and when it was adopted or amended take up so many lines at most.
_HEAD = 6


def holds_two_documents(units: Sequence[Unit]) -> bool:
    """Tell whether a page in order holds the end of one document and the beginning of another.

    The second one's title stands below the end of the first; the outermost numbers that both have count on
    in each, no line but those of its head breaks off, and what the page ends with is not what it begins
    after: of a single document whose columns changed places, the first number on the page is the next one
    after the last. Where the cut took an outer number in two, the articles tell, which count through.
    """
    title = next((place for place, unit in enumerate(units) if place and unit.opens_surely), None)
    if title is None or end_bits(units[title - 1].text) <= 0.0:
        return False
    if any(unit.breaks_off for unit in (*units[:title], *units[title + _HEAD : -1])):
        return False
    upper, lower = _marks(units[:title]), _marks(units[title:])
    common = {mark.family for mark in upper} & {mark.family for mark in lower}
    through = families_counted_through([*lower, *upper])
    if any(_first_of(upper, family) == _last_of(lower, family) + 1 for family in common & through):
        return False
    outermost = min((mark.rank for mark in upper if mark.family in common), default=DEEPEST_SECTION + 1)
    if outermost > DEEPEST_SECTION:
        return False
    upper = [mark for mark in upper if mark.rank <= outermost]
    lower = [mark for mark in lower if mark.rank <= outermost]
    if not (_count_on(upper) and _count_on(lower)):
        return False
    first = next(mark.number for mark in upper if mark.rank == outermost)
    last = next(mark.number for mark in reversed(lower) if mark.rank == outermost)
    return first not in (last, last + 1)


def _first_of(marks: Sequence[Mark], family: str) -> int:
    return next(mark.number for mark in marks if mark.family == family)


def _last_of(marks: Sequence[Mark], family: str) -> int:
    return _first_of(marks[::-1], family)


def _marks(units: Sequence[Unit]) -> list[Mark]:
    return [unit.mark for unit in units if unit.mark is not None]


def _count_on(marks: Sequence[Mark]) -> bool:
    """Tell whether each number fits the ones before it."""
    through = families_counted_through(marks)
    state: dict[str, tuple[int, bool]] = {}
    for place, mark in enumerate(marks):
        if place and step_cost(state, mark, through) >= VIOLATION:
            return False
        state, _ = advance(state, (mark,), through)
    return True
