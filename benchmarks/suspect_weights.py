"""Fit the weights of `gangyao.text.statistics.suspects` again: `python -m benchmarks.suspect_weights CORPUS`.

Slips of every class are put into the documents of part 1 of the split; the model counts neither these nor
those of part 0, on which `benchmarks.quality.suspects` measures. Prints a row per telltale, a column per kind
of edit.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.quality.cleaning import FOLDERS
from benchmarks.quality.suspects import is_old, plant, slip_makers
from gangyao.text.statistics.edits import Kind, best_edits
from gangyao.text.statistics.model import CharacterModel
from gangyao.text.statistics.suspects import WEIGHTS, describe, doubtful_places, han_codes
from gangyao.text.statistics.train import fold_of, one_per_group, read_folder, train

MEASURED, FITTED = 0, 1
# Which edit repairs which class of slip.
REPAIRS = {"substitution": Kind.SUBSTITUTION, "put in": Kind.DELETION, "swapped": Kind.TRANSPOSITION}
# What was added to the constants afterwards, so that rare kinds of slip do not use up the doubts.
SHIFT = {Kind.SUBSTITUTION: 0.0, Kind.DELETION: -1.0, Kind.TRANSPOSITION: 0.0, Kind.INSERTION: -2.0}

Matrix = npt.NDArray[np.float64]


def rows_of(model: CharacterModel, text: str) -> tuple[Matrix, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return telltales, kinds and places (offsets in `text`) of the best edits of all doubtful places."""
    scan = model.scan(text)
    edits = best_edits(model, scan.codes, doubtful_places(model, scan), han_codes())
    return describe(scan, edits), edits.kind, edits.place - 1


def fit(corpus: Path) -> dict[Kind, Matrix]:
    """Return the weights of each kind of edit."""
    texts = one_per_group(read_folder(corpus, FOLDERS))
    model = train([text for text in texts if fold_of(text.name) not in {MEASURED, FITTED}])
    documents = [text.text for text in texts if fold_of(text.name) == FITTED and not is_old(text.name)]
    right: dict[Kind, list[Matrix]] = {kind: [] for kind in Kind}
    wrong: dict[Kind, list[Matrix]] = {kind: [] for kind in Kind}
    for text in documents:
        telltales, kinds, _ = rows_of(model, text)
        for kind in Kind:
            right[kind].append(telltales[kinds == kind])
    for name, maker in slip_makers(corpus, documents).items():
        kind = next((kind for word, kind in REPAIRS.items() if word in name), Kind.INSERTION)
        for number, text in enumerate(documents):
            damaged, slips = plant(text, maker, random.Random(number))
            telltales, kinds, places = rows_of(model, damaged)
            at_slips = np.isin(places, [slip.start for slip in slips])
            wrong[kind].append(telltales[at_slips & (kinds == kind)])
    return {kind: _logistic(np.vstack(right[kind]), np.vstack(wrong[kind])) for kind in Kind}


def _logistic(right: Matrix, wrong: Matrix) -> Matrix:
    """Fit a logistic regression by Newton's method; a little ridge keeps it stable."""
    rows = np.vstack([right, wrong])
    is_slip = np.concatenate([np.zeros(len(right)), np.ones(len(wrong))])
    scale = np.maximum(rows.std(axis=0), 1e-9)
    scale[-1] = 1.0
    rows = rows / scale
    weights = np.zeros(rows.shape[1])
    for _ in range(40):
        probability = 1 / (1 + np.exp(-rows @ weights))
        curvature = (rows * (probability * (1 - probability))[:, None]).T @ rows
        weights += np.linalg.solve(curvature + 1e-2 * np.eye(len(weights)), rows.T @ (is_slip - probability))
    found: Matrix = weights / scale
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    weights = fit(parser.parse_args().corpus)
    for row, name in enumerate(WEIGHTS):
        shift = {kind: SHIFT[kind] if name == "constant" else 0.0 for kind in Kind}
        print(f'    "{name}": ({", ".join(f"{weights[kind][row] + shift[kind]:.3f}" for kind in Kind)}),')


if __name__ == "__main__":
    main()
