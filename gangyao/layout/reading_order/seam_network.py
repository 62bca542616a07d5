"""How well the characters on the two sides of a break go together, by a network that reads them in order.

What the counts of `fit` cannot tell, as no n-gram reaches so far: 把 asks for a verb, a list for another item
like its last one. Each side is read by itself, characters and threes of them by their places (a convolution,
LeCun et al. 1998); what both tell is weighed together. `python -m training.seam_network` trains it to choose
the right other side among those of cuts nearby (InfoNCE, van den Oord et al. 2018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import fold_codes, load_fold

Weights = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
Bits = npt.NDArray[np.float64]

#: Characters that are read before a break and after it, on the line that it cuts.
BEFORE, AFTER = 24, 16
#: Those nearest to it are also read one by one.
NEAR = 6
#: The numbers of a place beyond the line and of a character that is not known; those of others follow.
BEYOND, UNKNOWN = 0, 1
#: A convolution reads so many characters on either side of one.
_MARGIN = 1
#: What products are divided by.
SCALE = 8.0
_NATS = float(np.log(2.0))


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """The weights that read one side: those of threes of characters, of their places, of near characters."""

    threes: Weights
    threes_constants: Weights
    places: Weights
    near: Weights
    constants: Weights
    told: Weights
    told_constants: Weights

    def read(self, numbers: Numbers, near: Numbers, vectors: Weights) -> Weights:
        """Return what each side tells, by the numbers of the characters of all its places and of the nearest.

        `vectors` are those of characters, by their numbers.
        """
        found = self._threes_of(numbers.T, vectors)
        # Place by place: of a few sides, one product of all places takes twice as long, as BLAS sorts the
        # weights first.
        units = (found @ self.places).sum(axis=0) + self.constants
        units += vectors[near].reshape(len(near), len(self.near)) @ self.near
        told: Weights = np.maximum(units, 0.0) @ self.told + self.told_constants
        return told

    def _threes_of(self, numbers: Numbers, vectors: Weights) -> Weights:
        """Return what the threes of characters round each place tell: (places, sides, units).

        What a character adds to a three is worked out once: of a page's lines, each stands in many.
        """
        is_there = np.zeros(len(vectors), dtype=bool)
        is_there[numbers] = True
        rows = (np.cumsum(is_there) - 1)[numbers]
        characters = vectors[is_there]
        found = np.broadcast_to(self.threes_constants, (*numbers.shape, self.threes.shape[1])).copy()
        for step, weights in enumerate(np.split(self.threes, 2 * _MARGIN + 1)):
            told = characters @ weights
            # Beyond its ends a side has nothing that adds.
            first, last = max(_MARGIN - step, 0), min(len(rows), len(rows) + _MARGIN - step)
            found[first:last] += told[rows[first + step - _MARGIN : last + step - _MARGIN]]
        return np.maximum(found, 0.0, out=found)


@dataclass(frozen=True, slots=True, eq=False)
class SeamNetwork:
    """`numbers` gives each folded code its number, `vectors` each number its vector, `left` and `right` read.

    Of what those tell, so many first entries as `joint` has rows are added and weighed together (`joint`,
    `output`), the others are multiplied.
    """

    numbers: Numbers
    vectors: Weights
    left: Side
    right: Side
    joint: Weights
    joint_constants: Weights
    output: Weights
    constant: float

    def bits(self, last: Sequence[str], first: Sequence[str]) -> Bits:
        """Return how well each line before a break and each one after it go together, but for a constant."""
        return self.bits_of_each(self.read_ends(last), self.read_beginnings(first))

    def bits_of_pairs(self, last: Sequence[str], first: Sequence[str]) -> Bits:
        """Return how well each line before a break and the one after the same break go together."""
        return self.bits_of_same_place(self.read_ends(last), self.read_beginnings(first))

    def bits_of_each(self, left: Weights, right: Weights) -> Bits:
        """Return how well each end and each beginning go together, by what they tell."""
        both = len(self.joint)
        units = np.maximum(left[:, None, :both] + right[None, :, :both], 0.0)
        return self._bits(units, left[:, both:] @ right[:, both:].T)

    def bits_of_same_place(self, left: Weights, right: Weights) -> Bits:
        """Return how well each end and the beginning of the same place go together, by what they tell."""
        both = len(self.joint)
        units = np.maximum(left[:, :both] + right[:, :both], 0.0)
        return self._bits(units, (left[:, both:] * right[:, both:]).sum(axis=1))

    def _bits(self, units: Weights, likeness: Weights) -> Bits:
        """Return what the units of each pair tell, and how like each other its two sides are."""
        told = np.maximum(units @ self.joint + self.joint_constants, 0.0) @ self.output + self.constant
        bits: Bits = (told + likeness / np.float32(SCALE)).astype(np.float64) / _NATS
        return bits

    def read_ends(self, last: Sequence[str]) -> Weights:
        """Return what lines before breaks tell, a row for each."""
        # Read away from the break and turned round, so that what is nearest to it stands at the end.
        before = self._numbers([text[: -BEFORE - 1 : -1] for text in last], BEFORE)[:, ::-1]
        return self.left.read(before, before[:, BEFORE - NEAR :], self.vectors)

    def read_beginnings(self, first: Sequence[str]) -> Weights:
        """Return what lines after breaks tell, a row for each."""
        after = self._numbers([text[:AFTER] for text in first], AFTER)
        return self.right.read(after, after[:, :NEAR], self.vectors)

    def _numbers(self, texts: Sequence[str], length: int) -> Numbers:
        """Return the numbers of the characters of each text, filled up behind them."""
        found = np.full((len(texts), length), BEYOND, dtype=np.int64)
        for row, text in enumerate(texts):
            if text:
                found[row, : len(text)] = self.numbers[fold_codes(text, load_fold()).astype(np.int64)]
        return found


@lru_cache(maxsize=1)
def load_seam_network() -> SeamNetwork:
    """Return the network that ships with the package; cached per process."""
    resource = resources.files("gangyao.models") / "seam_network.npz"
    with resource.open("rb") as file, np.load(file) as stored:
        return network_of({name: stored[name] for name in stored.files})


def network_of(stored: Mapping[str, npt.NDArray[np.generic]]) -> SeamNetwork:
    """Make a network of the arrays that are stored of it."""
    single = {name: np.asarray(array, dtype=np.float32) for name, array in stored.items() if name != "known"}
    numbers = np.full(0x10000, UNKNOWN, dtype=np.int64)
    known = np.asarray(stored["known"], dtype=np.int64)
    numbers[known] = np.arange(len(known)) + UNKNOWN + 1
    return SeamNetwork(
        numbers,
        single["vectors"],
        _side_of("left", single),
        _side_of("right", single),
        single["joint"],
        single["joint_constants"],
        single["output"],
        float(single["constant"]),
    )


def _side_of(side: str, stored: Mapping[str, Weights]) -> Side:
    threes, places = stored[f"{side}.threes"], stored[f"{side}.places"]
    return Side(
        threes,
        stored[f"{side}.threes_constants"],
        np.ascontiguousarray(places).reshape(-1, threes.shape[1], places.shape[1]),
        stored[f"{side}.near"],
        stored[f"{side}.constants"],
        stored[f"{side}.told"],
        stored[f"{side}.told_constants"],
    )
