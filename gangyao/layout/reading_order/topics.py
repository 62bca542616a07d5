"""What a text is about: vectors of pairs of characters that tell which pairs stand near each other.

Of two columns of a page, the one that goes on speaks of the same as the end of the other: of ports after
railways, of pensions after low incomes, even if no word comes again. The vectors are those of a factorisation
of the pointwise mutual information of pairs in stretches of official prose (Levy and Goldberg 2014);
`python -m training.topics` makes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from weakref import WeakKeyDictionary

import numpy as np

from gangyao.chinese.character_model import load_fold
from gangyao.chinese.han_pairs import Keys, characters_of, pair_keys
from gangyao.layout.reading_order.running_sums import RunningSums, Vectors
from gangyao.layout.reading_order.stretches import PairsOfText, Stretches

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

    `rows` are those of the pairs among the `vectors`. `added` keeps the sums along texts that are asked for
    again.
    """

    rows: Keys
    vectors: Vectors
    usual: Vectors
    added: WeakKeyDictionary[PairsOfText, RunningSums] = field(default_factory=WeakKeyDictionary)

    def directions_of_ends(self, tails: Stretches, reaches: Sequence[int]) -> Vectors:
        """Return the direction of the end of each text: (texts, reaches, numbers of a vector).

        The reaches are in code points and ascend. How alike two texts are is the cosine of their directions,
        which have length 1.
        """
        return self._directions([tails.between(tails.lengths - reach, tails.lengths) for reach in reaches])

    def directions_of_beginnings(self, heads: Stretches, reaches: Sequence[int]) -> Vectors:
        """Return the same of the beginning of each text."""
        nowhere = np.zeros_like(heads.lengths)
        return self._directions([heads.between(nowhere, nowhere + reach) for reach in reaches])

    def _directions(self, texts: Sequence[Stretches]) -> Vectors:
        """Return the direction of each text as far as each reach, a list of stretches for each of them."""
        runs = [some.runs() for some in texts]
        firsts, lasts = (np.concatenate(ends) for ends in zip(*runs, strict=True))
        within = self._along(texts[0].text).of(firsts, lasts)
        directions = within - (lasts - firsts).astype(np.float32)[:, None] * self.usual
        lengths = np.sqrt(np.einsum("ik,ik->i", directions, directions))
        scaled: Vectors = directions / np.maximum(lengths, np.float32(_LEAST))[:, None]
        return scaled.reshape(len(texts), -1, scaled.shape[1]).transpose(1, 0, 2)

    def _along(self, text: PairsOfText) -> RunningSums:
        known = self.added.get(text)
        if known is None:
            known = self.added[text] = RunningSums(self.vectors, self.rows[text.pairs])
        return known


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
