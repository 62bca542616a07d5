"""The network that ships to read predicates, as torch fits it: `gangyao.tasks.predicate_network` reads it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from gangyao.chinese.code_points import code_points
from gangyao.chinese.vocabulary import FIRST_KNOWN, NO_CHARACTER, UNKNOWN, Vocabulary
from gangyao.tasks.lexicon import PAIR_KINDS
from gangyao.tasks.predicate_network import EDGE, NO_PREDICATE, Span
from gangyao.tasks.predicates.doubts import DOUBTS
from training.predicate_clauses import Clause
from training.span_scores import Chances, likeliest, scores_of_spans

#: Numbers of a character and of a class, units of a place, and how many convolutions stand behind the first.
#: With 32 units and one convolution it mends a seventh less, without pairs too a third less.
CHARACTER, KIND, UNITS, FARTHER = 24, 8, 64, 2
_MARKS = 3
_BATCH, _AT_ONCE = 256, 40
# Characters that are hidden in training, so that those around them are learnt from.
_HIDDEN_SHARE = 0.04
_DROPPED = 0.1
_WARM = 200


class Batch(NamedTuple):
    """Clauses of one length or shorter: characters, pairs that begin at them, kinds, marks of the rules,
    doubts, the spans of the rules, and which places are inside; edges on either side."""

    characters: torch.Tensor
    pairs: torch.Tensor
    kinds: torch.Tensor
    marks: torch.Tensor
    doubts: torch.Tensor
    read: Sequence[Span]
    inside: torch.Tensor


class Network(nn.Module):
    """Scores of all spans of clauses."""

    def __init__(self, characters: int, pairs: int) -> None:
        super().__init__()
        self.character = nn.Embedding(characters + FIRST_KNOWN, CHARACTER)
        self.kind = nn.Embedding(len(PAIR_KINDS) + 1, KIND)
        self.doubt = nn.Embedding(len(DOUBTS), UNITS)
        self.pair_on = nn.Embedding(pairs + 1, UNITS, padding_idx=0)
        self.pair_before = nn.Embedding(pairs + 1, UNITS, padding_idx=0)
        for embedding, scale in (
            (self.character, 0.3), (self.kind, 0.3), (self.doubt, 0.1),
            (self.pair_on, 0.02), (self.pair_before, 0.02),
        ):  # fmt: skip
            nn.init.normal_(embedding.weight, std=scale)
        self.first = nn.Conv1d(CHARACTER + KIND + _MARKS, UNITS, 2 * EDGE + 1, padding=EDGE)
        self.farther = nn.ModuleList(
            nn.Conv1d(UNITS, UNITS, 3, padding=EDGE << layer, dilation=EDGE << layer)
            for layer in range(FARTHER)
        )
        self.whole = nn.Linear(UNITS, UNITS)
        self.answer = nn.Linear(UNITS, 3)
        self.none = nn.Linear(UNITS, 1)
        self.worth = nn.Embedding(len(DOUBTS), 1)
        nn.init.constant_(self.worth.weight, 0.0)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Return the scores of all spans, those of no predicate last."""
        inside = batch.inside.unsqueeze(1).float()
        given = torch.cat([self.character(batch.characters), self.kind(batch.kinds), batch.marks], 2)
        of_pairs = self.pair_on(batch.pairs) + self.pair_before(functional.pad(batch.pairs[:, :-1], (1, 0)))
        units = self.first(given.transpose(1, 2)) + self.drop(of_pairs).transpose(1, 2)
        near = functional.relu(units + self.doubt(batch.doubts).unsqueeze(2)) * inside
        for layer in self.farther:
            near = (near + functional.relu(layer(self.drop(near)))) * inside
        near = near[:, :, EDGE:-EDGE]
        whole = functional.relu(self.whole(near.max(2)[0]))
        answers = self.answer(self.drop((near + whole.unsqueeze(2)).transpose(1, 2)))
        of_clause = batch.inside[:, EDGE:-EDGE]
        return scores_of_spans(answers, self.none(whole), of_clause, batch.read, self.worth(batch.doubts))


def batch_of(clauses: Sequence[Clause], vocabulary: Vocabulary, *, with_rules: bool) -> Batch:
    """Lay out clauses; without what the rules read where `with_rules` is false."""
    shape = (len(clauses), max(len(clause.text) for clause in clauses) + 2 * EDGE)
    characters = np.full(shape, NO_CHARACTER, np.int64)
    pairs = np.zeros(shape, np.int64)
    kinds = np.full(shape, len(PAIR_KINDS), np.int64)
    marks = np.zeros((*shape, _MARKS), np.float32)
    inside = np.zeros(shape, np.bool_)
    for row, clause in enumerate(clauses):
        stop = EDGE + len(clause.text)
        for first, beside in ((EDGE - len(clause.before), clause.before), (stop, clause.behind)):
            characters[row, first : first + len(beside)] = vocabulary.numbers_of(code_points(beside))
        numbers = vocabulary.numbers_of(code_points(clause.text))
        characters[row, EDGE:stop] = numbers
        pairs[row, EDGE:stop] = vocabulary.pairs_of(numbers)
        kinds[row, EDGE:stop] = list(clause.kinds)
        inside[row, EDGE:stop] = True
        begin, end = clause.read
        if with_rules and begin >= 0:
            marks[row, begin + EDGE, 0] = marks[row, end + EDGE - 1, 2] = 1
            marks[row, begin + EDGE : end + EDGE, 1] = 1
    return Batch(
        torch.from_numpy(characters), torch.from_numpy(pairs), torch.from_numpy(kinds),
        torch.from_numpy(marks), torch.tensor([clause.doubt if with_rules else 0 for clause in clauses]),
        [clause.read if with_rules else NO_PREDICATE for clause in clauses], torch.from_numpy(inside),
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
    vocabulary: Vocabulary,
    *,
    passes: int,
    rate: float,
    worth_rate: float,
    seed: int,
    with_rules: bool,
    loss: Callable[[torch.Tensor, Sequence[Chances]], torch.Tensor],
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
            given = batch_of([clauses[number] for number in numbers], vocabulary, with_rules=with_rules)
            hidden = (torch.rand(given.characters.shape) < _HIDDEN_SHARE) & given.inside
            given = given._replace(characters=given.characters.masked_fill(hidden, UNKNOWN))
            chances = functional.log_softmax(network(given), 1)
            losses = loss(chances, [wanted[number] for number in numbers])
            weights = torch.tensor([counts[number] for number in numbers])
            optimizer.zero_grad()
            ((losses * weights).sum() / weights.sum()).backward()
            optimizer.step()
    network.eval()


def chances_of(
    network: Network, clauses: Sequence[Clause], vocabulary: Vocabulary, most: int
) -> list[Mapping[Span, float]]:
    """Return the likeliest spans of each clause, `most` of them, with their chances."""
    order = sorted(range(len(clauses)), key=lambda number: len(clauses[number].text))
    found: list[Mapping[Span, float]] = [{} for _ in clauses]
    with torch.no_grad():
        for start in range(0, len(order), _BATCH):
            numbers = order[start : start + _BATCH]
            given = batch_of([clauses[number] for number in numbers], vocabulary, with_rules=True)
            chances = functional.log_softmax(network(given), 1)
            for number, spans in zip(numbers, likeliest(chances, most), strict=True):
                found[number] = spans
    return found
