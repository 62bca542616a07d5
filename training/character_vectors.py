"""Vectors of characters and of pairs of them, by what stands beside them: factors of counted neighbours.

Positive pointwise mutual information of a character or pair with the characters at fixed distances from it,
with the contexts' counts flattened, factored by a truncated singular value decomposition (Levy, Goldberg and
Dagan 2015).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix, csr_matrix
from sklearn.utils.extmath import randomized_svd

from gangyao.chinese.code_points import code_points
from gangyao.chinese.vocabulary import FIRST_KNOWN, UNKNOWN, keys_of_commonest

#: Numbers in a vector.
WIDTH = 64
# What is counted beside a character, and beside the first character of a pair.
_BESIDE, _BESIDE_PAIR = (-2, -1, 1, 2), (-2, -1, 2, 3)
_FLATTENED = 0.75
_LEAST_TOGETHER = 2
# A character counts from so many places on, in own texts three times; a pair from so many in own texts.
_LEAST, _OWN = 6, 3
_LEAST_OF_PAIR = 3
_MOST_PAIRS = 24_000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Vectors:
    """The known characters, the keys of the known pairs, and the vectors of both, a row each; the first rows
    of `characters` are those of `NO_CHARACTER` and `UNKNOWN`.
    """

    known: str
    pairs: npt.NDArray[np.uint32]
    of_characters: npt.NDArray[np.float32]
    of_pairs: npt.NDArray[np.float32]


def character_vectors(own: str, other: str) -> Vectors:
    """Return the vectors counted in both texts, of what stands often enough; deterministic."""
    known = _known(own, other)
    pairs = _pairs(own, known)
    table = np.full(0x110000, UNKNOWN, np.int64)
    table[code_points(known)] = np.arange(FIRST_KNOWN, FIRST_KNOWN + len(known))
    table[ord("\n")] = 0
    text = table[code_points(f"{own}\n{own}\n{other}")]
    characters = FIRST_KNOWN + len(known)
    vectors = _factors(_counts(text, pairs.astype(np.int64), characters), characters)
    return Vectors(known, pairs, vectors[:characters], vectors[characters:])


def _known(own: str, other: str) -> str:
    ours, others = Counter(own), Counter(other)
    return "".join(
        sorted(
            character
            for character in ours.keys() | others.keys()
            if character != "\n"
            and ord(character) < 1 << 16
            and _OWN * ours[character] + others[character] >= _LEAST
        )
    )


def _pairs(own: str, known: str) -> npt.NDArray[np.uint32]:
    """The keys of the commonest pairs, rising."""
    counted = Counter(own[at : at + 2] for at in range(len(own) - 1))
    often = (pair for pair, count in counted.most_common() if count >= _LEAST_OF_PAIR)
    return keys_of_commonest(often, known, _MOST_PAIRS)


def _counts(text: npt.NDArray[np.int64], pairs: npt.NDArray[np.int64], characters: int) -> csr_matrix:
    """How often each character and pair stands with each character at each distance."""
    margin = max(map(abs, (*_BESIDE, *_BESIDE_PAIR)))
    places = np.arange(margin, len(text) - margin)
    keys = text[places] << 12 | text[places + 1]
    found = np.minimum(np.searchsorted(pairs, keys), len(pairs) - 1)
    is_known = pairs[found] == keys
    rows, columns = [], []
    for number, distance in enumerate(_BESIDE):
        rows.append(text[places])
        columns.append(text[places + distance] + number * characters)
    for number, distance in enumerate(_BESIDE_PAIR):
        rows.append(characters + found[is_known])
        columns.append(text[places[is_known] + distance] + number * characters)
    row, column = np.concatenate(rows), np.concatenate(columns)
    shape = (characters + len(pairs), len(_BESIDE) * characters)
    return coo_matrix((np.ones(len(row), np.float32), (row, column)), shape=shape).tocsr()


def _factors(counts: csr_matrix, characters: int) -> npt.NDArray[np.float32]:
    told = counts.tocoo()
    rows = np.bincount(told.row, told.data, counts.shape[0]) + 1
    columns = np.bincount(told.col, told.data, counts.shape[1]) ** _FLATTENED
    information = np.log(told.data / (rows[told.row] * (columns / columns.sum())[told.col]))
    kept = (information > 0) & (told.data >= _LEAST_TOGETHER)
    positive = csr_matrix((information[kept], (told.row[kept], told.col[kept])), shape=counts.shape)
    left, values, _ = randomized_svd(positive, n_components=WIDTH, n_iter=2, random_state=_SEED)
    vectors = (left * np.sqrt(values)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    vectors[:FIRST_KNOWN] = 0
    known: npt.NDArray[np.float32] = vectors
    return known
