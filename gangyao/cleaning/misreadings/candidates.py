"""Which places of a text are worth looking at: dear, in no known word, not printed so again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import ORDER, CharacterModel, Scan
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
class Document:
    """A scanned text with what it repeats: its pairs and its threes."""

    scan: Scan
    pairs: Repeats
    threes: Repeats


def scan_document(model: CharacterModel, text: str) -> Document:
    """Scan a text and count what it repeats."""
    scan = model.scan(text)
    return Document(scan, count_repeats(scan.keys[1]), count_repeats(scan.keys[2]))


def odd_places(document: Document, weights: Weights) -> Places:
    """Return the places that pass the first cut; they stand at least one place from either end."""
    places = improbable_places(document)
    return places.pick(weigh(places.features, weights.first_cut) >= 0)


def doubtful_places(model: CharacterModel, document: Document, weights: Weights, odd: Places) -> Places:
    """Return the places, of those that passed the first cut, that are worth looking at."""
    places = look_around(model, document, odd)
    return places.pick(weights.second_cut.weigh(places.features) >= 0)


def weigh(features: npt.NDArray[Real], row: npt.NDArray[Real]) -> npt.NDArray[Real]:
    """Return the logarithm of the odds of each row of features; the last weight is the constant."""
    # Not as a product of matrices, for which OpenBLAS would take threads.
    odds: npt.NDArray[Real] = np.einsum("ij,j->i", features, row[:-1]) + row[-1]
    return odds


def improbable_places(document: Document, dear: float = DEAR) -> Places:
    """Return the Han characters that are `dear` with those after them; features are `SCAN_FEATURES`."""
    scan = document.scan
    bits, count = scan.bits, len(scan.bits)
    ahead = bits.copy()
    for step in range(1, min(ORDER, count)):
        ahead[:-step] += bits[step:]
    # The last places have no window to weigh.
    ahead[0] = 0
    ahead[count - 1 :] = 0
    (place,) = np.nonzero(ahead > dear)
    place = place[HAN[scan.codes[place].astype(np.int64)]]
    last = count - 1
    next_place = np.minimum(place + 1, last)
    second_next = np.minimum(place + 2, last)
    own = scan.codes.astype(np.int64)
    occurrences = np.bincount(own, minlength=0x10000)[own[place]] - 1
    pairs, threes = scan.counts[1], scan.counts[2]
    commonest = np.maximum(np.maximum(threes[place], threes[next_place]), threes[second_next])
    columns = (
        _surroundings(bits, place),
        ahead[place],
        bits[next_place],
        bits[second_next],
        np.log1p(document.pairs.again(place)),
        np.log1p(document.pairs.again(next_place)),
        np.log1p(document.threes.again(place)),
        np.log1p(document.threes.again(next_place)),
        np.log1p(document.threes.again(second_next)),
        np.log1p(occurrences),
        np.log1p(scan.counts[0][place]),
        np.log1p(pairs[place]),
        np.log1p(pairs[next_place]),
        np.log1p(commonest),
    )
    return Places(place, np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1))


def look_around(model: CharacterModel, document: Document, places: Places) -> Places:
    """Return places with `PLACE_FEATURES`: of `improbable_places`, of known words, of what stands around."""
    keys, last = document.scan.keys, len(document.scan.codes) - 1
    columns = []
    for length in range(2, ORDER + 1):
        ends = places.place[:, None] + np.arange(length)
        found = (model.words.look_up(keys[length - 1][np.minimum(ends, last)].ravel()) > 0).reshape(
            ends.shape
        )
        columns.append((found & (ends <= last)).any(axis=1))
    for end in (places.place - 1, np.minimum(places.place + 2, last)):
        columns.append(model.words.look_up(keys[1][end]) > 0)
    words = np.stack(columns, axis=1).astype(np.float32)
    beside = around(document.scan.codes, places.place, HAN)
    return Places(places.place, np.concatenate([places.features, words, beside], axis=1))


def _surroundings(bits: npt.NDArray[np.float32], places: Integers) -> npt.NDArray[np.float64]:
    """Return the mean bits of the text around each place: some passages are full of names."""
    sums = np.concatenate([[0.0], np.cumsum(bits, dtype=np.float64)])
    first, last = np.maximum(places - _AROUND, 0), np.minimum(places + _AROUND + 1, len(bits))
    means: npt.NDArray[np.float64] = (sums[last] - sums[first]) / (last - first)
    return means
