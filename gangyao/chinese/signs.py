"""Which of a few signs (characters, pairs of characters) may stand in each of many stretches of text.

Most patterns fit few sentences and clauses, and each can fit only where some sign of it stands. Asked of all
stretches at once, by arrays, that costs a few nanoseconds per character for all signs together, where one
search per stretch and pattern costs a hundred and more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints as Codes
from gangyao.chinese.code_points import code_points

Masks = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]
Told = npt.NDArray[np.bool_]

# What parts the texts of `Lines`.
_BREAK = "\n"
# A pair is looked up by a hash of 16 bits; any odd number that is no power of two spreads it.
_SPREAD = np.uint32(40503)
_LAST = np.uint32(0xFFFF)


class Lines:
    """Some texts put together, each closed by a line break: the text `i` begins at `starts[i]` of `joined`.

    `breaks[i]` is where it ends; `codes` are the code points of `joined`.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.joined = _BREAK.join((*texts, ""))
        self.codes = code_points(self.joined)
        ends = np.cumsum(np.fromiter(map(len, texts), np.intp, len(texts)) + len(_BREAK))
        self.breaks = ends - 1
        self.starts = np.zeros_like(ends)
        self.starts[1:] = ends[:-1]

    @cached_property
    def first(self) -> Codes:
        """The first character of each text, a line break for an empty one."""
        return self.codes[self.starts]

    @cached_property
    def last(self) -> Codes:
        """The last character of each text, a line break for an empty one behind another."""
        return self.codes[self.breaks - 1]


class CharacterSet:
    """A set of characters of the Basic Multilingual Plane, asked of many code points at once."""

    def __init__(self, characters: Iterable[str]) -> None:
        self.characters = frozenset(characters)
        self._has = np.zeros(1 << 16, np.bool_)
        self._has[code_points("".join(self.characters))] = True

    def holds(self, codes: Codes) -> Told:
        """Tell of each code point whether it is in the set."""
        # The last place stands for all characters beyond the plane: none of the set is there.
        return self._has.take(codes, mode="clip")


class Signs:
    """Named signs, up to 64: each is any of some words of one or two characters.

    A sign that is not told of a stretch stands nowhere in it; one that is mostly does, and has to be looked
    for.
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """Compile the signs. Raises ValueError for a word that is longer than two characters, or empty."""
        self._bits = {name: 1 << number for number, name in enumerate(words)}
        of_character = np.zeros(1 << 16, np.uint64)
        self._of_pair = np.zeros(1 << 16, np.uint64)
        for name, of_sign in words.items():
            bit = np.uint64(self._bits[name])
            for word in of_sign:
                if len(word) not in (1, 2):
                    raise ValueError(f"a sign has one character or two: {word!r}")
                codes = code_points(word)
                if len(word) == 1:
                    of_character[codes] |= bit
                else:
                    self._of_pair[_hashed(codes)] |= bit
        # What every character is looked up in is kept small, so that it stays in the caches beside all else.
        told = np.flatnonzero(of_character)
        kinds, kind_of = np.unique(of_character[told], return_inverse=True)
        self._kinds = np.concatenate((np.zeros(1, np.uint64), kinds))
        self._kind_of = np.zeros(1 << 16, np.min_scalar_type(len(kinds)))
        self._kind_of[told] = kind_of + 1
        self._may_be_pair = self._of_pair != 0

    def bits(self, *names: str) -> int:
        """Return what any of the signs of these names are in a mask."""
        return sum({self._bits[name] for name in names})

    def of_lines(self, lines: Lines) -> Masks:
        """Return what signs there are in each of the texts."""
        return self.masks(lines.codes, lines.starts)

    def masks(self, codes: Codes, starts: Places) -> Masks:
        """Return what signs there are in each stretch: from each of the rising `starts` to the next.

        The last goes on to the end. A pair counts for the stretch in which it begins.
        """
        if not len(starts):
            return np.empty(0, np.uint64)
        masks = self._kinds.take(self._kind_of.take(codes, mode="clip"))
        hashed = _hashed(codes)
        pairs = np.flatnonzero(self._may_be_pair.take(hashed))
        masks[pairs] |= self._of_pair[hashed[pairs]]
        return np.bitwise_or.reduceat(masks, starts)


def _hashed(codes: Codes) -> Codes:
    """Return the hash of each pair of neighbours."""
    hashed = codes[:-1] * _SPREAD
    hashed ^= codes[1:]
    hashed &= _LAST
    return hashed


def places_of(told: Told) -> list[int]:
    """Return the numbers of those of which it is told."""
    found: list[int] = np.flatnonzero(told).tolist()
    return found
