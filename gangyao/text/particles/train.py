"""Train the particle model: `python -m gangyao.text.particles.train FOLDER --words DICTIONARY -o FILE`.

Every particle of the texts is an example of itself, and half as many places between two Han characters,
drawn with a fixed seed, are examples of nothing. The character model is trained on the same texts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.text.particles.features import (
    CLASSES,
    COUNTED,
    MADE_WORDS,
    ROWS,
    Codes,
    contexts,
    made_words,
    n_gram_counts,
    tokens,
)
from gangyao.text.particles.model import ParticleModel, load_particle_model
from gangyao.text.particles.word_classes import class_table, read_word_classes
from gangyao.text.statistics.counts import CountTable
from gangyao.text.statistics.model import CharacterModel, fold_codes, load_model
from gangyao.text.statistics.train import TrainingText, one_per_group, read_folder

_SEED = 20211021
_EPOCHS = 4
_BATCH = 256
_RATE = 0.05
# Share of features that are left out at random in each step (dropout), so that no rare one decides alone.
_DROPPED = 0.3
_NOTHING_PER_PARTICLE = 0.5
_LARGEST = 127

Labels = npt.NDArray[np.int64]


def train_particles(
    texts: Sequence[TrainingText], model: CharacterModel, classes: CountTable | None = None
) -> ParticleModel:
    """Fit the weights by adaptive gradient descent (Duchi, Hazan and Singer 2011).

    Without `classes`, the model knows the word classes that ship with the package.
    """
    classes = load_particle_model().classes if classes is None else classes
    chance = np.random.default_rng(_SEED)
    rows, labels = _examples(texts, model, chance)
    features = tokens(rows, model, classes)
    # One dense feature per word made, per n-gram with a particle, and per n-gram with nothing.
    counts = n_gram_counts(rows, model, labels)
    with_nothing = np.zeros_like(counts)
    with_nothing[:, 0] = counts[:, 0]
    counts[:, 0] = 0
    dense = np.concatenate([made_words(rows, model), with_nothing, counts], axis=2)
    weights = np.zeros((ROWS, len(CLASSES)), dtype=np.float32)
    squares = np.full(ROWS, 1e-2, dtype=np.float32)
    dense_weights = np.zeros(MADE_WORDS + 2 * COUNTED, dtype=np.float32)
    dense_squares = np.full(MADE_WORDS + 2 * COUNTED, 1e-2, dtype=np.float32)
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
    step = float(np.abs(weights).max()) / _LARGEST
    return ParticleModel(
        np.round(weights / step).astype(np.int8),
        step,
        dense_weights[:MADE_WORDS],
        dense_weights[MADE_WORDS:].reshape(2, COUNTED),
        classes,
    )


def _examples(
    texts: Iterable[TrainingText], model: CharacterModel, chance: np.random.Generator
) -> tuple[Codes, Labels]:
    number_of = {ord(particle): number for number, particle in enumerate(CLASSES) if particle}
    rows: list[Codes] = []
    labels: list[Labels] = []
    for text in texts:
        codes = fold_codes(text.text, model.fold)
        han = (codes >= 0x4E00) & (codes <= 0x9FFF)
        found = np.flatnonzero(np.isin(codes, list(number_of)))
        found = found[(found > 0) & (found < len(codes) - 1)]
        found = found[han[found - 1] & han[found + 1]]
        gaps = np.flatnonzero(han[:-1] & han[1:])
        drawn = chance.choice(gaps, min(len(gaps), int(len(found) * _NOTHING_PER_PARTICLE)), replace=False)
        rows += (contexts(codes, found - 1, found + 1), contexts(codes, drawn, drawn + 1))
        labels.append(np.array([number_of[int(code)] for code in codes[found]], dtype=np.int64))
        labels.append(np.zeros(len(drawn), dtype=np.int64))
    return np.concatenate(rows), np.concatenate(labels)


def main() -> None:
    """Train on a folder and write the model, with its provenance beside it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[], help="sub-folders to read")
    parser.add_argument("--words", type=Path, required=True, help="a dictionary with classes, as jieba's")
    arguments = parser.parse_args()
    texts = one_per_group(read_folder(arguments.folder, arguments.only))
    words = read_word_classes(arguments.words)
    model = load_model()
    trained = train_particles(texts, model, class_table(words.items(), model.fold))
    np.savez_compressed(
        arguments.output,
        weights=trained.weights,
        step=trained.step,
        word_weights=trained.word_weights,
        count_weights=trained.count_weights,
        class_cells=trained.classes.cells,
        class_seed=np.int64(trained.classes.seed),
    )
    provenance = {
        "sources": [
            {"name": text.name, "characters": len(text.text), "sha256": text.sha256} for text in texts
        ],
        "word_classes": {
            "name": f"{arguments.words.parent.name}/{arguments.words.name}",
            "words": len(words),
            "sha256": hashlib.sha256(arguments.words.read_bytes()).hexdigest(),
        },
        "classes": list(CLASSES),
        "sha256": hashlib.sha256(arguments.output.read_bytes()).hexdigest(),
    }
    described = json.dumps(provenance, ensure_ascii=False, indent=1)
    arguments.output.with_suffix(".json").write_text(described + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
