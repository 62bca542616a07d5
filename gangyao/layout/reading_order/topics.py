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

Vectors = npt.NDArray[np.float64]

# Shorter vectors are those of texts that tell nothing.
_LEAST = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The vector of each pair of Han characters that is known, by its key, ascending."""

    pairs: Keys
    vectors: npt.NDArray[np.float32]

    def read(self, text: str) -> tuple[Vectors, int]:
        """Return the sum of the vectors of the pairs in a text, and how many pairs there are."""
        pairs, _ = han_pairs(fold_codes(text, load_model().fold).astype(np.int64))
        places = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        known = places[self.pairs[places] == pairs]
        return self.vectors[known].sum(axis=0, dtype=np.float64), len(pairs)


class Subject:
    """What the texts of a page are about beside what all of it is about."""

    def __init__(self, whole: str, topics: Topics) -> None:
        total, count = topics.read(whole)
        self._topics = topics
        self._usual = total / max(count, 1)

    def likeness(self, left: Sequence[str], right: Sequence[str]) -> Vectors:
        """Return how alike each left and each right text are in this: cosines, an array of (left, right)."""
        cosines: Vectors = np.einsum("ik,jk->ij", self._directions(left), self._directions(right))
        return cosines

    def _directions(self, texts: Sequence[str]) -> Vectors:
        directions = np.zeros((len(texts), len(self._usual)))
        for row, text in enumerate(texts):
            total, count = self._topics.read(text)
            directions[row] = total - count * self._usual
        lengths = np.sqrt((directions * directions).sum(axis=1, keepdims=True))
        result: Vectors = directions / np.maximum(lengths, _LEAST)
        return result


@lru_cache(maxsize=1)
def load_topics() -> Topics:
    """Return the vectors that ship with the package; cached per process."""
    with (resources.files("gangyao.models") / "topics.npz").open("rb") as file, np.load(file) as stored:
        return Topics(stored["pairs"].astype(np.int64), stored["vectors"].astype(np.float32))
