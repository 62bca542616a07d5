"""What stands around breaks: the text before ends and after beginnings, as far as their fragments reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from gangyao.chinese.han_pairs import Keys
from gangyao.layout.reading_order.stretches import Stretches
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.reading_order.whole import Whole

# Code points of context whose words are compared.
_CONTEXT = 600


@dataclass(frozen=True, slots=True, eq=False)
class Contexts:
    """The texts before ends and after beginnings, with line breaks.

    `starts`: where in the document each of the one and of the other stands, if they are parts of it: then
    they are not read anew.
    """

    tails: Sequence[str]
    heads: Sequence[str]
    starts: tuple[Keys, Keys] | None = None

    @property
    def last(self) -> list[str]:
        """The last line of each text before an end."""
        return [tail.rpartition("\n")[2] for tail in self.tails]

    @property
    def first(self) -> list[str]:
        """The first line of each text after a beginning."""
        return [head.partition("\n")[0] for head in self.heads]

    def parts(self, count: int) -> Iterator[Contexts]:
        """Yield so many tails with the heads of the same places at a time."""
        for first in range(0, len(self.tails), count):
            some = slice(first, first + count)
            starts = self.starts and (self.starts[0][some], self.starts[1][some])
            yield Contexts(self.tails[some], self.heads[some], starts)

    def read(self, whole: Whole) -> tuple[Whole, Stretches, Stretches]:
        """Return which pairs the texts hold, by their numbers, and the document with those that it lacks."""
        if self.starts is None:
            return whole.read(self.tails, self.heads)
        before, after = self.starts
        return (
            whole,
            whole.stretches(before, [len(tail) for tail in self.tails]),
            whole.stretches(after, [len(head) for head in self.heads]),
        )


def contexts_of(
    units: Sequence[Unit],
    ending: Sequence[tuple[int, int]],
    beginning: Sequence[tuple[int, int]],
    whole: Whole,
) -> Contexts:
    """Return the ends of the runs of units `ending` and the beginnings of the runs `beginning`.

    `whole` is the document of these units, a line each.
    """
    tails = [tail_of(units, start, end) for start, end in ending]
    heads = [head_of(units, start, end) for start, end in beginning]
    # A line ends before the break in front of the next one.
    behind = whole.line_starts[[end for _, end in ending]] - 1
    before = behind - np.array([len(tail) for tail in tails], dtype=np.int64)
    return Contexts(tails, heads, (before, whole.line_starts[[start for start, _ in beginning]]))


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
