"""The spans that may be names: from where names begin to where they end, within a phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

import daachorse

# No name that is looked for is longer, or shorter.
LONGEST, SHORTEST = 24, 2
# No name runs over one of these.
_BARRIERS = frozenset("\n，。；：！？…、《》 \u3000")
_MARKS = _BARRIERS | frozenset("（）()“”·")
# Marks inside a quoted coinage bound nothing: “千项技改、万企升级”行动.
_QUOTED_LIST = re.compile("“[^“”\n]*[，、；：！？…][^“”\n]*”")
_BOUNDS = re.compile("[，、；：！？…]")


class Places:
    """Where names may begin and end, by what stands there.

    `openers` are runs of characters behind which names begin, `endings` the last two characters of names.
    """

    def __init__(self, openers: Collection[str], endings: Collection[str]) -> None:
        starts = sorted(_MARKS.union(openers))
        self._starts = daachorse.CharwiseDoubleArrayAhoCorasick(starts)
        self._is_barrier = [one in _BARRIERS for one in starts]
        self._endings = daachorse.CharwiseDoubleArrayAhoCorasick(sorted(endings))

    def begins(self, text: str) -> tuple[list[int], list[int]]:
        """Where names may begin in `text`, and where the phrases do that they may stand in; both rise."""
        masked = _QUOTED_LIST.sub(lambda found: _BOUNDS.sub("·", found[0]), text)
        is_barrier = self._is_barrier
        starts: list[int] = [0]
        barriers: list[int] = [0]
        for _, end, pattern in self._starts.find_overlapping(masked):
            starts.append(end)
            if is_barrier[pattern]:
                barriers.append(end)
        return starts, barriers

    def ends(self, text: str) -> list[int]:
        """Where names may end in `text` by their last two characters, or before a closing mark."""
        found = [end for _, end, _ in self._endings.find_overlapping(text)]
        at = text.find("”")
        while at >= 0:
            found.append(at)
            at = text.find("”", at + 1)
        return found


def starts_before(end: int, starts: list[int], barriers: list[int]) -> list[int]:
    """The possible starts of a name that ends at `end`, the nearest first; both lists rise."""
    floor = max(barriers[max(0, bisect_left(barriers, end) - 1)], end - LONGEST)
    last = bisect_left(starts, end - SHORTEST + 1)
    return starts[bisect_left(starts, floor, 0, last) : last][::-1]


def is_balanced(inner: str) -> bool:
    """Tell whether marks and brackets in `inner` close in it."""
    return inner.isalnum() or (_closes(inner, "“", "”") and _closes(inner, "(", ")"))


def _closes(inner: str, opening: str, closing: str) -> bool:
    first = inner.find(closing)
    if first < 0:
        return opening not in inner
    return inner.count(opening) == inner.count(closing) and 0 <= inner.find(opening) < first
