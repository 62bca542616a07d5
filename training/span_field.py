"""Fit a log-linear model over sets of spans without overlap: a semi-Markov conditional random field.

Sarawagi and Cohen, "Semi-Markov conditional random fields for information extraction" (2004), with the spans
of a text given beforehand: a set weighs the sum of its spans, and what no span covers weighs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Array = npt.NDArray[np.float64]

# A feature of one span alone tells that span from all others, and nothing of the next text.
_LEAST_COUNT = 2
# Twice the variance and two and a half times the passes were no better in cross-validation over documents.
_VARIANCE = 1.0
_PASSES = 60
# Odds beyond this are certain, and their exponentials still finite in sums over a text.
_MOST = 30.0


@dataclass(frozen=True, slots=True)
class Span:
    """A span that may be chosen, whether it is right to choose it, and the names of its features."""

    start: int
    end: int
    is_right: bool
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FittedField:
    """Weights of features by their names, and of any span, in nats."""

    weights: dict[str, float]
    constant: float


@dataclass(frozen=True, slots=True)
class _Lattice:
    """The spans of one text over its borders in order; `spans` are start, end and row in the matrix."""

    borders: int
    by_end: list[list[tuple[int, int]]]
    by_start: list[list[tuple[int, int]]]
    rows: list[tuple[int, int, int]]


def fit_field(texts: Sequence[Sequence[Span]]) -> FittedField:
    """Return the weights that make the right sets the likeliest. Deterministic."""
    spans = list(chain.from_iterable(texts))
    counts = Counter(chain.from_iterable(span.features for span in spans))
    numbers = {
        name: at
        for at, name in enumerate(sorted(name for name, count in counts.items() if count >= _LEAST_COUNT))
    }
    matrix = _matrix(spans, numbers)
    transposed = matrix.T.tocsr()
    truth = np.array([span.is_right for span in spans], dtype=np.float64)
    lattices = _lattices(texts)

    def loss(weights: Array) -> tuple[float, Array]:
        scores = matrix @ weights[:-1] + weights[-1]
        odds = np.exp(np.clip(scores, -_MOST, _MOST))
        likely = np.empty_like(scores)
        total = float(scores @ truth)
        for lattice in lattices:
            total -= _marginals(lattice, odds, likely)
        gradient = np.append(transposed @ (likely - truth) + weights[:-1] / _VARIANCE, (likely - truth).sum())
        return 0.5 * float(weights[:-1] @ weights[:-1]) / _VARIANCE - total, gradient

    fitted = minimize(
        loss, np.zeros(len(numbers) + 1), jac=True, method="L-BFGS-B", options={"maxiter": _PASSES}
    ).x
    return FittedField(dict(zip(numbers, fitted[:-1].tolist(), strict=True)), float(fitted[-1]))


def _matrix(spans: Sequence[Span], numbers: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    bounds = [0]
    for span in spans:
        columns += sorted({numbers[name] for name in span.features if name in numbers})
        bounds.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, bounds), shape=(len(spans), len(numbers)))


def _lattices(texts: Sequence[Sequence[Span]]) -> list[_Lattice]:
    lattices = []
    row = 0
    for spans in texts:
        if not spans:
            continue
        borders = {
            at: number
            for number, at in enumerate(sorted({at for one in spans for at in (one.start, one.end)}))
        }
        lattice = _Lattice(len(borders), [[] for _ in borders], [[] for _ in borders], [])
        for span in spans:
            start, end = borders[span.start], borders[span.end]
            lattice.by_end[end].append((start, row))
            lattice.by_start[start].append((end, row))
            lattice.rows.append((start, end, row))
            row += 1
        lattices.append(lattice)
    return lattices


def _marginals(lattice: _Lattice, odds: Array, likely: Array) -> float:
    """Write how likely each span is into `likely`; return the logarithm of the sum over all sets."""
    before = [1.0] * lattice.borders
    for at in range(lattice.borders):
        value = before[at - 1] if at else 1.0
        for start, row in lattice.by_end[at]:
            value += before[start] * odds[row]
        before[at] = value
    behind = [1.0] * lattice.borders
    for at in range(lattice.borders - 1, -1, -1):
        value = behind[at + 1] if at + 1 < lattice.borders else 1.0
        for end, row in lattice.by_start[at]:
            value += behind[end] * odds[row]
        behind[at] = value
    for start, end, row in lattice.rows:
        likely[row] = before[start] * odds[row] * behind[end] / before[-1]
    return float(np.log(before[-1]))
