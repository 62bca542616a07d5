"""What the features of a slip weigh, as `python -m training.suspect_weights` fitted them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

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
PLACE_FEATURES = SCAN_FEATURES + WORD_TELLTALES
EDIT_FEATURES = (
    "bits saved",
    "bits after the edit",
    "bits saved by the cut into words",
    "looks alike",
    "closeness of outline",
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
    """Logistic regressions (natural logarithm of odds); the last weight of each is the constant.

    `first_cut` weighs `SCAN_FEATURES`, `second_cut` `PLACE_FEATURES`: places below 0 are dropped. `edits`
    has a row for each kind of edit and weighs `PLACE_FEATURES` and `EDIT_FEATURES`.
    """

    first_cut: Row
    second_cut: Row
    edits: Matrix


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
    edits = [weight_row(stored["edits"][kind], PLACE_FEATURES + EDIT_FEATURES) for kind in kinds]
    return Weights(
        weight_row(stored["first_cut"], SCAN_FEATURES),
        weight_row(stored["second_cut"], PLACE_FEATURES),
        np.stack(edits),
    )
