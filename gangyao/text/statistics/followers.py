"""Which character follows which: the pairs that were counted, looked up from either side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Codes16 = npt.NDArray[np.uint16]
Offsets = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Followers:
    """What follows the code c is `after[after_from[c]:after_from[c + 1]]`; likewise what precedes it."""

    after_from: Offsets
    after: Codes16
    before_from: Offsets
    before: Codes16

    def either(
        self, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int64], Codes16]:
        """Return, for each pair of neighbours, the codes that may stand between them, judged from one side.

        From the side that leaves fewer. The result is two arrays: the index of the pair, and the code.
        """
        after_size = self.after_from[left + 1] - self.after_from[left]
        before_size = self.before_from[right + 1] - self.before_from[right]
        use_after = after_size <= before_size
        sizes = np.where(use_after, after_size, before_size).astype(np.int64)
        starts = np.where(use_after, self.after_from[left], self.before_from[right]).astype(np.int64)
        owner = np.repeat(np.arange(len(left)), sizes)
        ends = np.cumsum(sizes)
        at = np.arange(len(owner)) - np.repeat(ends - sizes, sizes) + starts[owner]
        codes = np.zeros(len(owner), dtype=np.uint16)
        from_after = use_after[owner]
        codes[from_after] = self.after[at[from_after]]
        codes[~from_after] = self.before[at[~from_after]]
        return owner, codes


def make_followers(left: Codes16, right: Codes16) -> Followers:
    """Index distinct pairs of codes from both sides."""
    by_left = np.lexsort((right, left))
    by_right = np.lexsort((left, right))
    return Followers(_offsets(left), right[by_left], _offsets(right), left[by_right])


def _offsets(codes: Codes16) -> Offsets:
    counts = np.bincount(codes.astype(np.int64), minlength=0x10000)
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
