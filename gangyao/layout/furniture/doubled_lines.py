"""Lines that a program printed twice, one right below the other, as it did nearly all lines of a document."""

from __future__ import annotations

from collections.abc import Sequence

# This share of the lines with text belongs to such a pair, in a document of so many pairs at least (by hand:
# in texts that are printed once, pairs are single cells of tables).
_DOUBLED = 0.8
_FEWEST = 4
# A number alone comes again in a column of a table.
_SHORTEST = 2


def find_doubled_lines(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is the second of two that are the same, where nearly all lines are so."""
    flags = [False] * len(texts)
    read = [index for index, text in enumerate(texts) if text]
    place = 0
    while place + 1 < len(read):
        first, second = read[place], read[place + 1]
        if texts[first] == texts[second] and len(texts[first]) >= _SHORTEST:
            flags[second] = True
            place += 1
        place += 1
    pairs = sum(flags)
    return flags if pairs >= _FEWEST and 2 * pairs >= _DOUBLED * len(read) else [False] * len(texts)
