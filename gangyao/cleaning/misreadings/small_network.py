"""A network with one small hidden layer: features weigh differently together than each by itself.

A pair that was never counted says much in plain prose and little in a slogan; a sum of weights cannot tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float32]

#: Features are taken from so many standard deviations below the mean of the fit to so many above.
FARTHEST = 5.0
# OpenBLAS takes threads for products of more multiplications, and those mostly wait for each other, at full
# speed: so many rows are weighed at a time that they are fewer.
_ON_ONE_THREAD = 262_144
# A row is summed up in another order when it stands elsewhere in a matrix. In twice the digits that are
# given back nothing of this is left, so that a text weighs the same with whatever else it is read.
_SUMMED_IN = np.float64


@dataclass(frozen=True, slots=True, eq=False)
class SmallNetwork:
    """`mean` and `scale` of each feature, a row of `hidden` weights for each, and what the units weigh."""

    mean: Row
    scale: Row
    hidden: Matrix
    hidden_constants: Row
    output: Row
    constant: float

    def weigh(self, features: Matrix) -> Row:
        """Return the natural logarithm of the odds of each row of features."""
        odds = np.empty(len(features), dtype=np.float32)
        hidden, output = self.hidden.astype(_SUMMED_IN), self.output.astype(_SUMMED_IN)
        size = _ON_ONE_THREAD // self.hidden.size
        for start in range(0, len(features), size):
            block = standardised(features[start : start + size], self.mean, self.scale)
            units = block.astype(_SUMMED_IN) @ hidden + self.hidden_constants
            odds[start : start + size] = np.maximum(units, 0, out=units) @ output + self.constant
        return odds


def standardised(features: npt.NDArray[Any], mean: npt.NDArray[Any], scale: npt.NDArray[Any]) -> Any:
    """Return features in standard deviations from their mean, none farther than `FARTHEST`."""
    return np.clip((features - mean) / scale, -FARTHEST, FARTHEST)


def network_of(stored: Mapping[str, Any], features: Sequence[str]) -> SmallNetwork:
    """Read a network that was stored with the names of its features. Raises KeyError for one without."""
    rows = [stored["features"][name] for name in features]
    return SmallNetwork(
        np.array([row["mean"] for row in rows], dtype=np.float32),
        np.array([row["scale"] for row in rows], dtype=np.float32),
        np.stack([_numbers(row["units"]) for row in rows]),
        _numbers(stored["unit_constants"]),
        _numbers(stored["output"]),
        float(stored["constant"]),
    )


def _numbers(line: str) -> Row:
    return np.array(line.split(), dtype=np.float32)
