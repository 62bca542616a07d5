"""Fit the network that judges joins: `python -m training.join_network CORPUS -o FILE`.

It tells what is before and after one cut of a document from what is before one and after another (`cuts`).
It is fitted on all parts of the split but `MEASURED`, on which it is set beside the one in use; so are
networks that have not seen one part each, which judge the pages of that part in measurements.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.neural_network import MLPClassifier

from gangyao.layout.reading_order.join_network import JoinNetwork, load_join_network
from gangyao.layout.reading_order.traits import JOIN_TRAITS
from training.cuts import CUTS, MEASURED, SEED, Bits, Candidates, cut_documents, joins_at, measures
from training.texts import FOLDS

# How many times a document is cut: with three times, it loses 0.06 bits more per pair of a part not seen.
TIMES = 8
# 16 units lose 0.01 bits more, 64 and two layers no less; nor do more rounds or another penalty (part 0).
UNITS, ROUNDS, PENALTY = 32, 20, 0.1
BATCH, RATE = 512, 2e-3
# As many pieces as a page has columns: the choice that a right join must win.
CHOICE, CHOICES = 6, 200
# Digits after the point of the weights that are written.
_DIGITS = 4


def fit_join_network(candidates: Sequence[Candidates]) -> JoinNetwork:
    """Fit a network whose bits take right and wrong pairs to be equally many."""
    traits = np.concatenate([some.traits for some in candidates])
    right = np.concatenate([some.right for some in candidates])
    mean, scale = traits.mean(axis=0), traits.std(axis=0) + 1e-3
    model = MLPClassifier(
        (UNITS,), alpha=PENALTY, max_iter=ROUNDS, batch_size=BATCH, learning_rate_init=RATE, random_state=0
    )
    model.fit((traits - mean) / scale, right)
    hidden = model.coefs_[0] / scale[:, None]
    return JoinNetwork(
        JOIN_TRAITS,
        hidden,
        model.intercepts_[0] - mean @ hidden,
        model.coefs_[1][:, 0] / math.log(2),
        float(model.intercepts_[1][0]) / math.log(2) - math.log2(right.sum() / (~right).sum()),
    )


def bits_of(candidates: Sequence[Candidates], network: JoinNetwork) -> Bits:
    """Weigh the pairs of all documents."""
    return np.concatenate([_bits_of(some, network) for some in candidates])


def _bits_of(candidates: Candidates, network: JoinNetwork) -> Bits:
    """Weigh the pairs of one document."""
    return network.bits(dict(zip(JOIN_TRAITS, candidates.traits.T, strict=True)))


def chosen(candidates: Sequence[Candidates], network: JoinNetwork) -> float:
    """Return how often, in %, the right beginning is the best for an end, of `CHOICE` taken at random."""
    rng = np.random.default_rng(SEED)
    hits = []
    for some in candidates:
        scores = _bits_of(some, network).reshape(CUTS, CUTS)
        for _ in range(CHOICES):
            places = rng.choice(CUTS, CHOICE, replace=False)
            hits.append(np.mean(scores[np.ix_(places, places)].argmax(axis=1) == np.arange(CHOICE)))
    return 100 * float(np.mean(hits))


def write_join_network(network: JoinNetwork, right_pairs: int, path: Path) -> None:
    """Write a network as the package ships it."""
    rows = {
        trait: np.round(row, _DIGITS).tolist()
        for trait, row in zip(network.traits, network.hidden, strict=True)
    }
    stored = {
        "hidden": rows,
        "hidden_constants": np.round(network.hidden_constants, _DIGITS).tolist(),
        "output": np.round(network.output, _DIGITS).tolist(),
        "constant": round(network.constant, _DIGITS),
        "provenance": {
            "script": "python -m training.join_network",
            "parts_of_the_split": [part for part in range(FOLDS) if part != MEASURED],
            "right_pairs": right_pairs,
        },
    }
    path.write_text(json.dumps(stored, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the network as the package ships it")
    arguments = parser.parse_args()
    candidates = [joins_at(cut) for cut in cut_documents(arguments.corpus, TIMES)]
    seen = [some for some in candidates if some.part != MEASURED]
    unseen = [some for some in candidates if some.part == MEASURED]
    fitted, in_use = fit_join_network(seen), load_join_network()
    table = Table(f"joins of part {MEASURED}", "in use", "fitted")
    old, new = measures(unseen, bits_of(unseen, in_use)), measures(unseen, bits_of(unseen, fitted))
    for name in old:
        table.add_row(name, f"{old[name]:.4g}", f"{new[name]:.4g}")
    shares = (f"{chosen(unseen, network):.4g}" for network in (in_use, fitted))
    table.add_row(f"right one of {CHOICE} chosen, %", *shares)
    Console().print(table)
    if arguments.output is not None:
        write_join_network(fitted, sum(int(some.right.sum()) for some in seen), arguments.output)


if __name__ == "__main__":
    main()
