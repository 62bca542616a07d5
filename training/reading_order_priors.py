"""Fit what speaks for neighbours in print: `python -m training.reading_order_priors CORPUS`.

Pages of columns are cut out of documents as newspapers print them (`pages`). On each, the true order of the
fragments competes with the orders that the search finds best: a conditional logistic regression (McFadden
1974) over what those add up gives what each kind of neighbours is worth, in units of the score of two
fragments that are no neighbours in print. The fit starts from what `priors`, `scores`, `counting` and
`margins` hold, with a penalty on leaving it; it is shown beside fits on either half of the documents, and how
often each puts the true order first on the other half. Whoever takes a number over measures pages first.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from gangyao.layout.reading_order import counting, margins, priors, scores
from gangyao.layout.reading_order.counting import Counting
from gangyao.layout.reading_order.narrowing import MARGIN
from gangyao.layout.reading_order.search import best_orders, improve, make_problem, score_order
from training.cuts import MEASURED, SEED, cut_documents
from training.measured_pages import MeasuredPage, measure_page
from training.pages import print_columns, print_in_order

# How the pages of a document are printed; every second one is wrapped, to lines of so many code points.
PAGES = (print_columns, print_columns, print_in_order, print_columns, print_columns, print_in_order)
WIDTHS = (12, 20)
# Orders of a page that are weighed besides the true one, and how much worse than the best they may be (bits).
ORDERS, SPREAD = 14, 12.0
# The penalty on half the square of what a weight moves away, in steps of its size below.
RIDGE = 0.6

# What an order adds up: its name, what it weighs now in bits, and how far a fit may easily move it.
FEATURES: dict[str, tuple[float, float]] = {
    "two that are no neighbours in print": (1.0, 0.5),
    "kept as parts of one paragraph": (scores.AS_ONE, 0.5),
    "kept as two lines": (1.0, 0.5),
    "numbers": (-counting.WEIGHT, 0.3),
    "kept": (priors.KEPT, 2.0),
    "kept, per doubling of lines": (priors.KEPT_PER_DOUBLING, 0.5),
    "kept over a gap": (priors.AFTER_GAP, 2.0),
    "kept in a paragraph": (priors.WRAPPED, 3.0),
    "kept in a paragraph, per doubling of lines": (priors.WRAPPED_PER_DOUBLING, 0.5),
    "kept after a heading": (priors.AFTER_HEADING, 3.0),
    "kept after a line that breaks off": (priors.AFTER_OPEN, 2.0),
    "a heading stands last": (priors.HEADING_LAST_OF_EXCERPT, 3.0),
    "the printed order": (MARGIN, 2.0),
    "a mere rotation": (-margins.ROTATION, 2.0),
}
_NAMES = tuple(FEATURES)

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The orders of a page, the true one first: what each adds up, an array of (orders, features)."""

    orders: Array
    half: int


def make_choices(corpus: Path) -> Iterator[Choice]:
    """Yield the orders of pages of the documents of the corpus that are not of the part `MEASURED`."""
    for number, cut in enumerate(cut_documents(corpus, 1)):
        if cut.part == MEASURED:
            continue
        for count, printed in enumerate(PAGES):
            rng = random.Random(f"{SEED} {number} {count}")
            width = rng.randint(*WIDTHS) if count % 2 else None
            measured = measure_page(printed(cut.paragraphs, width, rng), cut)
            if measured is not None:
                yield Choice(_orders(measured), number % 2)


def _orders(page: MeasuredPage) -> Array:
    """Return what the true order adds up, and what the printed one and those that the search finds do."""
    counted = Counting(page.fragments, page.through)
    base = priors.priors_of_excerpt(page.units, page.bounds, page.grounds)
    problem = make_problem(counted, scores.make_scores(page.continuity, base))
    printed = tuple(range(len(page.bounds)))
    best = improve(page.true, problem)
    found = {printed, best.order, improve(printed, problem).order}
    found |= {other.order for other in best_orders(problem, best.score - SPREAD)[:ORDERS]}
    others = sorted(found - {page.true})
    return np.array([_features(order, page, base, counted) for order in (page.true, *others)])


def _features(
    order: tuple[int, ...], page: MeasuredPage, base: priors.Priors, counted: Counting
) -> list[float]:
    """Return what an order adds up, by `FEATURES`."""
    sums = dict.fromkeys(_NAMES, 0.0)
    doublings = math.log2(len(page.units))
    joins = page.continuity.joins.copy()
    for left, right in pairwise(order):
        if right != left + 1:
            sums["two that are no neighbours in print"] += float(page.continuity.score[left, right])
            continue
        as_one = float(page.continuity.as_one[left, right])
        as_two = float(page.continuity.printed[left, right])
        parts = as_two + base.kept[left] > scores.AS_ONE * as_one + base.joined[left]
        joins[left, right] = joins[left, right] and not parts
        sums["kept as two lines" if parts else "kept as parts of one paragraph"] += (
            as_two if parts else as_one
        )
        for name, value in _kept(page, page.bounds[left][1], doublings, parts=parts):
            sums[name] += value
    new = [(left, right) for left, right in pairwise(order) if right != left + 1]
    last = page.units[page.bounds[order[-1]][1] - 1]
    sums["numbers"] = _number_cost(order, page, joins, counted)
    sums["a heading stands last"] = float(last.opens_section or last.is_cut)
    sums["the printed order"] = float(not new)
    sums["a mere rotation"] = float(new == [(len(page.bounds) - 1, 0)])
    return [sums[name] for name in _NAMES]


def _kept(page: MeasuredPage, cut: int, doublings: float, *, parts: bool) -> Iterator[tuple[str, float]]:
    """Yield what two neighbours in print that stay such add up besides their score."""
    last, first = page.units[cut - 1], page.units[cut]
    if priors.is_one_block(page.units, cut):
        return
    if first.after_gap:
        yield "kept over a gap", 1.0
    elif first.goes_on:
        yield "kept in a paragraph", 1.0
        yield "kept in a paragraph, per doubling of lines", doublings
    elif parts:
        yield "kept", 1.0
        yield "kept, per doubling of lines", doublings
        if last.is_heading:
            yield "kept after a heading", 1.0
    else:
        yield "kept after a line that breaks off", 1.0


def _number_cost(
    order: tuple[int, ...], page: MeasuredPage, joins: npt.NDArray[np.bool_], counted: Counting
) -> float:
    """Return what the numbers cost in an order, in bits."""
    count = len(page.bounds)
    none = np.zeros(count)
    blank = scores.Scores(np.zeros((count, count)), joins.tolist(), none, none, counted.least)
    return -score_order(order, make_problem(counted, blank)) / counting.WEIGHT


def fit(choices: Sequence[Choice]) -> Array:
    """Return what each of `FEATURES` weighs, the first one 1."""
    start, steps = (np.array(column) for column in zip(*FEATURES.values(), strict=True))

    def loss(moved: Array) -> tuple[float, Array]:
        weights = start + moved * steps
        value, gradient = 0.0, np.zeros_like(weights)
        for choice in choices:
            bits = choice.orders @ weights * math.log(2)
            shares = np.exp(bits - np.logaddexp.reduce(bits))
            value -= math.log(max(float(shares[0]), 1e-300))
            gradient -= math.log(2) * (choice.orders[0] - shares @ choice.orders)
        return value + RIDGE / 2 * float(moved @ moved), gradient * steps + RIDGE * moved

    moved = minimize(loss, np.zeros(len(start)), jac=True, method="L-BFGS-B").x
    weights = start + moved * steps
    ratios: Array = weights / weights[0]
    return ratios


def first(choices: Sequence[Choice], weights: Array) -> str:
    """Say on how many pages the true order comes out best."""
    hits = sum(int(np.argmax(choice.orders @ weights)) == 0 for choice in choices)
    return f"{hits} of {len(choices)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    choices = [choice for choice in make_choices(parser.parse_args().corpus) if len(choice.orders) > 1]
    halves = [[choice for choice in choices if choice.half == half] for half in (0, 1)]
    in_use = np.array([now for now, _ in FEATURES.values()])
    fits = [fit(choices), fit(halves[0]), fit(halves[1])]
    table = Table("bits", "in use", "fitted", "on one half", "on the other")
    for place, name in enumerate(_NAMES):
        table.add_row(name, *(f"{weights[place]:.2f}" for weights in (in_use, *fits)))
    table.add_section()
    table.add_row("true order best", *(first(choices, weights) for weights in (in_use, fits[0])))
    for half, weights in ((1, fits[1]), (0, fits[2])):
        shown = (first(halves[half], in_use), first(halves[half], weights))
        table.add_row("true order best, fitted on the other half", *shown)
    Console().print(table)


if __name__ == "__main__":
    main()
