"""What a text is about: vectors of pairs of characters that tell which pairs stand near each other.

Of two columns of a page, the one that goes on speaks of the same as the end of the other: of ports after
railways, of pensions after low incomes, even if no word comes again. The vectors are those of a factorisation
of the pointwise mutual information of pairs in stretches of official prose (Levy and Goldberg 2014);
`python -m training.topics` makes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import fold_codes, load_model
from gangyao.chinese.han_pairs import Keys, han_pairs

Vectors = npt.NDArray[np.float32]
Likeness = npt.NDArray[np.float64]

# Shorter vectors are those of texts that tell nothing.
_LEAST = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The vector of each pair of Han characters that is known, by its key, ascending."""

    pairs: Keys
    vectors: npt.NDArray[np.float32]

    def read(self, text: str) -> PairsRead:
        """Return the pairs of Han characters in a text and the vectors of those that are known."""
        pairs, starts = han_pairs(fold_codes(text, load_model().fold).astype(np.int64))
        places = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        known = self.pairs[places] == pairs
        return PairsRead(starts, starts[known], self.vectors[places[known]])


@dataclass(frozen=True, slots=True, eq=False)
class PairsRead:
    """Where the pairs of a text begin, all of them and those that are known, and the vectors of these."""

    starts: Keys
    known: Keys
    vectors: npt.NDArray[np.float32]


class Subject:
    """What the texts of a page are about beside what all of it is about."""

    def __init__(self, whole: str, topics: Topics) -> None:
        read = topics.read(whole)
        self._topics = topics
        self._usual = read.vectors.sum(axis=0) / max(len(read.starts), 1)

    def likeness(self, tails: Sequence[str], heads: Sequence[str], reaches: Sequence[int]) -> list[Likeness]:
        """Return how alike the ends of `tails` and the beginnings of `heads` are in what they are about.

        For each of the reaches, in code points, an array of cosines (tails, heads).
        """
        left = np.stack([self._directions(text, reaches, from_end=True) for text in tails], axis=1)
        right = np.stack([self._directions(text, reaches, from_end=False) for text in heads], axis=1)
        return [np.einsum("ik,jk->ij", a, b).astype(np.float64) for a, b in zip(left, right, strict=True)]

    def _directions(self, text: str, reaches: Sequence[int], *, from_end: bool) -> Vectors:
        """Return the direction of a text as far as each reach, an array of (reaches, numbers of a vector)."""
        read = self._topics.read(text)
        rows = []
        for reach in reaches:
            if from_end:
                first = len(text) - reach
                count = len(read.starts) - int(np.searchsorted(read.starts, first))
                total = read.vectors[int(np.searchsorted(read.known, first)) :].sum(axis=0)
            else:
                count = int(np.searchsorted(read.starts, reach - 1))
                total = read.vectors[: int(np.searchsorted(read.known, reach - 1))].sum(axis=0)
            direction = total - count * self._usual
            rows.append(direction / max(float(np.sqrt(direction @ direction)), _LEAST))
        return np.stack(rows)


@lru_cache(maxsize=1)
def load_topics() -> Topics:
    """Return the vectors that ship with the package; cached per process."""
    with (resources.files("gangyao.models") / "topics.npz").open("rb") as file, np.load(file) as stored:
        return Topics(stored["pairs"].astype(np.int64), stored["vectors"].astype(np.float32))
