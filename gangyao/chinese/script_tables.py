"""What OpenCC's dictionaries say, in arrays: conversion of all characters of a text at once.

OpenCC matches the longest phrase at every place of a text, but a phrase matters only where it converts a
character otherwise than that character alone is converted (头发 → 頭髮, not 頭發). Of each of these phrases
one pair of neighbouring characters is kept, its rarest: the telling pairs. No match runs over two neighbours
that stand so in no phrase at all. Where none of the stretches between such places holds a telling pair, every
character is converted as it is alone, whatever phrases match there; the others are given to OpenCC.

`python -m training.script_tables` writes the arrays, from the dictionaries of the OpenCC that is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

import numpy as np
import numpy.typing as npt

Configuration = Literal["s2t", "t2s"]
Points = npt.NDArray[np.uint32]
Positions = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

MODEL = "script_tables.npz"
# One entry per code point of Unicode.
_SIZE = 0x110000
# Bits of a code point.
_BITS = np.uint64(21)
_SECOND = (1 << 21) - 1
# With the 90,000 pairs of all phrases, one other pair in twelve is taken for one of them.
_HASHES = 1 << 20
_FACTOR = np.uint32(0x9E3779B1)
_LINE_END = ord("\n")
_JOINED, _TELLING = np.uint8(1), np.uint8(2)


@dataclass(frozen=True, slots=True, eq=False)
class ScriptTable:
    """`forms` holds what each code point becomes alone, `telling` the telling pairs in order (`pair_keys`).

    `likely` tells by a hash which pairs may stand in a phrase (`_JOINED`) or be telling (`_TELLING`);
    `normalised` holds the code points that OpenCC takes for others before it looks for phrases.
    """

    forms: Points
    normalised: Mask
    telling: npt.NDArray[np.uint64]
    likely: npt.NDArray[np.uint8]

    def convert(self, text: str, by_phrase: Callable[[str], str]) -> str:
        r"""Return the converted text, as many code points; `by_phrase` converts lines parted by `\n`."""
        points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        alone: str = self.forms.take(points).tobytes().decode("utf-32-le")
        stretches = self._stretches(points)
        if not stretches:
            return alone
        by_phrases = by_phrase("\n".join([text[start:end] for start, end in stretches])).split("\n")
        pieces: list[str] = []
        position = 0
        for (start, end), converted in zip(stretches, by_phrases, strict=True):
            pieces += (alone[position:start], converted)
            position = end
        pieces.append(alone[position:])
        return "".join(pieces)

    def _stretches(self, points: Points) -> list[tuple[int, int]]:
        """Return the stretches in which a phrase may matter; no phrase runs over their ends."""
        likely = self.likely.take(_hashes(points[:-1], points[1:]), mode="clip")
        found: Positions = np.flatnonzero((likely & _TELLING) != 0)
        keys = pair_keys(points[found], points[found + 1])
        nearest = np.minimum(np.searchsorted(self.telling, keys), len(self.telling) - 1)
        found = found[self.telling[nearest] == keys]
        normalised = np.flatnonzero(self.normalised.take(points))
        if len(normalised):
            found = np.union1d(found, normalised)
            # What they are taken for may stand in any phrase.
            likely[_beside(normalised, len(likely))] = _JOINED
        if not len(found):
            return []
        # No phrase holds the end of a line, whatever its hash says.
        likely[_beside(np.flatnonzero(points == _LINE_END), len(likely))] = 0
        bounds = np.concatenate([[0], np.flatnonzero(likely & _JOINED == 0) + 1, [len(points)]])
        following = np.searchsorted(bounds, found, side="right")
        # In order, as `found` is. Not `np.unique`, which imports NumPy's masked arrays.
        following = following[np.flatnonzero(np.diff(following, prepend=0))]
        starts, ends = bounds[following - 1], bounds[following]
        return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _beside(places: Positions, count: int) -> Positions:
    """Return the numbers of the pairs, of `count` in all, that the characters at `places` stand in."""
    return np.concatenate([places[places < count], places[places > 0] - 1])


def pair_keys(firsts: Points, seconds: Points) -> npt.NDArray[np.uint64]:
    """Return one number for each pair of code points."""
    return (firsts.astype(np.uint64) << _BITS) | seconds


@lru_cache(maxsize=2)
def load_script_table(configuration: Configuration) -> tuple[ScriptTable, str]:
    """Load the table of one direction, and the version of OpenCC that it holds for; cached per process."""
    with (resources.files("gangyao.models") / MODEL).open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        forms: Points = np.arange(_SIZE, dtype=np.uint32)
        forms[stored[f"{configuration}_changed"]] = stored[f"{configuration}_forms"]
        likely = np.zeros(_HASHES, dtype=np.uint8)
        likely[_hashes(*_points_of(stored[f"{configuration}_joined"]))] |= _JOINED
        telling = stored[f"{configuration}_telling"]
        likely[_hashes(*_points_of(telling))] |= _TELLING
        normalised: Mask = np.zeros(_SIZE, dtype=np.bool_)
        normalised[stored["normalised"]] = True
        return ScriptTable(forms, normalised, telling, likely), str(stored["version"])


def _points_of(keys: npt.NDArray[np.uint64]) -> tuple[Points, Points]:
    """Return the two code points of each pair: what `pair_keys` made one number of."""
    return (keys >> _BITS).astype(np.uint32), keys.astype(np.uint32) & np.uint32(_SECOND)


def _hashes(firsts: Points, seconds: Points) -> Points:
    """Return a number below `_HASHES` for each pair of code points."""
    hashes = firsts * _FACTOR
    hashes += seconds
    hashes &= np.uint32(_HASHES - 1)
    return hashes
