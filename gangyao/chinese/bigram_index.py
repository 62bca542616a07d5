"""Which characters were counted between which neighbours, as bits that can be intersected, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gangyao.chinese.count_table import COUNT_LEVELS

Integers = npt.NDArray[np.int64]
Rows = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.float32]
Levels = npt.NDArray[np.uint8]

_WORD, _WORD_BITS = 64, 6
# As many codes as have a row at most; 4,096 are more than documents of state use.
_MOST_ROWS = 4096
# The first level is that of a pair that was not counted.
_COUNT_OF_LEVEL: Counts = np.concatenate([[0], COUNT_LEVELS]).astype(np.float32)
_HAN = slice(0x3400, 0xA000)


@dataclass(frozen=True, slots=True, eq=False)
class Between:
    """Codes that stand between two others: the index of the pair of those, and how often on each side."""

    pair: Integers
    codes: Rows
    after: Counts
    before: Counts


@dataclass(frozen=True, slots=True, eq=False)
class PairCounts:
    """How often pairs of frequent codes were counted: one read instead of three far ones of a count table.

    `row_of` gives the row of each code, `codes` the code of each row; row 0 is that of codes without one.
    `levels[k, i]` says how often code i was counted after code k, as the place of the count in `COUNT_LEVELS`
    and one more.
    """

    codes: npt.NDArray[np.uint16]
    row_of: npt.NDArray[np.uint16]
    levels: Levels

    def look_up(self, left: Rows, right: Rows) -> Counts:
        """Return how often each pair of codes was counted, 0 for one that is not held here."""
        # All places are inside, and the mode that looks at no bounds is the quickest.
        places = self.rows(left)
        places *= len(self.codes)
        places += np.take(self.row_of, right.view(np.int64), mode="wrap")
        return np.take(_COUNT_OF_LEVEL, np.take(self.levels, places, mode="wrap"), mode="wrap")

    def rows(self, codes: Rows) -> Integers:
        """Return the row of each code."""
        return np.take(self.row_of, codes.view(np.int64), mode="wrap").astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Followers:
    """Bit i of `after[k]` says that the Han code of row i was counted after that of row k; `before` likewise.

    Rows are those of `pairs`; `levels_before` are its levels with rows and columns changed, so that what is
    read of one neighbour stands close together.
    """

    pairs: PairCounts
    after: Rows
    before: Rows
    levels_before: Levels

    def between(self, left: Rows, right: Rows) -> Between:
        """Return the Han codes that were counted both after `left` and before `right`, for each such pair.

        In the order of the pairs.
        """
        left_row, right_row = self.pairs.rows(left), self.pairs.rows(right)
        shared = self.after[left_row]
        shared &= self.before[right_row]
        words = shared.ravel()
        # Looking for what is not zero is several times faster in one dimension.
        held = np.flatnonzero(words != 0)
        bits = np.unpackbits(words[held].view(np.uint8), bitorder="little")
        ones = np.flatnonzero(bits.view(np.bool_))
        pair_of_word, word = np.divmod(held, shared.shape[1])
        column = word * _WORD
        width = len(self.pairs.codes)
        after_at, before_at = (rows[pair_of_word] * width + column for rows in (left_row, right_row))
        index, bit = ones >> _WORD_BITS, ones & (_WORD - 1)
        after = np.take(self.pairs.levels, np.take(after_at, index, mode="wrap") + bit, mode="wrap")
        before = np.take(self.levels_before, np.take(before_at, index, mode="wrap") + bit, mode="wrap")
        row = np.take(column, index, mode="wrap") + bit
        return Between(
            np.take(pair_of_word, index, mode="wrap"),
            np.take(self.pairs.codes, row, mode="wrap").astype(np.uint64),
            np.take(_COUNT_OF_LEVEL, after, mode="wrap"),
            np.take(_COUNT_OF_LEVEL, before, mode="wrap"),
        )


def count_pairs(
    pairs: npt.NDArray[np.uint32], counts: Counts, unigrams: npt.NDArray[np.uint32]
) -> PairCounts:
    """Hold pairs of codes (the left one in the upper 16 bits), those of the most frequent codes.

    `counts` are those of the pairs, each one of `COUNT_LEVELS`.
    """
    left, right = pairs >> np.uint32(16), pairs & np.uint32(0xFFFF)
    is_held = np.zeros(0x10000, dtype=bool)
    is_held[left] = is_held[right] = True
    held = np.flatnonzero(is_held)
    by_count = held[np.lexsort((held, -unigrams[held].astype(np.int64)))][: _MOST_ROWS - 1]
    # As many rows as fill whole words of bits.
    codes = np.zeros(-(-(len(by_count) + 1) // _WORD) * _WORD, dtype=np.uint16)
    codes[1 : len(by_count) + 1] = by_count
    row_of = np.zeros(0x10000, dtype=np.uint16)
    row_of[by_count] = np.arange(1, len(by_count) + 1)
    row, column = row_of[left], row_of[right]
    levels = np.zeros((len(codes), len(codes)), dtype=np.uint8)
    levels[row, column] = np.searchsorted(_COUNT_OF_LEVEL, counts)
    levels[0] = levels[:, 0] = 0
    return PairCounts(codes, row_of, levels)


@lru_cache(maxsize=1)
def followers_of(pairs: PairCounts) -> Followers:
    """Index pairs by what stands between two codes; the last index is kept."""
    row, column = np.nonzero(pairs.levels)
    before = np.zeros_like(pairs.levels)
    before[column, row] = pairs.levels[row, column]
    is_han = np.zeros(0x10000, dtype=bool)
    is_han[_HAN] = True
    columns = _packed(is_han[pairs.codes][None])
    return Followers(pairs, _packed(pairs.levels) & columns, _packed(before) & columns, before)


def _packed(held: npt.NDArray[np.bool_] | Levels) -> Rows:
    """Return a bit for each value that is not zero, a row of words for each row."""
    return np.packbits(held, axis=1, bitorder="little").view(np.uint64)
