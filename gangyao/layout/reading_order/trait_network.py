"""Small networks that weigh the traits of a break, of the end of a line or of its beginning, in bits.

One hidden layer of rectified linear units: what a trait tells depends on others (a poor fit after a comma
tells little, in mid-word much). `python -m training.join_network` and `python -m training.line_networks` fit
them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class TraitNetwork:
    """Weights from `traits` to hidden units, (traits, units), and from those to bits, with constants.

    Nothing that it judges is less likely than `least` bits, nor more than `most`: so often it has no idea.
    """

    traits: tuple[str, ...]
    hidden: Numbers
    hidden_constants: Numbers
    output: Numbers
    constant: float
    least: float
    most: float

    def bits(self, traits: Mapping[str, Numbers | Truths]) -> Numbers:
        """Return by how many bits what has such traits is likelier to be what is judged than anything.

        `traits` are arrays that broadcast to each other; those of one side of a pair are weighed once for all
        that it meets.
        """
        by_shape: dict[tuple[int, ...], list[int]] = {}
        for place, trait in enumerate(self.traits):
            by_shape.setdefault(traits[trait].shape, []).append(place)
        # Traits and units come first, so that all numbers of one are written side by side.
        parts: list[Numbers] = []
        for shape, places in by_shape.items():
            # Not `np.stack`, which takes longer to start for each of seventy arrays.
            stacked = np.empty((len(places), *shape))
            for number, place in enumerate(places):
                stacked[number] = traits[self.traits[place]]
            weighed = self.hidden[places].T @ stacked.reshape(len(places), math.prod(shape))
            parts.append(weighed.reshape(len(weighed), *shape))
        parts.sort(key=np.size)
        units = parts[0] + self.hidden_constants.reshape(-1, *[1] * (parts[0].ndim - 1))
        for part in parts[1:]:
            units = units + part
        np.maximum(units, 0.0, out=units)
        shape = units.shape[1:]
        told = (self.output @ units.reshape(len(units), math.prod(shape))).reshape(shape) + self.constant
        bits: Numbers = np.logaddexp2(np.minimum(told, self.most), self.least)
        return bits


@lru_cache(maxsize=8)
def load_network(judged: str) -> TraitNetwork:
    """Return the network that ships with the package for "join", "line_end", "line_start" or "neighbours".

    Cached per process.
    """
    stored = json.loads((resources.files("gangyao.models") / f"{judged}_network.json").read_text("utf-8"))
    return TraitNetwork(
        tuple(stored["hidden"]),
        np.array(list(stored["hidden"].values())),
        np.array(stored["hidden_constants"]),
        np.array(stored["output"]),
        float(stored["constant"]),
        float(stored["least"]),
        float(stored["most"]),
    )
