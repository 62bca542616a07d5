"""What the best cut of a short stretch into dictionary words costs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, ORDER, Codes, extended_keys
from gangyao.chinese.count_table import CountTable

Floats = npt.NDArray[np.float32]

# Words that the dictionary counted in all, as a power of two, and the bits of a character that is no word.
_TOTAL_BITS = np.float32(25.8)
_NO_WORD_BITS = np.float32(27.5)
_OTHER_BITS = np.float32(4.0)
_IMPOSSIBLE = np.float32(99)


def segmentation_cost(words: CountTable, windows: Codes, is_han: npt.NDArray[np.bool_]) -> Floats:
    """Return the bits of the likeliest cut of each window (a row of codes), by word frequencies alone.

    Dynamic programming over cuts; `NOTHING` is free, a character that is not Han costs the same everywhere.
    """
    rows, width = windows.shape
    keys = windows
    singles = words.look_up(windows.ravel()).reshape(rows, width)
    single = np.where(singles > 0, _TOTAL_BITS - np.log2(np.maximum(singles, 1)), _NO_WORD_BITS)
    single = np.where(is_han[windows.astype(np.int64)], single, _OTHER_BITS)
    costs = [np.where(windows == NOTHING, np.float32(0), single)]
    for length in range(2, ORDER + 1):
        keys = extended_keys(keys[:, :-1], windows[:, length - 1 :])
        counts = words.look_up(keys.ravel()).reshape(keys.shape)
        costs.append(np.where(counts > 0, _TOTAL_BITS - np.log2(np.maximum(counts, 1)), _IMPOSSIBLE))
    best = np.zeros((rows, width + 1), dtype=np.float32)
    for end in range(1, width + 1):
        best[:, end] = best[:, end - 1] + costs[0][:, end - 1]
        for length in range(2, min(ORDER, end) + 1):
            cut = best[:, end - length] + costs[length - 1][:, end - length]
            np.minimum(best[:, end], cut, out=best[:, end])
    total: Floats = best[:, width]
    return total
