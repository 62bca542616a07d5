"""Fit the network that judges joins: `python -m training.join_network CORPUS -o FILE`.

It tells what is before and after one cut of a document from what is before one and after another (`cuts`).
It is fitted on all parts of the split but `MEASURED`, on which it is set beside the one in use; so are
networks that have not seen one part each, which judge the pages of that part in measurements.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from gangyao.layout.reading_order.break_judges import CLOSE_JOIN_TRAITS, CloseLook, close_join_traits
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.sides import read_sides
from gangyao.layout.reading_order.trait_network import TraitNetwork, load_network
from gangyao.layout.reading_order.traits import JOIN_TRAITS, join_traits
from gangyao.layout.reading_order.whole import read_whole
from training.cuts import CUTS, MEASURED, SEED, CutDocument, cut_documents
from training.trait_networks import (
    Examples,
    Fitting,
    bits_of,
    fit_trait_network,
    measures,
    rows_of,
    write_trait_network,
)

# How many times a document is cut: with three times, it loses 0.06 bits more per pair of a part not seen.
TIMES = 8
# 16 units lose 0.01 bits more, 64 and two layers no less; nor do more rounds or another penalty (part 0). Of
# right pairs, one in 1,500 fits worse than any weight tells: down to 8 bits below zero, bits come true as
# they should.
FITTING = Fitting(units=32, rounds=20, penalty=0.1, batch=512, rate=2e-3, least=-10.5, most=100.0)
# As many pieces as a page has columns: the choice that a right join must win.
CHOICE, CHOICES = 6, 200
# Code points on either side of a cut that are looked at.
_REACH = 600


def joins_at(cut: CutDocument, closely: CloseLook | None = None) -> Examples:
    """Return what is before each cut with what is after each, end by end (`closely`: as that look does)."""
    text, places = "\n".join(cut.paragraphs), cut.places
    tails = [text[max(0, place - _REACH) : place] for place in places]
    heads = [text[place : place + _REACH] for place in places]
    # As on the page, where the parts of a cut line are two lines, so that nothing is seen over the cut.
    whole = read_whole("\n".join(text[a:b] for a, b in pairwise([0, *places, len(text)])), cut.topics)
    contexts = Contexts(tails, heads)
    last, first = contexts.last, contexts.first
    found = join_traits(contexts, read_sides(last, first, cut.model), whole, cut.model)
    names = JOIN_TRAITS
    if closely is not None:
        found = close_join_traits(found, last, first, closely.official, closely.seams)
        names = CLOSE_JOIN_TRAITS
    rows = rows_of(found, names, (len(places), len(places)))
    return Examples(cut.part, rows, np.eye(len(places), dtype=bool).ravel())


def chosen(examples: Sequence[Examples], network: TraitNetwork) -> float:
    """Return how often, in %, the right beginning is the best for an end, of `CHOICE` taken at random."""
    rng = np.random.default_rng(SEED)
    hits = []
    for some in examples:
        scores = bits_of([some], network).reshape(CUTS, CUTS)
        for _ in range(CHOICES):
            places = rng.choice(CUTS, CHOICE, replace=False)
            hits.append(np.mean(scores[np.ix_(places, places)].argmax(axis=1) == np.arange(CHOICE)))
    return 100 * float(np.mean(hits))


def fit_and_compare(
    name: str, traits: tuple[str, ...], examples: Sequence[Examples], fitting: Fitting, output: Path | None
) -> None:
    """Fit the network `name` without the measured part, print it beside the one in use, and write it.

    It judges joins by `traits`; nothing is written without `output`.
    """
    seen = [some for some in examples if some.part != MEASURED]
    unseen = [some for some in examples if some.part == MEASURED]
    fitted, in_use = fit_trait_network(traits, seen, fitting), load_network(name)
    table = Table(f"joins of part {MEASURED}", "in use", "fitted")
    old, new = measures(unseen, bits_of(unseen, in_use)), measures(unseen, bits_of(unseen, fitted))
    for measure in old:
        table.add_row(measure, f"{old[measure]:.4g}", f"{new[measure]:.4g}")
    shares = (f"{chosen(unseen, network):.4g}" for network in (in_use, fitted))
    table.add_row(f"right one of {CHOICE} chosen, %", *shares)
    Console().print(table)
    if output is not None:
        write_trait_network(fitted, seen, f"{name}_network", output)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the network as the package ships it")
    arguments = parser.parse_args()
    examples = [joins_at(cut) for cut in cut_documents(arguments.corpus, TIMES)]
    fit_and_compare("join", JOIN_TRAITS, examples, FITTING, arguments.output)


if __name__ == "__main__":
    main()
