"""Fit the weights of the misreadings again: `python -m training.suspect_weights CORPUS -o FILE`.

Slips of every class are put into the documents of each part of the split but part 0, on which
`evaluation.quality.suspects` measures; a model that has not counted the part looks at them. Two cuts choose
the places that are looked at closely, then the best edit of each kind is weighed: logistic regressions all.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.misreadings.candidates import (
    doubtful_places,
    improbable_places,
    scan_document,
    weigh,
    with_words,
)
from gangyao.cleaning.misreadings.confusables import load_confusables
from gangyao.cleaning.misreadings.edits import Kind, best_edits
from gangyao.cleaning.misreadings.features import describe
from gangyao.cleaning.misreadings.weights import EDIT_FEATURES, PLACE_FEATURES, SCAN_FEATURES, Weights
from training.character_model import FOLDS, TrainingText, fold_of, one_per_group, read_folder, train
from training.corpus import FOLDERS
from training.logistic import fit_logistic
from training.slips import is_old, plant, slip_makers

MEASURED = 0
# Which edit repairs which class of slip.
REPAIRS = {"put in": Kind.DELETION, "swapped": Kind.TRANSPOSITION, "left out": Kind.INSERTION}
# How much a planted slip counts beside a place of clean text: as if they were so much rarer.
SLIP_WEIGHT = 0.15
RIDGE = 0.001
# What is added to the constants of kinds that are rarer than substitutions.
RARER = {Kind.SUBSTITUTION: 0.0, Kind.DELETION: -1.0, Kind.TRANSPOSITION: -0.5, Kind.INSERTION: -2.0}
# Places per 1,000 characters of clean text that the first and the second cut leave.
FIRST_CUT, SECOND_CUT = 70, 20

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of a part, and where slips were put into it; `kind` says what repairs them."""

    part: int
    text: str
    slips: tuple[int, ...] = ()
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Features of clean text and of slips."""

    right: Matrix
    wrong: Matrix


def samples(corpus: Path, texts: Iterable[TrainingText], parts: Iterable[int]) -> Iterator[Sample]:
    """Yield the modern documents of parts as they are, then with slips of each class."""
    chosen = [text for text in texts if not is_old(text.name)]
    for part in parts:
        documents = [text.text for text in chosen if fold_of(text.name) == part]
        for text in documents:
            yield Sample(part, text)
        for name, maker in slip_makers(corpus, documents).items():
            kind = next((kind for word, kind in REPAIRS.items() if word in name), Kind.SUBSTITUTION)
            for number, text in enumerate(documents):
                damaged, slips = plant(text, maker, random.Random(part * 1000 + number))
                yield Sample(part, damaged, tuple(slip.start + 1 for slip in slips), kind)


def fit(models: dict[int, CharacterModel], drawn: Sequence[Sample]) -> Weights:
    """Fit the three regressions one after the other, each on what the cuts before it leave."""
    characters = sum(len(sample.text) for sample in drawn if sample.kind is None)
    first: list[tuple[Sample, Matrix]] = []
    for sample in drawn:
        model = models[sample.part]
        document = scan_document(model, sample.text)
        places = with_words(model, document, improbable_places(document))
        keep = slice(None) if sample.kind is None else np.isin(places.place, sample.slips)
        first.append((sample, places.features[keep].astype(np.float64)))
    rows = Rows(
        np.vstack([features for sample, features in first if sample.kind is None]),
        np.vstack([features for sample, features in first if sample.kind is not None]),
    )
    scan_only = len(SCAN_FEATURES)
    first_cut = _cut(
        Rows(rows.right[:, :scan_only], rows.wrong[:, :scan_only]), FIRST_CUT * characters // 1000
    )
    passing = [weigh(part[:, :scan_only], first_cut) >= 0 for part in (rows.right, rows.wrong)]
    second_cut = _cut(Rows(rows.right[passing[0]], rows.wrong[passing[1]]), SECOND_CUT * characters // 1000)
    cuts = Weights(first_cut.astype(np.float32), second_cut.astype(np.float32), np.zeros((0, 0), np.float32))
    right: dict[Kind, list[Matrix]] = {kind: [] for kind in Kind}
    wrong: dict[Kind, list[Matrix]] = {kind: [] for kind in Kind}
    for sample in drawn:
        features, kinds, place = rows_of(models[sample.part], sample.text, cuts)
        if sample.kind is None:
            for kind in Kind:
                right[kind].append(features[kinds == kind])
        else:
            at_slips = np.isin(place, sample.slips) & (kinds == sample.kind)
            wrong[sample.kind].append(features[at_slips])
    edits = []
    for kind in Kind:
        row = _logistic(Rows(np.vstack(right[kind]), np.vstack(wrong[kind])))
        row[-1] += RARER[kind]
        edits.append(row)
    return Weights(cuts.first_cut, cuts.second_cut, np.stack(edits).astype(np.float32))


def rows_of(
    model: CharacterModel, text: str, cuts: Weights
) -> tuple[Matrix, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return features, kinds and places of the best edits of the places that pass the cuts."""
    document = scan_document(model, text)
    places = doubtful_places(model, document, cuts)
    edits = best_edits(model, load_confusables(), document.scan, places.place)
    features = describe(model, document, places, edits).astype(np.float64)
    return features, edits.kind, places.place[edits.row]


def _cut(rows: Rows, kept: int) -> Matrix:
    """Fit a cut and move its constant so that `kept` places of clean text stay."""
    row = _logistic(rows)
    odds = np.sort(weigh(rows.right, row))
    row[-1] -= odds[max(0, len(odds) - kept)]
    return row


def _logistic(rows: Rows) -> Matrix:
    """Fit the odds that a row is a slip. Constant last."""
    is_slip = np.repeat([0.0, 1.0], [len(rows.right), len(rows.wrong)])
    counts = np.where(is_slip == 1, SLIP_WEIGHT, 1.0)
    return fit_logistic(np.vstack([rows.right, rows.wrong]), is_slip, counts, RIDGE)


def described(weights: Weights, provenance: dict[str, object]) -> str:
    """Return weights as the JSON text that `load_weights` reads."""

    def named(row: npt.NDArray[np.float32], names: Sequence[str]) -> dict[str, float]:
        pairs = zip((*names, "constant"), row.tolist(), strict=True)
        return {name: round(value, 3) for name, value in pairs}

    edits = {kind.name.lower(): named(weights.edits[kind], PLACE_FEATURES + EDIT_FEATURES) for kind in Kind}
    stored = {
        "first_cut": named(weights.first_cut, SCAN_FEATURES),
        "second_cut": named(weights.second_cut, PLACE_FEATURES),
        "edits": edits,
        "provenance": provenance,
    }
    return json.dumps(stored, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    texts = one_per_group(read_folder(arguments.corpus, FOLDERS))
    parts = [part for part in range(FOLDS) if part != MEASURED]
    models = {part: train([text for text in texts if fold_of(text.name) != part]) for part in parts}
    drawn = list(samples(arguments.corpus, texts, parts))
    clean = sum(len(sample.text) for sample in drawn if sample.kind is None)
    provenance: dict[str, object] = {
        "script": "python -m training.suspect_weights",
        "parts_of_the_split": parts,
        "clean_characters": clean,
        "planted_slips": sum(len(sample.slips) for sample in drawn),
    }
    arguments.output.write_text(described(fit(models, drawn), provenance), encoding="utf-8")


if __name__ == "__main__":
    main()
