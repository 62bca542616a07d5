"""Train the neural network of particles (see `network`) by stochastic gradient descent.

Adam (Kingma and Ba 2015) on the cross entropy, with dropout (Srivastava et al. 2014) before both layers. Of
the embeddings, only those that a batch reads are changed by it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.cleaning.particles.network import (
    COLUMNS,
    HIDDEN,
    WIDTH,
    Numbers,
    ParticleNetwork,
    Tokens,
    Weights,
    draw_embeddings,
    quantise,
)
from training.particle_examples import Labels

_EPOCHS = 8
_BATCH = 512
_RATE = 2e-3
_DROPPED = 0.3
# A token that is seen less often than this shares the embedding of the unknown.
_FLOOR = 4
_FIRST_DECAY, _SECOND_DECAY, _TINY = 0.9, 0.999, 1e-8


@dataclass(frozen=True, slots=True, eq=False)
class _Parameter:
    """Weights with the running means of their slopes and of the squares of these; all change in place."""

    weights: Weights
    first: Weights
    second: Weights

    def descend(self, slope: Weights, rate: float) -> None:
        self.first[...] = _FIRST_DECAY * self.first + (1 - _FIRST_DECAY) * slope
        self.second[...] = _SECOND_DECAY * self.second + (1 - _SECOND_DECAY) * slope * slope
        self.weights[...] -= rate * self.first / (np.sqrt(self.second) + _TINY)

    def descend_rows(self, rows: Numbers, slope: Weights, rate: float) -> None:
        """Change some rows only; `slope` has one row for each."""
        first = _FIRST_DECAY * self.first[rows] + (1 - _FIRST_DECAY) * slope
        second = _SECOND_DECAY * self.second[rows] + (1 - _SECOND_DECAY) * slope * slope
        self.first[rows], self.second[rows] = first, second
        self.weights[rows] -= rate * first / (np.sqrt(second) + _TINY)


def train_network(
    tokens: Tokens, labels: Labels, base: ParticleNetwork, chance: np.random.Generator
) -> ParticleNetwork:
    """Fit a network to examples, from the weights of `base` on."""
    start = _with_new_tokens(base, tokens, chance)
    numbers = start.numbers(tokens)
    found = [start.embeddings, start.hidden, start.hidden_bias, start.output, start.output_bias]
    parameters = [_Parameter(part.copy(), np.zeros_like(part), np.zeros_like(part)) for part in found]
    steps = _EPOCHS * -(-len(labels) // _BATCH)
    step = 0
    for _ in range(_EPOCHS):
        order = chance.permutation(len(labels))
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            # The running means start from zero; this makes up for it.
            unbiased = (1 - _SECOND_DECAY ** (step + 1)) ** 0.5 / (1 - _FIRST_DECAY ** (step + 1))
            _step(parameters, numbers[batch], labels[batch], chance, _RATE * unbiased * (1 - step / steps))
            step += 1
    return quantise(ParticleNetwork(start.kept, *(parameter.weights for parameter in parameters)))


def _step(
    parameters: list[_Parameter], numbers: Numbers, labels: Labels, chance: np.random.Generator, rate: float
) -> None:
    """Go one step down the slope of one batch."""
    embeddings, hidden, hidden_bias, output, output_bias = parameters
    size = len(labels)
    input_mask, layer_mask = (_dropout(size, width, chance) for width in (COLUMNS * WIDTH, HIDDEN))
    read = embeddings.weights[numbers].reshape(size, -1) * input_mask
    layer: Weights = np.matmul(read, hidden.weights) + hidden_bias.weights
    layer_mask *= layer > 0
    layer *= layer_mask
    wrong = _probabilities(np.matmul(layer, output.weights) + output_bias.weights)
    wrong[np.arange(size), labels] -= 1
    wrong /= np.float32(size)
    layer_slope: Weights = np.matmul(wrong, output.weights.T) * layer_mask
    read_slope: Weights = np.matmul(layer_slope, hidden.weights.T) * input_mask
    rows, slope = _by_row(numbers.ravel(), read_slope.reshape(-1, WIDTH))
    output.descend(np.matmul(layer.T, wrong), rate)
    output_bias.descend(wrong.sum(axis=0), rate)
    hidden.descend(np.matmul(read.T, layer_slope), rate)
    hidden_bias.descend(layer_slope.sum(axis=0), rate)
    embeddings.descend_rows(rows, slope, rate)


def _dropout(size: int, width: int, chance: np.random.Generator) -> Weights:
    """Return factors: 0 for what is left out, and for the rest what makes up for it."""
    mask = (chance.random((size, width), dtype=np.float32) >= _DROPPED).astype(np.float32)
    mask /= np.float32(1 - _DROPPED)
    return mask


def _probabilities(sums: Weights) -> Weights:
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


def _by_row(rows: Numbers, slopes: Weights) -> tuple[Numbers, Weights]:
    """Return each row once, with the sum of its slopes."""
    order = np.argsort(rows, kind="stable")
    in_order = rows[order]
    starts = np.flatnonzero(np.diff(in_order, prepend=-1))
    sums: npt.NDArray[np.float32] = np.add.reduceat(slopes[order], starts, axis=0)
    return in_order[starts], sums


def _with_new_tokens(base: ParticleNetwork, tokens: Tokens, chance: np.random.Generator) -> ParticleNetwork:
    """Return `base` with embeddings, drawn by chance, for tokens that are common here and new to it."""
    seen, counts = np.unique(tokens, return_counts=True)
    new = np.setdiff1d(seen[counts >= _FLOOR], base.kept, assume_unique=True)
    kept = np.concatenate([base.kept, new])
    embeddings = np.concatenate([base.embeddings, draw_embeddings(len(new), chance)])
    order = np.argsort(kept, kind="stable")
    return ParticleNetwork(
        kept[order],
        embeddings[np.concatenate([[0], order + 1])],
        base.hidden,
        base.hidden_bias,
        base.output,
        base.output_bias,
    )
