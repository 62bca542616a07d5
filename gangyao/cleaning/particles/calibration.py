"""How far the scores of a particle model, and the habits of the document, are to be believed.

A conditional logit (McFadden 1974) over the classes of a gap: what the log-linear model and the neural
network say, what the document prints in like places, and how common each class is, weighed so that of the
readings that are given a probability of 0.9, nine in ten are right on documents that no model has seen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.cleaning.particles.document_usage import USAGE, Usage
from gangyao.cleaning.particles.features import CLASSES

Scores = npt.NDArray[np.float64]

# What reads a gap, in the order of its scores.
READERS: tuple[str, ...] = ("log-linear", "network")


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """`readers` weighs the scores of `READERS`, `habits` the document's; `intercepts` has one per class."""

    readers: Scores
    habits: Scores
    intercepts: Scores

    def posteriors(self, scores: Scores, habits: Usage) -> Scores:
        """Return the log probability of each class in each gap (gaps, classes).

        `scores` are those of `READERS`, `habits` those of `USAGE` (gaps, classes, numbers).
        """
        return log_softmax(scores @ self.readers + habits @ self.habits + self.intercepts)


def log_softmax(scores: Scores) -> Scores:
    """Return log probabilities, row by row."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float64)


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """Load the calibration that ships with the package; cached per process."""
    resource = resources.files("gangyao.models") / "particle_calibration.json"
    stored = json.loads(resource.read_text(encoding="utf-8"))
    return Calibration(
        np.array([stored["readers"][name] for name in READERS], dtype=np.float64),
        np.array([stored["habits"][name] for name in USAGE], dtype=np.float64),
        np.array([stored["intercepts"][particle] for particle in CLASSES], dtype=np.float64),
    )
