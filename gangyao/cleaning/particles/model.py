"""A model of what stands in a gap of a Chinese text: a particle, or nothing.

Two readers see both sides of the gap and the words there. One is log-linear: multinomial logistic regression
(Berger, Della Pietra and Della Pietra 1996, "A Maximum Entropy Approach to Natural Language Processing") over
hashed features of the context (Weinberger et al. 2009). The other is a neural network (see `network`). What
the rest of the document prints in like places is weighed with both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import IO

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel, fold_codes
from gangyao.chinese.count_table import CountTable
from gangyao.cleaning.particles.calibration import Calibration, Scores, load_calibration, log_softmax
from gangyao.cleaning.particles.document_usage import read_usage
from gangyao.cleaning.particles.features import (
    CLASSES,
    ROWS,
    Codes,
    Tokens,
    contexts,
    made_words,
    n_gram_counts,
    tokens,
)
from gangyao.cleaning.particles.network import ParticleNetwork, read_tokens, unpack_network
from gangyao.cleaning.particles.word_classes import load_word_classes


@dataclass(frozen=True, slots=True, eq=False)
class ParticleModel:
    """What training found.

    `kept` are the numbers of the rows of weights that matter, in order; `weights` (kept rows, classes) are
    theirs, quantised in steps of `step`; `index` gives the place of each of all `ROWS` rows in `weights`,
    -1 for those left out. `word_weights` are for the words that a particle makes, `count_weights` (two rows:
    nothing, a particle) for how often it was counted there. `network` is the second reader, `classes` the
    table of word classes.
    """

    kept: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.int8]
    step: float
    word_weights: npt.NDArray[np.float32]
    count_weights: npt.NDArray[np.float32]
    network: ParticleNetwork
    classes: CountTable
    calibration: Calibration
    index: npt.NDArray[np.int32]

    def posteriors(self, text: str, spans: Sequence[tuple[int, int]], model: CharacterModel) -> Scores:
        """Return the log probability of each of `CLASSES` in each gap of `text` (gaps, classes).

        A gap is the span of what is not known, with the white space around it.
        """
        if not spans:
            return np.zeros((0, len(CLASSES)))
        codes = fold_codes(text, model.fold)
        scores = self.scores(gap_contexts(codes, spans), model)
        return self.calibration.posteriors(scores, read_usage(codes, spans))

    def scores(self, rows: Codes, model: CharacterModel) -> Scores:
        """Return what each of `READERS` says of gaps, given as rows of codes (see `contexts`).

        Log probabilities (gaps, classes, readers).
        """
        counts = n_gram_counts(rows, model)
        dense = made_words(rows, model) @ self.word_weights
        dense[:, 0] += counts[:, 0] @ self.count_weights[0]
        dense[:, 1:] += counts[:, 1:] @ self.count_weights[1]
        log_linear = log_softmax(self._sparse(tokens(rows, model, self.classes)) + dense)
        network = log_softmax(self.network.scores(read_tokens(rows, model, self.classes)))
        return np.stack([log_linear, network], axis=2)

    def _sparse(self, numbers: Tokens) -> Scores:
        places = self.index[numbers]
        known = (places >= 0)[:, :, None]
        sums = (self.weights[places] * known).sum(axis=1, dtype=np.int64)
        return np.asarray(sums * self.step, dtype=np.float64)


def gap_contexts(codes: Codes, spans: Sequence[tuple[int, int]]) -> Codes:
    """Return the codes around each gap, a span of `codes` that is not looked at itself."""
    bounds = np.array(spans, dtype=np.int64).reshape(-1, 2)
    return contexts(codes, bounds[:, 0] - 1, bounds[:, 1])


def make_particle_model(
    kept: npt.NDArray[np.uint32],
    weights: npt.NDArray[np.int8],
    step: float,
    dense: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]],
    network: ParticleNetwork,
    classes: CountTable,
    calibration: Calibration,
) -> ParticleModel:
    """Put the parts of a model together; `dense` are its `word_weights` and `count_weights`."""
    index = np.full(ROWS, -1, dtype=np.int32)
    index[kept] = np.arange(len(kept), dtype=np.int32)
    return ParticleModel(kept, weights, step, *dense, network, classes, calibration, index)


def read_particle_model(file: IO[bytes], calibration: Calibration) -> ParticleModel:
    """Read a model that `train.save` wrote."""
    stored = np.load(file, allow_pickle=False)
    return make_particle_model(
        np.cumsum(stored["kept_steps"], dtype=np.uint32),
        stored["weights"].reshape(len(CLASSES), -1).T,
        float(stored["step"]),
        (stored["word_weights"], stored["count_weights"]),
        unpack_network(stored),
        load_word_classes(),
        calibration,
    )


@lru_cache(maxsize=1)
def load_particle_model() -> ParticleModel:
    """Load the model that ships with the package; cached per process."""
    resource = resources.files("gangyao.models") / "particle_model.npz"
    with resource.open("rb") as file:
        return read_particle_model(file, load_calibration())
