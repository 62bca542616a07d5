"""What two texts of a document speak of: the telling words that they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.pieces import Pieces

Shares = npt.NDArray[np.float64]

_HAN_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")


class Words:
    """Which pairs of Han characters are telling in a document: those that few of its lines hold."""

    def __init__(self, whole: str) -> None:
        texts = whole.split("\n")
        lines = Counter[str]()
        for text in texts:
            lines.update(set(_HAN_PAIR.findall(text)))
        self._weight = {pair: math.log(len(texts) / count) for pair, count in lines.items()}
        self._rarest = math.log(max(len(texts), 2))
        self._vectors: dict[str, dict[str, float]] = {}

    def vector(self, text: str) -> dict[str, float]:
        """Return the weights of the pairs in `text`, scaled to length 1; most are asked for again."""
        known = self._vectors.get(text)
        if known is None:
            known = self._vectors[text] = self._weigh(text)
        return known

    def _weigh(self, text: str) -> dict[str, float]:
        counts = Counter(_HAN_PAIR.findall(text))
        vector = {pair: count * self._weight.get(pair, self._rarest) for pair, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {pair: weight / length for pair, weight in vector.items()} if length else {}


@dataclass(frozen=True, slots=True)
class Whole:
    """What the words and the pieces of a document tell; its lines are parted by line breaks."""

    words: Words
    pieces: Pieces


def read_whole(text: str) -> Whole:
    """Count the words of a document and find where its pieces stand."""
    return Whole(Words(text), Pieces(text))


def shared_words(left: Sequence[dict[str, float]], right: Sequence[dict[str, float]]) -> Shares:
    """Return the square root of the cosine of each left vector of words with each right one."""
    common = {pair for vector in left for pair in vector} & {pair for vector in right for pair in vector}
    places = {pair: place for place, pair in enumerate(sorted(common))}
    a, b = np.zeros((len(left), len(places))), np.zeros((len(right), len(places)))
    for matrix, vectors in ((a, left), (b, right)):
        for row, vector in enumerate(vectors):
            for pair in vector.keys() & common:
                matrix[row, places[pair]] = vector[pair]
    # Not a matrix product: for so small ones, starting the threads of BLAS takes longer than the sums.
    cosines: Shares = np.einsum("ik,jk->ij", a, b)
    return np.sqrt(cosines)
