"""The network of seams as one page asks it: what each end and each beginning tells is read once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from gangyao.layout.reading_order.seam_network import AFTER, BEFORE, Bits, SeamNetwork, Weights


class Seams(Protocol):
    """Tells how well the characters on the two sides of breaks go together."""

    def bits(self, last: Sequence[str], first: Sequence[str]) -> Bits:
        """Return how well each line before a break and each one after it go together, but for a constant."""

    def bits_of_pairs(self, last: Sequence[str], first: Sequence[str]) -> Bits:
        """Return how well each line before a break and the one after the same break go together."""


class SeamsRead:
    """A network of seams and what the sides that it has read tell."""

    def __init__(self, network: SeamNetwork) -> None:
        self._network = network
        self._ends: dict[str, Weights] = {}
        self._beginnings: dict[str, Weights] = {}

    def bits(self, last: Sequence[str], first: Sequence[str]) -> Bits:
        """Return how well each line before a break and each one after it go together, but for a constant."""
        return self._network.bits_of_each(self._told_before(last), self._told_after(first))

    def bits_of_pairs(self, last: Sequence[str], first: Sequence[str]) -> Bits:
        """Return how well each line before a break and the one after the same break go together."""
        return self._network.bits_of_same_place(self._told_before(last), self._told_after(first))

    def _told_before(self, last: Sequence[str]) -> Weights:
        return _told([text[-BEFORE:] for text in last], self._ends, self._network.read_ends)

    def _told_after(self, first: Sequence[str]) -> Weights:
        return _told([text[:AFTER] for text in first], self._beginnings, self._network.read_beginnings)


def _told(
    sides: Sequence[str], known: dict[str, Weights], read: Callable[[Sequence[str]], Weights]
) -> Weights:
    new = [side for side in dict.fromkeys(sides) if side not in known]
    if new or not sides:
        told = read(new)
        known.update(zip(new, told, strict=True))
        if len(new) == len(sides):
            return told
    return np.array([known[side] for side in sides])
