"""Which pairs of Han characters several stretches of a document hold, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.han_pairs import Keys, han_pairs, wide_code_points

Lengths = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """The pairs of Han characters of several texts, one text after the other, each in the order of its text.

    `rows` tell to which text a pair belongs, `places` where in it the pair begins, `pairs` which pair it is
    (a key, or its number in a list of keys); `lengths` are those of the texts in code points.
    """

    rows: Keys
    places: Keys
    pairs: Keys
    lengths: Lengths

    def between(self, starts: Lengths, ends: Lengths) -> Stretches:
        """Return the pairs that lie in the part from `starts` to `ends` of each text, one of each a text."""
        inside = (self.places >= starts[self.rows]) & (self.places + 1 < ends[self.rows])
        return Stretches(self.rows[inside], self.places[inside], self.pairs[inside], self.lengths)


def read_stretches(texts: Sequence[str]) -> Stretches:
    """Find the pairs of texts, by their keys."""
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    pairs, places = han_pairs(wide_code_points("\n".join(texts)))
    starts = np.cumsum(lengths + 1) - lengths - 1
    rows = np.searchsorted(starts, places, side="right") - 1
    return Stretches(rows, places - starts[rows], pairs, lengths)
