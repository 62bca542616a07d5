"""Which places of a text are worth looking at: dear, in no known word, not printed so again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import LINE_BREAK, NOTHING, ORDER, CharacterModel, Scan
from gangyao.cleaning.misreadings.repeats import Repeats, count_repeats
from gangyao.cleaning.misreadings.surroundings import around
from gangyao.cleaning.misreadings.weights import Weights

Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Matrix = npt.NDArray[np.float32]
# Single precision where documents are read, double where weights are fitted.
Real = TypeVar("Real", np.float32, np.float64)

# Bits that the place and the three characters after it cost at least, where a place is looked at.
DEAR = 24.0
#: Places between two texts that are scanned at once: as far as anything looks from a place.
GAP = 12
# Characters on either side of a place that are its surroundings.
_AROUND = 100

HAN: Mask = np.zeros(0x10000, dtype=bool)
HAN[0x3400:0xA000] = True


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Indexes of a scan, in order, and their features: one row per place."""

    place: Integers
    features: Matrix

    def pick(self, rows: Integers | Mask) -> Places:
        """Return some of the places."""
        return Places(self.place[rows], self.features[rows])


@dataclass(frozen=True, slots=True, eq=False)
class Documents:
    """Texts that were scanned at once by a model, with what each of them repeats: its pairs and its threes.

    `starts` are the places of the line breaks before the texts, in order. After each text stand `GAP` places
    of `NOTHING`, which cost nothing: what is said of a place depends on its own text alone.
    """

    model: CharacterModel
    scan: Scan
    starts: Integers
    pairs: Repeats
    threes: Repeats

    def number(self, places: Integers) -> Integers:
        """Return the number of the text that each place is of."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def ends(self) -> Integers:
        """Return the place after the last character of each text."""
        return np.append(self.starts[1:], len(self.scan.codes)) - GAP


def scan_documents(model: CharacterModel, texts: Sequence[str]) -> Documents:
    """Scan texts and count what each of them repeats."""
    gap = chr(NOTHING) * GAP
    scan = model.scan((gap + chr(LINE_BREAK)).join(texts) + gap)
    scan.bits[scan.codes == NOTHING] = 0
    lengths = np.array([len(text) + 1 + GAP for text in texts])
    pairs, threes = (count_repeats(scan.keys[order], lengths) for order in (1, 2))
    return Documents(model, scan, np.cumsum(lengths) - lengths, pairs, threes)


def scan_document(model: CharacterModel, text: str) -> Documents:
    """Scan one text: a place is the offset of its character, and one more for the line break before it."""
    return scan_documents(model, [text])


def odd_places(documents: Documents, weights: Weights) -> Places:
    """Return the places that pass the first cut; they stand at least one place from either end."""
    places = improbable_places(documents)
    return places.pick(weigh(places.features, weights.first_cut) >= 0)


def doubtful_places(documents: Documents, weights: Weights, odd: Places) -> Places:
    """Return the places, of those that passed the first cut, that are worth looking at."""
    places = look_around(documents, odd)
    return places.pick(weights.second_cut.weigh(places.features) >= 0)


def weigh(features: npt.NDArray[Real], row: npt.NDArray[Real]) -> npt.NDArray[Real]:
    """Return the logarithm of the odds of each row of features; the last weight is the constant."""
    # Not as a product of matrices, for which OpenBLAS would take threads.
    odds: npt.NDArray[Real] = np.einsum("ij,j->i", features, row[:-1]) + row[-1]
    return odds


def improbable_places(documents: Documents, dear: float = DEAR) -> Places:
    """Return the Han characters that are `dear` with those after them; features are `SCAN_FEATURES`."""
    scan = documents.scan
    bits = scan.bits
    ahead = bits.copy()
    for step in range(1, ORDER):
        ahead[:-step] += bits[step:]
    (place,) = np.nonzero(ahead > dear)
    # The first place of a text and the last have no window to weigh.
    place = place[HAN[scan.codes[place].view(np.int64)] & (scan.codes[place + 1] != NOTHING)]
    next_place, second_next = place + 1, place + 2
    pairs, threes = scan.counts[1], scan.counts[2]
    commonest = np.maximum(np.maximum(threes[place], threes[next_place]), threes[second_next])
    columns = (
        _surroundings(documents, place),
        ahead[place],
        bits[next_place],
        bits[second_next],
        np.log1p(documents.pairs.again(place)),
        np.log1p(documents.pairs.again(next_place)),
        np.log1p(documents.threes.again(place)),
        np.log1p(documents.threes.again(next_place)),
        np.log1p(documents.threes.again(second_next)),
        np.log1p(_others(documents, place)),
        np.log1p(scan.counts[0][place]),
        np.log1p(pairs[place]),
        np.log1p(pairs[next_place]),
        np.log1p(commonest),
    )
    return Places(place, np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1))


def look_around(documents: Documents, places: Places) -> Places:
    """Return places with `PLACE_FEATURES`: of `improbable_places`, of known words, of what stands around."""
    keys, words = documents.scan.keys, documents.model.words
    columns = []
    for length in range(2, ORDER + 1):
        ends = places.place[:, None] + np.arange(length)
        found = (words.look_up(keys[length - 1][ends].ravel()) > 0).reshape(ends.shape)
        columns.append(found.any(axis=1))
    for end in (places.place - 1, places.place + 2):
        columns.append(words.look_up(keys[1][end]) > 0)
    in_words = np.stack(columns, axis=1).astype(np.float32)
    beside = around(documents.scan.codes, places.place, HAN)
    return Places(places.place, np.concatenate([places.features, in_words, beside], axis=1))


def _surroundings(documents: Documents, places: Integers) -> npt.NDArray[np.float64]:
    """Return the mean bits of the text around each place: some passages are full of names."""
    sums = np.concatenate([[0.0], np.cumsum(documents.scan.bits, dtype=np.float64)])
    number = documents.number(places)
    first = np.maximum(places - _AROUND, documents.starts[number])
    last = np.minimum(places + _AROUND + 1, documents.ends()[number])
    means: npt.NDArray[np.float64] = (sums[last] - sums[first]) / (last - first)
    return means


def _others(documents: Documents, places: Integers) -> Integers:
    """Return how often else its text holds the character of each place."""
    codes = documents.scan.codes.view(np.int64)
    bounds = [*documents.starts.tolist(), len(codes)]
    parts = []
    for (start, end), (first, last) in zip(
        pairwise(bounds), pairwise(np.searchsorted(places, bounds)), strict=True
    ):
        times = np.bincount(codes[start:end], minlength=len(HAN))
        parts.append(times[codes[places[first:last]]] - 1)
    return np.concatenate(parts)
