"""Fit the weights of breaks: `python -m training.reading_order_weights CORPUS -o FILE`.

Each document is cut at random places inside its lines. What comes before and after one cut is parts of one
line, what comes before one and after another is not ("join"); two lines that follow each other are where a
paragraph ends and one begins, the two parts of lines at cuts are not. A model and vectors of what texts are
about that have not counted the part of the split judge its documents. The weights come from all parts but
`MEASURED`, on which they are set beside those in use.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.table import Table
from sklearn.metrics import roc_auc_score

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import Edge
from gangyao.ingest.seeds import document_from_file
from gangyao.layout.reading_order.line_breaks import (
    END_KINDS,
    END_TRAITS,
    START_TRAITS,
    paragraph_end_traits,
    paragraph_start_traits,
)
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.reading_order.traits import JOIN_TRAITS, Traits, join_traits
from gangyao.layout.reading_order.weights import load_weights
from gangyao.layout.reading_order.whole import read_whole
from gangyao.layout.stage import lay_out
from training.character_model import FOLDS, fold_of
from training.corpus import FOLDERS, held_out_models, read_paragraphs
from training.logistic import fit_logistic
from training.topics import held_out_topics

MEASURED = 0
# Cuts of a document at a time, and how many times it is cut.
CUTS, TIMES = 24, 3
# Code points on either side of a cut that are looked at.
REACH = 600
RIDGE = 1.0
# As many pieces as a page has columns: the choice that a right join must win.
CHOICE, CHOICES = 6, 200
_SEED = 20211021

Bits = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
# What is weighed, by name, in the order of the columns of traits.
JOINS = {"join": (*JOIN_TRAITS, "constant")}
BREAKS = {"paragraph end": END_TRAITS, "paragraph start": START_TRAITS}


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of an end and a beginning of one document: traits (pairs, traits), and which pairs are right."""

    part: int
    traits: Traits
    right: Mask


def cut_documents(corpus: Path) -> tuple[list[Candidates], list[Candidates]]:
    """Cut the documents of the corpus, each `TIMES` times: pairs that may join, pairs with a line break."""
    models, topics = held_out_models(corpus), held_out_topics(corpus)
    joins, breaks = [], []
    for folder in FOLDERS:
        for path in sorted((corpus / folder).glob("*.txt")):
            if ".sent." in path.name:
                continue
            name = path.relative_to(corpus).as_posix()
            part, source = fold_of(name), document_from_file(path).source
            paragraphs = read_paragraphs(source, lay_out(source, models[part], topics[part]))
            for time in range(TIMES):
                rng = random.Random(f"{_SEED} {name} {time}")
                places = choose_cuts("\n".join(paragraphs), rng)
                if places:
                    joins.append(joins_at(paragraphs, places, part, models[part], topics[part]))
                    breaks.append(breaks_at(paragraphs, places, part, models[part], rng))
    return joins, breaks


def choose_cuts(text: str, rng: random.Random) -> list[int]:
    """Choose places inside lines; none where the text is too short."""
    inside = [
        place for place in range(100, len(text) - 100) if text[place] != "\n" and text[place - 1] != "\n"
    ]
    return sorted(rng.sample(inside, CUTS)) if len(inside) >= 2 * CUTS else []


def joins_at(
    paragraphs: Sequence[str], places: Sequence[int], part: int, model: CharacterModel, topics: Topics
) -> Candidates:
    """Return what is before each cut with what is after each, end by end."""
    text = "\n".join(paragraphs)
    tails = [text[max(0, place - REACH) : place] for place in places]
    heads = [text[place : place + REACH] for place in places]
    # As on the page, where the parts of a cut line are two lines, so that nothing is seen over the cut.
    whole = read_whole("\n".join(text[a:b] for a, b in pairwise([0, *places, len(text)])), topics)
    traits = join_traits(tails, heads, whole, model)
    return Candidates(part, traits.reshape(len(places) ** 2, -1), np.eye(len(places), dtype=bool).ravel())


def breaks_at(
    paragraphs: Sequence[str], places: Sequence[int], part: int, model: CharacterModel, rng: random.Random
) -> Candidates:
    """Return lines that follow each other, and the ends and beginnings that cuts leave, in another order."""
    text = "\n".join(paragraphs)
    follow = rng.sample(list(pairwise(paragraphs)), min(CUTS, len(paragraphs) - 1))
    tails = [text[:place].rpartition("\n")[2] for place in places]
    heads = [text[place:].partition("\n")[0] for place in places]
    ends = [*(line for line, _ in follow), *tails]
    beginnings = [*(line for _, line in follow), *rng.sample(heads, len(heads))]
    traits = np.hstack(
        [
            paragraph_end_traits([_edge(line) for line in ends], model),
            paragraph_start_traits([_edge(line) for line in beginnings], model),
        ]
    )
    return Candidates(part, traits, np.repeat([True, False], [len(follow), len(tails)]))


def _edge(line: str) -> Edge:
    heading = parse_heading(line)
    return Edge(line, heading is not None and heading.body_start is None, read_mark(line) is not None)


def fit(candidates: Sequence[Candidates]) -> Bits:
    """Return the weights in bits, the constant last; right and wrong pairs weigh alike."""
    right = np.concatenate([some.right for some in candidates])
    counts = np.where(right, 1.0, np.sum(right) / np.sum(~right))
    weights = fit_logistic(np.vstack([some.traits for some in candidates]), right, counts, RIDGE)
    return weights / math.log(2)


def fit_breaks(candidates: Sequence[Candidates]) -> Bits:
    """Return the weights as `fit`; each line is of one kind, whose weight takes the constant up."""
    *weights, constant = fit(candidates)
    return np.array(weights) + np.array([constant * (trait in END_KINDS) for trait in _columns(BREAKS)])


def bits_of(candidates: Candidates, weights: Bits) -> Bits:
    """Weigh pairs; the constant, where there is one, stands last."""
    traits = candidates.traits.shape[1]
    return candidates.traits @ weights[:traits] + weights[traits:].sum()


def measures(candidates: Sequence[Candidates], weights: Bits) -> dict[str, float]:
    """Return how well weights tell right from wrong pairs."""
    labels = np.concatenate([some.right for some in candidates])
    bits = np.concatenate([bits_of(some, weights) for some in candidates])
    right, wrong = bits[labels], bits[~labels]
    return {
        "area under the ROC curve": float(roc_auc_score(labels, bits)),
        "right pairs below 0 bits, %": 100 * float(np.mean(right < 0)),
        "wrong pairs above 0 bits, %": 100 * float(np.mean(wrong > 0)),
        "bits lost per right and wrong pair": float(
            np.logaddexp2(0, -right).mean() + np.logaddexp2(0, wrong).mean()
        ),
    }


def chosen(joins: Sequence[Candidates], weights: Bits) -> float:
    """Return how often, in %, the right beginning is the best for an end, of `CHOICE` taken at random."""
    rng = np.random.default_rng(_SEED)
    hits = []
    for some in joins:
        scores = bits_of(some, weights).reshape(CUTS, CUTS)
        for _ in range(CHOICES):
            places = rng.choice(CUTS, CHOICE, replace=False)
            hits.append(np.mean(scores[np.ix_(places, places)].argmax(axis=1) == np.arange(CHOICE)))
    return 100 * float(np.mean(hits))


def _right(candidates: Sequence[Candidates]) -> int:
    return sum(int(some.right.sum()) for some in candidates if some.part != MEASURED)


def _columns(groups: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [trait for traits in groups.values() for trait in traits]


def _named(groups: Mapping[str, tuple[str, ...]], weights: Bits) -> dict[str, dict[str, float]]:
    values = iter(weights.tolist())
    return {judged: {trait: round(next(values), 2) for trait in traits} for judged, traits in groups.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the weights as `weights.json` has them")
    arguments = parser.parse_args()
    joins, breaks = cut_documents(arguments.corpus)
    found: dict[str, object] = {}
    console = Console()
    for groups, candidates, fitter in ((JOINS, joins, fit), (BREAKS, breaks, fit_breaks)):
        seen = [some for some in candidates if some.part != MEASURED]
        unseen = [some for some in candidates if some.part == MEASURED]
        fitted = fitter(seen)
        in_use = np.concatenate([load_weights(*group) for group in groups.items()])
        table = Table(" and ".join(groups), "in use", "fitted")
        for trait, *values in zip(_columns(groups), in_use, fitted, strict=True):
            table.add_row(trait, *(f"{value:.2f}" for value in values))
        table.add_section()
        old, new = measures(unseen, in_use), measures(unseen, fitted)
        for name in old:
            table.add_row(name, f"{old[name]:.4g}", f"{new[name]:.4g}")
        if groups is JOINS:
            shares = (f"{chosen(unseen, weights):.4g}" for weights in (in_use, fitted))
            table.add_row(f"right one of {CHOICE} chosen, %", *shares)
        console.print(table)
        found |= _named(groups, fitted)
    if arguments.output is not None:
        parts = [part for part in range(FOLDS) if part != MEASURED]
        found["provenance"] = {
            "script": "python -m training.reading_order_weights",
            "parts_of_the_split": parts,
            "right_pairs": {"join": _right(joins), "paragraph break": _right(breaks)},
        }
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        arguments.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
