"""What two texts of a document speak of: the telling words that they share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.han_pairs import Keys
from gangyao.layout.reading_order.stretches import Stretches

Shares = npt.NDArray[np.float64]

# Multiplications that take as long as starting the threads of BLAS (measured: some 0.2 ms).
_SMALL_PRODUCT = 200_000


def shared_words(left: Stretches, right: Stretches, weights: Shares) -> Shares:
    """Return the square root of the cosine of the words of each left text with those of each right one.

    Words are pairs of characters, given by their numbers; `weights` say how telling each is.
    """
    of_left, of_right = _vectors(left, weights), _vectors(right, weights)
    in_both = of_left.words(len(weights)) & of_right.words(len(weights))
    a = of_left.matrix(len(left.lengths), in_both)
    b = of_right.matrix(len(right.lengths), in_both)
    # A product of small matrices takes longer to start than to sum up.
    is_small = a.size * len(b) < _SMALL_PRODUCT
    cosines: Shares = np.einsum("ik,jk->ij", a, b) if is_small else a @ b.T
    return np.sqrt(cosines)


def shared_words_of_pairs(left: Stretches, right: Stretches, weights: Shares) -> Shares:
    """Return the same of each left text with the right one of the same place."""
    a, b = _vectors(left, weights), _vectors(right, weights)
    if not len(a.keys) or not len(b.keys):
        return np.zeros(len(left.lengths))
    places = np.minimum(np.searchsorted(b.keys, a.keys), len(b.keys) - 1)
    products = np.where(b.keys[places] == a.keys, a.shares * b.shares[places], 0.0)
    cosines = np.bincount(a.keys // len(weights), products, minlength=len(left.lengths))
    return np.asarray(np.sqrt(cosines), dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Vectors:
    """Words of several texts, by a key of text and word, ascending; the shares of a text have length 1."""

    keys: Keys
    shares: Shares

    def words(self, count: int) -> npt.NDArray[np.bool_]:
        """Tell of each of so many words whether a text holds it."""
        found = np.zeros(count, dtype=bool)
        found[self.keys % max(count, 1)] = True
        return found

    def matrix(self, texts: int, shown: npt.NDArray[np.bool_]) -> Shares:
        """Return the shares of the words `shown`, a row for each of so many texts."""
        rows, words = np.divmod(self.keys, max(len(shown), 1))
        there = shown[words]
        columns = np.cumsum(shown) - 1
        found = np.zeros((texts, int(np.count_nonzero(shown))))
        found[rows[there], columns[words[there]]] = self.shares[there]
        return found


def _vectors(texts: Stretches, weights: Shares) -> _Vectors:
    """Return the words of texts with their weights, by keys of text and word; texts may have none."""
    of_texts, pairs = texts.rows_and_pairs()
    keys, times = np.unique(of_texts * len(weights) + pairs, return_counts=True)
    rows, words = np.divmod(keys, max(len(weights), 1))
    weighed = weights[words] * times
    lengths = np.sqrt(np.bincount(rows, weighed * weighed, minlength=len(texts.lengths)))[rows]
    says = lengths > 0.0
    return _Vectors(keys[says], weighed[says] / lengths[says])
