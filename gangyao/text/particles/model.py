"""A log-linear model of what stands in a gap of a Chinese text: a particle, or nothing.

Multinomial logistic regression (Berger, Della Pietra and Della Pietra 1996, "A Maximum Entropy Approach to
Natural Language Processing") over hashed features of the context (Weinberger et al. 2009), interpolated with
the character model. It sees both sides of the gap and the words there, which an n-gram model does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.text.particles.features import CLASSES, REACH, Codes, contexts, made_words, n_gram_counts, tokens
from gangyao.text.statistics.counts import CountTable
from gangyao.text.statistics.model import CharacterModel, fold_codes

# Weight of the character model's cost beside the log-linear score, set on held-out documents.
_COST_WEIGHT = 0.2
_PADDING = "\n" * REACH

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ParticleModel:
    """What training found.

    `weights` (rows, classes) are quantised in steps of `step`; `word_weights` are for the words that a
    particle makes, `count_weights` (two rows: nothing, a particle) for how often it was counted there.
    `classes` is the table of word classes.
    """

    weights: npt.NDArray[np.int8]
    step: float
    word_weights: npt.NDArray[np.float32]
    count_weights: npt.NDArray[np.float32]
    classes: CountTable

    def scores(self, gaps: Sequence[tuple[str, str]], model: CharacterModel) -> Scores:
        """Return the log probability of each of `CLASSES` in each gap, given as (text before, text after)."""
        if not gaps:
            return np.zeros((0, len(CLASSES)))
        pieces: list[str] = []
        before = []
        position = 0
        for left, right in gaps:
            head = _PADDING + left[-REACH:]
            before.append(position + len(head) - 1)
            pieces += (head, right[:REACH])
            position += len(head) + len(right[:REACH])
        codes = fold_codes("".join(pieces) + _PADDING, model.fold)
        places = np.array(before, dtype=np.int64)
        rows = contexts(codes, places, places + 1)
        sums = self.weights[tokens(rows, model, self.classes)].sum(axis=1, dtype=np.int64) * self.step
        scores = log_softmax(sums + self._dense(rows, model))
        costs = np.stack([model.replacement_costs(left, CLASSES, right) for left, right in gaps])
        return log_softmax(scores - _COST_WEIGHT * np.log(2) * costs)

    def _dense(self, rows: Codes, model: CharacterModel) -> Scores:
        counts = n_gram_counts(rows, model)
        scores = made_words(rows, model) @ self.word_weights
        scores[:, 0] += counts[:, 0] @ self.count_weights[0]
        scores[:, 1:] += counts[:, 1:] @ self.count_weights[1]
        return np.asarray(scores, dtype=np.float64)


def log_softmax(scores: npt.NDArray[np.float64]) -> Scores:
    """Return log probabilities, row by row."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float64)


@lru_cache(maxsize=1)
def load_particle_model() -> ParticleModel:
    """Load the model that ships with the package; cached per process."""
    resource = resources.files("gangyao.text.particles") / "model.npz"
    with resource.open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return ParticleModel(
            stored["weights"],
            float(stored["step"]),
            stored["word_weights"],
            stored["count_weights"],
            CountTable(stored["class_cells"], int(stored["class_seed"])),
        )
