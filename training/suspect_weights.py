"""Fit the weights of the misreadings again: `python -m training.suspect_weights CORPUS -o FILE`.

Slips of every class are put into the documents of each part of the split but part 0, on which
`evaluation.quality.suspects` measures, and into laws that are set aside; a model that has not counted them
looks at them. Two cuts choose the places that are looked at closely, then the best edit of each kind is
weighed: a logistic regression, then small networks. The odds that come out are those of a text in which
one character in 1,000 is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.misreadings.candidates import (
    doubtful_places,
    improbable_places,
    look_around,
    odd_places,
    scan_document,
    weigh,
)
from gangyao.cleaning.misreadings.detect import find_all_slips
from gangyao.cleaning.misreadings.edits import best_edits
from gangyao.cleaning.misreadings.features import describe
from gangyao.cleaning.misreadings.proposals import propose
from gangyao.cleaning.misreadings.shortlist import Kind
from gangyao.cleaning.misreadings.weights import EDIT_FEATURES, PLACE_FEATURES, SCAN_FEATURES, Weights
from training.character_model import train
from training.corpus import FOLDERS
from training.logistic import fit_logistic
from training.official_texts import beside, set_laws_aside, without_copies
from training.slips import is_old, plant, slip_makers
from training.small_network import fit_network, scaled, stored
from training.texts import FOLDS, fold_of, one_per_group, read_folder

MEASURED = 0
# Which edit repairs which class of slip.
REPAIRS = {"put in": Kind.DELETION, "swapped": Kind.TRANSPOSITION, "left out": Kind.INSERTION}
# What a planted slip counts beside a place of clean text when the places to look at are chosen.
CUT_WEIGHT = 0.15
# Slips of each class per 1,000 characters of the text that the odds stand for. Recognition mostly takes one
# character for another, and leaves out a quarter; the order of the rest is that of proofreaders' lists, the
# sum is 1.
RATES = {
    "substitution as in recognition": 0.42, "substitution as in typing": 0.12, "substitution at random": 0.03,
    "substitution by a frequent character": 0.03, "substitution by a look-alike": 0.05,
    "substitution by a sound-alike": 0.05, "character left out": 0.25, "character put in": 0.04,
    "characters swapped": 0.01,
}  # fmt: skip
RIDGE = 0.001
# Places per 1,000 characters of clean text that the first and the second cut leave.
FIRST_CUT, SECOND_CUT = 90, 28

# The part that stands for laws.
LAWS = -1
# Log odds from which on findings are looked at when the odds are scaled.
LEAST_DOUBT = -6.0

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of a part, and where slips were put into it; `kind` says what repairs them."""

    part: int
    text: str
    slips: tuple[int, ...] = ()
    kind: Kind | None = None
    slip_class: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Features of clean text and of slips."""

    right: Matrix
    wrong: Matrix


def samples(corpus: Path, documents: Mapping[int, Sequence[str]]) -> Iterator[Sample]:
    """Yield the documents of each part as they are, then with slips of each class."""
    for part, texts in documents.items():
        for text in texts:
            yield Sample(part, text)
        for name, maker in slip_makers(corpus, list(texts)).items():
            kind = next((kind for word, kind in REPAIRS.items() if word in name), Kind.SUBSTITUTION)
            for number, text in enumerate(texts):
                damaged, slips = plant(text, maker, random.Random(part * 1000 + number))
                yield Sample(part, damaged, tuple(slip.start + 1 for slip in slips), kind, name)


def held_out(
    corpus: Path, parts: Sequence[int]
) -> tuple[dict[int, CharacterModel], dict[int, tuple[str, ...]]]:
    """Return, by part, a model that has not counted it and its modern documents.

    `LAWS` are laws set aside, those with even numbers; those with odd numbers are measured on.
    """
    texts = one_per_group(read_folder(corpus, FOLDERS))
    official, laws = set_laws_aside(beside(corpus))
    models, documents = {}, {}
    for part in parts:
        own = [text for text in texts if fold_of(text.name) == part]
        others = [text for text in texts if fold_of(text.name) != part]
        models[part] = train(others, official=without_copies(official, own))
        documents[part] = tuple(text.text for text in own if not is_old(text.name))
    if laws:
        # They are no part of the corpus, so any of these models will do.
        models[LAWS] = models[parts[0]]
        documents[LAWS] = tuple(law.text for law in laws[::2])
    return models, documents


def slip_weights(drawn: Sequence[Sample]) -> dict[str, float]:
    """Return what a planted slip of each class counts, so that all are as frequent as `RATES` says."""
    characters = sum(len(sample.text) for sample in drawn if sample.kind is None)
    planted = Counter[str]()
    for sample in drawn:
        planted[sample.slip_class] += len(sample.slips)
    return {name: rate * characters / 1000 / max(1, planted[name]) for name, rate in RATES.items()}


def fit(models: Mapping[int, CharacterModel], drawn: Sequence[Sample]) -> Weights:
    """Fit the three regressions one after the other, each on what the cuts before it leave."""
    cuts = fit_cuts(models, drawn)
    weight_of = slip_weights(drawn)
    rows: dict[Kind, list[Matrix]] = {kind: [] for kind in Kind}
    labels: dict[Kind, list[Matrix]] = {kind: [] for kind in Kind}
    for sample in drawn:
        features, kinds, place = rows_of(models[sample.part], sample.text, cuts)
        at_slips = np.isin(place, sample.slips)
        for kind in Kind if sample.kind is None else (sample.kind,):
            chosen = (kinds == kind) & (at_slips | (sample.kind is None))
            rows[kind].append(features[chosen])
            # One column says whether it is a slip, the other what it counts.
            is_slip, counts = (0.0, 1.0) if sample.kind is None else (1.0, weight_of[sample.slip_class])
            labels[kind].append(np.tile([is_slip, counts], (int(chosen.sum()), 1)))
    edits = []
    for kind in Kind:
        is_slip, counts = np.vstack(labels[kind]).T
        edits.append(fit_network(np.vstack(rows[kind]), is_slip, counts))
    fitted = Weights(cuts.first_cut, cuts.second_cut, tuple(edits))
    return calibrated(fitted, models, drawn)


def fit_cuts(models: Mapping[int, CharacterModel], drawn: Sequence[Sample]) -> Weights:
    """Fit the two cuts; the weights of edits are left empty."""
    characters = sum(len(sample.text) for sample in drawn if sample.kind is None)
    first: list[tuple[Sample, Matrix]] = []
    for sample in drawn:
        model = models[sample.part]
        documents = scan_document(model, sample.text)
        places = look_around(documents, improbable_places(documents))
        keep = slice(None) if sample.kind is None else np.isin(places.place, sample.slips)
        first.append((sample, places.features[keep].astype(np.float64)))
    rows = Rows(
        np.vstack([features for sample, features in first if sample.kind is None]),
        np.vstack([features for sample, features in first if sample.kind is not None]),
    )
    scan_only = len(SCAN_FEATURES)
    first_cut = _logistic(Rows(rows.right[:, :scan_only], rows.wrong[:, :scan_only]))
    odds = weigh(rows.right[:, :scan_only], first_cut)
    first_cut[-1] -= least_odds(odds, FIRST_CUT * characters // 1000)
    right, wrong = (part[weigh(part[:, :scan_only], first_cut) >= 0] for part in (rows.right, rows.wrong))
    second_cut = fit_network(*_joined(Rows(right, wrong)))
    least = least_odds(second_cut.weigh(right.astype(np.float32)), SECOND_CUT * characters // 1000)
    return Weights(first_cut.astype(np.float32), scaled(second_cut, 1, -least), ())


def calibrated(weights: Weights, models: Mapping[int, CharacterModel], drawn: Sequence[Sample]) -> Weights:
    """Scale the odds so that they hold for what is reported: the likeliest edit of the likeliest place.

    For each kind of edit a line through the log odds (Platt 1999), fitted on findings with what they count.
    """
    weight_of = slip_weights(drawn)
    rows: dict[Kind, list[tuple[float, float, float]]] = {kind: [] for kind in Kind}
    for sample in drawn:
        findings = find_all_slips(models[sample.part], sample.text, weights, LEAST_DOUBT)
        if sample.kind is None:
            for finding in findings:
                rows[finding.kind].append((finding.doubt, 0.0, 1.0))
            continue
        for slip in sample.slips:
            near = [finding for finding in findings if finding.start <= slip <= finding.end + 1]
            if near:
                best = max(near, key=lambda finding: finding.doubt)
                rows[best.kind].append((best.doubt, 1.0, weight_of[sample.slip_class]))
    edits = []
    for kind, network in zip(Kind, weights.edits, strict=True):
        doubt, is_slip, counts = np.array(rows[kind]).T
        slope, constant = fit_logistic(doubt[:, None], is_slip, counts, RIDGE)
        edits.append(scaled(network, slope, constant))
    return Weights(weights.first_cut, weights.second_cut, tuple(edits))


def rows_of(
    model: CharacterModel, text: str, cuts: Weights
) -> tuple[Matrix, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return features, kinds and places of the best edits of the places that pass the cuts."""
    documents = scan_document(model, text)
    places = doubtful_places(documents, cuts, odd_places(documents, cuts))
    proposals = propose(documents, places)
    edits = best_edits(documents, places, proposals)
    features = describe(documents, places, edits).astype(np.float64)
    return features, edits.kind, places.place[edits.row]


def least_odds(odds: npt.NDArray[np.floating], kept: int) -> float:
    """Return the odds that so many places of clean text have at least."""
    return float(np.sort(odds)[max(0, len(odds) - kept)])


def _logistic(rows: Rows) -> Matrix:
    """Fit the odds that a place is one of a slip. Constant last."""
    return fit_logistic(*_joined(rows), RIDGE)


def _joined(rows: Rows) -> tuple[Matrix, Matrix, Matrix]:
    """Return all rows, whether each is of a slip, and what it counts."""
    is_slip = np.repeat([0.0, 1.0], [len(rows.right), len(rows.wrong)])
    return np.vstack([rows.right, rows.wrong]), is_slip, np.where(is_slip == 1, CUT_WEIGHT, 1.0)


def described(weights: Weights, provenance: dict[str, object]) -> str:
    """Return weights as the JSON text that `load_weights` reads."""

    def named(row: npt.NDArray[np.float32], names: Sequence[str]) -> dict[str, float]:
        pairs = zip((*names, "constant"), row.tolist(), strict=True)
        return {name: round(value, 3) for name, value in pairs}

    edits = {kind.name.lower(): stored(weights.edits[kind], PLACE_FEATURES + EDIT_FEATURES) for kind in Kind}
    written = {
        "first_cut": named(weights.first_cut, SCAN_FEATURES),
        "second_cut": stored(weights.second_cut, PLACE_FEATURES),
        "edits": edits,
        "provenance": provenance,
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    models, documents = held_out(arguments.corpus, [part for part in range(FOLDS) if part != MEASURED])
    drawn = list(samples(arguments.corpus, documents))
    provenance: dict[str, object] = {
        "script": "python -m training.suspect_weights",
        "parts_of_the_split": list(documents),
        "clean_characters": sum(len(sample.text) for sample in drawn if sample.kind is None),
        "planted_slips": sum(len(sample.slips) for sample in drawn),
    }
    arguments.output.write_text(described(fit(models, drawn), provenance), encoding="utf-8")


if __name__ == "__main__":
    main()
