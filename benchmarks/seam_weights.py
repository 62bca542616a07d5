"""Fit the weights of the traits of a seam: `python -m benchmarks.seam_weights CORPUS`.

Each document is cut at random places inside its lines; what comes before and after one cut belongs together,
what comes before one and after another does not. A model that has not counted the part of the split judges
its documents. The weights come from all parts but `MEASURED`, on which they are set beside those in use.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.table import Table
from sklearn.metrics import roc_auc_score

from benchmarks.logistic import fit_logistic
from benchmarks.quality.layout import FOLDERS, held_out_models, read_paragraphs
from gangyao.documents.seeds import document_from_file
from gangyao.layout.arrange import lay_out
from gangyao.layout.reading_order.traits import JOIN_WEIGHTS, Traits, join_bits, join_traits
from gangyao.layout.reading_order.words import read_whole
from gangyao.text.statistics.model import CharacterModel
from gangyao.text.statistics.train import fold_of

MEASURED = 0
# Cuts of a document at a time, and how many times it is cut.
CUTS, TIMES = 24, 3
# Code points that a fragment shows on either side of a seam, and that make sure that a cut is found again.
REACH, CONTEXT = 600, 40
RIDGE = 1.0
# As many pieces as a page has columns: the choice that a right seam must win.
CHOICE, CHOICES = 6, 200
_SEED = 20211021

Bits = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Cuts:
    """Traits of the text before each cut with the text after each, and the bits that the program gives."""

    part: int
    traits: Traits
    bits: Bits


def cut_document(
    paragraphs: Sequence[str], part: int, model: CharacterModel, rng: random.Random
) -> Cuts | None:
    """Cut a document inside its lines; None where it is too short."""
    text = "\n".join(paragraphs)
    inside = [
        place for place in range(100, len(text) - 100) if text[place] != "\n" and text[place - 1] != "\n"
    ]
    if len(inside) < 2 * CUTS:
        return None
    places = sorted(rng.sample(inside, CUTS))
    tails = [text[max(0, place - REACH) : place] for place in places]
    heads = [text[place : place + REACH] for place in places]
    # As on the page, where the parts of a cut line are two lines, so that nothing is seen over the cut.
    bounds = [0, *places, len(text)]
    whole = read_whole("\n".join(text[a:b] for a, b in pairwise(bounds)))
    return Cuts(part, join_traits(tails, heads, whole, model), join_bits(tails, heads, whole, model))


def cut_documents(corpus: Path) -> list[Cuts]:
    """Cut the documents of the corpus, each `TIMES` times."""
    models = held_out_models(corpus)
    found = []
    for folder in FOLDERS:
        for path in sorted((corpus / folder).glob("*.txt")):
            if ".sent." in path.name:
                continue
            name = path.relative_to(corpus).as_posix()
            part, source = fold_of(name), document_from_file(path).source
            paragraphs = read_paragraphs(source, lay_out(source, models[part]))
            for time in range(TIMES):
                cuts = cut_document(paragraphs, part, models[part], random.Random(f"{_SEED} {name} {time}"))
                if cuts is not None:
                    found.append(cuts)
    return found


def fit(cuts: Iterable[Cuts]) -> Bits:
    """Return the weights in bits, constant last; a right seam counts as much as all wrong ones of its end."""
    rows, labels, counts = [], [], []
    for cut in cuts:
        size = len(cut.bits)
        right = np.eye(size, dtype=bool).ravel()
        rows.append(cut.traits.reshape(size * size, -1))
        labels.append(right)
        counts.append(np.where(right, 1.0, 1.0 / (size - 1)))
    weights = fit_logistic(np.vstack(rows), np.concatenate(labels), np.concatenate(counts), RIDGE)
    return weights / math.log(2)


def measures(bits: Sequence[Bits]) -> Mapping[str, float]:
    """Return how well scores of ends (rows) with beginnings (columns) tell the right seams."""
    right = np.concatenate([np.diag(scores) for scores in bits])
    wrong = np.concatenate([scores[~np.eye(len(scores), dtype=bool)] for scores in bits])
    labels = np.repeat([1, 0], [len(right), len(wrong)])
    return {
        f"right one of {CHOICE} chosen, %": 100 * _chosen(bits),
        "area under the ROC curve": float(roc_auc_score(labels, np.concatenate([right, wrong]))),
        "right seams below 0 bits, %": 100 * float(np.mean(right < 0)),
        "wrong seams above 0 bits, %": 100 * float(np.mean(wrong > 0)),
        "bits lost per seam": float(np.logaddexp2(0, -right).mean() + np.logaddexp2(0, wrong).mean()),
    }


def _chosen(bits: Sequence[Bits]) -> float:
    """Return how often the right beginning is the best for an end, of `CHOICE` taken at random."""
    rng = np.random.default_rng(_SEED)
    hits = []
    for scores in bits:
        for _ in range(CHOICES):
            some = rng.choice(len(scores), CHOICE, replace=False)
            hits.append(np.mean(scores[np.ix_(some, some)].argmax(axis=1) == np.arange(CHOICE)))
    return float(np.mean(hits))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    arguments = parser.parse_args()
    cuts = cut_documents(arguments.corpus)
    fitted = fit(cut for cut in cuts if cut.part != MEASURED)
    measured = [cut for cut in cuts if cut.part == MEASURED]
    console = Console()
    weights = Table("trait", "in use", "fitted", title="weights, bits", title_justify="left")
    for name, value in zip(JOIN_WEIGHTS, fitted[:-1], strict=True):
        weights.add_row(name, f"{JOIN_WEIGHTS[name]:.2f}", f"{value:.2f}")
    weights.add_row("constant", "", f"{fitted[-1]:.2f}")
    console.print(weights)
    quality = Table(
        "measure",
        "in use",
        "fitted",
        title=f"{len(measured)} documents of part {MEASURED}, cut",
        title_justify="left",
    )
    in_use = measures([cut.bits for cut in measured])
    anew = measures([cut.traits @ fitted[:-1] + fitted[-1] for cut in measured])
    for name, value in in_use.items():
        quality.add_row(name, f"{value:.4g}", f"{anew[name]:.4g}")
    console.print(quality)


if __name__ == "__main__":
    main()
