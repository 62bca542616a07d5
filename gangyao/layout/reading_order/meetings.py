"""Which ends of lines meet which beginnings where traits of breaks are told: each with each, or as printed.

Columns printed in any order are looked at each with each; where it is only asked whether a line goes on the
one before it, each end meets the beginning at its place alone, which takes far less time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.pieces import Lengths, Pieces
from gangyao.layout.reading_order.running_sums import Vectors
from gangyao.layout.reading_order.seams_read import Seams
from gangyao.layout.reading_order.stretches import Stretches
from gangyao.layout.reading_order.words import Shares, shared_words, shared_words_of_pairs

Number = TypeVar("Number", bound=np.generic)
Numbers = npt.NDArray[np.float64]


class Meeting(Protocol):
    """Arrays of what ends and beginnings tell, as they meet: all that it returns broadcast to each other."""

    def ends(self, told: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """Return what the ends tell, an entry for each in `told`."""

    def beginnings(self, told: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """Return what the beginnings tell, an entry for each in `told`."""

    def seen(self, pieces: Pieces, last: Sequence[str], first: Sequence[str]) -> Lengths:
        """Return the length of the longest piece over each break that the document prints elsewhere."""

    def shared(self, tails: Stretches, heads: Stretches, weights: Shares) -> Shares:
        """Return how many words the two sides share."""

    def alike(self, tails: Vectors, heads: Vectors) -> Numbers:
        """Return the cosines of directions, a row for each end and for each beginning."""

    def seams(self, network: Seams, last: Sequence[str], first: Sequence[str]) -> Numbers:
        """Return how well the characters of the two sides go together."""


@dataclass(frozen=True, slots=True)
class EachWithEach:
    """Each end meets each beginning: arrays of (ends, beginnings)."""

    def ends(self, told: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """Return a row for each end."""
        return told[:, None]

    def beginnings(self, told: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """Return a column for each beginning."""
        return told[None, :]

    def seen(self, pieces: Pieces, last: Sequence[str], first: Sequence[str]) -> Lengths:
        """Return the length of the longest piece over each break that the document prints elsewhere."""
        return pieces.longest_over(last, first)

    def shared(self, tails: Stretches, heads: Stretches, weights: Shares) -> Shares:
        """Return how many words the two sides share."""
        return shared_words(tails, heads, weights)

    def alike(self, tails: Vectors, heads: Vectors) -> Numbers:
        """Return the cosines of directions, a row for each end and for each beginning."""
        cosines: Numbers = np.einsum("ik,jk->ij", tails, heads).astype(np.float64)
        return cosines

    def seams(self, network: Seams, last: Sequence[str], first: Sequence[str]) -> Numbers:
        """Return how well the characters of the two sides go together."""
        return network.bits(last, first)


@dataclass(frozen=True, slots=True)
class AtSamePlace:
    """Each end meets the beginning of the same place: arrays of (breaks, 1)."""

    def ends(self, told: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """Return a row for each end."""
        return told[:, None]

    def beginnings(self, told: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """Return a row for each beginning, which is that of its end."""
        return told[:, None]

    def seen(self, pieces: Pieces, last: Sequence[str], first: Sequence[str]) -> Lengths:
        """Return the length of the longest piece over each break that the document prints elsewhere."""
        return pieces.longest_over_pairs(last, first)[:, None]

    def shared(self, tails: Stretches, heads: Stretches, weights: Shares) -> Shares:
        """Return how many words the two sides share."""
        return shared_words_of_pairs(tails, heads, weights)[:, None]

    def alike(self, tails: Vectors, heads: Vectors) -> Numbers:
        """Return the cosines of directions, a row for each end and for each beginning."""
        cosines: Numbers = np.einsum("ik,ik->i", tails, heads).astype(np.float64)
        return cosines[:, None]

    def seams(self, network: Seams, last: Sequence[str], first: Sequence[str]) -> Numbers:
        """Return how well the characters of the two sides go together."""
        return network.bits_of_pairs(last, first)[:, None]


EACH_WITH_EACH = EachWithEach()
AT_SAME_PLACE = AtSamePlace()
