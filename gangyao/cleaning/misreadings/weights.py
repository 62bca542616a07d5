"""What the features of a slip weigh, as `python -m training.suspect_weights` fitted them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.cleaning.misreadings.small_network import SmallNetwork, network_of
from gangyao.cleaning.misreadings.surroundings import AROUND_FEATURES

Row = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float32]

# Features of a place that the scan of a text gives at once; "again" means elsewhere in the same document.
SCAN_FEATURES = (
    "bits of the surroundings",
    "bits of the place and the three after it",
    "bits of the next character",
    "bits of the second next",
    "the pair with the left character again",
    "the pair with the right character again",
    "the three that end here again",
    "the three around it again",
    "the three that start here again",
    "the character again",
    "frequency of the character",
    "frequency of the pair with the left character",
    "frequency of the pair with the right character",
    "frequency of the commonest three that hold it",
)
WORD_TELLTALES = ("in a word of two", "in a word of three", "in a word of four")
BESIDE_FEATURES = ("a word of two ends before it", "a word of two begins after it")
PLACE_FEATURES = SCAN_FEATURES + WORD_TELLTALES + BESIDE_FEATURES + AROUND_FEATURES
EDIT_FEATURES = (
    "bits saved",
    "bits after the edit",
    "bits saved by the cut into words",
    "closeness of shape",
    "same syllable",
    "near syllable",
    "the new left pair is printed elsewhere",
    "the new right pair is printed elsewhere",
    "the new three on the left are printed elsewhere",
    "the new three around are printed elsewhere",
    "the new three on the right are printed elsewhere",
    "frequency of the commonest new three",
)


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What places and edits weigh, as natural logarithms of odds.

    `first_cut` weighs `SCAN_FEATURES` (a logistic regression, the constant last), `second_cut`
    `PLACE_FEATURES`: places below 0 are dropped. `edits` has a network for each kind of edit, which weighs
    `PLACE_FEATURES` and `EDIT_FEATURES`.
    """

    first_cut: Row
    second_cut: SmallNetwork
    edits: tuple[SmallNetwork, ...]

    def weigh_edits(self, features: Matrix, kinds: npt.NDArray[np.int64]) -> Row:
        """Return the odds of edits: a row of features for each, and its kind."""
        odds = np.zeros(len(features), dtype=np.float32)
        for kind, network in enumerate(self.edits):
            (rows,) = np.nonzero(kinds == kind)
            odds[rows] = network.weigh(features[rows])
        return odds


def weight_row(stored: dict[str, float], features: tuple[str, ...]) -> Row:
    """Return the weights of `features` in their order, then the constant. Raises KeyError."""
    return np.array([stored[name] for name in (*features, "constant")], dtype=np.float32)


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Load the weights that ship with the package; cached per process.

    Raises KeyError when a feature has no weight.
    """
    stored = json.loads((resources.files("gangyao.models") / "suspect_weights.json").read_text("utf-8"))
    kinds = ("substitution", "deletion", "transposition", "insertion")
    edits = tuple(network_of(stored["edits"][kind], PLACE_FEATURES + EDIT_FEATURES) for kind in kinds)
    return Weights(
        weight_row(stored["first_cut"], SCAN_FEATURES),
        network_of(stored["second_cut"], PLACE_FEATURES),
        edits,
    )
