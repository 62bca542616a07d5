"""The networks that read predicates, as torch fits them: a wide one that teaches, a narrow one that ships.

All spans of a clause, and that it has no predicate, compete (a softmax over spans; the score of a span is the
sum of those of its first place, its last and all between). Where several are right their chances add up.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from gangyao.tasks.lexicon import PAIR_KINDS
from gangyao.tasks.predicate_network import EDGE, FIRST_KNOWN, NO_CHARACTER, NO_PREDICATE, UNKNOWN, Span
from gangyao.tasks.predicates.doubts import DOUBTS
from training.predicate_clauses import Clause
from training.word_tags import TAGS

_MARKS = 3
_IMPOSSIBLE = -1e4
_BATCH, _AT_ONCE = 256, 40
# Characters that are hidden in training, so that those around them are learnt from.
_HIDDEN_SHARE = 0.04
_WARM = 200
# So much a tag counts beside a predicate, where tags are told.
_TAGS_COUNT = 0.3


@dataclass(frozen=True, slots=True)
class Size:
    """Numbers of a character, of a class, of a tag, units, and how many convolutions stand behind the first.

    Without numbers of a tag it is not given the tags of words, and learns to tell them.
    """

    character: int
    kind: int
    tag: int
    units: int
    more: int


#: The narrow one, fitted without the wide one, mends half as many readings beyond those it breaks.
WIDE, NARROW = Size(48, 16, 24, 96, 2), Size(24, 8, 0, 32, 1)


class Batch(NamedTuple):
    """Clauses of one length or shorter: characters, kinds, tags, marks of the rules, doubts, the span of the
    rules, and which places are inside."""

    characters: torch.Tensor
    kinds: torch.Tensor
    tags: torch.Tensor
    marks: torch.Tensor
    doubts: torch.Tensor
    read: torch.Tensor
    inside: torch.Tensor

    @property
    def length(self) -> int:
        """Return how many places each clause has, with its edges."""
        return int(self.characters.shape[1])


#: The chances of spans of one clause.
Chances = Mapping[Span, float]


def place_of(span: Span, length: int) -> int:
    """Return the place of `span` among the answers of a clause with `length` places."""
    if span == NO_PREDICATE:
        return length * length
    return (span[0] + EDGE) * length + span[1] + EDGE - 1


def span_of(place: int, length: int) -> Span:
    """Return the span at a place among the answers."""
    if place == length * length:
        return NO_PREDICATE
    return place // length - EDGE, place % length - EDGE + 1


class Network(nn.Module):
    """Scores of all spans of clauses."""

    def __init__(self, characters: int, size: Size) -> None:
        super().__init__()
        units = size.units
        self.character = nn.Embedding(characters + FIRST_KNOWN, size.character)
        self.kind = nn.Embedding(len(PAIR_KINDS) + 1, size.kind)
        self.tag = nn.Embedding(TAGS, size.tag) if size.tag else None
        self.doubt = nn.Embedding(len(DOUBTS), units)
        for embedding, scale in (
            (self.character, 0.3), (self.kind, 0.3), (self.tag, 0.3), (self.doubt, 0.1),
        ):  # fmt: skip
            if embedding is not None:
                nn.init.normal_(embedding.weight, std=scale)
        given = size.character + size.kind + size.tag + _MARKS
        self.first = nn.Conv1d(given, units, 2 * EDGE + 1, padding=EDGE)
        self.more = nn.ModuleList(
            nn.Conv1d(units, units, 3, padding=EDGE << layer, dilation=EDGE << layer)
            for layer in range(size.more)
        )
        self.whole = nn.Linear(units, units)
        self.answer = nn.Linear(units, 3)
        self.none = nn.Linear(units, 1)
        self.tells = None if size.tag else nn.Linear(units, TAGS)
        self.worth = nn.Embedding(len(DOUBTS), 1)
        nn.init.constant_(self.worth.weight, 0.0)
        self.drop = nn.Dropout(0.1)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Return the scores of all spans, those of no predicate last."""
        return self.scores_of(self.places(batch), batch)

    def places(self, batch: Batch) -> torch.Tensor:
        """Return the units of each place."""
        inside = batch.inside.unsqueeze(1).float()
        tags = [self.tag(batch.tags)] if self.tag is not None else []
        given = torch.cat([self.character(batch.characters), self.kind(batch.kinds), *tags, batch.marks], 2)
        near = (
            functional.relu(self.first(given.transpose(1, 2)) + self.doubt(batch.doubts).unsqueeze(2))
            * inside
        )
        for layer in self.more:
            near = (near + functional.relu(layer(self.drop(near)))) * inside
        return near

    def loss_of_tags(self, near: torch.Tensor, batch: Batch) -> torch.Tensor | None:
        """Return how far the tags that the places tell are from what they are; None where they are given."""
        if self.tells is None:
            return None
        told = self.tells(near.transpose(1, 2)[batch.inside])
        return functional.cross_entropy(told, batch.tags[batch.inside])

    def scores_of(self, near: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Return the scores of all spans by the units of places."""
        whole = functional.relu(self.whole(near.max(2)[0]))
        answers = self.answer(self.drop((near + whole.unsqueeze(2)).transpose(1, 2)))
        first, between, last = answers.unbind(2)
        through = torch.cumsum(between * batch.inside, 1)
        opening, closing = first - through + between * batch.inside, last + through
        spans = opening.unsqueeze(2) + closing.unsqueeze(1)
        places = torch.arange(batch.length)
        outside = ~(batch.inside.unsqueeze(1) & batch.inside.unsqueeze(2)) | (places < places.unsqueeze(1))
        spans = spans.masked_fill(outside, _IMPOSSIBLE).flatten(1)
        scores = torch.cat([spans, self.none(whole)], 1)
        return scores.scatter_add(1, batch.read.unsqueeze(1), self.worth(batch.doubts))


def batch_of(clauses: Sequence[Clause], known: Mapping[str, int], *, with_rules: bool) -> Batch:
    """Lay out clauses; without what the rules read where `with_rules` is false."""
    length = max(len(clause.text) for clause in clauses) + 2 * EDGE
    shape = (len(clauses), length)
    characters = np.full(shape, NO_CHARACTER, np.int64)
    kinds = np.full(shape, len(PAIR_KINDS), np.int64)
    tags = np.zeros(shape, np.int64)
    marks = np.zeros((*shape, _MARKS), np.float32)
    inside = np.zeros(shape, np.bool_)
    for row, clause in enumerate(clauses):
        stop = EDGE + len(clause.text)
        for first, beside in ((EDGE - len(clause.before), clause.before), (stop, clause.behind)):
            characters[row, first : first + len(beside)] = [known.get(one, UNKNOWN) for one in beside]
        characters[row, EDGE:stop] = [known.get(character, UNKNOWN) for character in clause.text]
        kinds[row, EDGE:stop] = list(clause.kinds)
        tags[row, EDGE:stop] = list(clause.tags) or 0
        inside[row, EDGE:stop] = True
        begin, end = clause.read
        if with_rules and begin >= 0:
            marks[row, begin + EDGE, 0] = marks[row, end + EDGE - 1, 2] = 1
            marks[row, begin + EDGE : end + EDGE, 1] = 1
    doubts = [clause.doubt if with_rules else 0 for clause in clauses]
    read = [place_of(clause.read if with_rules else NO_PREDICATE, length) for clause in clauses]
    return Batch(
        torch.from_numpy(characters), torch.from_numpy(kinds), torch.from_numpy(tags),
        torch.from_numpy(marks), torch.tensor(doubts), torch.tensor(read), torch.from_numpy(inside),
    )  # fmt: skip


def batches(clauses: Sequence[Clause], size: int, rng: random.Random) -> list[list[int]]:
    """Return the numbers of clauses in batches of about one length, in a random order."""
    order = list(range(len(clauses)))
    rng.shuffle(order)
    found: list[list[int]] = []
    for start in range(0, len(order), size * _AT_ONCE):
        some = sorted(order[start : start + size * _AT_ONCE], key=lambda number: len(clauses[number].text))
        found += [some[first : first + size] for first in range(0, len(some), size)]
    rng.shuffle(found)
    return found


def fit(
    network: Network,
    clauses: Sequence[Clause],
    wanted: Sequence[Chances],
    counts: Sequence[float],
    known: Mapping[str, int],
    *,
    passes: int,
    rate: float,
    worth_rate: float,
    seed: int,
    with_rules: bool,
    loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    batch: int = _BATCH,
) -> None:
    """Fit `network` to what is `wanted` of the clauses, each counting as `counts` says."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    own = [weight for name, weight in network.named_parameters() if not name.startswith("worth")]
    groups = [
        {"params": own, "lr": rate},
        {"params": [network.worth.weight], "lr": worth_rate, "weight_decay": 0.0},
    ]
    rates = (rate, worth_rate)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps, step = max(1, passes * len(clauses) // batch), 0
    network.train()
    for _ in range(passes):
        for numbers in batches(clauses, batch, rng):
            step += 1
            slope = min(1.0, step / _WARM if steps > 5 * _WARM else 1.0) * max(0.03, 1 - step / steps)
            for group, base in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = base * slope
            given = batch_of([clauses[number] for number in numbers], known, with_rules=with_rules)
            hidden = (torch.rand(given.characters.shape) < _HIDDEN_SHARE) & given.inside
            given = given._replace(characters=given.characters.masked_fill(hidden, UNKNOWN))
            target = torch.zeros(len(numbers), given.length**2 + 1)
            for row, number in enumerate(numbers):
                for span, chance in wanted[number].items():
                    target[row, place_of(span, given.length)] = chance
            weights = torch.tensor([counts[number] for number in numbers])
            near = network.places(given)
            losses = loss(functional.log_softmax(network.scores_of(near, given), 1), target)
            total = (losses * weights).sum() / weights.sum()
            of_tags = network.loss_of_tags(near, given)
            optimizer.zero_grad()
            (total if of_tags is None else total + _TAGS_COUNT * of_tags).backward()
            optimizer.step()
    network.eval()


def likeness(chances: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Return the cross entropy with the chances that are wanted."""
    return -(target * chances).sum(1)


def any_right(chances: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Return minus the logarithm of the chance that one of the spans that are right is answered."""
    right = chances.masked_fill(target == 0, _IMPOSSIBLE)
    return -right.logsumexp(1).clamp(min=-20.0)


def chances_of(
    network: Network, clauses: Sequence[Clause], known: Mapping[str, int], most: int
) -> list[dict[Span, float]]:
    """Return the likeliest spans of each clause, `most` of them, with their chances."""
    order = sorted(range(len(clauses)), key=lambda number: len(clauses[number].text))
    found: list[dict[Span, float]] = [{} for _ in clauses]
    with torch.no_grad():
        for start in range(0, len(order), _BATCH):
            numbers = order[start : start + _BATCH]
            given = batch_of([clauses[number] for number in numbers], known, with_rules=True)
            values, places = torch.topk(functional.softmax(network(given), 1), most)
            for number, chances, of_row in zip(numbers, values.tolist(), places.tolist(), strict=True):
                found[number] = {
                    span_of(place, given.length): chance
                    for place, chance in zip(of_row, chances, strict=True)
                }
    return found
