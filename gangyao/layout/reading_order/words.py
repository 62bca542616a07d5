"""What two texts of a document speak of: the telling words that they share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.han_pairs import Keys, code_points, han_pairs
from gangyao.layout.reading_order.pieces import Pieces
from gangyao.layout.reading_order.topics import Subject, Topics

Shares = npt.NDArray[np.float64]

# Multiplications that take as long as starting the threads of BLAS (measured: some 0.2 ms).
_SMALL_PRODUCT = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """The pairs of Han characters in a text, ascending, and their weights, scaled to length 1."""

    pairs: Keys
    weights: Shares


class Words:
    """Which pairs of Han characters are telling in a document: those that few of its lines hold."""

    def __init__(self, whole: str) -> None:
        points = code_points(whole)
        line = np.cumsum(points == ord("\n"))
        pairs, places = han_pairs(points)
        lines = whole.count("\n") + 1
        # Each pair counts once a line.
        once = np.unique(pairs * lines + line[places])
        self._pairs, held = np.unique(once // lines, return_counts=True)
        self._weights = np.log(lines / held)
        self._rarest = math.log(max(lines, 2))
        self._vectors: dict[str, Vector] = {}

    def vector(self, text: str) -> Vector:
        """Return the weights of the pairs in `text`; most are asked for again."""
        known = self._vectors.get(text)
        if known is None:
            known = self._vectors[text] = self._weigh(text)
        return known

    def _weigh(self, text: str) -> Vector:
        pairs, counts = np.unique(han_pairs(code_points(text))[0], return_counts=True)
        weights = np.full(len(pairs), self._rarest)
        if len(self._pairs):
            places = np.minimum(np.searchsorted(self._pairs, pairs), len(self._pairs) - 1)
            weights = np.where(self._pairs[places] == pairs, self._weights[places], self._rarest)
        weights = weights * counts
        length = math.sqrt(float(weights @ weights))
        return Vector(pairs, weights / length) if length else Vector(pairs[:0], weights[:0])


@dataclass(frozen=True, slots=True)
class Whole:
    """What the words, the pieces and the subject of a document tell; line breaks part its lines."""

    words: Words
    pieces: Pieces
    subject: Subject


def read_whole(text: str, topics: Topics) -> Whole:
    """Count the words of a document, find where its pieces stand and what it is about."""
    return Whole(Words(text), Pieces(text), Subject(text, topics))


def shared_words(left: Sequence[Vector], right: Sequence[Vector]) -> Shares:
    """Return the square root of the cosine of each left vector of words with each right one."""
    common = np.intersect1d(_all_pairs(left), _all_pairs(right), assume_unique=True)
    a, b = _matrix(left, common), _matrix(right, common)
    # A product of small matrices takes longer to start than to sum up.
    is_small = a.size * len(b) < _SMALL_PRODUCT
    cosines: Shares = np.einsum("ik,jk->ij", a, b) if is_small else a @ b.T
    return np.sqrt(cosines)


def _all_pairs(vectors: Sequence[Vector]) -> Keys:
    return np.unique(np.concatenate([vector.pairs for vector in vectors])) if vectors else _NONE


def _matrix(vectors: Sequence[Vector], common: Keys) -> Shares:
    """Return the weights of the pairs `common`, a row for each vector."""
    matrix = np.zeros((len(vectors), len(common)))
    if not len(common) or not vectors:
        return matrix
    pairs = np.concatenate([vector.pairs for vector in vectors])
    rows = np.repeat(np.arange(len(vectors)), [len(vector.pairs) for vector in vectors])
    columns = np.minimum(np.searchsorted(common, pairs), len(common) - 1)
    there = common[columns] == pairs
    weights = np.concatenate([vector.weights for vector in vectors])
    matrix[rows[there], columns[there]] = weights[there]
    return matrix


_NONE: Keys = np.zeros(0, dtype=np.int64)
