"""Fitting and writing networks of traits, for the scripts that fit those of reading order."""

from __future__ import annotations

import json
import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import roc_auc_score
from sklearn.neural_network import MLPClassifier

from gangyao.layout.reading_order.sides import Trait
from gangyao.layout.reading_order.trait_network import TraitNetwork

Rows = npt.NDArray[np.float64]
Bits = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

_LEAST_SCALE = 1e-3
# Digits after the point of the weights that are written.
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a network is fitted: hidden units, rounds, penalty, batch, rate; its bounds in bits.

    Of several `members`, each fitted with a start of its own on such a `share` of the wrong examples, it is
    the mean.
    """

    units: int
    rounds: int
    penalty: float
    batch: int
    rate: float
    least: float
    most: float
    members: int = 1
    share: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """What a part of the split holds: traits (examples, traits), and which examples are right."""

    part: int
    traits: Rows
    right: Mask


@dataclass(frozen=True, slots=True, eq=False)
class _Member:
    """The weights of one network of scaled traits, in bits."""

    hidden: Rows
    hidden_constants: Bits
    output: Bits
    constant: float


def rows_of(traits: Mapping[str, Trait], names: Sequence[str], shape: tuple[int, ...]) -> Rows:
    """Return a row for each example of an array of such a shape, its traits in the order of their names."""
    columns = [np.broadcast_to(traits[name], shape).ravel() for name in names]
    return np.stack(columns, axis=1).astype(np.float64)


def fit_trait_network(names: tuple[str, ...], examples: Sequence[Examples], how: Fitting) -> TraitNetwork:
    """Fit a network whose bits take right and wrong examples to be equally many."""
    traits = np.concatenate([some.traits for some in examples])
    right = np.concatenate([some.right for some in examples])
    mean, scale = traits.mean(axis=0), traits.std(axis=0) + _LEAST_SCALE
    members = [_fit_member((traits - mean) / scale, right, how, seed) for seed in range(how.members)]
    hidden = np.concatenate([member.hidden for member in members], axis=1) / scale[:, None]
    return TraitNetwork(
        names,
        hidden,
        np.concatenate([member.hidden_constants for member in members]) - mean @ hidden,
        np.concatenate([member.output for member in members]) / how.members,
        float(np.mean([member.constant for member in members])),
        how.least,
        how.most,
    )


def _fit_member(traits: Rows, right: Mask, how: Fitting, seed: int) -> _Member:
    seen = right | (np.random.default_rng(seed).random(len(right)) < how.share)
    model = MLPClassifier(
        (how.units,), alpha=how.penalty, max_iter=how.rounds, batch_size=how.batch,
        learning_rate_init=how.rate, random_state=seed,
    )  # fmt: skip
    with warnings.catch_warnings():
        # The number of rounds is chosen, not waited for.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(traits[seen], right[seen])
    odds = right.sum() / (seen & ~right).sum()
    return _Member(
        model.coefs_[0],
        model.intercepts_[0],
        model.coefs_[1][:, 0] / math.log(2),
        float(model.intercepts_[1][0]) / math.log(2) - math.log2(odds),
    )


def bits_of(examples: Sequence[Examples], network: TraitNetwork) -> Bits:
    """Weigh examples, one after the other."""
    return np.concatenate(
        [network.bits(dict(zip(network.traits, some.traits.T, strict=True))) for some in examples]
    )


def measures(examples: Sequence[Examples], bits: Bits) -> dict[str, float]:
    """Return how well the bits of examples, one after the other, tell right from wrong ones."""
    labels = np.concatenate([some.right for some in examples])
    right, wrong = bits[labels], bits[~labels]
    return {
        "area under the ROC curve": float(roc_auc_score(labels, bits)),
        "right ones below 0 bits, %": 100 * float(np.mean(right < 0)),
        "wrong ones above 0 bits, %": 100 * float(np.mean(wrong > 0)),
        "bits lost per right and wrong one": float(
            np.logaddexp2(0, -right).mean() + np.logaddexp2(0, wrong).mean()
        ),
    }


def write_trait_network(network: TraitNetwork, seen: Sequence[Examples], script: str, path: Path) -> None:
    """Write a network, fitted on what was `seen`, as the package ships it."""
    rows = {
        trait: np.round(row, _DIGITS).tolist()
        for trait, row in zip(network.traits, network.hidden, strict=True)
    }
    stored = {
        "hidden": rows,
        "hidden_constants": np.round(network.hidden_constants, _DIGITS).tolist(),
        "output": np.round(network.output, _DIGITS).tolist(),
        "constant": round(network.constant, _DIGITS),
        "least": network.least,
        "most": network.most,
        "provenance": {
            "script": f"python -m training.{script}",
            "parts_of_the_split": sorted({some.part for some in seen}),
            "right_examples": sum(int(some.right.sum()) for some in seen),
        },
    }
    path.write_text(json.dumps(stored, ensure_ascii=False) + "\n", encoding="utf-8")
