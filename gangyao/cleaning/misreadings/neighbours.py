"""How the neighbours of a gap fit with what may have stood there, and without it.

Where a character was left out, the characters beside the gap are read in a wrong context too: put back, it
makes them likelier.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import Codes
from gangyao.cleaning.misreadings.cloze_network import REACH, ClozeNetwork

Integers = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.float32]

NEIGHBOUR_FEATURES = (
    "the left neighbour as it stands",
    "the left neighbour with the likeliest character put in",
    "the right neighbour as it stands",
    "the right neighbour with the likeliest character put in",
)

#: Log probabilities are not told apart below this.
LEAST_LOG_PROBABILITY = -14.0
# Characters on either side of a gap that the windows of its neighbours reach into.
_AROUND = REACH + 1


def fit_of_neighbours(network: ClozeNetwork, codes: Codes, places: Integers, written: Codes) -> Matrix:
    """Return `NEIGHBOUR_FEATURES` of the gaps before `places`, of which `written` may be missing."""
    edge = np.full(_AROUND, network.number[ord("\n")])
    numbers = np.concatenate([edge, network.number[codes.astype(np.int64)], edge])
    printed = numbers[(places + _AROUND)[:, None] + np.arange(-_AROUND, _AROUND)]
    inserted = network.number[written.astype(np.int64)][:, None]
    mended = np.concatenate([printed[:, :_AROUND], inserted, printed[:, _AROUND:]], axis=1)
    columns = (
        _expected(network, printed, _AROUND - 1),
        _expected(network, mended, _AROUND - 1),
        _expected(network, printed, _AROUND),
        _expected(network, mended, _AROUND + 1),
    )
    features: Matrix = np.maximum(np.stack(columns, axis=1), np.float32(LEAST_LOG_PROBABILITY))
    return features


def _expected(network: ClozeNetwork, numbers: Integers, column: int) -> npt.NDArray[np.float32]:
    """Return the log probability of the characters in a column, read from both of its sides."""
    left, right = numbers[:, column - REACH : column], numbers[:, column + 1 : column + 1 + REACH]
    windows, own = np.concatenate([left, right], axis=1), numbers[:, column]
    parts = [said[np.arange(len(said)), own[rows]] for rows, said in network.read(windows)]
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)
