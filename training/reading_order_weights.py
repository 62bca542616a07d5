"""Fit the weights of line breaks: `python -m training.reading_order_weights CORPUS -o FILE`.

How much a line looks like the last, or the first, of a paragraph: by lines that follow each other in the
corpus, beside those that cuts leave (`cuts`). The weights come from all parts of the split but `MEASURED`, on
which they are set beside those in use.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from gangyao.layout.reading_order.line_breaks import END_KINDS, END_TRAITS, START_TRAITS
from gangyao.layout.reading_order.weights import load_weights
from training.cuts import MEASURED, Bits, Candidates, breaks_at, cut_documents, measures
from training.logistic import fit_logistic
from training.texts import FOLDS

# How many times a document is cut.
TIMES = 3
RIDGE = 1.0
# What is weighed, by name, in the order of the columns of traits.
BREAKS = {"paragraph end": END_TRAITS, "paragraph start": START_TRAITS}


def fit(candidates: Sequence[Candidates]) -> Bits:
    """Return the weights in bits, the constant last; right and wrong pairs weigh alike."""
    right = np.concatenate([some.right for some in candidates])
    counts = np.where(right, 1.0, np.sum(right) / np.sum(~right))
    weights = fit_logistic(np.vstack([some.traits for some in candidates]), right, counts, RIDGE)
    return weights / math.log(2)


def fit_breaks(candidates: Sequence[Candidates]) -> Bits:
    """Return the weights as `fit`; each line is of one kind, whose weight takes the constant up."""
    *weights, constant = fit(candidates)
    bits: Bits = np.array(weights) + np.array([constant * (trait in END_KINDS) for trait in _columns(BREAKS)])
    return bits


def bits_of(candidates: Sequence[Candidates], weights: Bits) -> Bits:
    """Weigh pairs."""
    return np.concatenate([some.traits for some in candidates]) @ weights


def _columns(groups: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [trait for traits in groups.values() for trait in traits]


def _named(groups: Mapping[str, tuple[str, ...]], weights: Bits) -> dict[str, dict[str, float]]:
    values = iter(weights.tolist())
    return {judged: {trait: round(next(values), 2) for trait in traits} for judged, traits in groups.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the weights as the package ships them")
    arguments = parser.parse_args()
    candidates = [breaks_at(cut) for cut in cut_documents(arguments.corpus, TIMES)]
    seen = [some for some in candidates if some.part != MEASURED]
    unseen = [some for some in candidates if some.part == MEASURED]
    fitted = fit_breaks(seen)
    in_use = np.concatenate([load_weights(*group) for group in BREAKS.items()])
    table = Table(" and ".join(BREAKS), "in use", "fitted")
    for trait, *values in zip(_columns(BREAKS), in_use, fitted, strict=True):
        table.add_row(trait, *(f"{value:.2f}" for value in values))
    table.add_section()
    old, new = measures(unseen, bits_of(unseen, in_use)), measures(unseen, bits_of(unseen, fitted))
    for name in old:
        table.add_row(name, f"{old[name]:.4g}", f"{new[name]:.4g}")
    Console().print(table)
    if arguments.output is not None:
        parts = [part for part in range(FOLDS) if part != MEASURED]
        provenance = {
            "script": "python -m training.reading_order_weights",
            "parts_of_the_split": parts,
            "right_pairs": sum(int(some.right.sum()) for some in seen),
        }
        found = {**_named(BREAKS, fitted), "provenance": provenance}
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        arguments.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
