"""Runs of two and three characters, by where they stand in a sentence, and what they say of it.

A linear model over them (bag of character n-grams; Zhang and LeCun 2017 compare such for Chinese) tells of
wordings that no cue was written for: 停泊能力不足。, 占地120亩. `training.statement_weights` fits it beside
the features that have names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.signs import CharacterSet, Lines
from gangyao.tasks.statements.cues import first_words

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]
Nats = npt.NDArray[np.float64]
Weights = npt.NDArray[np.float32]

#: Where a run stands: the number of its kind is its place here.
KINDS = (
    "anywhere, two",
    "opens a clause, two",
    "opens a clause, three",
    "closes a clause, two",
    "opens the sentence, two",
    "opens the sentence, three",
    "closes the sentence, two",
    "closes the sentence, three",
)
_MARKS = CharacterSet("，；：。！？")
_BREAK = ord("\n")
# More than any run reaches before its line.
_BEFORE = 4
_ZERO, _DIGITS = np.uint32(ord("0")), np.uint32(10)
# A run is told by 32 bits: odd numbers without pattern spread the characters over them.
_SPREAD = tuple(np.uint32(number) for number in (2654435761, 2246822519, 3266489917))
_KIND_BITS = np.arange(len(KINDS), dtype=np.uint32) * np.uint32(668265263)
# The first of these bits say where in the table a run is looked for.
_TABLE_BITS = 17
_SHIFT = np.uint32(32 - _TABLE_BITS)


class Found(NamedTuple):
    """Runs of one kind: the bits of each, and the number of its sentence."""

    bits: Codes
    sentences: Places


@dataclass(frozen=True, slots=True, eq=False)
class RunWeights:
    """A table of runs by their bits, and what each weighs in nats, above 0 for a statement."""

    bits: Codes
    weights: Weights

    def nats(self, lines: Lines) -> Nats:
        """Return what the runs of each line say together: their sum by the root of how many are known."""
        of: list[Places] = []
        at: list[Codes] = []
        for bits, sentences in runs_of(lines):
            slots = bits >> _SHIFT
            told = np.flatnonzero(self.bits.take(slots) == bits)
            of.append(sentences.take(told))
            at.append(slots.take(told))
        count, known = len(lines.starts), np.concatenate(of)
        # Summed one after the other: the last digits are the same on every processor.
        total = np.bincount(known, self.weights.take(np.concatenate(at)), count)
        said: Nats = total / np.sqrt(np.maximum(np.bincount(known, minlength=count), 1))
        return said


def bits_of(kind: int, first: Codes, second: Codes, third: Codes | None = None) -> Codes:
    """Return the bits of runs of one kind."""
    bits = first * _SPREAD[0]
    bits += second * _SPREAD[1]
    if third is not None:
        bits += third * _SPREAD[2]
    bits += _KIND_BITS[kind]
    return bits


def runs_of(lines: Lines) -> list[Found]:
    """Return the runs of some lines by kind, in the order of KINDS; a digit stands for any other.

    A run that goes beyond its line holds a line break.
    """
    found = []
    for kind, (characters, sentences) in enumerate(characters_of(lines)):
        found.append(Found(bits_of(kind, *characters), sentences))
    return found


def characters_of(lines: Lines) -> list[tuple[tuple[Codes, ...], Places]]:
    """Return the characters of the runs of each kind, and the number of the sentence of each run."""
    codes = lines.codes.astype(np.uint32)
    codes[codes - _ZERO < _DIGITS] = _ZERO
    count = len(lines.starts)
    sentences = np.arange(count)
    sentence_of = np.repeat(sentences, lines.breaks - lines.starts + 1)
    marks = np.flatnonzero(_MARKS.holds(codes))
    behind = marks + 1
    # What counts an item, （二） or 3., says nothing of it.
    first = first_words(lines)
    starts = np.concatenate((first, behind[codes[behind] != _BREAK]))
    breaks = np.full(_BEFORE, _BREAK, np.uint32)
    padded = np.concatenate((breaks, codes, breaks))
    # Before an empty line the last characters of another one stand.
    closed = np.flatnonzero(lines.breaks > lines.starts)
    ends = lines.breaks[closed]

    def run(places: Places, length: int, of: Places) -> tuple[tuple[Codes, ...], Places]:
        return tuple(padded[places + _BEFORE + step] for step in range(length)), of

    return [
        ((codes[:-1], codes[1:]), sentence_of[:-1]),
        run(starts, 2, sentence_of[starts]),
        run(starts, 3, sentence_of[starts]),
        run(marks - 2, 2, sentence_of[marks]),
        run(first, 2, sentences),
        run(first, 3, sentences),
        run(ends - 3, 2, closed),
        run(ends - 4, 3, closed),
    ]


def table_of(kinds: npt.NDArray[np.uint8], characters: Codes, weights: Nats) -> RunWeights:
    """Return the table of runs of these kinds and characters, a row of three (0 for none) for each.

    Of two runs that fall on one place of it the first is kept.
    """
    bits = np.zeros(1 << _TABLE_BITS, np.uint32)
    table = np.zeros(1 << _TABLE_BITS, np.float32)
    for kind in range(len(KINDS)):
        own = kinds == kind
        has_third = characters[own, 2].any()
        first, second, third = (characters[own, place] for place in range(3))
        told = bits_of(kind, first, second, third if has_third else None)
        slots = (told >> _SHIFT)[::-1]
        bits[slots], table[slots] = told[::-1], weights[own][::-1]
    return RunWeights(bits, table)


@lru_cache(maxsize=1)
def load_runs() -> RunWeights:
    """Return the weights that ship with the package; cached per process."""
    resource = resources.files("gangyao.models") / "statement_runs.npz"
    with resource.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return table_of(
            stored["kinds"], stored["characters"].astype(np.uint32), stored["weights"].astype(np.float64)
        )
