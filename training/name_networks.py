"""The network of names in PyTorch: its form, its loss and how it is fitted (needs the extra `training`)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from gangyao.chinese.vocabulary import Vocabulary
from gangyao.entities.judging.marks import SIZES, marks_of
from gangyao.entities.judging.network import REACHES
from gangyao.entities.judging.row import row_of
from training.character_vectors import WIDTH, Vectors
from training.name_examples import Example

#: Units of a place: 32 and 64 are no better (F1 on a fifth of the documents .826 and .826 against .825).
UNITS = 24
#: Tags of a place: of no name, the first of one, inside, the last, a name alone.
NONE, BEGINS, GOES_ON, ENDS, ALONE = range(5)
_OPEN = -100
_NEVER = -1e4
_DROPPED = 0.2
# In so many paragraphs one kind of marks is hidden, so that the characters have to tell.
_HIDDEN = 0.15
_PASSES, _RATE, _VECTORS_RATE = 6, 2e-3, 2e-3
_WARM, _COOL = 50, 0.05
_LARGEST = 5.0
# The weights are the mean of those of about so many last steps (Polyak and Juditsky 1992).
_MEAN_OF = 100
# Places in a batch, the shortest paragraphs first.
_BATCH = 3500


@dataclass(frozen=True, slots=True)
class Places:
    """A paragraph as numbers: its characters, the pairs that begin at them, four kinds of marks, and tags."""

    characters: npt.NDArray[np.int64]
    pairs: npt.NDArray[np.int64]
    marks: npt.NDArray[np.int64]
    tags: npt.NDArray[np.int64]


def places_of(example: Example, vocabulary: Vocabulary) -> Places:
    """Number the places of a paragraph as the network will meet them."""
    row = row_of([example.found.text])
    inside = slice(int(row.firsts[0]), int(row.firsts[0]) + len(example.found.text))
    numbers = vocabulary.numbers_of(row.codes)
    pairs = vocabulary.pairs_of(numbers)
    marks = np.stack([mark[inside] for mark in marks_of(row, [example.found])], axis=1)
    tags = np.zeros(len(example.found.text), np.int64)
    for start, end in example.label.entities:
        tags[start:end] = GOES_ON
        tags[start], tags[end - 1] = BEGINS, ENDS
        if end - start == 1:
            tags[start] = ALONE
    for start, end in example.label.open:
        tags[start:end] = _OPEN
    return Places(
        numbers[inside].astype(np.int64), pairs[inside].astype(np.int64), marks.astype(np.int64), tags
    )


class Network(nn.Module):
    """Scores for the tags of each place."""

    def __init__(self, vectors: Vectors) -> None:
        super().__init__()
        self.characters = nn.Embedding.from_pretrained(torch.from_numpy(vectors.of_characters), freeze=False)
        no_pair = np.zeros((1, WIDTH), np.float32)
        pairs = torch.from_numpy(np.concatenate((no_pair, vectors.of_pairs)))
        self.pairs = nn.Embedding.from_pretrained(pairs, freeze=False)
        self.marks = nn.ModuleList(nn.Embedding(size, UNITS) for size in SIZES)
        for mark in self.marks:
            nn.init.normal_(mark.weight, std=0.1)
        self.first = nn.Linear(3 * WIDTH, UNITS)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(UNITS, UNITS, 3, padding=reach, dilation=reach) for reach in REACHES
        )
        self.tags = nn.Linear(UNITS, 5)
        self.dropped = nn.Dropout(_DROPPED)

    def forward(self, given: Batch) -> torch.Tensor:
        """Return the scores of the tags of each place."""
        pairs = self.dropped(self.pairs(given.pairs) * (given.pairs > 0)[..., None])
        before = functional.pad(pairs[:, :-1], (0, 0, 1, 0))
        units = self.first(torch.cat([self.dropped(self.characters(given.characters)), before, pairs], 2))
        for number, mark in enumerate(self.marks):
            units = units + mark(given.marks[:, :, number])
        inside = given.inside[..., None]
        units = torch.relu(units) * inside
        for convolution in self.convolutions:
            near = convolution(self.dropped(units).transpose(1, 2)).transpose(1, 2)
            units = units + torch.relu(near) * inside
        scores: torch.Tensor = self.tags(self.dropped(units))
        return scores


@dataclass(frozen=True, slots=True)
class Batch:
    """Paragraphs as tensors, a row each; `inside` tells which places are of the paragraph."""

    characters: torch.Tensor
    pairs: torch.Tensor
    marks: torch.Tensor
    tags: torch.Tensor
    inside: torch.Tensor


def batch_of(paragraphs: Sequence[Places]) -> Batch:
    """Lay paragraphs out, filled up to the longest."""
    longest = max(len(one.characters) for one in paragraphs)

    def filled(rows: Sequence[npt.NDArray[np.int64]], value: int) -> torch.Tensor:
        table = np.full((len(rows), longest, *rows[0].shape[1:]), value, np.int64)
        for number, row in enumerate(rows):
            table[number, : len(row)] = row
        return torch.from_numpy(table)

    inside = filled([np.ones_like(one.characters) for one in paragraphs], 0)
    return Batch(
        filled([one.characters for one in paragraphs], 0),
        filled([one.pairs for one in paragraphs], 0),
        filled([one.marks for one in paragraphs], 0),
        filled([one.tags for one in paragraphs], _OPEN),
        inside.float(),
    )


def unlikeliness(scores: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Minus the logarithm of the chance of the right tags among all that may follow each other, summed."""
    right = torch.full_like(scores, _NEVER).scatter(2, batch.tags.clamp(min=0)[..., None], 0.0)
    right[batch.tags < 0] = 0.0
    return (_weight_of_all(scores, batch.inside) - _weight_of_all(scores + right, batch.inside)).sum()


def _weight_of_all(scores: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
    """The logarithm of the summed weights of all that may be, of each paragraph.

    Before and behind each place a name is open or none is, so a place is a matrix of two by two, and the
    product of all of them is the sum; neighbours are multiplied at once, then the products.
    """
    none, begins, goes_on, ends, alone = scores.unbind(2)
    closed = torch.stack((torch.logaddexp(none, alone), begins), 2)
    places = torch.stack((closed, torch.stack((ends, goes_on), 2)), 2)
    unit = torch.tensor([[0.0, _NEVER], [_NEVER, 0.0]])
    places = torch.where(inside[..., None, None] > 0, places, unit)
    count = places.shape[1]
    places = torch.cat((places, unit.expand(len(places), _power_of_two(count) - count, 2, 2)), 1)
    while places.shape[1] > 1:
        ahead, behind = places[:, ::2], places[:, 1::2]
        by_closed = ahead[..., :, 0, None] + behind[..., None, 0, :]
        places = torch.logaddexp(by_closed, ahead[..., :, 1, None] + behind[..., None, 1, :])
    return places[:, 0, 0, 0]


def _power_of_two(least: int) -> int:
    return 1 << (least - 1).bit_length()


def fit(paragraphs: Sequence[Places], vectors: Vectors, *, seed: int) -> Network:
    """Return a network that was fitted to annotated paragraphs."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network = Network(vectors)
    slow = [network.characters.weight, network.pairs.weight]
    others = [weight for weight in network.parameters() if all(weight is not one for one in slow)]
    rates = (_VECTORS_RATE, _RATE)
    groups = [{"params": slow}, {"params": others}]
    optimizer = torch.optim.Adam(groups, lr=_RATE, betas=(0.9, 0.99), fused=True)
    mean = [weight.detach().clone() for weight in network.parameters()]
    network.train()
    step, steps = 0, _PASSES * len(_batches(paragraphs, rng))
    for _ in range(_PASSES):
        for numbers in _batches(paragraphs, rng):
            slope = min(1.0, step / _WARM) * max(_COOL, 1 - step / steps)
            step += 1
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * slope
            batch = batch_of([paragraphs[number] for number in numbers])
            shown = torch.rand(len(numbers), 1, len(SIZES)) >= _HIDDEN
            batch.marks.mul_(shown)
            loss = unlikeliness(network(batch), batch) / len(numbers)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), _LARGEST)
            optimizer.step()
            for kept, weight in zip(mean, network.parameters(), strict=True):
                kept.lerp_(weight.detach(), 1 / (1 + min(step, _MEAN_OF)))
    with torch.no_grad():
        for kept, weight in zip(mean, network.parameters(), strict=True):
            weight.copy_(kept)
    network.eval()
    return network


def _batches(paragraphs: Sequence[Places], rng: random.Random) -> list[list[int]]:
    """The numbers of paragraphs in batches of about one length, in a random order."""
    order = sorted(
        range(len(paragraphs)), key=lambda number: len(paragraphs[number].tags) + 20 * rng.random()
    )
    found: list[list[int]] = [[]]
    for number in order:
        if found[-1] and (len(found[-1]) + 1) * len(paragraphs[number].tags) > _BATCH:
            found.append([])
        found[-1].append(number)
    rng.shuffle(found)
    return found


def stored(network: Network, vectors: Vectors) -> dict[str, npt.NDArray[np.generic]]:
    """The weights as `gangyao.entities.judging.network.network_of` reads them; the vectors in bytes."""
    characters, character_scale = _in_bytes(network.characters.weight)
    pairs, pair_scale = _in_bytes(network.pairs.weight[1:])
    first = network.first.weight.detach().numpy().T.reshape(3, WIDTH, UNITS)
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "known": np.array(vectors.known),
        "pairs": vectors.pairs,
        "character_vectors": characters,
        "character_scale": character_scale,
        "pair_vectors": pairs,
        "pair_scale": pair_scale,
        "first": first,
        "first_constants": network.first.bias.detach().numpy(),
        "tags": network.tags.weight.detach().numpy().T,
        "tag_constants": network.tags.bias.detach().numpy(),
    }
    for number, mark in enumerate(network.marks):
        arrays[f"mark_{number}"] = mark.weight.detach().numpy()
    for reach, convolution in zip(REACHES, network.convolutions, strict=True):
        weights = convolution.weight.detach().numpy()
        arrays[f"convolution_{reach}"] = weights.transpose(2, 1, 0)
        arrays[f"convolution_constants_{reach}"] = convolution.bias.detach().numpy()
    return {
        name: array.astype(np.float32) if array.dtype == np.float64 else array
        for name, array in arrays.items()
    }


def _in_bytes(weights: torch.Tensor) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    values = weights.detach().numpy()
    scale = np.abs(values).max(axis=0) / 127
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)
