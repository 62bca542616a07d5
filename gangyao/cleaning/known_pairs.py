"""How far a known string may reach: as far as its characters are known to stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable


def pairs_in(names: Iterable[str]) -> frozenset[str]:
    """Return all pairs of characters that stand beside each other in a name."""
    return frozenset(name[first : first + 2] for name in names for first in range(len(name) - 1))


def reach(text: str, start: int, end: int, pairs: frozenset[str], longest: int) -> tuple[int, int]:
    """Return the span around `start`:`end` that a name of at most `longest` characters may lie in.

    `pairs` are those of all names. A few look-ups so spare a look at each of hundreds of strings.
    """
    first, last = start, end
    while first > max(0, end - longest) and text[first - 1 : first + 1] in pairs:
        first -= 1
    while last < min(len(text), start + longest) and text[last - 1 : last + 1] in pairs:
        last += 1
    return first, last
