"""What the traits of a break weigh, in bits, as `python -m training.reading_order_weights` fits them."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

Weights = npt.NDArray[np.float64]


@lru_cache(maxsize=8)
def load_weights(judged: str, traits: tuple[str, ...]) -> Weights:
    """Return the weights of traits, in their order, that ship with the package; cached per process.

    `judged` is what the traits tell of: "join", "paragraph end" or "paragraph start". Raises KeyError when a
    trait has no weight.
    """
    path = resources.files("gangyao.models") / "reading_order_weights.json"
    stored = json.loads(path.read_text("utf-8"))[judged]
    weights = np.array([stored[trait] for trait in traits], dtype=np.float64)
    weights.flags.writeable = False
    return weights
