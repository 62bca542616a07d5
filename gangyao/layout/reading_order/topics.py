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
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import load_fold
from gangyao.chinese.han_pairs import Keys, characters_of, pair_keys
from gangyao.layout.reading_order.stretches import Stretches

Vectors = npt.NDArray[np.float32]

# Shorter vectors are those of texts that tell nothing.
_LEAST = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The vector of each pair of Han characters that is known, by its key, ascending."""

    pairs: Keys
    vectors: Vectors

    def rows_of(self, pairs: Keys) -> Keys:
        """Return the row of `rows` that each pair has, the last one of one that is not known.

        Traditional characters count as Simplified ones.
        """
        left, right = characters_of(pairs)
        fold = load_fold()
        folded = pair_keys(fold[left].astype(np.int64), fold[right].astype(np.int64))
        places = np.searchsorted(self.pairs, folded)
        known = self.pairs[np.minimum(places, len(self.pairs) - 1)] == folded
        return np.where(known, places, len(self.pairs))

    @property
    def rows(self) -> Vectors:
        """The vectors, and below them one of zeros."""
        return _with_zeros(self)


@lru_cache(maxsize=2)
def _with_zeros(topics: Topics) -> Vectors:
    return np.concatenate([topics.vectors, np.zeros_like(topics.vectors[:1])])


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What the pairs of a document are about, each by its number, and what one of them is about on average.

    `rows` are those of the pairs among the `vectors`.
    """

    rows: Keys
    vectors: Vectors
    usual: Vectors

    def directions_of_ends(self, tails: Stretches, reaches: Sequence[int]) -> Vectors:
        """Return the direction of the end of each text: (texts, reaches, numbers of a vector).

        The reaches are in code points and ascend. How alike two texts are is the cosine of their directions,
        which have length 1.
        """
        return self._directions(tails, tails.lengths[tails.rows] - tails.places, reaches)

    def directions_of_beginnings(self, heads: Stretches, reaches: Sequence[int]) -> Vectors:
        """Return the same of the beginning of each text."""
        return self._directions(heads, heads.places + 2, reaches)

    def _directions(self, texts: Stretches, depths: Keys, reaches: Sequence[int]) -> Vectors:
        """Return the direction of each text as far as each reach: (texts, reaches, numbers of a vector).

        `depths` are how far from the break each pair ends.
        """
        shape = (len(texts.lengths), len(reaches) + 1)
        bands = texts.rows * shape[1] + np.searchsorted(reaches, depths)
        counts = np.bincount(bands, minlength=shape[0] * shape[1]).reshape(shape)
        totals = np.zeros((shape[0] * shape[1], self.vectors.shape[1]), dtype=np.float32)
        vectors = self.vectors.take(self.rows[texts.pairs], axis=0)
        ones = np.ones(len(bands), dtype=np.float32)
        # Not `np.add.reduceat`, which adds up the rows of a matrix twenty times as slowly.
        for first, last in pairwise([*np.flatnonzero(np.diff(bands, prepend=-1)).tolist(), len(bands)]):
            np.matmul(ones[first:last], vectors[first:last], out=totals[bands[first]])
        within = np.cumsum(totals.reshape(*shape, -1), axis=1)[:, :-1]
        numbers = np.cumsum(counts, axis=1)[:, :-1].astype(np.float32)
        directions = within - numbers[:, :, None] * self.usual
        lengths = np.sqrt(np.einsum("ijk,ijk->ij", directions, directions))
        scaled: Vectors = directions / np.maximum(lengths, np.float32(_LEAST))[:, :, None]
        return scaled


def subject_of(pairs: Keys, times: Keys, topics: Topics) -> Subject:
    """Return what a document is about that holds such pairs, each so many times."""
    rows = topics.rows_of(pairs)
    shares = np.bincount(rows, weights=times, minlength=len(topics.rows)).astype(np.float32)
    return Subject(rows, topics.rows, (shares @ topics.rows) / np.float32(max(int(times.sum()), 1)))


@lru_cache(maxsize=1)
def load_topics() -> Topics:
    """Return the vectors that ship with the package; cached per process."""
    with (resources.files("gangyao.models") / "topics.npz").open("rb") as file, np.load(file) as stored:
        return Topics(stored["pairs"].astype(np.int64), stored["vectors"].astype(np.float32))
