"""Known terms: what a word rule may trust.

Terms (`terms.csv`) are names and set phrases whose wording does not vary, so a near miss of one is an error.
Names of entities (`entities.csv`) are known too: they are never changed, and a doubled word may be repaired
into one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

# Shorter terms have too many neighbours that are words as well.
SHORTEST_TERM = 5
# Types of terms whose wording is fixed; strategies, systems and programmes have variants of their own.
FIXED_TYPES = frozenset({"corridor", "institution", "plan", "region", "thought"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`terms` are looked for, `fixed` ones restored; `known` (which holds them too) is left alone.

    `heads` and `tails` map the first and second half of each term to the terms; the length of the halves is
    listed under their first character.
    """

    terms: frozenset[str]
    fixed: frozenset[str]
    known: frozenset[str]
    longest: int
    heads: dict[str, tuple[str, ...]]
    tails: dict[str, tuple[str, ...]]
    head_lengths: dict[str, tuple[int, ...]]
    tail_lengths: dict[str, tuple[int, ...]]

    def covering(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of known terms in `text` that hold all of `start`:`end`, longest first."""
        for length in range(self.longest, end - start - 1, -1):
            for first in range(max(0, end - length), min(start, len(text) - length) + 1):
                if text[first : first + length] in self.known:
                    yield first, first + length


def make_lexicon(terms: Mapping[str, str], names: Iterable[str]) -> Lexicon:
    """Index terms, given with their types, and names."""
    kept = frozenset(term for term in terms if len(term) >= 4)
    fixed = frozenset(term for term in kept if terms[term] in FIXED_TYPES)
    known = kept | frozenset(name for name in names if len(name) >= 3)
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for term in sorted(kept):
        if len(term) >= SHORTEST_TERM:
            middle = len(term) // 2
            heads.setdefault(term[:middle], []).append(term)
            tails.setdefault(term[middle:], []).append(term)
    return Lexicon(
        kept,
        fixed,
        known,
        max(map(len, known), default=0),
        {half: tuple(found) for half, found in heads.items()},
        {half: tuple(found) for half, found in tails.items()},
        _lengths(heads),
        _lengths(tails),
    )


def _lengths(halves: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for half in halves:
        lengths.setdefault(half[0], set()).add(len(half))
    return {char: tuple(sorted(found)) for char, found in lengths.items()}
