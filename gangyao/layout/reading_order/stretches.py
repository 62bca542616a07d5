"""Which pairs of Han characters several stretches of a text hold, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.han_pairs import Keys, han_pairs, wide_code_points

Lengths = npt.NDArray[np.int64]


# No slots: what is worked out of a text's pairs is kept for all stretches of it.
@dataclass(frozen=True, eq=False)
class PairsOfText:
    """The pairs of Han characters of a text in order (keys, or numbers in a list), and where each begins."""

    pairs: Keys
    places: Keys


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Stretches of a text, which may overlap, by where they start and their lengths in code points."""

    text: PairsOfText
    starts: Lengths
    lengths: Lengths

    def between(self, starts: Lengths, ends: Lengths) -> Stretches:
        """Return the part from `starts` to `ends` of each stretch, counted from its start."""
        starts = np.maximum(starts, 0)
        lengths = np.maximum(np.minimum(ends, self.lengths) - starts, 0)
        return Stretches(self.text, self.starts + starts, lengths)

    def runs(self) -> tuple[Lengths, Lengths]:
        """Return the first of the pairs that lie in each stretch, and the one behind the last."""
        firsts = np.searchsorted(self.text.places, self.starts)
        lasts = np.searchsorted(self.text.places, self.starts + self.lengths - 1)
        return firsts, np.maximum(firsts, lasts)

    def rows_and_pairs(self) -> tuple[Keys, Keys]:
        """Return each pair in a stretch, in order, and the stretch that it is in, by its number."""
        firsts, lasts = self.runs()
        counts = lasts - firsts
        rows = np.repeat(np.arange(len(counts)), counts)
        within = np.arange(len(rows)) + np.repeat(firsts - np.cumsum(counts) + counts, counts)
        return rows, self.text.pairs[within]


def read_stretches(texts: Sequence[str]) -> Stretches:
    """Return texts as stretches of the text that they make in a row, with the keys of pairs."""
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    pairs, places = han_pairs(wide_code_points("\n".join(texts)))
    return Stretches(PairsOfText(pairs, places), np.cumsum(lengths + 1) - lengths - 1, lengths)
