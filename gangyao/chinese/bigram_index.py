"""Which Han characters were counted between which neighbours, as bits that can be intersected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Rows = npt.NDArray[np.uint64]

_WORD = 64
# As many codes as have a row; 4,096 are more than documents of state use.
_ROWS = 4096


@dataclass(frozen=True, slots=True)
class Followers:
    """Bit i of `after[k]` says that code `codes[i]` was counted after `codes[k]`; `before` likewise.

    `row_of` gives the row of each code. Row 0 is that of codes without one; nothing follows them.
    """

    codes: npt.NDArray[np.uint16]
    row_of: npt.NDArray[np.uint16]
    after: Rows
    before: Rows

    def between(self, left: Rows, right: Rows) -> tuple[Integers, Rows]:
        """Return the codes that were counted both after `left` and before `right`, for each such pair.

        The result is two arrays, in the order of the pairs: the index of the pair, and the code.
        """
        shared = self.after[self.row_of[left.astype(np.int64)]]
        shared &= self.before[self.row_of[right.astype(np.int64)]]
        # Looking for what is not zero is several times faster in one dimension.
        held = np.flatnonzero(shared.ravel() != 0)
        pair, word = held // _WORD, held % _WORD
        bits = np.unpackbits(shared.ravel()[held].view(np.uint8), bitorder="little")
        ones = np.flatnonzero(bits.view(np.bool_))
        index, bit = ones // _WORD, ones % _WORD
        return pair[index], self.codes[word[index] * _WORD + bit].astype(np.uint64)

    def follow(self, left: Rows, codes: Rows) -> npt.NDArray[np.bool_]:
        """Tell of each pair of codes whether the second was counted after the first."""
        row = self.row_of[codes.astype(np.int64)].astype(np.int64)
        held = self.after[self.row_of[left.astype(np.int64)], row // _WORD]
        seen: npt.NDArray[np.bool_] = (held >> (row % _WORD).astype(np.uint64)) & np.uint64(1) == 1
        return seen


def make_followers(pairs: npt.NDArray[np.uint32], unigrams: npt.NDArray[np.uint32]) -> Followers:
    """Index pairs of codes (the left one in the upper 16 bits) whose codes are among the most frequent."""
    by_count = np.lexsort((np.arange(len(unigrams)), -unigrams.astype(np.int64)))
    codes = np.zeros(_ROWS, dtype=np.uint16)
    codes[1:] = by_count[: _ROWS - 1]
    row_of = np.zeros(0x10000, dtype=np.uint16)
    row_of[codes[1:]] = np.arange(1, _ROWS)
    left = row_of[pairs >> np.uint32(16)]
    right = row_of[pairs & np.uint32(0xFFFF)]
    known = (left > 0) & (right > 0)
    left, right = left[known], right[known]
    return Followers(codes, row_of, _packed(left, right), _packed(right, left))


def _packed(row: npt.NDArray[np.uint16], column: npt.NDArray[np.uint16]) -> Rows:
    """Set one bit for each distinct pair; sums of distinct bits are their union, and fast to count."""
    byte = row.astype(np.int64) * (_ROWS // 8) + (column >> 3)
    bit = np.left_shift(1, column & 7)
    held = np.bincount(byte, weights=bit, minlength=_ROWS * _ROWS // 8).astype(np.uint8)
    return held.reshape(_ROWS, _ROWS // 8).view(np.uint64)
