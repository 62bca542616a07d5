"""Customs of a document that tell where a line was cut: how its other lines end, and how they begin.

Where most titles stand without a mark, a line without one is a title; a line that stands in the document as a
whole more than once was not cut; two characters with which its lines mostly begin hardly begin the rest of
one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.han_pairs import Keys, wide_code_points
from gangyao.chinese.punctuation import Edge

Shares = npt.NDArray[np.float64]

# Longer lines do not come again.
_LONGEST_EQUAL = 24
_MOST_EQUAL = 3
# Half a line more on either side keeps shares of few lines from 0 and 1.
_HALF = 0.5
_MOST_ODDS = 4.0
_MOST_DOUBLINGS = 6.0
_CODE_POINTS = 0x110000


@dataclass(frozen=True, slots=True, eq=False)
class Customs:
    """How long a document is, how its lines end and begin.

    How many lines there are, how many are short without a final mark, and how often short lines come.
    `code_points` is the length of the document; `pairs` are all pairs of neighbouring code points, `opening`
    those with which lines begin, ascending.
    """

    code_points: int
    lines: int
    short: int
    equal: Mapping[str, int]
    pairs: Keys
    opening: Keys

    def short_share(self, edges: Sequence[Edge]) -> Shares:
        """Return, in doublings, which share of the lines beside each one is short without a final mark."""
        others = self.short - np.array([is_short(edge) for edge in edges], dtype=np.float64)
        return np.asarray(np.log2((np.maximum(others, 0.0) + _HALF) / (self.lines + 1)))

    def times_again(self, edges: Sequence[Edge]) -> Shares:
        """Return how many other lines are equal to each one, up to 3."""
        times = [min(self.equal.get(edge.text, 0) - 1, _MOST_EQUAL) for edge in edges]
        return np.maximum(np.array(times, dtype=np.float64), 0.0)

    def openings(self, edges: Sequence[Edge]) -> tuple[Shares, Shares]:
        """Return how often the first two characters of lines stand elsewhere, and how often at the beginning.

        The former in doublings, the latter as the logarithm of the odds.
        """
        first = _keys([_code_points(edge.text[:2].ljust(2, "\n")) for edge in edges])
        times = np.maximum(_counts(self.pairs, first) - 1, 0)
        begins = np.minimum(np.maximum(_counts(self.opening, first) - 1, 0), times)
        odds = np.clip(np.log2((begins + _HALF) / (times - begins + _HALF)), -_MOST_ODDS, _MOST_ODDS)
        return np.minimum(np.log2(times + 1), _MOST_DOUBLINGS), np.where(times > 0, odds, 0.0)


def read_customs(edges: Sequence[Edge]) -> Customs:
    """Read the lines of a document, each as what begins and ends with it."""
    texts = [edge.text for edge in edges]
    points = wide_code_points("\n".join(texts))
    starts = np.concatenate([[0], np.flatnonzero(points == ord("\n")) + 1])
    pairs = points[:-1] * _CODE_POINTS + points[1:]
    return Customs(
        len(points),
        len(texts),
        sum(map(is_short, edges)),
        Counter(text for text in texts if len(text) <= _LONGEST_EQUAL),
        np.sort(pairs),
        np.sort(pairs[starts[starts < len(pairs)]]),
    )


def is_short(edge: Edge) -> bool:
    """Tell whether a line could be a title without a number: short, and without a final mark."""
    return edge.ends_open and edge.is_short


def _code_points(text: str) -> list[int]:
    return [ord(char) for char in text]


def _keys(pairs: Sequence[Sequence[int]]) -> Keys:
    points = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return np.asarray(points[:, 0] * _CODE_POINTS + points[:, 1])


def _counts(ordered: Keys, wanted: Keys) -> Keys:
    """Return how often each of the `wanted` stands in an ascending array."""
    return np.asarray(
        np.searchsorted(ordered, wanted, side="right") - np.searchsorted(ordered, wanted, side="left")
    )
