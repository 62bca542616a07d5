"""Fit the calibration: `python -m training.particle_calibration FOLDER --parts 1 2 3 4`.

For each part of the split of the corpus (see `fold_of`), models of all else are trained, and what they say of
gaps in the part's documents is collected; so the weights hold for documents that no model has seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

import gangyao.models
from gangyao.chinese.character_model import CharacterModel, fold_codes
from gangyao.cleaning.particles.calibration import READERS, Calibration, Scores, log_softmax
from gangyao.cleaning.particles.document_usage import USAGE, read_usage
from gangyao.cleaning.particles.features import CLASSES
from gangyao.cleaning.particles.model import ParticleModel, gap_contexts
from training.character_model import train
from training.particle_examples import Labels, draw_places
from training.particle_model import train_particles
from training.texts import TrainingText, fold_of, one_per_group, read_folder

_SEED = 20211021
# Gaps per document and kind: particles and other places.
_GAPS = 150
# A gap counts as much as its class is common, to this power: 1 is language as it is, 0 each class alike.
_COMMONNESS = 0.85
# Words with a meaning of their own are lost less often than the particles proper, this much.
_WORDS, _WORDS_LOST = "中上到向要也地得着而或", 0.25
_STEPS = 3000
_RATE = 0.3
_OUTPUT = Path(gangyao.models.__file__).parent / "particle_calibration.json"


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """What is known of gaps: inputs (gaps, classes, readers and habits) and the numbers of their classes."""

    inputs: npt.NDArray[np.float32]
    labels: Labels


def read_gaps(texts: Sequence[TrainingText], particles: ParticleModel, model: CharacterModel) -> Gaps:
    """Draw gaps from texts that the models have not seen, and score them."""
    chance = np.random.default_rng(_SEED)
    inputs, labels = [], []
    for text in texts:
        codes = fold_codes(text.text, model.fold)
        places, numbers = draw_places(codes, chance)
        particle = numbers > 0
        chosen = np.concatenate([
            chance.permutation(np.flatnonzero(particle))[:_GAPS],
            chance.permutation(np.flatnonzero(~particle))[:_GAPS],
        ])  # fmt: skip
        spans = [(int(start), int(start) + int(number > 0)) for start, number in zip(
            places[chosen], numbers[chosen], strict=True
        )]  # fmt: skip
        scores = particles.scores(gap_contexts(codes, spans), model)
        inputs.append(np.concatenate([scores, read_usage(codes, spans)], axis=2))
        labels.append(numbers[chosen])
    return Gaps(np.concatenate(inputs).astype(np.float32), np.concatenate(labels))


def fit_calibration(gaps: Gaps) -> Calibration:
    """Fit by gradient descent with momentum on the log likelihood."""
    inputs, labels = gaps.inputs, gaps.labels
    counts = np.bincount(labels, minlength=len(CLASSES))
    weights = counts[labels] ** (_COMMONNESS - 1.0)
    weights[np.isin(labels, [CLASSES.index(word) for word in _WORDS])] *= _WORDS_LOST
    # Places of particles and others weigh alike.
    for kind in (labels > 0, labels == 0):
        weights[kind] *= 0.5 / weights[kind].sum()
    slopes, intercepts = np.zeros(inputs.shape[2]), np.zeros(len(CLASSES))
    speeds = np.zeros_like(slopes), np.zeros_like(intercepts)
    places = np.arange(len(labels))
    for step in range(_STEPS):
        wrong = np.exp(log_softmax(inputs @ slopes + intercepts))
        wrong[places, labels] -= 1
        wrong *= weights[:, None]
        rate = _RATE * (1 - step / _STEPS)
        for value, speed, slope in zip(
            (slopes, intercepts), speeds,
            (np.einsum("nc,nck->k", wrong, inputs), wrong.sum(axis=0)), strict=True,
        ):  # fmt: skip
            speed *= 0.9
            speed -= rate * slope * 0.1
            value += speed
    return Calibration(slopes[: len(READERS)], slopes[len(READERS) :], intercepts)


def save(calibration: Calibration, parts: Sequence[int], path: Path) -> None:
    """Write a calibration as JSON, its numbers by name, with the parts of the split that it was fitted on."""

    def named(names: Sequence[str], values: Scores) -> dict[str, float]:
        return {name: round(float(value), 3) for name, value in zip(names, values, strict=True)}

    stored = {
        "fitted_on_parts": list(parts),
        "readers": named(READERS, calibration.readers),
        "habits": named(USAGE, calibration.habits),
        "intercepts": named(CLASSES, calibration.intercepts),
    }
    path.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fit on parts of a folder and write the calibration."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    parser.add_argument("--only", nargs="*", default=[], help="sub-folders to read")
    parser.add_argument("--parts", nargs="+", type=int, required=True, help="parts of the split to fit on")
    arguments = parser.parse_args()
    texts = one_per_group(read_folder(arguments.folder, arguments.only))
    read = []
    for part in arguments.parts:
        seen = [text for text in texts if fold_of(text.name) != part]
        model = train(seen)
        particles = train_particles(seen, model)
        read.append(read_gaps([text for text in texts if fold_of(text.name) == part], particles, model))
    gaps = Gaps(
        np.concatenate([part.inputs for part in read]), np.concatenate([part.labels for part in read])
    )
    save(fit_calibration(gaps), arguments.parts, arguments.output)


if __name__ == "__main__":
    main()
