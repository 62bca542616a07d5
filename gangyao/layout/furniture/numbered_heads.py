"""Heads with the number of their page on the next line: `某省规划` over `4`, `专项规划汇编` over `5`.

The numbers count on from page to page, and the pair stands in the midst of a sentence. That holds on
short pages too, where a number alone proves nothing. The number may stand above the head on left pages and
below it on right ones, and a head may be the title of the chapter, which the text prints too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.punctuation import ends_sentence

# A head is a name; the last cell of a row, over the number of the next, is a body, a time, a word.
_HEAD = re.compile(r"[^0-9]{4,}[^0-9局厅委部会办府院司处科]")
_BARE = re.compile(r"[0-9]{1,4}")
_LONGEST_HEAD = 40
_FEWEST = 3
# Heads take turns on left and right pages, so each comes at least so often.
_FEWEST_OF_A_KIND = 2
_MOST_SKIPPED = 2
# This share of the pairs stands in the midst of a sentence; most rows of a table do not.
_CUTTING = 0.6


@dataclass(frozen=True, slots=True)
class _Pair:
    """A head and the number beside it, by the indices of their lines; `cuts`: in the midst of a sentence."""

    head: int
    number: int
    value: int
    cuts: bool


def find_numbered_heads(texts: Sequence[str], furniture: Sequence[bool]) -> list[bool]:
    """Tell for each line whether it is a head with a number beside it, or that number."""
    flags = [False] * len(texts)
    read = [index for index, text in enumerate(texts) if text and not furniture[index]]
    numbers = [place for place, index in enumerate(read) if _BARE.fullmatch(texts[index])]
    if len(numbers) < _FEWEST:
        return flags
    above, below = ([_pair(texts, read, place, step) for place in numbers] for step in (-1, 1))
    printed = Counter(texts[index] for index in read)
    either = [
        next((p for p in two if p and printed[texts[p.head]] > 1), None)
        for two in zip(above, below, strict=True)
    ]
    for found in (above, below, either):
        pairs = [pair for pair in found if pair is not None]
        often = printed if found is either else Counter(texts[pair.head] for pair in pairs)
        pairs = [pair for pair in pairs if often[texts[pair.head]] >= _FEWEST_OF_A_KIND]
        counts_on = all(1 <= b.value - a.value <= _MOST_SKIPPED for a, b in pairwise(pairs))
        if len(pairs) >= _FEWEST and counts_on and sum(p.cuts for p in pairs) >= _CUTTING * len(pairs):
            for pair in pairs:
                flags[pair.head] = flags[pair.number] = True
    return flags


def _pair(texts: Sequence[str], read: Sequence[int], place: int, step: int) -> _Pair | None:
    """Return the number at `place` of the read lines with the head before (-1) or after (1) it."""
    beside = place + step
    if not 0 <= beside < len(read):
        return None
    number, head = read[place], read[beside]
    name = texts[head]
    if len(name) > _LONGEST_HEAD or not _HEAD.fullmatch(name) or ends_sentence(name):
        return None
    before, after = min(place, beside) - 1, max(place, beside) + 1
    cuts = (
        before >= 0
        and after < len(read)
        and not ends_sentence(texts[read[before]])
        and "，" in texts[read[before]]
        and any(mark in texts[read[after]] for mark in "，。")
    )
    return _Pair(head, number, int(texts[number]), cuts)
