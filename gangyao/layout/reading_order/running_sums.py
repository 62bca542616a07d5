"""Sums of the vectors of what stands in a row along a text: of any run of it, at the cost of two look-ups."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gangyao.chinese.han_pairs import Keys

Vectors = npt.NDArray[np.float32]

# So many are added up together: of more, single precision would lose what a short run adds.
_BLOCK = 512


class RunningSums:
    """The vectors `rows` of `vectors` in a row, added up block by block where they are asked for."""

    def __init__(self, vectors: Vectors, rows: Keys) -> None:
        self._vectors, self._rows = vectors, rows
        self._blocks = np.full(len(rows) // _BLOCK + 1, -1, dtype=np.int64)
        self._sums = np.zeros((0, _BLOCK + 1, vectors.shape[1]), dtype=np.float32)

    def of(self, firsts: Keys, lasts: Keys) -> Vectors:
        """Return the sum from each first one up to the last, which is not added."""
        sums = self._up_to(lasts) - self._up_to(firsts)
        # What lies in earlier blocks than the last one, as runs are a few blocks long at most.
        for step in range(int((lasts // _BLOCK - firsts // _BLOCK).max(initial=0))):
            over = np.flatnonzero(lasts // _BLOCK > firsts // _BLOCK + step)
            sums[over] += self._up_to((firsts[over] // _BLOCK + step + 1) * _BLOCK, ends=True)
        return sums

    def _up_to(self, places: Keys, *, ends: bool = False) -> Vectors:
        """Return the sum from the beginning of its block to each place (`ends`: one that ends a block)."""
        blocks = places // _BLOCK - ends
        self._add_up(blocks)
        told: Vectors = self._sums[self._blocks[blocks], places - blocks * _BLOCK]
        return told

    def _add_up(self, blocks: Keys) -> None:
        """Add up the blocks that were not asked for yet."""
        is_new = np.zeros(len(self._blocks), dtype=bool)
        is_new[blocks] = True
        new = np.flatnonzero(is_new & (self._blocks < 0))
        if not len(new):
            return
        places = new[:, None] * _BLOCK + np.arange(_BLOCK)
        # Behind the last one anything is added, and never asked for.
        rows = self._rows.take(places, mode="clip") if len(self._rows) else np.zeros_like(places)
        added = np.zeros((len(new), *self._sums.shape[1:]), dtype=np.float32)
        np.cumsum(self._vectors[rows], axis=1, out=added[:, 1:])
        self._blocks[new] = len(self._sums) + np.arange(len(new))
        self._sums = np.concatenate([self._sums, added])
