"""Known terms: what a word rule may trust.

Terms (`terms.csv`) are names and set phrases whose wording does not vary, so a near miss of one is an error.
Names of entities (`entities.csv`) are known too: they are never changed, and a doubled word may be repaired
into one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import daachorse
import numpy as np
import numpy.typing as npt

from gangyao.cleaning.known_pairs import pairs_in, reach

# Shorter terms have too many neighbours that are words as well.
SHORTEST_TERM = 5
# Types of terms whose wording is fixed; strategies, systems and programmes have variants of their own.
FIXED_TYPES = frozenset({"corridor", "institution", "plan", "region", "thought"})


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a term: the part that is intact where the other one is printed with an error."""

    term: str
    is_head: bool

    @property
    def other(self) -> str:
        """The other half of the term."""
        middle = len(self.term) // 2
        return self.term[middle:] if self.is_head else self.term[:middle]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`terms` are looked for, `fixed` ones restored; `known` (which holds them too) is left alone.

    `pairs` are all pairs of characters that stand beside each other in one of `known`, `lengths` says how
    long those are that begin with a pair.
    `finder` finds halves of terms; `halves[first[i]:first[i + 1]]` are those that its pattern i stands for.
    `other_lengths` and `heads` say of each how long its other half is, and whether it is the first one.
    """

    terms: frozenset[str]
    fixed: frozenset[str]
    known: frozenset[str]
    pairs: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    longest: int
    finder: daachorse.CharwiseDoubleArrayAhoCorasick
    halves: tuple[Half, ...]
    first: npt.NDArray[np.int64]
    other_lengths: npt.NDArray[np.int64]
    heads: npt.NDArray[np.bool_]

    def covering(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of known terms in `text` that hold all of `start`:`end`, longest first."""
        if any(text[first : first + 2] not in self.pairs for first in range(start, end - 1)):
            return
        left, right = reach(text, start, end, self.pairs, self.longest)
        found = [
            (first, first + length)
            for first in range(left, start + 1)
            for length in self.lengths.get(text[first : first + 2], ())
            if end <= first + length <= right and text[first : first + length] in self.known
        ]
        yield from sorted(found, key=lambda span: (span[0] - span[1], span[0]))


def _lengths(known: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how long the strings are that begin with each pair of characters."""
    found: dict[str, set[int]] = {}
    for one in known:
        found.setdefault(one[:2], set()).add(len(one))
    return {pair: tuple(sorted(lengths)) for pair, lengths in found.items()}


def make_lexicon(terms: Mapping[str, str], names: Iterable[str]) -> Lexicon:
    """Index terms, given with their types, and names."""
    kept = frozenset(term for term in terms if len(term) >= 4)
    fixed = frozenset(term for term in kept if terms[term] in FIXED_TYPES)
    known = kept | frozenset(name for name in names if len(name) >= 3)
    halves: dict[str, list[Half]] = {}
    for term in sorted(kept):
        if len(term) >= SHORTEST_TERM:
            middle = len(term) // 2
            halves.setdefault(term[:middle], []).append(Half(term, True))
            halves.setdefault(term[middle:], []).append(Half(term, False))
    patterns = sorted(halves)
    flat = tuple(half for pattern in patterns for half in halves[pattern])
    return Lexicon(
        kept,
        fixed,
        known,
        pairs_in(known),
        _lengths(known),
        max(map(len, known), default=0),
        daachorse.CharwiseDoubleArrayAhoCorasick(patterns, daachorse.MATCH_KIND_STANDARD),
        flat,
        np.cumsum([0, *(len(halves[pattern]) for pattern in patterns)], dtype=np.int64),
        np.array([len(half.other) for half in flat], dtype=np.int64),
        np.array([half.is_head for half in flat], dtype=np.bool_),
    )
