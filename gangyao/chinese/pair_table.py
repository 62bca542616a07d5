"""Which of known pairs of characters stand at many places of a text, looked up together.

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


@dataclass(frozen=True, slots=True, eq=False)
class PairTable:
    """Pairs of characters: their rising `keys`, and of each its number."""

    keys: Keys
    numbers: Places

    def find(self, codes: CodePoints, places: Places) -> Places:
        """Return the number of the pair that begins at each of `places`, -1 where none of the table does.

        At the last place of `codes` there is none, whatever is asked.
        """
        if not len(self.keys) or not len(places):
            return np.full(len(places), -1, np.intp)
        keys = _keys(codes, places)
        found = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        stands = (self.keys[found] == keys) & (places + 1 < len(codes))
        numbers: Places = np.where(stands, self.numbers[found], -1)
        return numbers


def pair_table(pairs: Sequence[str]) -> PairTable:
    """Return the table of `pairs`, numbered as they are given.

    Raises ValueError where one of them has not two characters.
    """
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("a pair has two characters")
    keys = _keys(code_points("".join(pairs)), np.arange(0, 2 * len(pairs), 2, dtype=np.intp))
    order = np.argsort(keys, kind="stable")
    return PairTable(keys[order], order)


def _keys(codes: CodePoints, places: Places) -> Keys:
    first = codes.take(places).astype(np.uint64)
    keys: Keys = (first << _SHIFT) | codes.take(places + 1, mode="clip")
    return keys
