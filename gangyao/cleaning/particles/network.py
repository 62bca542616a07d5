"""A small neural network that reads both sides of a gap and says what stands in it: a particle, or nothing.

A feed-forward model (Bengio, Ducharme, Vincent and Jauvin 2003, "A Neural Probabilistic Language Model") of
what is known on both sides: characters, words, their classes and the marks of the clause are looked up in a
table of embeddings, joined, and read by one hidden layer. Words that are used alike have like embeddings, so
it knows of phrases that were never seen in training, which the log-linear model beside it does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.count_table import CountTable
from gangyao.cleaning.particles.clauses import read_clauses
from gangyao.cleaning.particles.features import CLASSES, REACH, Codes
from gangyao.cleaning.particles.word_classes import kinds_of_words, longest_words

Weights = npt.NDArray[np.float32]
Scores = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Tokens = npt.NDArray[np.uint32]

# Characters and words on either side that are looked at, and the numbers that each is turned into.
CHARACTERS, WORDS = 8, 4
WIDTH, HIDDEN = 40, 256
# Each character, each word and its class, seven signs of the clause, and the two nearest marks.
COLUMNS = 2 * CHARACTERS + 4 * WORDS + 9
# Distances beyond this one are alike.
_FAR = np.int64(12)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(32)
# Weights are kept in steps of this size, up to 127 of them.
_STEP, _LARGEST = 0.01, 127
_LAYERS = ("embeddings", "hidden", "hidden_bias", "output", "output_bias")
_PREFIX = "network_"


@dataclass(frozen=True, slots=True, eq=False)
class ParticleNetwork:
    """What training found.

    `kept` are the tokens that have an embedding, in order (see `read_tokens`); `embeddings` has one row more,
    the first, which stands for all other tokens. `hidden` (columns and width, hidden) and `output` (hidden,
    classes) are the weights of the layers, `hidden_bias` and `output_bias` what is added to each.
    """

    kept: Tokens
    embeddings: Weights
    hidden: Weights
    hidden_bias: Weights
    output: Weights
    output_bias: Weights

    def scores(self, tokens: Tokens) -> Scores:
        """Return what the output layer says of each class in each gap (gaps, classes)."""
        read = self.embeddings[self.numbers(tokens)].reshape(len(tokens), COLUMNS * WIDTH).astype(np.float64)
        layer = np.maximum(read @ self.hidden.astype(np.float64) + self.hidden_bias, 0)
        return np.asarray(layer @ self.output.astype(np.float64) + self.output_bias, dtype=np.float64)

    def numbers(self, tokens: Tokens) -> Numbers:
        """Return which row of `embeddings` stands for each token."""
        if not len(self.kept):
            return np.zeros(tokens.shape, dtype=np.int64)
        places = np.minimum(np.searchsorted(self.kept, tokens), len(self.kept) - 1)
        return np.where(self.kept[places] == tokens, places + 1, 0).astype(np.int64)


def read_tokens(rows: Codes, model: CharacterModel, classes: CountTable) -> Tokens:
    """Return the tokens of gaps, given as rows of codes (see `contexts`): hashes of what stands where.

    A character is the same token wherever it stands, and so is a word; the column says where (gaps,
    `COLUMNS`).
    """
    characters = rows[:, REACH - CHARACTERS : REACH + CHARACTERS]
    parts = [_hash(1, characters[:, column]) for column in range(2 * CHARACTERS)]
    for side in (-1, 1):
        columns = np.full(len(rows), REACH - 1 if side < 0 else REACH)
        for _ in range(WORDS):
            length, word = longest_words(rows, columns, side, model.words)
            parts += [_hash(2, word), _hash(3, kinds_of_words(word, length, classes))]
            columns = columns + side * length
    clause = read_clauses(rows[:, REACH - 1 :: -1], rows[:, REACH:])
    signs = (
        np.minimum(clause.before, _FAR), np.minimum(clause.after, _FAR), clause.lists, clause.of,
        clause.prepositions, clause.tails, clause.parallel,
    )  # fmt: skip
    parts += [_hash(4 + number, sign) for number, sign in enumerate(signs)]
    parts += [_hash(1, clause.left_mark), _hash(1, clause.right_mark)]
    return np.stack(parts, axis=1)


def untrained_network(chance: np.random.Generator) -> ParticleNetwork:
    """Return a network that knows nothing, its weights drawn by chance."""
    inputs = COLUMNS * WIDTH
    return ParticleNetwork(
        np.zeros(0, dtype=np.uint32),
        draw_embeddings(1, chance),
        chance.normal(0, (1 / inputs) ** 0.5, (inputs, HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, dtype=np.float32),
        chance.normal(0, (1 / HIDDEN) ** 0.5, (HIDDEN, len(CLASSES))).astype(np.float32),
        np.zeros(len(CLASSES), dtype=np.float32),
    )


def draw_embeddings(count: int, chance: np.random.Generator) -> Weights:
    """Return embeddings to start training from."""
    return chance.normal(0, 0.1, (count, WIDTH)).astype(np.float32)


def quantise(network: ParticleNetwork) -> ParticleNetwork:
    """Return the network that can be stored: its weights are whole steps."""
    return unpack_network(pack_network(network))


def pack_network(network: ParticleNetwork) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays to store, by name: weights as whole steps, tokens by the distances between them."""
    packed: dict[str, npt.NDArray[np.generic]] = {
        name: np.clip(np.round(getattr(network, name) / _STEP), -_LARGEST, _LARGEST).astype(np.int8)
        for name in _LAYERS
    }
    packed["tokens"] = np.diff(network.kept, prepend=np.uint32(0))
    return {_PREFIX + name: array for name, array in packed.items()}


def unpack_network(stored: Mapping[str, npt.NDArray[np.generic]]) -> ParticleNetwork:
    """Return the network whose arrays `pack_network` gave."""
    layers = [stored[_PREFIX + name].astype(np.float32) * np.float32(_STEP) for name in _LAYERS]
    return ParticleNetwork(np.cumsum(stored[_PREFIX + "tokens"], dtype=np.uint32), *layers)


def _hash(kind: int, values: Codes | Numbers) -> Tokens:
    mixed = (values.astype(np.uint64) + np.uint64(kind)) * _MIX + np.uint64(kind)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return (mixed >> _SHIFT).astype(np.uint32)
