"""Where a text may have been cut: the places where one fragment may end and another begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import NEVER_FIRST, closes_bracket
from gangyao.layout.reading_order.continuity import join_scores, start_oddness
from gangyao.layout.reading_order.endings import end_bits
from gangyao.layout.reading_order.line_breaks import paragraph_end_bits, paragraph_start_bits
from gangyao.layout.reading_order.numbering import State, advance, step_cost
from gangyao.layout.reading_order.traits import join_bits
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.reading_order.words import Whole

# A number that costs this many bits after the one before it shows that something lies between them.
_VIOLATION = 5.0
# Boundaries around one violation, and in all, that are looked at.
_PER_VIOLATION = 3
_MOST = 32
# A line that begins this oddly (bits) may go on another.
_ODD = 3.0
# Of the lines that may go on one that breaks off, the best ones are looked at.
_PARTNERS = 3
_MORE_PARTNERS = 8
_MOST_MORE = 36
# Code points of context whose words are compared.
_CONTEXT = 600
_GOES_ON = 3.0
_SHORT_PARTNER = 5.0
_MOST_PAIRS = 20_000
# A first sentence of so few code points (问题。) is the rest of one that began elsewhere.
_SHORT_REST = 4
# Before the title stand at most so many lines, such as the number of the document.
_HEAD = 4


def find_cuts(units: Sequence[Unit], through: frozenset[str], model: CharacterModel) -> tuple[int, ...]:
    """Return the boundaries at which the text may have been cut; `i` is that between units `i - 1` and `i`.

    Empty where nothing shows that the text was cut: no number that does not fit, no line that breaks off.
    """
    windows = _violations(units, through)
    edges = [unit.edge for unit in units]
    open_ends = [index for index, unit in enumerate(units) if unit.breaks_off]
    opens_late = not windows and _opens_late(units)
    if not windows and not open_ends and units[0].text[:1] not in NEVER_FIRST and not opens_late:
        return ()
    free = [index for index in range(1, len(units)) if not units[index].glued]
    weight: dict[int, float] = {}

    def add(index: int, bits: float) -> None:
        weight[index] = max(weight.get(index, 0.0), bits)

    allowed = set(free)
    for index in open_ends:
        if index + 1 in allowed:
            add(index + 1, 10.0)
    for index in free:
        after_end = end_bits(units[index - 1].text) > 0.0
        if units[index].opens_document(units[index - 1]):
            add(index, 8.0 if units[index].is_document_title or after_end else 2.0)
        elif after_end:
            add(index, 5.0)
    oddness = start_oddness([unit.text for unit in units], model)
    for index in free:
        if closes_bracket(units[index].text):
            add(index, 9.0)
        if _begins_with_rest(units[index].text):
            add(index, 6.0)
        before = units[index - 1]
        if (
            open_ends
            and not units[index].is_heading
            and (before.is_heading or (before.edge.ends_open and not before.edge.is_customary))
        ):
            add(index, max(2.0, float(oddness[index])))
        if not units[index].is_heading and oddness[index] >= _ODD:
            add(index, float(oddness[index]))
    short_ends = [index for index, edge in enumerate(edges) if edge.ends_open and edge.is_short]
    partners = _partners(units, open_ends + short_ends, free, model)
    if not windows and not opens_late and not _goes_on_elsewhere(units, open_ends, partners):
        return ()
    for end, start, bits in partners:
        add(start, bits)
        if end + 1 in allowed:
            add(end + 1, bits)
    for window in windows:
        inside = [index for index in window if index in allowed]
        inside.sort(key=lambda index: (-float(oddness[index]), -index))
        for index in inside[:_PER_VIOLATION]:
            add(index, 4.0)
        if window[-1] in allowed:
            add(window[-1], 9.0)
    best = sorted(weight, key=lambda index: (-weight[index], index))[:_MOST]
    return tuple(sorted(best))


def _goes_on_elsewhere(
    units: Sequence[Unit], open_ends: Sequence[int], partners: Sequence[tuple[int, int, float]]
) -> bool:
    """Tell whether a line that breaks off goes well on a line that is not printed after it."""
    broken = set(open_ends)
    if units[0].text[:1] in NEVER_FIRST or len(units) - 1 in broken:
        return True
    return any(end in broken and bits >= _GOES_ON for end, _, bits in partners)


def _begins_with_rest(text: str) -> bool:
    """Tell whether the first sentence of a line is too short to be a whole one."""
    return any(mark in text[: _SHORT_REST + 1] for mark in "。；")


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


def more_cuts(
    units: Sequence[Unit], used: Sequence[int], ends: Sequence[int], whole: Whole, model: CharacterModel
) -> tuple[int, ...]:
    """Return the cuts `used` and, for the units `ends` without a good partner, more that may be theirs.

    Those come first that go better on an end than on what is printed before them.
    """
    free = [index for index in range(1, len(units)) if not units[index].glued and not units[index].is_heading]
    if not ends or not free:
        return tuple(sorted(used))
    bits = join_bits(
        [tail_of(units, 0, end + 1) for end in ends],
        [head_of(units, start, len(units)) for start in free],
        whole,
        model,
    )
    printed = paragraph_end_bits([units[index - 1].edge for index in free], model)
    printed += paragraph_start_bits([units[index].edge for index in free], model)
    chosen = set(used)
    order = np.argsort(np.maximum(printed, 0.0)[None, :] - bits, axis=1)
    for rank in range(min(_MORE_PARTNERS, len(free))):
        for row in order:
            if len(chosen) < _MOST_MORE:
                chosen.add(free[row[rank]])
    return tuple(sorted(chosen))


def head_of(units: Sequence[Unit], start: int, end: int) -> str:
    """Return the beginning of the text of the units from `start` up to `end`, with line breaks."""
    head = units[start].text
    for unit in units[start + 1 : end]:
        if len(head) >= _CONTEXT:
            break
        head += "\n" + unit.text
    return head[:_CONTEXT]


def tail_of(units: Sequence[Unit], start: int, end: int) -> str:
    """Return the end of the text of the units from `start` up to `end`, with line breaks."""
    tail = units[end - 1].text
    for index in range(end - 2, start - 1, -1):
        if len(tail) >= _CONTEXT:
            break
        tail = units[index].text + "\n" + tail
    return tail[-_CONTEXT:]


def _partners(
    units: Sequence[Unit], ends: Sequence[int], starts: Sequence[int], model: CharacterModel
) -> list[tuple[int, int, float]]:
    """Return pairs (end, start, bits) of units that go well together but are no neighbours in print."""
    starts = [index for index in starts if not units[index].is_heading]
    if not ends or not starts or len(ends) * len(starts) > _MOST_PAIRS:
        return []
    pairs = [(units[end].text, units[start].text) for end in ends for start in starts]
    bits = join_scores(pairs, model).reshape(len(ends), len(starts))
    found: list[tuple[int, int, float]] = []
    for end, row in zip(ends, bits, strict=True):
        short = units[end].edge.is_short
        for column in np.argsort(-row)[:_PARTNERS]:
            value = float(row[column])
            if starts[column] != end + 1 and value > (_SHORT_PARTNER if short else 0.0):
                found.append((end, starts[column], min(value, 9.0)))
    return found


def segment_bounds(count: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the half-open runs of units between the cuts."""
    edges = np.unique([0, *cuts, count]).tolist()
    return list(pairwise(edges))


def _violations(units: Sequence[Unit], through: frozenset[str]) -> list[range]:
    """Return for each number that does not fit the boundaries between it and the number before it."""
    state: State = {}
    previous = 0
    windows: list[range] = []
    for index, unit in enumerate(units):
        if unit.mark is None:
            continue
        if index and step_cost(state, unit.mark, through) >= _VIOLATION:
            windows.append(range(previous + 1, index + 1))
        state, _ = advance(dict(state), (unit.mark,), through)
        previous = index
    return windows
