"""What OpenCC's dictionaries say, in arrays: conversion of all characters of a text at once.

OpenCC matches the longest phrase at every place of a text, but a phrase matters only where it converts a
character otherwise than that character alone is converted (头发 → 頭髮, not 頭發). Of each of these phrases
one pair of neighbouring characters is kept, its rarest. Where no such pair stands between two characters
that are in no phrase at all, every character is converted as it is alone, whatever phrases match there; the
other stretches, 7 % of plans and reports, are given to OpenCC.

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
# With 6,000 pairs, one other pair in forty is taken for likely.
_HASHES = 1 << 18
_FACTOR = np.uint32(0x9E3779B1)


@dataclass(frozen=True, slots=True, eq=False)
class ScriptTable:
    """`forms` holds what each code point becomes alone, `in_phrases` whether some phrase has it.

    `pairs` are sorted (see `pair_keys`) and `likely` tells by a hash which pairs may be among them;
    `normalised` holds the code points that OpenCC takes for others before it looks for phrases.
    """

    forms: Points
    in_phrases: Mask
    normalised: Mask
    pairs: npt.NDArray[np.uint64]
    likely: Mask

    def convert(self, text: str, by_phrase: Callable[[str], str]) -> str:
        r"""Return the converted text, as many code points; `by_phrase` converts lines parted by `\n`."""
        points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        alone: str = self.forms[points].tobytes().decode("utf-32-le")
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
        """Return the stretches in which a phrase may matter, each between characters of no phrase."""
        found: Positions = np.flatnonzero(self.likely[_hashes(points[:-1], points[1:])])
        keys = pair_keys(points[found], points[found + 1])
        nearest = np.minimum(np.searchsorted(self.pairs, keys), len(self.pairs) - 1)
        found = found[self.pairs[nearest] == keys]
        normalised = np.flatnonzero(self.normalised[points])
        if len(normalised):
            found = np.union1d(found, normalised)
        if not len(found):
            return []
        bounds = np.concatenate([[-1], np.flatnonzero(~self.in_phrases[points]), [len(points)]])
        following = np.unique(np.searchsorted(bounds, found))
        starts, ends = bounds[following - 1] + 1, bounds[following]
        return list(zip(starts.tolist(), ends.tolist(), strict=True))


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
        pairs = stored[f"{configuration}_pairs"]
        normalised = _mask(stored["normalised"], _SIZE)
        in_phrases = _mask(stored[f"{configuration}_phrase_characters"], _SIZE) | normalised
        firsts, seconds = (pairs >> _BITS).astype(np.uint32), pairs.astype(np.uint32) & np.uint32(_SECOND)
        likely = _mask(_hashes(firsts, seconds), _HASHES)
        return ScriptTable(forms, in_phrases, normalised, pairs, likely), str(stored["version"])


def _hashes(firsts: Points, seconds: Points) -> Points:
    """Return a number below `_HASHES` for each pair of code points."""
    hashes = firsts * _FACTOR
    hashes += seconds
    hashes &= np.uint32(_HASHES - 1)
    return hashes


def _mask(numbers: Points, size: int) -> Mask:
    mask: Mask = np.zeros(size, dtype=np.bool_)
    mask[numbers] = True
    return mask
