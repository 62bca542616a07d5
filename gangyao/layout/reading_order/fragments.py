"""Where the printed order may be left: the boundaries where one fragment may end and another begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import NEVER_FIRST, begins_with_rest, closes_bracket
from gangyao.layout.reading_order.continuity import Bits, start_oddness
from gangyao.layout.reading_order.endings import end_bits
from gangyao.layout.reading_order.fit import measure_fit
from gangyao.layout.reading_order.numbering import VIOLATION, State, advance, step_cost
from gangyao.layout.reading_order.units import Unit

# Boundaries around one violation, and in all, that are looked at: each with each takes 0.2 s for 96.
_PER_VIOLATION = 3
_MOST = 96
# A line that begins this oddly (bits) may go on another.
_ODD = 3.0
# Of the lines that may go on one that breaks off, the best ones are looked at.
_PARTNERS = 3
_GOES_ON = 3.0
_SHORT_PARTNER = 5.0
_MOST_PAIRS = 20_000
_TINY = 3
# Before the title stand at most so many lines, such as the number of the document.
_HEAD = 4


def find_candidates(units: Sequence[Unit], through: frozenset[str], model: CharacterModel) -> tuple[int, ...]:
    """Return the boundaries at which the printed order may be left, the likeliest first.

    Boundary `i` is that before unit `i`. Empty where nothing shows that it is left: no number that does not
    fit, no line that breaks off.
    """
    windows = _violations(units, through)
    open_ends = [index for index, unit in enumerate(units) if unit.breaks_off]
    opens_late = not windows and _opens_late(units)
    if not windows and not open_ends and units[0].text[:1] not in NEVER_FIRST and not opens_late:
        return ()
    free = [index for index in range(1, len(units)) if not units[index].glued]
    short_ends = [i for i, unit in enumerate(units) if unit.ends_open and unit.edge.is_short]
    partners = _partners(units, open_ends + short_ends, free, model)
    if not windows and not opens_late and not _goes_on_elsewhere(units, open_ends, partners):
        return ()
    oddness = start_oddness([unit.text for unit in units], model)
    allowed = set(free)
    suspicions = [
        *_suspicions_of_ends(units, open_ends),
        *_suspicions_of_openings(units, free),
        *_suspicions_of_starts(units, free, oddness, are_open=bool(open_ends)),
        *((place, bits) for end, start, bits in partners for place in (start, end + 1)),
        *_suspicions_of_numbers(units, windows, oddness),
    ]
    weight: dict[int, float] = {}
    for place, bits in suspicions:
        if place in allowed:
            weight[place] = max(weight.get(place, 0.0), bits)
    return tuple(sorted(weight, key=lambda place: (-weight[place], place))[:_MOST])


def candidates_by_numbers(
    units: Sequence[Unit], through: frozenset[str], model: CharacterModel
) -> frozenset[int]:
    """Return the boundaries that are candidates because a number after them does not fit."""
    windows = _violations(units, through)
    if not windows:
        return frozenset()
    oddness = start_oddness([unit.text for unit in units], model)
    return frozenset(place for place, _ in _suspicions_of_numbers(units, windows, oddness))


# The suspicions are set by hand: what they weigh matters only where a text has more than `_MOST` candidates.
def _suspicions_of_ends(units: Sequence[Unit], open_ends: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Yield the boundaries after lines that break off, and those where a column may have ended."""
    yield from ((index + 1, 10.0) for index in open_ends)
    # So few characters are hardly a title.
    tiny = [i for i, unit in enumerate(units) if unit.ends_open and len(unit.text) <= _TINY]
    yield from ((index + 1, 9.0) for index in tiny)
    yield from ((index, 9.5) for index, unit in enumerate(units) if unit.after_gap)


def _suspicions_of_openings(units: Sequence[Unit], free: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Yield the boundaries where a document may end or another one open."""
    is_opened = False
    for index in free:
        unit = units[index]
        after_end = end_bits(units[index - 1].text) > 0.0
        if unit.opens_document(units[index - 1]):
            yield index, 8.0 if unit.is_document_title or after_end else 2.0
        elif after_end:
            yield index, 5.0
        elif is_opened and unit.opens_section:
            # What opens the document may be printed before another section than the first.
            yield index, 5.0
        is_opened = unit.opens_surely or (is_opened and not unit.opens_section)


def _suspicions_of_starts(
    units: Sequence[Unit], free: Sequence[int], oddness: Bits, *, are_open: bool
) -> Iterator[tuple[int, float]]:
    """Yield the boundaries before lines that begin as few lines do; `are_open`: some lines break off."""
    for index in free:
        unit, before = units[index], units[index - 1]
        odd = float(oddness[index])
        if closes_bracket(unit.text):
            yield index, 9.0
        if begins_with_rest(unit.text):
            yield index, 6.0
        if unit.is_heading:
            continue
        is_after_open = before.is_heading or (before.ends_open and not before.is_customary)
        if are_open and is_after_open:
            yield index, max(2.0, odd)
        if odd >= _ODD:
            yield index, odd


def _suspicions_of_numbers(
    units: Sequence[Unit], windows: Sequence[range], oddness: Bits
) -> Iterator[tuple[int, float]]:
    """Yield the boundaries that explain best why a number does not fit the one before it."""
    for window in windows:
        inside = [index for index in window if not units[index].glued]
        inside.sort(key=lambda index: (-float(oddness[index]), -index))
        yield from ((index, 4.0) for index in inside[:_PER_VIOLATION])
        places = {window[-1], _above(units, window[-1])}
        yield from ((place, 9.0) for place in places if not units[place].glued)


def _above(units: Sequence[Unit], index: int) -> int:
    """Return the first of the outer headings printed right above a numbered line, or the line itself.

    Where the line does not fit what is printed before, they hardly do: 第三章 above 第二十条 after 第四十条.
    """
    mark = units[index].mark
    while index > 1 and mark is not None and units[index - 1].opens_section:
        above = units[index - 1].mark
        if above is None or above.rank >= mark.rank:
            break
        index, mark = index - 1, above
    return index


def _goes_on_elsewhere(
    units: Sequence[Unit], open_ends: Sequence[int], partners: Sequence[tuple[int, int, float]]
) -> bool:
    """Tell whether a line that breaks off goes well on a line that is not printed after it.

    Or may do so: the last one, or one before a line that begins with a mark which no page prints there.
    """
    broken = set(open_ends)
    if units[0].text[:1] in NEVER_FIRST or len(units) - 1 in broken:
        return True
    if any(units[end + 1].text[:1] in NEVER_FIRST for end in open_ends):
        return True
    return any(end in broken and bits >= _GOES_ON for end, _, bits in partners)


def _opens_late(units: Sequence[Unit]) -> bool:
    """Tell whether a document begins in the midst of the text and not at its head.

    It does where a line opens one after the end of one, or where the first line is running text and another
    one names an issuer, or a year, and what kind of document this is; also where a line other than the first
    is one that hardly stands elsewhere than at the head of a document.
    """
    if not units[0].opens_surely and any(unit.opens_surely for unit in units[_HEAD:]):
        return True
    if units[0].opens_document(None):
        return False
    is_running = units[0].mark is None and not units[0].edge.is_short and not units[0].is_heading
    return any(
        b.opens_document(a)
        and (end_bits(a.text) > 0.0 or (is_running and b.is_document_title and b.names_issuer))
        for a, b in pairwise(units)
    )


def _partners(
    units: Sequence[Unit], ends: Sequence[int], starts: Sequence[int], model: CharacterModel
) -> list[tuple[int, int, float]]:
    """Return pairs (end, start, bits) of units that go well together but are no neighbours in print."""
    starts = [index for index in starts if not units[index].is_heading]
    if not ends or not starts or len(ends) * len(starts) > _MOST_PAIRS:
        return []
    fit = measure_fit([units[end].text for end in ends], [units[start].text for start in starts], model)
    bits = fit.first + fit.next_two
    found: list[tuple[int, int, float]] = []
    for end, row in zip(ends, bits, strict=True):
        short = units[end].edge.is_short
        for column in np.argsort(-row)[:_PARTNERS]:
            value = float(row[column])
            if starts[column] != end + 1 and value > (_SHORT_PARTNER if short else 0.0):
                found.append((end, starts[column], min(value, 9.0)))
    return found


def fragment_bounds(count: int, breaks: Sequence[int]) -> list[tuple[int, int]]:
    """Return the half-open runs of units between the breaks."""
    edges = sorted({0, *breaks, count})
    return list(pairwise(edges))


def _violations(units: Sequence[Unit], through: frozenset[str]) -> list[range]:
    """Return for each number that does not fit the boundaries between it and the number before it.

    Where numbers of a section's headings do not fit, the first of their family fits only if it is 1.
    """
    state: State = {}
    previous = 0
    windows: list[range] = []
    late: dict[str, range] = {}
    for index, unit in enumerate(units):
        if unit.mark is None:
            continue
        window = range(previous + 1, index + 1)
        if index and step_cost(state, unit.mark, through) >= VIOLATION:
            windows.append(window)
            if unit.mark.family in late:
                windows.append(late.pop(unit.mark.family))
        elif index and unit.opens_section and unit.mark.number > 1 and unit.mark.family not in state:
            late[unit.mark.family] = window
        state, _ = advance(dict(state), (unit.mark,), through)
        previous = index
    return windows
