"""The two rows of a table's head: names of groups above, and which of the names below are theirs.

A rule under some of the columns parts the rows there, or more room than between the lines of a name does.
The names of groups share the columns between those that have one name for both rows: they stand over the
middle of their columns, or where the first of them begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.lanes import Lanes
from gangyao.ingest.printed_pages.page import height_of, hull
from gangyao.ingest.printed_pages.segments import Segment

# Lines of a name are no further apart than this, in heights of a character; rows are.
_NEAR = 1.6
# Names of one row stand at one height within this; what stands in the middle of both rows, too.
_LEVEL = 0.45
# What stands on one line of a head of three lines is at one height within this.
_SAME_LEVEL = 0.25
# So many groups at most share so many columns: more are no head of a page of A3.
_MOST_GROUPS, _MOST_COLUMNS = 6, 16


@dataclass(frozen=True, slots=True)
class Group:
    """The name of a group of columns, the first of them and the last, and its row in the head, from 0."""

    name: Segment
    first: int
    last: int
    row: int = 0


def rows_of_head(head: Sequence[Segment], lanes: Lanes, rules: Sequence[Box]) -> list[Group]:
    """Return what stands in the upper row of a head, with its columns; nothing where it has one row."""
    if not head:
        return []
    columns = [[word for word in head if lanes.of(word.box) == at] for at in range(len(lanes))]
    found = _by_rule(head, columns, lanes, rules) or _by_room(columns) or _by_middle(head, columns)
    if found is None:
        return []
    upper, lower = found
    groups: list[Group] = []
    for run in _runs(lower):
        names = [upper[at] for at in run if at in upper]
        shared = _shared(names, [lower[at] for at in run], run, lanes)
        if not shared:
            return []
        groups += shared
    return groups if len(groups) < len(lower) else []


def _by_rule(
    head: Sequence[Segment], columns: Sequence[Sequence[Segment]], lanes: Lanes, rules: Sequence[Box]
) -> tuple[dict[int, Segment], dict[int, Segment]] | None:
    """Return the names above a rule within a head and those below it, by their columns."""
    bottom = max(word.box.bottom for word in head)
    across = [rule for rule in rules if height_of(rule) < bottom]
    if not across:
        return None
    y = min(height_of(rule) for rule in across)
    ruled = [rule for rule in across if abs(height_of(rule) - y) <= 1]
    upper: dict[int, Segment] = {}
    lower: dict[int, Segment] = {}
    for at, (left, right) in enumerate(lanes.spans):
        middle = (left + right) / 2
        if not any(rule.left <= middle <= rule.right for rule in ruled):
            continue
        above = [word for word in columns[at] if word.middle < y]
        below = [word for word in columns[at] if word.middle > y]
        if not below:
            return None
        lower[at] = _one(below)
        if above:
            upper[at] = _one(above)
    return (upper, lower) if upper else None


def _by_room(
    columns: Sequence[Sequence[Segment]],
) -> tuple[dict[int, Segment], dict[int, Segment]] | None:
    """Return the names of two rows that room parts, by their columns; those halfway are of both."""
    stacks = [_stacks(words) for words in columns]
    if max(map(len, stacks), default=0) != 2:
        return None
    above = [found[0] for found in stacks if len(found) == 2]
    below = [found[1] for found in stacks if len(found) == 2]
    near = _LEVEL * max(words[0].size for words in above)
    if any(not _is_level(words, above[0], near) for words in above):
        return None
    upper = {at: _one(found[0]) for at, found in enumerate(stacks) if len(found) == 2}
    lower = {at: _one(found[1]) for at, found in enumerate(stacks) if len(found) == 2}
    middle = (max(map(_middle, above)) + min(map(_middle, below))) / 2
    is_over_all = True
    for at, found in enumerate(stacks):
        if len(found) != 1:
            continue
        if any(_is_level(found[0], words, near) for words in below):
            lower[at] = _one(found[0])
        elif not (
            abs(_middle(found[0]) - middle) <= near
            or any(abs(found[0][0].middle - words[0].middle) <= near for words in above)
        ):
            return None
        else:
            is_over_all = False
    # Where no name is of both rows, what stands above is the name of the table.
    return None if is_over_all else (upper, lower)


def _is_level(words: Sequence[Segment], others: Sequence[Segment], near: float) -> bool:
    """Tell whether two names stand at one height, by their middles or by their first lines."""
    return abs(_middle(words) - _middle(others)) <= near or abs(words[0].middle - others[0].middle) <= near


def _by_middle(
    head: Sequence[Segment], columns: Sequence[Sequence[Segment]]
) -> tuple[dict[int, Segment], dict[int, Segment]] | None:
    """Return the names of two rows, by their columns, where all stand at the middle of their cells.

    Names of both rows stand at the middle of the head. Those of the lower row stand further down, some of
    them with the name of a group right above, as far up as anything: in a head of one row none does.
    """
    size = head[0].size
    top, bottom = min(word.middle for word in head), max(word.middle for word in head)
    whole = (top + bottom) / 2
    own = [sorted(words, key=lambda one: one.middle) for words in columns]
    is_high = [bool(words) and words[0].middle - top <= _SAME_LEVEL * size for words in own]
    middles = [_middle(words) for words, high in zip(own, is_high, strict=True) if words and not high]
    low = max(middles, default=whole)
    is_centred = any(
        words
        and not high
        and abs(_middle(words) - whole) <= _SAME_LEVEL * size
        and words[-1].middle < bottom - _LEVEL * size
        for words, high in zip(own, is_high, strict=True)
    )
    if not is_centred or low - whole <= _LEVEL * size:
        return None
    is_low = [
        bool(words) and not high and abs(_middle(words) - low) <= _SAME_LEVEL * size
        for words, high in zip(own, is_high, strict=True)
    ]
    upper: dict[int, Segment] = {}
    lower: dict[int, Segment] = {}
    for at, words in enumerate(own):
        rest = words[1:] if is_high[at] else words
        is_beside = is_low[at] or any(is_low[max(at - 1, 0) : at + 2])
        if rest and is_beside and abs(_middle(rest) - low) <= _SAME_LEVEL * size:
            lower[at] = _one(rest)
            if is_high[at]:
                upper[at] = words[0]
        elif words and abs(_middle(words) - whole) > _SAME_LEVEL * size:
            return None
    return (upper, lower) if 0 < len(upper) < len(lower) else None


def _middle(words: Sequence[Segment]) -> float:
    return (words[0].middle + words[-1].middle) / 2


def _stacks(words: Sequence[Segment]) -> list[list[Segment]]:
    """Return the names that stand one above the other, each of them with its lines."""
    groups: list[list[Segment]] = []
    for word in sorted(words, key=lambda one: one.middle):
        if groups and word.middle - groups[-1][-1].middle <= _NEAR * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _one(words: Sequence[Segment]) -> Segment:
    return replace(words[-1], text="".join(one.text for one in words), box=hull(one.box for one in words))


def _runs(lower: dict[int, Segment]) -> Iterator[list[int]]:
    """Yield the columns that stand beside each other."""
    run: list[int] = []
    for at in sorted(lower):
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _shared(
    names: Sequence[Segment], below: Sequence[Segment], run: Sequence[int], lanes: Lanes
) -> list[Group]:
    """Return which columns of a run each name stands over: those that its place fits best."""
    if not 0 < len(names) <= min(_MOST_GROUPS, len(run)) or len(run) > _MOST_COLUMNS:
        return []
    best: tuple[float, list[Group]] | None = None
    for inner in combinations(range(1, len(run)), len(names) - 1):
        parts = list(pairwise([0, *inner, len(run)]))
        if any(
            not lanes.borders[run[a]] <= name.across <= lanes.borders[run[b - 1] + 1]
            for name, (a, b) in zip(names, parts, strict=True)
        ):
            continue
        centred = sum(
            abs(name.across - (lanes.borders[run[a]] + lanes.borders[run[b - 1] + 1]) / 2)
            for name, (a, b) in zip(names, parts, strict=True)
        )
        flush = sum(abs(name.box.left - below[a].box.left) for name, (a, _) in zip(names, parts, strict=True))
        off = min(centred, flush)
        if best is None or off < best[0]:
            groups = [Group(name, run[a], run[b - 1]) for name, (a, b) in zip(names, parts, strict=True)]
            best = (off, groups)
    return best[1] if best is not None else []
