"""Fit when a doubling is one copy too many: `python -m training.doubled_weights CORPUS -o FILE`.

Characters and words are printed twice in documents that the model has not counted (the parts of the split but
part 0, and laws set aside), and weighed against the doublings that the documents print themselves.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rule_tables import load_rules
from gangyao.cleaning.rules.doubled import FEATURES, doubled_sites, site_features
from gangyao.paths import SEEDS, lexicon_of
from training.logistic import fit_logistic
from training.slips import is_han
from training.suspect_weights import MEASURED, held_out
from training.texts import FOLDS

# Doublings by mistake per 1,000 characters of the text that the odds stand for.
RATE = 0.1
RIDGE = 0.01
# So many doublings of each length are planted in a document, not nearer than one in so many characters.
_PLANTED, _APART = 60, 40
_SEED = 3

Matrix = npt.NDArray[np.float64]


def print_twice(text: str, size: int, chooser: random.Random) -> tuple[str, list[int]]:
    """Print stretches of `size` Han characters twice; return the text and where the second copies start."""
    drawn = chooser.sample(range(5, max(6, len(text) - 10)), min(_PLANTED, len(text) // _APART))
    parts: list[str] = []
    seams: list[int] = []
    last = length = 0
    for start in sorted(drawn):
        end = start + size
        if start >= last and all(map(is_han, text[start:end])):
            parts += (text[last:end], text[start:end])
            length += end - last
            seams.append(length)
            length += size
            last = end
    return "".join([*parts, text[last:]]), seams


def fit(models: Mapping[int, CharacterModel], documents: Mapping[int, Sequence[str]]) -> Matrix:
    """Return the weights of `FEATURES`, the constant last."""
    kinds = load_rules(lexicon_of(SEEDS)).kinds
    chooser = random.Random(_SEED)
    right: list[Matrix] = []
    wrong: list[Matrix] = []
    characters = 0
    for part, texts in documents.items():
        model = models[part]
        for text in texts:
            characters += len(text)
            right.append(site_features(doubled_sites(scan(text, kinds), model), model))
            for size in (1, 2):
                damaged, seams = print_twice(text, size, chooser)
                sites = doubled_sites(scan(damaged, kinds), model)
                planted = [site for site in sites if any(site.start <= seam <= site.end for seam in seams)]
                wrong.append(site_features(planted, model))
    rows = np.vstack([*right, *wrong])
    is_wrong = np.repeat([0.0, 1.0], [sum(map(len, right)), sum(map(len, wrong))])
    counts = np.where(is_wrong == 1, RATE * characters / 1000 / is_wrong.sum(), 1.0)
    return fit_logistic(rows, is_wrong, counts, RIDGE)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    models, documents = held_out(arguments.corpus, [part for part in range(FOLDS) if part != MEASURED])
    weights = fit(models, documents).tolist()
    stored = {
        "weights": {
            name: round(value, 3) for name, value in zip((*FEATURES, "constant"), weights, strict=True)
        },
        "provenance": {
            "script": "python -m training.doubled_weights",
            "parts_of_the_split": list(documents),
            "characters": sum(map(len, (text for texts in documents.values() for text in texts))),
        },
    }
    arguments.output.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
