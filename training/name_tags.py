"""Tags of places, by which names are learnt: what is right, and how unlikely what a network says makes it.

A conditional random field over the places of a paragraph (Lafferty et al. 2001) in which nothing but what may
follow what weighs beside the scores of the places, so that a teacher tells all it knows by the chances of the
tags of each place.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from evaluation.quality.names import Label

#: Tags of a place: of no name, the first of one, inside, the last, a name alone.
NONE, BEGINS, GOES_ON, ENDS, ALONE = range(5)
TAGS = 5
#: Of what is open any tag is right.
OPEN = -100
_NEVER = -1e4

Chances = npt.NDArray[np.float16]


def tags_of(label: Label) -> npt.NDArray[np.int64]:
    """The right tags of an annotated paragraph."""
    tags = np.full(label.length, NONE, np.int64)
    for start, end in label.entities:
        tags[start:end] = GOES_ON
        tags[start], tags[end - 1] = BEGINS, ENDS
        if end - start == 1:
            tags[start] = ALONE
    for start, end in label.open:
        tags[start:end] = OPEN
    return tags


def unlikeliness(scores: torch.Tensor, tags: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
    """Minus the logarithm of the chance of the right tags among all that may follow each other, summed."""
    right = torch.full_like(scores, _NEVER).scatter(2, tags.clamp(min=0)[..., None], 0.0)
    right[tags < 0] = 0.0
    return (_weight_of_all(scores, inside) - _weight_of_all(scores + right, inside)).sum()


def unlikeness(scores: torch.Tensor, chances: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
    """How far the chances of all tags are from those of a teacher, `chances` of the tags of each place, in
    nats beyond a constant, summed.
    """
    return (_weight_of_all(scores, inside) - (scores * chances).sum((1, 2))).sum()


def chances_of(scores: Sequence[npt.NDArray[np.float32]]) -> list[Chances]:
    """The chances of the tags of each place of paragraphs, by their scores."""
    found = []
    for some in scores:
        told = torch.from_numpy(some)[None].requires_grad_()
        (chances,) = torch.autograd.grad(_weight_of_all(told, torch.ones(1, len(some))).sum(), told)
        found.append(chances[0].clamp(0, 1).numpy().astype(np.float16))
    return found


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


def filled(rows: Sequence[npt.NDArray[Any]], kind: npt.DTypeLike) -> torch.Tensor:
    """Lay rows side by side, filled up with zeros to the longest."""
    table = np.zeros((len(rows), max(map(len, rows)), *rows[0].shape[1:]), kind)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return torch.from_numpy(table)


def in_batches(sizes: Sequence[int], most: int, rng: random.Random) -> list[list[int]]:
    """The numbers of paragraphs of such sizes in batches of about one size and of `most` places, in a random
    order.
    """
    order = sorted(range(len(sizes)), key=lambda number: sizes[number] + 20 * rng.random())
    found: list[list[int]] = [[]]
    for number in order:
        if found[-1] and (len(found[-1]) + 1) * sizes[number] > most:
            found.append([])
        found[-1].append(number)
    rng.shuffle(found)
    return found
