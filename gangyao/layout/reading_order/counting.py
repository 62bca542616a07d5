"""How the numbers of headings count as fragments are read one after another, whatever the order.

What reading one more fragment costs depends on the last numbers before it and on the beginning of the line
that it may go on, and on nothing else that stands before: each such state is known by a number, and what
follows it is worked out once for all orders that the search weighs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.layout.reading_order.numbering import Mark, advance, least_cost, read_mark
from gangyao.layout.reading_order.units import Unit

# What numbers weigh beside pairs: 0.6 by the fit that `priors` tells of, more by hand: of 2,438 pages of the
# corpus, each judged by what had not seen it, 7 fewer come out right with 0.8, two fewer with 1.2.
WEIGHT = 1.0
#: The state before anything is read.
NOTHING_READ = 0
# As much of a line as its number can take.
_LABEL = 16

# The last number of each family, and whether an outer heading has come since, sorted.
_Numbers = tuple[tuple[str, tuple[int, bool]], ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of units: its first and last line, and the numbers on the lines between."""

    first: Unit
    last: Unit
    inner: tuple[Mark, ...]
    is_single: bool


@dataclass(frozen=True, slots=True)
class _State:
    """What has been read: the last numbers, the beginning of the last line and the number on it.

    That number counts when it is known what the line goes on with.
    """

    numbers: _Numbers = ()
    pending: str = ""
    pending_mark: Mark | None = None


def make_fragment(units: Sequence[Unit]) -> Fragment:
    """Make a fragment of a run of units."""
    inner = tuple(unit.mark for unit in units[1:-1] if unit.mark is not None)
    return Fragment(units[0], units[-1], inner, len(units) == 1)


class Counting:
    """What the numbers cost as fragments are read, in bits by their weight beside pairs.

    `least` is what those inside the fragments cost in any order; the costs of `read` are beyond that. All
    weigh `times` as much as usual.
    """

    def __init__(self, fragments: Sequence[Fragment], through: frozenset[str], times: float = 1.0) -> None:
        self.times = times
        self._weight = WEIGHT * times
        self._fragments = fragments
        self._through = through
        self._least = [least_cost(part.inner, through) for part in fragments]
        self._states = [_State()]
        self._number_of = {_State(): NOTHING_READ}
        self._after: dict[tuple[int, int, bool], tuple[int, float]] = {}
        self.least = self._weight * sum(self._least)

    def in_numbers_order(self) -> tuple[int, ...] | None:
        """Return the fragments in the order of the outermost headings that some begin with.

        A fragment that begins with no such heading stays behind the one printed before it, and those before
        all headings stay first. None where fewer than two begin with one.
        """
        marks = [part.first.mark for part in self._fragments]
        outermost = min((mark.rank for mark in marks if mark is not None), default=0)
        key, keys = 0, []
        for mark in marks:
            if mark is not None and mark.rank == outermost:
                key = mark.number
            keys.append(key)
        if len(set(keys)) < 2:
            return None
        return tuple(sorted(range(len(keys)), key=lambda index: (keys[index], index)))

    def read(self, state: int, fragment: int, *, joins: bool) -> tuple[int, float]:
        """Return the state after one more fragment, and what its numbers cost beyond the least.

        `joins`: it goes on the line before.
        """
        key = (state, fragment, joins)
        known = self._after.get(key)
        if known is None:
            after, cost = self._read(self._states[state], self._fragments[fragment], joins=joins)
            number = self._number_of.setdefault(after, len(self._states))
            if number == len(self._states):
                self._states.append(after)
            known = self._after[key] = number, self._weight * (cost - self._least[fragment])
        return known

    def finish(self, state: int) -> float:
        """Return what the number on the last line costs."""
        last = self._states[state]
        if last.pending_mark is None:
            return 0.0
        _, cost = advance(dict(last.numbers), [last.pending_mark], self._through)
        return self._weight * cost

    def _read(self, before: _State, fragment: Fragment, *, joins: bool) -> tuple[_State, float]:
        marks: list[Mark] = []
        if joins:
            head, head_mark = before.pending, before.pending_mark
            # A line that begins with a number, and yet has none, cites it.
            if len(head) < _LABEL and (head_mark is not None or read_mark(head) is None):
                head = (head + fragment.first.text)[:_LABEL]
                head_mark = read_mark(head)
        else:
            if before.pending_mark is not None:
                marks.append(before.pending_mark)
            head = fragment.first.text[:_LABEL]
            head_mark = fragment.first.mark
        if fragment.is_single:
            pending, pending_mark = head, head_mark
        else:
            if head_mark is not None:
                marks.append(head_mark)
            marks.extend(fragment.inner)
            pending, pending_mark = fragment.last.text[:_LABEL], fragment.last.mark
        numbers, cost = advance(dict(before.numbers), marks, self._through)
        return _State(tuple(sorted(numbers.items())), pending, pending_mark), cost
