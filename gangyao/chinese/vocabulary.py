"""The characters and the pairs of them that a network knows, as numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints, code_points

Numbers = npt.NDArray[np.uint16]
Keys = npt.NDArray[np.uint32]

#: Numbers of characters: none of a text, one that the fit did not see, the first that it did.
NO_CHARACTER, UNKNOWN, FIRST_KNOWN = 0, 1, 2
_CODES = 0x10000
# Pairs are looked up at one place of a table of this size, by a hash; where it is taken, one is unknown.
_PLACES = 1 << 17
_SPREAD, _SHIFT = np.uint32(2654435761), np.uint32(15)
# Bits of the second number of a pair.
_BITS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The numbers of characters by code point, and of pairs, from 1 on, by the place of their key."""

    characters: Numbers
    pair_keys: Keys
    pair_numbers: Numbers

    def numbers_of(self, codes: CodePoints) -> Numbers:
        """The number of each character."""
        numbers: Numbers = self.characters.take(codes, mode="clip")
        return numbers

    def pairs_of(self, numbers: Numbers) -> Numbers:
        """The number of the pair that begins at each place, 0 for one that is not known."""
        keys = numbers[:-1].astype(np.uint32) << np.uint32(_BITS) | numbers[1:]
        places = place_of_pair(keys)
        pairs = self.pair_numbers.take(places)
        pairs[self.pair_keys.take(places) != keys] = 0
        return np.append(pairs, np.uint16(0))


def key_of_pair(first: int, second: int) -> int:
    """The key of a pair of numbered characters."""
    return first << _BITS | second


def place_of_pair(keys: Keys) -> npt.NDArray[np.intp]:
    """Where the table of pairs has what it has of each key."""
    return (keys * _SPREAD >> _SHIFT).astype(np.intp)


def vocabulary_of(known: str, pairs: Keys) -> Vocabulary:
    """Number the characters of `known`, fewer than 4,094 and of the first plane, and the pairs by their
    keys.
    """
    characters = np.full(_CODES, UNKNOWN, np.uint16)
    characters[code_points(known)] = np.arange(FIRST_KNOWN, FIRST_KNOWN + len(known))
    characters[[0, ord("\n"), _CODES - 1]] = NO_CHARACTER
    keys, numbers = np.zeros(_PLACES, np.uint32), np.zeros(_PLACES, np.uint16)
    places = place_of_pair(pairs)
    keys[places], numbers[places] = pairs, np.arange(1, len(pairs) + 1)
    return Vocabulary(characters, keys, numbers)


def keys_of_commonest(pairs: Iterable[str], known: str, most: int) -> Keys:
    """The rising keys of the first `most` of `pairs`, commonest first, whose characters are known; of those
    that the table has in one place, the commonest.
    """
    numbers = {character: FIRST_KNOWN + at for at, character in enumerate(known)}
    kept: dict[int, int] = {}
    for pair in pairs:
        if len(kept) == most:
            break
        if pair[0] in numbers and pair[1] in numbers:
            key = key_of_pair(numbers[pair[0]], numbers[pair[1]])
            kept.setdefault(int(place_of_pair(np.array([key], np.uint32))[0]), key)
    return np.array(sorted(kept.values()), np.uint32)
