"""Train the particle model: `python -m training.particle_model FOLDER -o FILE`.

Every particle of the texts is an example of itself, and half as many other places, drawn with a fixed seed,
are examples of nothing. The character model is trained on the same texts. Training goes on from a model of
newspaper language (`newspaper`), as official documents alone show too little of the language.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel, load_model
from gangyao.cleaning.particles.calibration import load_calibration
from gangyao.cleaning.particles.features import CLASSES, COUNTED, MADE_WORDS, ROWS, made_words, n_gram_counts
from gangyao.cleaning.particles.features import tokens as hashed_tokens
from gangyao.cleaning.particles.model import ParticleModel, make_particle_model, read_particle_model
from gangyao.cleaning.particles.network import pack_network, read_tokens, untrained_network
from gangyao.cleaning.particles.word_classes import load_word_classes
from training.particle_examples import Labels, draw_examples
from training.particle_network import train_network
from training.provenance import write_provenance
from training.texts import TrainingText, one_per_group, read_folder

_SEED = 20211021
_EPOCHS = 4
_BATCH = 256
_RATE = 0.1
# What the sums of squared slopes start from: the more, the smaller the first steps away from a trained model.
_FIRST_SQUARE, _UNTRAINED_SQUARE = 1.0, 1e-2
# Share of features that are left out at random in each step (dropout), so that no rare one decides alone.
_DROPPED = 0.3
# The rows of weights that are kept, the heaviest, and the step of their quantisation.
_KEPT = 300_000
_STEP = 0.03
_LARGEST = 127

Weights = npt.NDArray[np.float32]


def load_newspaper_model() -> ParticleModel:
    """Load the model of newspaper language that training goes on from (see `newspaper.json`)."""
    resource = resources.files("training") / "newspaper.npz"
    with resource.open("rb") as file:
        return read_particle_model(file, load_calibration())


def train_particles(
    texts: Sequence[TrainingText], model: CharacterModel, base: ParticleModel | None = None
) -> ParticleModel:
    """Fit the two readers, the log-linear one by adaptive gradient descent (Duchi, Hazan and Singer 2011).

    Training goes on from `base`, by default the model of newspaper language.
    """
    base = load_newspaper_model() if base is None else base
    chance = np.random.default_rng(_SEED)
    rows, labels = draw_examples(texts, model, chance)
    features = hashed_tokens(rows, model, base.classes)
    # One dense feature per word made, per n-gram with a particle, and per n-gram with nothing.
    counts = n_gram_counts(rows, model, labels)
    with_nothing = np.zeros_like(counts)
    with_nothing[:, 0] = counts[:, 0]
    counts[:, 0] = 0
    dense = np.concatenate([made_words(rows, model), with_nothing, counts], axis=2)
    weights = np.zeros((ROWS, len(CLASSES)), dtype=np.float32)
    weights[base.kept] = base.weights * np.float32(base.step)
    dense_weights = np.concatenate([base.word_weights, base.count_weights.ravel()])
    first_square = _FIRST_SQUARE if len(base.kept) else _UNTRAINED_SQUARE
    _descend(weights, dense_weights, features, dense, labels, chance, first_square)
    norms = np.square(weights).sum(axis=1)
    kept = np.sort(np.argsort(-norms, kind="stable")[: min(_KEPT, np.count_nonzero(norms))])
    quantised = np.clip(np.round(weights[kept] / _STEP), -_LARGEST, _LARGEST).astype(np.int8)
    network = train_network(read_tokens(rows, model, base.classes), labels, base.network, chance)
    return make_particle_model(
        kept.astype(np.uint32),
        quantised,
        _STEP,
        (dense_weights[:MADE_WORDS], dense_weights[MADE_WORDS:].reshape(2, COUNTED)),
        network,
        base.classes,
        base.calibration,
    )


def _descend(
    weights: Weights,
    dense_weights: Weights,
    features: npt.NDArray[np.int64],
    dense: Weights,
    labels: Labels,
    chance: np.random.Generator,
    first_square: float,
) -> None:
    """Fit both kinds of weights in place."""
    squares = np.full(ROWS, first_square, dtype=np.float32)
    dense_squares = np.full(len(dense_weights), 1e-2, dtype=np.float32)
    for _ in range(_EPOCHS):
        order = chance.permutation(len(labels))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            used = features[batch]
            mask = (chance.random(used.shape) > _DROPPED).astype(np.float32) / (1 - _DROPPED)
            sums = np.matmul(mask[:, None, :], weights[used])[:, 0] + dense[batch] @ dense_weights
            sums -= sums.max(axis=1, keepdims=True)
            wrong = np.exp(sums)
            wrong /= wrong.sum(axis=1, keepdims=True)
            wrong[np.arange(len(batch)), labels[batch]] -= 1
            gradient = (mask[:, :, None] * wrong[:, None, :]).reshape(-1, len(CLASSES))
            flat = used.ravel()
            np.add.at(squares, flat, (gradient * gradient).sum(axis=1))
            np.add.at(weights, flat, -_RATE * gradient / np.sqrt(squares[flat])[:, None])
            slope = np.einsum("nc,nck->k", wrong, dense[batch]) / len(batch)
            dense_squares += slope * slope
            dense_weights -= 2 * _RATE * slope / np.sqrt(dense_squares)


def save(trained: ParticleModel, texts: Iterable[TrainingText], path: Path) -> None:
    """Write the model to `path` (`.npz`) and its provenance beside it (`.json`)."""
    stored: dict[str, npt.NDArray[np.generic]] = {
        # Steps between sorted numbers compress to half the size of the numbers, classes apart to less.
        "kept_steps": np.diff(trained.kept, prepend=np.uint32(0)).astype(np.uint16),
        "weights": np.ascontiguousarray(trained.weights.T).ravel(),
        "step": np.array(trained.step),
        "word_weights": trained.word_weights,
        "count_weights": trained.count_weights,
        **pack_network(trained.network),
    }
    np.savez_compressed(path, allow_pickle=False, **stored)
    provenance = {
        "sources": [
            {"name": text.name, "characters": len(text.text), "sha256": text.sha256} for text in texts
        ],
        "classes": list(CLASSES),
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    write_provenance(provenance, path)


def untrained() -> ParticleModel:
    """Return a model that knows the word classes that ship with the package, and nothing else."""
    return make_particle_model(
        np.zeros(0, dtype=np.uint32),
        np.zeros((0, len(CLASSES)), dtype=np.int8),
        _STEP,
        (np.zeros(MADE_WORDS, dtype=np.float32), np.zeros((2, COUNTED), dtype=np.float32)),
        untrained_network(np.random.default_rng(_SEED)),
        load_word_classes(),
        load_calibration(),
    )


def main() -> None:
    """Train on a folder and write the model, with its provenance beside it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[], help="sub-folders to read")
    arguments = parser.parse_args()
    texts = one_per_group(read_folder(arguments.folder, arguments.only))
    save(train_particles(texts, load_model()), texts, arguments.output)


if __name__ == "__main__":
    main()
