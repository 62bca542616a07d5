"""Fit what tells where a page begins: `python -m training.page_openings CORPUS -o FILE`.

Pages are cut out of documents: parts that begin and end anywhere, whole documents, whole sections of them,
whose fragments are read in their true order, but as a circle. A conditional logistic regression (McFadden
1974) over the places where it may be opened gives what each of `OPENING_TRAITS` weighs. Breaks are judged as
`close_join_network` tells, by what has not seen the document. Shown beside: how often the true place comes
out best on the parts of the split that a fit has not seen, and by what the search adds up.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from gangyao.layout.reading_order.break_judges import CloseLook
from gangyao.layout.reading_order.narrowing import make_problems
from gangyao.layout.reading_order.page_openings import OPENING_TRAITS, Circle, opening_traits
from gangyao.layout.reading_order.priors import hypotheses
from gangyao.layout.reading_order.search import score_order
from training.close_join_network import add_seams, seams_of_parts
from training.corpus import held_out_official_models
from training.cuts import SEED, CutDocument, cut_documents
from training.logistic import Array
from training.measured_pages import MeasuredPage, measure_page
from training.pages import print_all_columns, print_columns, whole_sections

# How many pages of each kind a document gives, and how much each kind weighs: pages that begin anywhere are
# what newspapers print, whole sections what people cut out of documents.
KINDS = {"anywhere": (4, 2.0), "whole": (2, 1.0), "sections": (4, 1.0)}
# Every second page that begins anywhere is wrapped, to lines of so many code points.
WIDTHS = (12, 20)
# Code points of a page of sections, and of a whole document.
LEAST, MOST = 3000, 25_000
# The penalty on half the square of a weight, of scaled traits.
RIDGE = 1.0
# Fits on the one see the other.
HALVES = ((0, 2, 4), (1, 3))
_DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Where a page may be opened: the traits of each place, the true one first, and what the search says."""

    kind: str
    part: int
    places: Array
    by_search: Array


def make_choices(corpus: Path, seams: Sequence[Path]) -> Iterator[Choice]:
    """Yield the pages of the documents of the corpus that a network of seams has not seen."""
    official, networks = held_out_official_models(corpus), seams_of_parts(seams)
    for cut in cut_documents(corpus, 1):
        if cut.part not in networks:
            continue
        judge = CloseLook(official[cut.part], networks[cut.part])
        for kind, (count, _) in KINDS.items():
            for number in range(count):
                rng = random.Random(f"{SEED} {cut.paragraphs[0]} {kind} {number}")
                if (page := _measured(kind, cut, judge, rng, is_wrapped=bool(number % 2))) is not None:
                    yield _choice(kind, cut.part, page)


def _measured(
    kind: str, cut: CutDocument, judge: CloseLook, rng: random.Random, *, is_wrapped: bool
) -> MeasuredPage | None:
    if kind == "anywhere":
        width = rng.randint(*WIDTHS) if is_wrapped else None
        return measure_page(print_columns(cut.paragraphs, width, rng), cut, judge)
    part = cut.paragraphs if kind == "whole" else whole_sections(cut.paragraphs, rng)
    if not LEAST <= sum(map(len, part)) <= MOST:
        return None
    return measure_page(print_all_columns(part, None, rng), cut, judge)


def _choice(kind: str, part: int, page: MeasuredPage) -> Choice:
    """Return what tells where a page is opened, but for the printed order, which is weighed otherwise."""
    found = hypotheses(page.units, page.bounds, page.continuity, page.grounds)
    problems = make_problems(found, page.fragments, page.continuity, page.through)
    circle = Circle(page.true, page.units, page.bounds, page.continuity, found[0], found[1], problems[0])
    printed = tuple(range(len(page.true)))
    turned = [circle.opened(place) for place in range(len(printed))]
    others = [place for place, order in enumerate(turned) if order != printed]
    by_search = [max(score_order(turned[place], problem) for problem in problems) for place in others]
    return Choice(kind, part, opening_traits(circle, others), np.array(by_search))


def fit(choices: Sequence[Choice]) -> Array:
    """Return what each of `OPENING_TRAITS` weighs, in bits."""
    every = np.concatenate([choice.places for choice in choices])
    scale = every.std(axis=0) + 1e-6
    counts = {kind: sum(choice.kind == kind for choice in choices) for kind in KINDS}
    whole = sum(weight for _, weight in KINDS.values())
    worth = {
        kind: len(choices) * weight / whole / max(counts[kind], 1) for kind, (_, weight) in KINDS.items()
    }

    def loss(weights: Array) -> tuple[float, Array]:
        value, gradient = RIDGE / 2 * float(weights @ weights), RIDGE * weights
        for choice in choices:
            places = choice.places / scale
            bits = places @ weights
            shares = np.exp(bits - np.logaddexp.reduce(bits))
            value -= worth[choice.kind] * math.log(max(float(shares[0]), 1e-300))
            gradient = gradient - worth[choice.kind] * (places[0] - shares @ places)
        return value, gradient

    found = minimize(loss, np.zeros(len(scale)), jac=True, method="L-BFGS-B").x
    weights: Array = found / scale / math.log(2)
    return weights


def show(choices: Sequence[Choice], weights: Sequence[tuple[Sequence[int], Array]]) -> Table:
    """Show how often the true place is best on parts that fits have not seen, by the search and by them.

    `weights` are those fitted on the other parts. A column for each number of bits by which another place
    than the search's own must be better.
    """
    asked = (0.0, 1.0, 2.0, 3.0)
    table = Table("pages", "of", "by the search", *(f"by the fit, {bits:.0f} bits" for bits in asked))
    for kind in KINDS:
        some = [choice for choice in choices if choice.kind == kind]
        row = [0] * len(asked)
        for choice in some:
            known = next(fitted for unseen, fitted in weights if choice.part in unseen)
            bits, own = choice.places @ known, int(np.argmax(choice.by_search))
            best = int(np.argmax(bits))
            for column, least in enumerate(asked):
                row[column] += (best if bits[best] >= bits[own] + least else own) == 0
        own = sum(int(np.argmax(choice.by_search)) == 0 for choice in some)
        table.add_row(kind, str(len(some)), str(own), *map(str, row))
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the weights as the package ships them")
    add_seams(parser)
    arguments = parser.parse_args()
    choices = [choice for choice in make_choices(arguments.corpus, arguments.seams) if len(choice.places) > 1]
    halves = [(unseen, fit([choice for choice in choices if choice.part not in unseen])) for unseen in HALVES]
    weights = fit(choices)
    Console().print(show(choices, halves))
    table = Table("trait", "bits", *(f"without parts {unseen}" for unseen, _ in halves))
    for place, trait in enumerate(OPENING_TRAITS):
        table.add_row(trait, f"{weights[place]:.2f}", *(f"{half[place]:.2f}" for _, half in halves))
    Console().print(table)
    if arguments.output:
        stored = {
            "weights": {
                trait: round(float(bits), _DIGITS)
                for trait, bits in zip(OPENING_TRAITS, weights, strict=True)
            },
            "provenance": {
                "script": "python -m training.page_openings",
                "parts_of_the_split": sorted({choice.part for choice in choices}),
                "pages": {kind: sum(choice.kind == kind for choice in choices) for kind in KINDS},
            },
        }
        arguments.output.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
