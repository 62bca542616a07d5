"""What the characters around a border say about a name that begins or ends there."""

from __future__ import annotations

from typing import Literal, NamedTuple

Side = Literal["start", "end"]


class Slice(NamedTuple):
    """The characters from `first` to `last` (exclusive) beside a border, counted from it."""

    first: int
    last: int

    def of(self, text: str, at: int) -> str:
        """The characters, fewer at the edges of the text."""
        return text[max(0, at + self.first) : max(0, at + self.last)]


#: What is looked at before and behind a border, the shortest first; each holds the one before.
BEFORE = (Slice(-1, 0), Slice(-2, 0))
BEHIND = (Slice(0, 1), Slice(0, 2))


class BorderWeights(NamedTuple):
    """What runs of characters beside a border weigh, in nats: the longest known run counts for all it holds.

    `unknown` is the weight of a border of which nothing is known on one of its sides: before, behind.
    """

    before: dict[str, float]
    behind: dict[str, float]
    unknown: tuple[float, float]

    def of(self, text: str, at: int) -> float:
        """What speaks for a border at `at`."""
        before = self.before.get(text[at - 2 : at])
        if before is None:
            before = self.before.get(text[at - 1 : at], self.unknown[0])
        behind = self.behind.get(text[at : at + 2])
        if behind is None:
            behind = self.behind.get(text[at : at + 1], self.unknown[1])
        return before + behind
