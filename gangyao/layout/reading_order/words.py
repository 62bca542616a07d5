"""What two texts of a document speak of: the telling words that they share."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.stretches import Stretches

Shares = npt.NDArray[np.float64]

# Multiplications that take as long as starting the threads of BLAS (measured: some 0.2 ms).
_SMALL_PRODUCT = 200_000


def shared_words(left: Stretches, right: Stretches, weights: Shares) -> Shares:
    """Return the square root of the cosine of the words of each left text with those of each right one.

    Words are pairs of characters, given by their numbers; `weights` say how telling each is.
    """
    in_left, in_right = np.zeros(len(weights), dtype=bool), np.zeros(len(weights), dtype=bool)
    in_left[left.pairs] = True
    in_right[right.pairs] = True
    in_both = in_left & in_right
    a, b = _vectors(left, weights, in_both), _vectors(right, weights, in_both)
    # A product of small matrices takes longer to start than to sum up.
    is_small = a.size * len(b) < _SMALL_PRODUCT
    cosines: Shares = np.einsum("ik,jk->ij", a, b) if is_small else a @ b.T
    return np.sqrt(cosines)


def _vectors(texts: Stretches, weights: Shares, shown: npt.NDArray[np.bool_]) -> Shares:
    """Return the weights of the words `shown`, a row for each text; the rows with all words have length 1."""
    count = len(texts.lengths)
    keys, times = np.unique(texts.rows * len(weights) + texts.pairs, return_counts=True)
    rows, words = np.divmod(keys, max(len(weights), 1))
    weighed = weights[words] * times
    lengths = np.sqrt(np.bincount(rows, weighed * weighed, minlength=count))
    columns = np.cumsum(shown) - 1
    there = shown[words] & (lengths[rows] > 0.0)
    matrix = np.zeros((count, int(np.count_nonzero(shown))))
    matrix[rows[there], columns[words[there]]] = weighed[there] / lengths[rows[there]]
    return matrix
