"""The network of names in PyTorch: its form, its loss and how it is fitted (needs the extra `training`)."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from gangyao.chinese.vocabulary import Vocabulary
from gangyao.entities.judging.marks import SIZES, FoundNames, marks_of
from gangyao.entities.judging.network import REACHES
from gangyao.entities.judging.row import row_of
from training.character_vectors import WIDTH, Vectors
from training.name_tags import TAGS, Chances, filled, in_batches

#: Units of a place. Taught by the encoder, 24 find spans in a fifth of the documents, left out, with F1 .827,
#: 32 and 64 with .834; of annotated paragraphs alone 24 learn to do so with .822, and more are no better.
UNITS = 32
_DROPPED = 0.2
# In so many paragraphs one kind of marks is hidden, so that the characters have to tell.
_HIDDEN = 0.15
_WARM, _COOL = 50, 0.05
_LARGEST = 5.0
# The weights are the mean of those of about so many last steps (Polyak and Juditsky 1992).
_MEAN_OF = 100
# Places in a batch, the shortest paragraphs first.
_BATCH = 3500


@dataclass(frozen=True, slots=True)
class Places:
    """A paragraph as numbers: its characters, the pairs that begin at them, four kinds of marks, and what is
    wanted of its places: their tags (training.name_tags.tags_of), or the chances of each.
    """

    characters: npt.NDArray[np.int32]
    pairs: npt.NDArray[np.int32]
    marks: npt.NDArray[np.int16]
    wanted: npt.NDArray[np.int64] | Chances


def places_of(found: FoundNames, wanted: npt.NDArray[np.int64] | Chances, vocabulary: Vocabulary) -> Places:
    """Number the places of a paragraph as the network will meet them."""
    row = row_of([found.text])
    inside = slice(int(row.firsts[0]), int(row.firsts[0]) + len(found.text))
    numbers = vocabulary.numbers_of(row.codes)
    pairs = vocabulary.pairs_of(numbers)
    marks = np.stack([mark[inside] for mark in marks_of(row, [found])], axis=1)
    return Places(
        numbers[inside].astype(np.int32), pairs[inside].astype(np.int32), marks.astype(np.int16), wanted
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
        self.tags = nn.Linear(UNITS, TAGS)
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
    wanted: torch.Tensor
    inside: torch.Tensor


def batch_of(paragraphs: Sequence[Places]) -> Batch:
    """Lay paragraphs out, filled up to the longest."""
    return Batch(
        filled([one.characters for one in paragraphs], np.int64),
        filled([one.pairs for one in paragraphs], np.int64),
        filled([one.marks for one in paragraphs], np.int64),
        filled([one.wanted for one in paragraphs], paragraphs[0].wanted.dtype),
        filled([np.ones(len(one.characters)) for one in paragraphs], np.float32),
    )


def network_from(vectors: Vectors, *, seed: int) -> Network:
    """Return a network that has learnt nothing but its vectors."""
    torch.manual_seed(seed)
    return Network(vectors)


def mean_of(networks: Sequence[Network]) -> Network:
    """Return the network with the mean weights of some that began as one (Wortsman et al. 2022)."""
    mean = copy.deepcopy(networks[0])
    states = [network.state_dict() for network in networks]
    mean.load_state_dict({name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]})
    return mean


class Course(NamedTuple):
    """How a network is fitted: by which loss, in how many passes, how fast, and vectors how fast."""

    loss: Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]
    passes: int
    rate: float
    vectors_rate: float


def fit(network: Network, paragraphs: Sequence[Places], course: Course, *, seed: int) -> None:
    """Fit a network to what is wanted of paragraphs."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    slow = [network.characters.weight, network.pairs.weight]
    others = [weight for weight in network.parameters() if all(weight is not one for one in slow)]
    rates = (course.vectors_rate, course.rate)
    groups = [{"params": slow}, {"params": others}]
    optimizer = torch.optim.Adam(groups, lr=course.rate, betas=(0.9, 0.99), fused=True)
    mean = [weight.detach().clone() for weight in network.parameters()]
    network.train()
    step, steps = 0, course.passes * len(_batches(paragraphs, rng))
    for _ in range(course.passes):
        for numbers in _batches(paragraphs, rng):
            slope = min(1.0, step / _WARM) * max(_COOL, 1 - step / steps)
            step += 1
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * slope
            batch = batch_of([paragraphs[number] for number in numbers])
            shown = torch.rand(len(numbers), 1, len(SIZES)) >= _HIDDEN
            batch.marks.mul_(shown)
            loss = course.loss(network(batch), batch.wanted, batch.inside) / len(numbers)
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


def _batches(paragraphs: Sequence[Places], rng: random.Random) -> list[list[int]]:
    """The numbers of paragraphs in batches of about one length, in a random order."""
    sizes = [len(one.characters) for one in paragraphs]
    return in_batches(sizes, _BATCH, rng)


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
