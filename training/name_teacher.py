"""The network that teaches the one that ships where names begin and end: a pretrained encoder, and what it
reads them by.

It reads whole paragraphs, knows Chinese beyond any text here (training.pretrained_file), and is fitted to the
annotated paragraphs alone. It is a thousand times too slow for a build.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from gangyao.entities.judging.marks import SIZES, FoundNames, marks_of
from gangyao.entities.judging.network import REACHES
from gangyao.entities.judging.row import row_of
from training.encoder_tuning import tune
from training.name_tags import TAGS, filled, in_batches, unlikeliness
from training.pretrained_encoder import PLACES_IN_PIECE, Encoder
from training.pretrained_file import PretrainedFile

Scores = npt.NDArray[np.float32]

_UNITS, _SMALL = 128, 16
_DROPPED = 0.1
# In so many paragraphs one kind of marks is hidden, so that the characters have to tell.
_HIDDEN = 0.15
_PASSES = 2
# Characters at once: more in reading than in learning, which keeps all on the way.
_LEARNT_AT_ONCE, _READ_AT_ONCE = 2600, 4000
# What is longer does not fit into the encoder's places.
_LONGEST = 600


class Teacher(nn.Module):
    """Scores of the tags of the places of paragraphs."""

    def __init__(self, file: PretrainedFile) -> None:
        super().__init__()
        self.encoder = Encoder(file)
        self.in_piece = nn.Embedding(PLACES_IN_PIECE, _SMALL)
        self.marks = nn.ModuleList(nn.Embedding(size, _UNITS) for size in SIZES)
        for mark in self.marks:
            nn.init.normal_(mark.weight, std=0.1)
        self.first = nn.Linear(self.encoder.width + _SMALL, _UNITS)
        self.farther = nn.ModuleList(
            nn.Conv1d(_UNITS, _UNITS, 3, padding=reach, dilation=reach) for reach in REACHES
        )
        self.tags = nn.Linear(_UNITS, TAGS)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, texts: Sequence[str], marks: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
        """Return the scores of the tags of each place of texts with their marks."""
        told, in_piece = self.encoder.read(texts)
        units = self.first(self.drop(torch.cat([told, self.in_piece(in_piece)], 2)))
        for number, mark in enumerate(self.marks):
            units = units + mark(marks[:, :, number])
        is_text = inside[:, None]
        near = torch.relu(units).transpose(1, 2) * is_text
        for layer in self.farther:
            near = (near + torch.relu(layer(self.drop(near)))) * is_text
        scores: torch.Tensor = self.tags(self.drop(near.transpose(1, 2))).float()
        return scores


def _marks(found: FoundNames) -> npt.NDArray[np.int64]:
    """The marks of the places of a text."""
    row = row_of([found.text])
    inside = slice(int(row.firsts[0]), int(row.firsts[0]) + len(found.text))
    return np.stack([mark[inside] for mark in marks_of(row, [found])], axis=1).astype(np.int64)


def fit_teacher(
    file: PretrainedFile, paragraphs: Sequence[tuple[FoundNames, npt.NDArray[np.int64]]], *, seed: int
) -> Teacher:
    """Return a teacher that was fitted to paragraphs with their right tags."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    teacher = Teacher(file)
    texts = [found.text[:_LONGEST] for found, _ in paragraphs]
    marks = [_marks(found)[:_LONGEST] for found, _ in paragraphs]
    tags = [right[:_LONGEST] for _, right in paragraphs]
    sizes = [len(text) for text in texts]
    batches = [batch for _ in range(_PASSES) for batch in in_batches(sizes, _LEARNT_AT_ONCE, rng)]

    def loss_of(batch: Sequence[int]) -> torch.Tensor:
        some = [texts[number] for number in batch]
        shown = torch.rand(len(batch), 1, len(SIZES)) >= _HIDDEN
        marked = filled([marks[number] for number in batch], np.int64) * shown
        inside = filled([np.ones(len(text)) for text in some], np.float32)
        with torch.autocast("cpu", torch.bfloat16):
            scores = teacher(some, marked, inside)
        right = filled([tags[number] for number in batch], np.int64)
        return unlikeliness(scores, right, inside) / len(batch)

    tune(teacher, batches, loss_of)
    return teacher


def scores_by(teacher: Teacher, found: Sequence[FoundNames]) -> list[Scores]:
    """What the teacher says of the tags of each place of texts, a row each; nothing of what is too long."""
    scores = [np.zeros((len(one.text), TAGS), np.float32) for one in found]
    for number, told in _read(teacher, found):
        scores[number][: len(told)] = told
    return scores


def _read(teacher: Teacher, found: Sequence[FoundNames]) -> Iterator[tuple[int, Scores]]:
    sizes = [min(len(one.text), _LONGEST) for one in found]
    # With weights of two bytes it reads half as fast again as by casting them.
    teacher.encoder.to(torch.bfloat16)
    for batch in in_batches(sizes, _READ_AT_ONCE, random.Random(0)):
        texts = [found[number].text[:_LONGEST] for number in batch]
        marks = filled([_marks(found[number])[:_LONGEST] for number in batch], np.int64)
        inside = filled([np.ones(len(text)) for text in texts], np.float32)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            scores = teacher(texts, marks, inside).numpy()
        for number, told in zip(batch, scores, strict=True):
            yield number, told[: sizes[number]]
