"""A small network that reads where names begin and end, beside what the grammar found there.

What the characters of a place, the pairs that it stands in and the marks of the grammar say is added up;
two convolutions read the places around it. Each place is scored as the first of a name, as one inside, as the
last and as a name alone. `training.name_network` fits it to annotated paragraphs (a conditional random field
over the places: Lafferty et al. 2001).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.pair_table import Places
from gangyao.chinese.vocabulary import Numbers, Vocabulary, vocabulary_of
from gangyao.entities.judging.marks import Marks
from gangyao.entities.judging.paths import PlaceScores
from gangyao.entities.judging.row import Flags, Row

Scores = npt.NDArray[np.float32]

#: The reach of each convolution to either side.
REACHES = (1, 2)
# What the convolutions see on either side together.
_REACH = sum(REACHES)
# More places at once push each other out of the caches.
_AT_ONCE = 4096


class Read(NamedTuple):
    """What the network says of `places` of a row, which rise."""

    places: Places
    scores: PlaceScores


@dataclass(frozen=True, slots=True, eq=False)
class NameNetwork:
    """The weights, made ready: what a character, a pair from the place before or from the place on, and each
    kind of marks add to the units of a place; then those of the convolutions and of the tags.
    """

    vocabulary: Vocabulary
    characters: Scores
    pairs_before: Scores
    pairs_on: Scores
    marks: tuple[Scores, ...]
    convolutions: tuple[tuple[Scores, Scores], ...]
    tags: Scores
    tag_constants: Scores

    def read(self, row: Row, marks: Marks, wanted: Flags) -> Read:
        """Read the places where `wanted` holds, in the light of those around them in their paragraph."""
        near = wanted.copy()
        for _ in range(_REACH):
            near[1:] |= near[:-1]
            near[:-1] |= near[1:]
            near &= row.is_text
        places = np.flatnonzero(near)
        numbers = self.vocabulary.numbers_of(row.codes)
        pairs = self.vocabulary.pairs_of(numbers)
        told = np.empty((len(self.tag_constants), len(places)), np.float32)
        # Of places that stand apart each needs the most room; what is never touched takes none.
        zeros = np.zeros(((max(REACHES) + 1) * (_AT_ONCE + 3 * _REACH), self.characters.shape[1]), np.float32)
        for first in range(0, len(places), _AT_ONCE):
            # Some more on either side, which those at the edge are read in the light of.
            begin, end = max(0, first - _REACH), min(len(places), first + _AT_ONCE + _REACH)
            scores = self._units(places[begin:end], numbers, pairs, marks, zeros) @ self.tags
            told[:, first : first + _AT_ONCE] = scores[first - begin :][:_AT_ONCE].T
        told += self.tag_constants[:, None]
        asked = wanted[places]
        return Read(places[asked], PlaceScores(*(of_tag[asked] for of_tag in told)))

    def _units(
        self,
        places: Places,
        numbers: Numbers,
        pairs: Numbers,
        marks: Marks,
        zeros: Scores,
    ) -> Scores:
        """The units of places that rise, laid with nothing between those that do not follow each other."""
        gap = max(REACHES)
        laid = np.arange(gap, gap + len(places))
        laid[1:] += gap * np.cumsum(np.diff(places) > 1)
        first = self.characters.take(numbers.take(places), axis=0)
        first += self.pairs_before.take(pairs.take(places - 1), axis=0)
        first += self.pairs_on.take(pairs.take(places), axis=0)
        for of_marks, weights in zip(marks, self.marks, strict=True):
            first += weights.take(of_marks.take(places), axis=0)
        count = int(laid[-1]) + 1 + gap
        units = np.zeros((count, first.shape[1]), np.float32)
        # Not a single zero: with that NumPy takes four times as long.
        units[laid] = np.maximum(first, zeros[: len(first)], out=first)
        is_between = np.ones(count, np.bool_)
        is_between[laid] = False
        between = np.flatnonzero(is_between[gap:-gap]) + gap
        for reach, (weights, constants) in zip(REACHES, self.convolutions, strict=True):
            inner = slice(reach, count - reach)
            near = units[: -2 * reach] @ weights[0]
            near += units[inner] @ weights[1]
            near += units[2 * reach :] @ weights[2]
            near += constants
            np.maximum(near, zeros[: len(near)], out=near)
            near[between - reach] = 0
            near[: gap - reach] = 0
            near[len(near) - gap + reach :] = 0
            units[inner] += near
        # Not as an index, which copies rows in three times the time.
        return units.take(laid, axis=0)


def network_of(stored: Mapping[str, npt.NDArray[Any]]) -> NameNetwork:
    """Make weights ready that `training.name_network` stores. Raises KeyError where one is missing."""

    def floats(name: str) -> Scores:
        return np.ascontiguousarray(stored[name], np.float32)

    of_character, of_pair_before, of_pair_on = floats("first")
    vectors = stored["character_vectors"] * floats("character_scale")
    pairs = np.concatenate(
        (np.zeros((1, vectors.shape[1]), np.float32), stored["pair_vectors"] * floats("pair_scale"))
    )
    tags, tag_constants = floats("tags"), floats("tag_constants")
    return NameNetwork(
        vocabulary_of(str(stored["known"]), stored["pairs"]),
        vectors @ of_character + floats("first_constants"),
        pairs @ of_pair_before,
        pairs @ of_pair_on,
        tuple(floats(f"mark_{number}") for number in range(len(Marks._fields))),
        tuple(
            (floats(f"convolution_{reach}"), floats(f"convolution_constants_{reach}")) for reach in REACHES
        ),
        # Beyond what speaks for no name.
        np.ascontiguousarray(tags[:, 1:] - tags[:, :1]),
        tag_constants[1:] - tag_constants[0],
    )


@lru_cache(maxsize=1)
def load_network() -> NameNetwork:
    """Return the network that ships with the package; cached per process."""
    resource = resources.files("gangyao.models") / "name_network.npz"
    with resource.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return network_of(stored)
