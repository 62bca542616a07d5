"""Which lines make up a column, where the lines of columns side by side were read row by row.

The first line of each column, then the second of each, and so on: each line goes on the column whose turn it
is. A column may have no line in a row (a picture), end before the others, or begin later; below the last row
the next page begins; and what goes on none of them, and opens no column, stands beside (a running head). The
likeliest course through all of this is looked for by a beam, line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

#: A column whose last line stands further above is over.
REACH = 36
#: No newspaper has more columns.
MOST_COLUMNS = 8
# Courses kept from line to line; of 120 generated pages 32 give the columns that 64 give.
_KEPT = 32
# What a line says of the one that it goes on, in bits, is bounded: it is only so sure.
_LEAST, _MOST = -4.0, 8.0
# Bits that each of these costs, by hand on 120 generated pages: a third less or more changes the share
# of lines in the right column by less than .005.
# A column without a line in a row may have none in the next.
_PASSED_OVER, _STILL_AWAY, _BACK = 6.0, 0.5, 3.0
_ENDED = 6.0
# The last column of a page is the one that ends before the others.
_LAST_ENDED = 2.0
_OPENED, _OPENED_LATE = 3.0, 12.0
# Below a running foot, or a head, a page begins.
_NEXT_PAGE, _BELOW_FOOT = 5.0, 3.0
_BESIDE = 9.0


class Step(NamedTuple):
    """What a line is: it goes on the line `after` (None for none), and may begin a page or stand beside."""

    after: int | None
    begins_page: bool = False
    is_beside: bool = False


class _Tail(NamedTuple):
    """The last line of an open column, its first one, and whether the column had none in the last row."""

    line: int
    column: int
    is_away: bool = False


class _Course(NamedTuple):
    """The open columns in the order of their turns, and what led to them."""

    bits: float
    tails: tuple[_Tail, ...]
    in_first_row: bool
    step: Step
    before: _Course | None


@dataclass(frozen=True, slots=True)
class Bits:
    """How well lines go on others, in bits, by the two lines; what is not told goes on by `_LEAST`."""

    by_pair: Mapping[tuple[int, int], float]

    def of(self, above: int, line: int) -> float:
        """Return how well a line goes on one above it."""
        return min(max(self.by_pair.get((above, line), _LEAST), _LEAST), _MOST)


def find_course(count: int, bits: Bits) -> tuple[Step, ...]:
    """Return what each of `count` lines is."""
    kept = [_Course(0.0, (_Tail(0, 0),), True, Step(None, begins_page=True), None)]
    for line in range(1, count):
        best: dict[tuple[_Tail, ...], _Course] = {}
        for course in kept:
            for following in _following(course, line, bits):
                known = best.get(following.tails)
                if known is None or known.bits < following.bits:
                    best[following.tails] = following
        kept = sorted(best.values(), key=lambda course: -course.bits)[:_KEPT]
    steps: list[Step] = []
    best_course: _Course | None = kept[0] if count else None
    while best_course is not None:
        steps.append(best_course.step)
        best_course = best_course.before
    return tuple(reversed(steps))


def _following(course: _Course, line: int, bits: Bits) -> Iterator[_Course]:
    """Yield the courses that a line may lead to."""
    tails = tuple(tail for tail in course.tails if line - tail.line <= REACH)
    total = course.bits
    page = _BELOW_FOOT if course.step.is_beside else _NEXT_PAGE
    passed, ended = 0.0, 0.0
    away: tuple[_Tail, ...] = ()
    first = _Tail(line, line)
    last = max((tail.column for tail in tails), default=line)
    for turn, tail in enumerate(tails):
        gain = total + bits.of(tail.line, line)
        step = Step(tail.line)
        own = _Tail(line, tail.column)
        rest = tails[turn + 1 :]
        back = _BACK if tail.is_away else 0.0
        yield _Course(gain - passed - back, (*rest, *away, own), False, step, course)
        if turn:
            yield _Course(gain - ended - back, (*rest, own), False, step, course)
        # The first line of a page goes on its last column, or on none.
        yield _Course(gain - page, (first,), True, step._replace(begins_page=True), course)
        passed += _STILL_AWAY if tail.is_away else _PASSED_OVER
        ended += _LAST_ENDED if tail.column == last else _ENDED
        away = (*away, tail._replace(is_away=True))
    yield _Course(total - page, (first,), True, Step(None, begins_page=True), course)
    if len(tails) < MOST_COLUMNS:
        cost = _OPENED if course.in_first_row else _OPENED_LATE
        yield _Course(total - cost, (*tails, first), course.in_first_row, Step(None), course)
    beside = Step(None, is_beside=True)
    yield _Course(total - _BESIDE, tails, course.in_first_row, beside, course)


def columns_of(steps: Sequence[Step]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Yield the columns of each page, by their lines, in the order in which they begin."""
    columns: dict[int, list[int]] = {}
    of_line: dict[int, int] = {}
    for line, step in enumerate(steps):
        if step.begins_page and columns:
            yield tuple(map(tuple, columns.values()))
            columns, of_line = {}, {}
        if step.is_beside:
            continue
        first = line if step.after is None or step.begins_page else of_line[step.after]
        of_line[line] = first
        columns.setdefault(first, []).append(line)
    if columns:
        yield tuple(map(tuple, columns.values()))
