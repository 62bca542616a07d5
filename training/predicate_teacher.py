"""The network that teaches the one that ships to read predicates: a pretrained encoder, and what it reads
them by.

It reads whole sentences, knows Chinese beyond any text here (training.pretrained_file), and is fitted to the
annotated clauses alone. It is a thousand times too slow for a build.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from gangyao.tasks.lexicon import PAIR_KINDS
from gangyao.tasks.predicate_network import Span
from gangyao.tasks.predicates.doubts import DOUBTS
from training.encoder_tuning import tune
from training.predicate_clauses import Clause
from training.pretrained_encoder import PLACES_IN_PIECE, Encoder
from training.pretrained_file import PretrainedFile
from training.span_scores import RULES_ARE_WORTH, any_right, likeliest, scores_of_spans

_UNITS, _SMALL = 128, 16
_MARKS = 3
_DROPPED = 0.1
_REACHES = (1, 2)
_PASSES = 4
# Characters of sentences at once: more in reading than in learning, which keeps all on the way.
_LEARNT_AT_ONCE, _READ_AT_ONCE = 2400, 16_000
# Longer sentences do not fit into the encoder's places.
_LONGEST = 420
# Sentences that are put into batches of about one length.
_SORTED = 640
_SEED = 1


class _Batch(NamedTuple):
    """Clauses of sentences: the row of the sentence of each, the places of its characters there, kinds,
    marks of the rules, doubts, what the rules read, and which places are inside."""

    rows: torch.Tensor
    places: torch.Tensor
    kinds: torch.Tensor
    marks: torch.Tensor
    doubts: torch.Tensor
    read: Sequence[Span]
    inside: torch.Tensor


class Teacher(nn.Module):
    """Scores of all spans of clauses of sentences."""

    def __init__(self, file: PretrainedFile) -> None:
        super().__init__()
        self.encoder = Encoder(file)
        self.in_piece = nn.Embedding(PLACES_IN_PIECE, _SMALL)
        self.kind = nn.Embedding(len(PAIR_KINDS), _SMALL)
        self.doubt = nn.Embedding(len(DOUBTS), _UNITS)
        nn.init.normal_(self.doubt.weight, std=0.1)
        self.first = nn.Linear(self.encoder.width + 2 * _SMALL + _MARKS, _UNITS)
        self.farther = nn.ModuleList(
            nn.Conv1d(_UNITS, _UNITS, 3, padding=reach, dilation=reach) for reach in _REACHES
        )
        self.whole = nn.Linear(_UNITS, _UNITS)
        self.answer = nn.Linear(_UNITS, 3)
        self.none = nn.Linear(_UNITS, 1)
        self.worth = nn.Embedding(len(DOUBTS), 1)
        nn.init.constant_(self.worth.weight, RULES_ARE_WORTH)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, sentences: Sequence[str], batch: _Batch) -> torch.Tensor:
        """Return the scores of all spans of each clause, those of no predicate last."""
        told, in_piece = self.encoder.read(sentences)
        at = batch.rows[:, None], batch.places
        given = [told[at], self.in_piece(in_piece[at]), self.kind(batch.kinds), batch.marks]
        inside = batch.inside.unsqueeze(1).float()
        units = self.first(self.drop(torch.cat(given, 2))) + self.doubt(batch.doubts)[:, None]
        near = functional.relu(units).transpose(1, 2) * inside
        for layer in self.farther:
            near = (near + functional.relu(layer(self.drop(near)))) * inside
        whole = functional.relu(self.whole(near.masked_fill(inside == 0, float("-inf")).max(2)[0]))
        answers = self.answer(self.drop((near + whole.unsqueeze(2)).transpose(1, 2))).float()
        return scores_of_spans(
            answers, self.none(whole).float(), batch.inside, batch.read, self.worth(batch.doubts).float()
        )


def _batch_of(clauses: Sequence[tuple[int, Clause]]) -> _Batch:
    """Lay out clauses, each with the row of its sentence."""
    shape = (len(clauses), max(len(clause.text) for _, clause in clauses))
    places, kinds = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    marks, inside = np.zeros((*shape, _MARKS), np.float32), np.zeros(shape, np.bool_)
    for row, (_, clause) in enumerate(clauses):
        size = len(clause.text)
        places[row, :size] = np.arange(clause.at, clause.at + size)
        kinds[row, :size] = list(clause.kinds)
        inside[row, :size] = True
        begin, end = clause.read
        if begin >= 0:
            marks[row, begin, 0] = marks[row, end - 1, 2] = 1
            marks[row, begin:end, 1] = 1
    return _Batch(
        torch.tensor([row for row, _ in clauses]),
        torch.from_numpy(places), torch.from_numpy(kinds), torch.from_numpy(marks),
        torch.tensor([clause.doubt for _, clause in clauses]),
        [clause.read for _, clause in clauses],
        torch.from_numpy(inside),
    )  # fmt: skip


class _Sentence(NamedTuple):
    """A sentence, and the numbers of its clauses."""

    text: str
    clauses: Sequence[int]


def _sentences_of(clauses: Sequence[Clause]) -> list[_Sentence]:
    by_sentence: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        if len(clause.sentence) <= _LONGEST:
            by_sentence[clause.document, clause.sentence].append(number)
    return [_Sentence(text, numbers) for (_, text), numbers in by_sentence.items()]


def _in_batches(sentences: Sequence[_Sentence], most: int, rng: random.Random) -> list[list[_Sentence]]:
    """Return the sentences in batches of about one length and `most` characters, in a random order."""
    order = list(sentences)
    rng.shuffle(order)
    found: list[list[_Sentence]] = []
    for start in range(0, len(order), _SORTED):
        batch: list[_Sentence] = []
        for sentence in sorted(order[start : start + _SORTED], key=lambda one: len(one.text)):
            if batch and (len(batch) + 1) * len(sentence.text) > most:
                found.append(batch)
                batch = []
            batch.append(sentence)
        found.append(batch)
    rng.shuffle(found)
    return found


def _chances(
    teacher: Teacher, batch: Sequence[_Sentence], clauses: Sequence[Clause]
) -> tuple[list[int], torch.Tensor]:
    """Return the numbers of the clauses of a batch, and the logarithms of the chances of their spans."""
    numbers = [number for sentence in batch for number in sentence.clauses]
    rows = [(row, clauses[number]) for row, one in enumerate(batch) for number in one.clauses]
    with torch.autocast("cpu", torch.bfloat16):
        scores = teacher([sentence.text for sentence in batch], _batch_of(rows))
    return numbers, functional.log_softmax(scores, 1)


def fit_teacher(file: PretrainedFile, clauses: Sequence[Clause]) -> Teacher:
    """Return a teacher that was fitted to annotated clauses."""
    torch.manual_seed(_SEED)
    rng = random.Random(_SEED)
    teacher = Teacher(file)
    sentences = _sentences_of(clauses)
    batches = [batch for _ in range(_PASSES) for batch in _in_batches(sentences, _LEARNT_AT_ONCE, rng)]

    def loss_of(batch: Sequence[_Sentence]) -> torch.Tensor:
        numbers, chances = _chances(teacher, batch, clauses)
        accepted = [dict.fromkeys(clauses[number].accepted, 1.0) for number in numbers]
        return any_right(chances, accepted).mean()

    tune(teacher, batches, loss_of)
    return teacher


def taught_by(teacher: Teacher, clauses: Sequence[Clause], most: int) -> list[Mapping[Span, float]]:
    """Return the likeliest spans of each clause by the teacher, `most` of them, with their chances."""
    found: list[Mapping[Span, float]] = [{} for _ in clauses]
    with torch.no_grad():
        for batch in _in_batches(_sentences_of(clauses), _READ_AT_ONCE, random.Random(_SEED)):
            numbers, chances = _chances(teacher, batch, clauses)
            for number, spans in zip(numbers, likeliest(chances, most), strict=True):
                found[number] = spans
    return found
