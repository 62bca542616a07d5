"""Which of known pairs or triples of characters stand at many places of a text, looked up together.

One look-up of a dictionary waits for memory that nothing has touched for a while; those of an array wait at
the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints, code_points

Places = npt.NDArray[np.intp]
Keys = npt.NDArray[np.uint64]
# No character has a code point of more bits.
_SHIFT = np.uint64(21)
# So many fit into the 64 bits of a key.
_MOST = 3


@dataclass(frozen=True, slots=True, eq=False)
class PairTable:
    """Words of `size` characters, two or three: their rising `keys`, and of each its number."""

    size: int
    keys: Keys
    numbers: Places

    def find(self, codes: CodePoints, places: Places) -> Places:
        """Return the number of the word that begins at each of `places`, -1 where none of the table does."""
        if not len(self.keys) or not len(places):
            return np.full(len(places), -1, np.intp)
        keys = _keys(codes, places, self.size)
        found = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        stands = (self.keys[found] == keys) & (places + self.size <= len(codes))
        numbers: Places = np.where(stands, self.numbers[found], -1)
        return numbers


def pair_table(words: Sequence[str], size: int = 2) -> PairTable:
    """Return the table of `words`, numbered as they are given.

    Raises ValueError where one of them has not `size` characters, or these do not fit into a key.
    """
    if not 2 <= size <= _MOST or any(len(word) != size for word in words):
        raise ValueError(f"a word of this table has {size} characters, two or three")
    keys = _keys(code_points("".join(words)), np.arange(0, size * len(words), size, dtype=np.intp), size)
    order = np.argsort(keys, kind="stable")
    return PairTable(size, keys[order], order)


def _keys(codes: CodePoints, places: Places, size: int) -> Keys:
    keys: Keys = codes.take(places).astype(np.uint64)
    for behind in range(1, size):
        keys = (keys << _SHIFT) | codes.take(places + behind, mode="clip")
    return keys
