"""Fit how places are weighed with the cloze network: `python -m training.closer_weights CORPUS -o FILE`.

Slips are put into the documents of part 1 of the split and into laws that are set aside, which neither the
counts nor the network has seen. The odds that come out are those of a text in which one character in 1,000
is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.misreadings.candidates import improbable_places, look_around, scan_document, weigh
from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork, load_cloze_network
from gangyao.cleaning.misreadings.confusables import load_confusables
from gangyao.cleaning.misreadings.rescoring import (
    CHARACTER_FEATURES,
    GAP_FEATURES,
    CloserWeights,
    look_closer,
)
from gangyao.cleaning.misreadings.weights import PLACE_FEATURES, Row, load_weights
from training.logistic import fit_logistic
from training.slips import plant, slip_makers
from training.small_network import fit_network, stored
from training.suspect_weights import CUT_WEIGHT, RATES, RIDGE, held_out

#: The part of the split that neither counts nor network have seen, beside part 0, which is measured on.
PARTS = (1,)
LEFT_OUT = "character left out"
# Places per 1,000 characters of clean text that the cut of gaps leaves.
GAP_CUT = 45
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

    def joined(self) -> tuple[Matrix, Matrix, Matrix]:
        """Return all rows, whether each is of a slip, and what it counts."""
        return np.vstack(self.features), np.concatenate(self.is_slip), np.concatenate(self.counts)


def fit_gap_cut(
    models: Mapping[int, CharacterModel], documents: Mapping[int, Sequence[str]], corpus: Path
) -> Row:
    """Fit which places are worth asking whether a character is missing before them."""
    rows = Rows()
    characters = 0

    def places_of(model: CharacterModel, text: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        document = scan_document(model, text)
        places = improbable_places(document)
        places = places.pick(weigh(places.features, load_weights().first_cut) >= 0)
        places = look_around(model, document, places)
        return places.place, places.features

    for part, texts in documents.items():
        maker = slip_makers(corpus, list(texts))[LEFT_OUT]
        for number, text in enumerate(texts):
            characters += len(text)
            rows.add(places_of(models[part], text)[1], False, 1.0)
            damaged, slips = plant(text, maker, random.Random(number))
            place, features = places_of(models[part], damaged)
            rows.add(features[np.isin(place, [slip.start + 1 for slip in slips])], True, CUT_WEIGHT)
    row = fit_logistic(*rows.joined(), RIDGE)
    right = np.vstack(rows.features)[np.concatenate(rows.is_slip) == 0]
    odds = np.sort(weigh(right, row))
    row[-1] -= odds[max(0, len(odds) - GAP_CUT * characters // 1000)]
    return row.astype(np.float32)


def fit(
    models: Mapping[int, CharacterModel],
    documents: Mapping[int, Sequence[str]],
    network: ClozeNetwork,
    corpus: Path,
) -> CloserWeights:
    """Fit the cut of gaps, then how characters and gaps are weighed."""
    gap_cut = fit_gap_cut(models, documents, corpus)
    weights, confusables = load_weights(), load_confusables()
    characters, gaps = Rows(), Rows()
    clean = sum(len(text) for texts in documents.values() for text in texts)
    planted: dict[str, list[tuple[npt.NDArray[np.float32], int]]] = {name: [] for name in RATES}
    for part, texts in documents.items():
        model = models[part]
        for text in texts:
            found, missing = look_closer(
                model, confusables, network, scan_document(model, text), weights, gap_cut
            )
            characters.add(found.features, False, 1.0)
            gaps.add(missing.features, False, 1.0)
        for name, maker in slip_makers(corpus, list(texts)).items():
            for number, text in enumerate(texts):
                damaged, slips = plant(text, maker, random.Random(_SEED + number))
                looked = look_closer(
                    model, confusables, network, scan_document(model, damaged), weights, gap_cut
                )
                seen = looked[1] if name == LEFT_OUT else looked[0]
                at_slips = np.isin(seen.place, [slip.start + 1 for slip in slips])
                planted[name].append((seen.features[at_slips], len(slips)))
    for name, parts in planted.items():
        count = RATES[name] * clean / 1000 / sum(slips for _, slips in parts)
        for features, _ in parts:
            (gaps if name == LEFT_OUT else characters).add(features, True, count)
    return CloserWeights(gap_cut, fit_network(*characters.joined()), fit_network(*gaps.joined()))


def described(weights: CloserWeights, characters: int) -> str:
    """Return weights as the JSON text that `load_closer_weights` reads."""

    names = zip((*PLACE_FEATURES, "constant"), weights.gap_cut.tolist(), strict=True)
    written = {
        "gap_cut": {name: round(value, 3) for name, value in names},
        "characters": stored(weights.characters, CHARACTER_FEATURES),
        "gaps": stored(weights.gaps, GAP_FEATURES),
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
