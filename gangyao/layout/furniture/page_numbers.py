"""Page numbers: numbers that count up page by page, on lines of their own or glued to a line.

A bare number may as well be a cell of a table, and a number before or after a line part of its sentence. So
a page number is known by its sequence: each is one more than the last (a page may lack its own), and
about a page of text lies between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Code points on a page: at least, at most, and on a typical one (the median over the pages).
_SHORTEST_PAGE = 60
_LONGEST_PAGE = 4000
# What a shorter page (the last of a chapter) counts in a run, so that rows of a table do not make one.
_SHORT_PAGE_COUNTS = 0.05
_PAGE = 200
_FEWEST_PAGES = 3
_MOST_SKIPPED = 2
# The pages of one document are about equally long: this share of them is within half to twice the median.
_EQUAL = 0.6
# A number is looked for after at most this many other numbers, so that long tables stay cheap.
_REACH = 400
_BARE = re.compile(r"[-—–－·\s]*([0-9]{1,4})[-—–－·\s]*")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that may be that of a page: its value, and where it stands (`place`, code points)."""

    index: int
    place: int
    value: int


def find_page_numbers(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is a page number that stands alone."""
    flags = [False] * len(texts)
    found: list[Numbered] = []
    place = 0
    for index, text in enumerate(texts):
        if 0 < len(text) <= 12 and (bare := _BARE.fullmatch(text)):
            found.append(Numbered(index, place, int(bare[1])))
        else:
            # Numbers are no text: a page of a table is as long as its words.
            place += len(text)
    for chain in page_chains(found):
        for number in chain:
            flags[number.index] = True
    return flags


def page_chains(found: Sequence[Numbered]) -> list[list[Numbered]]:
    """Return the runs of numbers (given in printed order) that count pages, longest first.

    No number is in two of them. A run is as long as can be found, so that numbers of a table between two page
    numbers do not break it.
    """
    chains: list[list[Numbered]] = []
    left = list(found)
    while len(left) >= _FEWEST_PAGES:
        chain = _longest(left)
        if len(chain) < _FEWEST_PAGES:
            break
        taken = {id(number) for number in chain}
        left = [number for number in left if id(number) not in taken]
        if _counts_pages(chain):
            chains.append(chain)
    return chains


def _longest(found: Sequence[Numbered]) -> list[Numbered]:
    """Return the longest run in which every step is as long as a page can be."""
    best = [1.0] * len(found)
    before: list[int | None] = [None] * len(found)
    of_value: dict[int, list[int]] = {}
    for index, number in enumerate(found):
        for earlier in _earlier(of_value, index, number.value):
            pages = number.value - found[earlier].value
            length = number.place - found[earlier].place
            if not 0 < length <= _LONGEST_PAGE * pages:
                continue
            count = best[earlier] + (1 if length >= _SHORTEST_PAGE * pages else _SHORT_PAGE_COUNTS)
            if count > best[index]:
                best[index], before[index] = count, earlier
        of_value.setdefault(number.value, []).append(index)
    last: int | None = max(range(len(found)), key=best.__getitem__)
    chain: list[Numbered] = []
    while last is not None:
        chain.append(found[last])
        last = before[last]
    return chain[::-1]


def _earlier(of_value: Mapping[int, list[int]], index: int, value: int) -> list[int]:
    """Return which numbers in reach may be those of the pages before one of this value, the nearest first."""
    found: list[int] = []
    for pages in range(1, 2 + _MOST_SKIPPED):
        same = of_value.get(value - pages)
        if same is not None:
            found += same[bisect_right(same, index - _REACH) :]
    return sorted(found, reverse=True)


def _counts_pages(chain: Sequence[Numbered]) -> bool:
    return are_pages([(b.place - a.place) / (b.value - a.value) for a, b in pairwise(chain)])


def are_pages(lengths: Sequence[float]) -> bool:
    """Tell whether stretches of text, in code points, are as long as pages and about equally long."""
    typical = median(lengths)
    equal = sum(typical / 2 <= length <= 2 * typical for length in lengths)
    return typical >= _PAGE and equal >= _EQUAL * len(lengths)
