"""The small networks that the fits of misreadings share: fitted with scikit-learn, stored as numbers."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from gangyao.cleaning.misreadings.small_network import SmallNetwork, standardised

Array = npt.NDArray[np.float64]

# Of 24 and 48 units, penalties of .003 to .1, 25 to 250 passes, one and three networks, this was as good as
# any on parts 1 and 2, each left out in turn.
_UNITS, _PENALTY, _PASSES, _BATCH, _RATE = 48, 0.1, 80, 512, 2e-3
_SEED = 1
# Features that hardly vary are not blown up, nor rounded to no scale at all.
_LEAST_SCALE = 0.01
_DIGITS = 4


def fit_network(rows: Array, is_true: Array, counts: Array) -> SmallNetwork:
    """Return a network that gives the logarithm of the odds that a row is true; rows count as `counts` says.

    Deterministic for equal rows on one thread.
    """
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), _LEAST_SCALE)
    model = MLPClassifier(
        (_UNITS,), alpha=_PENALTY, max_iter=_PASSES, batch_size=_BATCH, learning_rate_init=_RATE,
        random_state=_SEED,
    )  # fmt: skip
    with warnings.catch_warnings():
        # The number of passes is chosen, not waited for.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(standardised(rows, mean, scale), is_true, sample_weight=counts / counts.mean())
    (hidden, output), (hidden_constants, constant) = model.coefs_, model.intercepts_
    return SmallNetwork(
        mean.astype(np.float32), scale.astype(np.float32), hidden.astype(np.float32),
        hidden_constants.astype(np.float32), output[:, 0].astype(np.float32), float(constant[0]),
    )  # fmt: skip


def scaled(network: SmallNetwork, slope: float, constant: float) -> SmallNetwork:
    """Return a network whose log odds are `slope` times those of another, plus `constant`."""
    return SmallNetwork(
        network.mean, network.scale, network.hidden, network.hidden_constants,
        network.output * np.float32(slope), network.constant * slope + constant,
    )  # fmt: skip


def stored(network: SmallNetwork, features: Sequence[str]) -> dict[str, object]:
    """Return a network as `network_of` reads it."""
    columns = np.column_stack([network.mean, network.scale, network.hidden]).tolist()
    return {
        "features": {
            name: {"mean": _rounded(mean), "scale": _rounded(scale), "units": _row(units)}
            for name, (mean, scale, *units) in zip(features, columns, strict=True)
        },
        "unit_constants": _row(network.hidden_constants),
        "output": _row(network.output),
        "constant": _rounded(network.constant),
    }


def _row(numbers: Iterable[float]) -> str:
    """Write numbers on one line."""
    return " ".join(f"{number:.{_DIGITS}f}" for number in numbers)


def _rounded(number: float) -> float:
    return round(float(number), _DIGITS)
