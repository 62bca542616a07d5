"""The network that weighs the traits of a break, as `python -m training.reading_order_weights` fits it.

One hidden layer of rectified linear units: what a trait tells depends on others (a poor fit after a comma
tells little, in mid-word much).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

# Of right pairs, one in 1,500 fits worse than any weight tells: down to 8 bits below zero, bits come true as
# they should (pairs of parts of the split that the network had not seen).
_WORST = -10.5


@dataclass(frozen=True, slots=True, eq=False)
class JoinNetwork:
    """Weights from `traits` to hidden units, (traits, units), and from those to bits, with constants."""

    traits: tuple[str, ...]
    hidden: Numbers
    hidden_constants: Numbers
    output: Numbers
    constant: float

    def bits(self, traits: Mapping[str, Numbers | Truths]) -> Numbers:
        """Return by how many bits pairs with such traits are likelier to be parts of one line than any two.

        `traits` are arrays that broadcast to (ends, beginnings); those of one side are weighed once for all
        that it meets.
        """
        by_shape: dict[tuple[int, ...], list[int]] = {}
        for place, trait in enumerate(self.traits):
            by_shape.setdefault(traits[trait].shape, []).append(place)
        units = self.hidden_constants
        for places in by_shape.values():
            stacked = np.stack([traits[self.traits[place]] for place in places], axis=-1)
            units = units + stacked.astype(np.float64) @ self.hidden[places]
        bits: Numbers = np.logaddexp2(np.maximum(units, 0.0) @ self.output + self.constant, _WORST)
        return bits


@lru_cache(maxsize=1)
def load_join_network() -> JoinNetwork:
    """Return the network that ships with the package; cached per process."""
    stored = json.loads((resources.files("gangyao.models") / "join_network.json").read_text("utf-8"))
    return JoinNetwork(
        tuple(stored["hidden"]),
        np.array(list(stored["hidden"].values())),
        np.array(stored["hidden_constants"]),
        np.array(stored["output"]),
        float(stored["constant"]),
    )
