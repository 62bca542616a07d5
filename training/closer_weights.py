"""Fit how places are weighed with the cloze network: `python -m training.closer_weights CORPUS -o FILE`.

Slips are put into the documents of part 1 of the split and into laws that are set aside, which neither the
counts nor the network has seen. The odds that come out are those of a text in which one character in 1,000
is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.misreadings.candidates import (
    Documents,
    scan_document,
)
from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork, load_cloze_network
from gangyao.cleaning.misreadings.rescoring import (
    CHARACTER_FEATURES,
    GAP_AGAIN_FEATURES,
    GAP_FEATURES,
    Characters,
    CloserWeights,
    Gaps,
    likely_gaps,
    look_closer,
    places_of_gaps,
)
from gangyao.cleaning.misreadings.small_network import SmallNetwork
from gangyao.cleaning.misreadings.weights import PLACE_FEATURES, Row, load_weights
from training.logistic import fit_logistic
from training.slips import plant, slip_makers
from training.small_network import fit_network, scaled, stored
from training.suspect_weights import CUT_WEIGHT, RATES, RIDGE, held_out

#: The part of the split that neither counts nor network have seen, beside part 0, which is measured on.
PARTS = (1,)
LEFT_OUT = "character left out"
# Places per 1,000 characters of clean text that the cut of gaps leaves.
GAP_CUT = 45
# Slips of each class are put into each document so often, at other places.
ROUNDS = 3
_SEED = 77

Matrix = npt.NDArray[np.float64]


@dataclass
class Rows:
    """Features, whether they are of a slip, and what each row counts."""

    features: list[Matrix] = field(default_factory=list)
    is_slip: list[Matrix] = field(default_factory=list)
    counts: list[Matrix] = field(default_factory=list)

    def add(self, features: npt.NDArray[np.float32], is_slip: bool, counts: float) -> None:
        """Add rows of one kind."""
        self.features.append(features.astype(np.float64))
        self.is_slip.append(np.full(len(features), float(is_slip)))
        self.counts.append(np.full(len(features), counts))

    def fit(self) -> Row:
        """Return the weights of a logistic regression, the constant last.

        A small network, as edits are weighed by, was no better here: what it sees in counts is in their odds.
        """
        return fit_logistic(*self.joined(), RIDGE).astype(np.float32)

    def joined(self) -> tuple[Matrix, Matrix, Matrix]:
        """Return all rows, whether each is of a slip, and what it counts."""
        return np.vstack(self.features), np.concatenate(self.is_slip), np.concatenate(self.counts)


def fit_gap_cut(
    models: Mapping[int, CharacterModel], documents: Mapping[int, Sequence[str]], corpus: Path
) -> SmallNetwork:
    """Fit which places are worth asking whether a character is missing before them."""
    rows = Rows()
    characters = 0
    weights = load_weights()
    for part, texts in documents.items():
        maker = slip_makers(corpus, list(texts))[LEFT_OUT]
        for number, text in enumerate(texts):
            characters += len(text)
            places, _ = places_of_gaps(scan_document(models[part], text), weights)
            rows.add(places.features, False, 1.0)
            for turn in range(ROUNDS):
                damaged, slips = plant(text, maker, random.Random(number + 1000 * turn))
                places, _ = places_of_gaps(scan_document(models[part], damaged), weights)
                at_slips = np.isin(places.place, [slip.start + 1 for slip in slips])
                rows.add(places.features[at_slips], True, CUT_WEIGHT / ROUNDS)
    network = fit_network(*rows.joined())
    right = np.vstack(rows.features)[np.concatenate(rows.is_slip) == 0]
    odds = np.sort(network.weigh(right.astype(np.float32)))
    return scaled(network, 1, -float(odds[max(0, len(odds) - GAP_CUT * characters // 1000)]))


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """What a closer look at a text saw; `slip_class` and `slips` (places of the scan) of one with slips."""

    documents: Documents
    characters: Characters
    gaps: Gaps
    slip_class: str = ""
    slips: tuple[int, ...] = ()

    def asks_for_gaps(self) -> bool:
        """Tell whether its slips are characters left out."""
        return self.slip_class == LEFT_OUT


def fit(
    models: Mapping[int, CharacterModel],
    documents: Mapping[int, Sequence[str]],
    network: ClozeNetwork,
    corpus: Path,
) -> CloserWeights:
    """Fit the cut of gaps, then how characters and gaps are weighed, then gaps with their neighbours."""
    gap_cut = fit_gap_cut(models, documents, corpus)
    looked = list(look_at_all(models, documents, network, corpus, gap_cut))
    counts = _counts(looked, sum(len(text) for texts in documents.values() for text in texts))
    characters, gaps, again = Rows(), Rows(), Rows()
    for one in looked:
        if not one.asks_for_gaps():
            _add(characters, one, one.characters.place, one.characters.features, counts)
        if one.asks_for_gaps() or not one.slips:
            _add(gaps, one, one.gaps.place, one.gaps.features, counts)
    first = gaps.fit()
    for one in looked:
        if one.asks_for_gaps() or not one.slips:
            likely = likely_gaps(network, one.documents, one.gaps, first)
            _add(again, one, likely.place, likely.features, counts)
    return CloserWeights(gap_cut, characters.fit(), first, again.fit())


def look_at_all(
    models: Mapping[int, CharacterModel],
    documents: Mapping[int, Sequence[str]],
    network: ClozeNetwork,
    corpus: Path,
    gap_cut: SmallNetwork,
) -> Iterator[Looked]:
    """Look closer at the documents as they are, then with slips of each class, `ROUNDS` times."""
    weights = load_weights()

    def look(part: int, text: str, slip_class: str = "", slips: tuple[int, ...] = ()) -> Looked:
        scanned = scan_document(models[part], text)
        found = look_closer(network, scanned, weights, gap_cut)
        return Looked(scanned, *found, slip_class, slips)

    for part, texts in documents.items():
        makers = slip_makers(corpus, list(texts))
        for number, text in enumerate(texts):
            yield look(part, text)
            for (name, maker), turn in product(makers.items(), range(ROUNDS)):
                damaged, slips = plant(text, maker, random.Random(_SEED + number + 1000 * turn))
                yield look(part, damaged, name, tuple(slip.start + 1 for slip in slips))


def _counts(looked: Sequence[Looked], characters: int) -> dict[str, float]:
    """Return what a slip of each class counts, so that all are as frequent as `RATES` says."""
    planted = Counter[str]()
    for one in looked:
        planted[one.slip_class] += len(one.slips)
    return {name: rate * characters / 1000 / max(1, planted[name]) for name, rate in RATES.items()}


def _add(
    rows: Rows,
    looked: Looked,
    place: npt.NDArray[np.int64],
    features: npt.NDArray[np.float32],
    counts: Mapping[str, float],
) -> None:
    """Add all rows of a text that is right, or those at its slips."""
    if not looked.slips:
        rows.add(features, False, 1.0)
    else:
        rows.add(features[np.isin(place, looked.slips)], True, counts[looked.slip_class])


def described(weights: CloserWeights, characters: int) -> str:
    """Return weights as the JSON text that `load_closer_weights` reads."""

    def named(row: Row, names: Sequence[str]) -> dict[str, float]:
        return {name: round(value, 3) for name, value in zip((*names, "constant"), row.tolist(), strict=True)}

    written = {
        "gap_cut": stored(weights.gap_cut, PLACE_FEATURES),
        "characters": named(weights.characters, CHARACTER_FEATURES),
        "gaps": named(weights.gaps, GAP_FEATURES),
        "gaps_again": named(weights.gaps_again, GAP_AGAIN_FEATURES),
        "provenance": {
            "script": "python -m training.closer_weights",
            "parts_of_the_split": [*PARTS, "laws set aside"],
            "clean_characters": characters,
        },
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    models, documents = held_out(arguments.corpus, PARTS)
    weights = fit(models, documents, load_cloze_network(), arguments.corpus)
    characters = sum(len(text) for texts in documents.values() for text in texts)
    arguments.output.write_text(described(weights, characters), encoding="utf-8")


if __name__ == "__main__":
    main()
