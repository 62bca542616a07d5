"""The spans that may be names: from where names begin to where they end, within a phrase."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import daachorse
import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints, code_points
from gangyao.chinese.pair_table import Places, pair_table
from gangyao.chinese.signs import CharacterSet

Flags = npt.NDArray[np.bool_]

# No name that is looked for is longer, or shorter.
LONGEST, SHORTEST = 24, 2
# No name runs over one of these.
_BARRIERS = frozenset("\n，。；：！？…、《》 \u3000")
_MARKS = _BARRIERS | frozenset("（）()“”·")
# Marks inside a quoted coinage bound nothing: “千项技改、万企升级”行动.
_QUOTED_LIST = re.compile("“[^“”\n]*[，、；：！？…][^“”\n]*”")
_BOUNDS = re.compile("[，、；：！？…]")
# No character of a text: what stands beside the edge of one is known of nowhere.
_EDGE = "\U0010ffff"
_BETWEEN = f"{_EDGE}\n{_EDGE}"
_CLOSING = ord("”")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Texts laid in one row: the text `i` begins at `firsts[i]` of it, edges are between them.

    `codes` are its code points, `bounds` the same where no mark inside a quoted coinage bounds anything.
    """

    joined: str
    firsts: Places
    codes: CodePoints
    bounds: CodePoints


def row_of(texts: Sequence[str]) -> Row:
    """Lay texts in one row."""
    joined = _BETWEEN.join(("", *texts, ""))
    lengths = np.fromiter(map(len, texts), np.intp, len(texts)) + len(_BETWEEN)
    firsts = np.cumsum(lengths) - lengths + len(_BETWEEN)
    codes = code_points(joined)
    masked = _QUOTED_LIST.sub(lambda found: _BOUNDS.sub("·", found[0]), joined)
    return Row(joined, firsts, codes, codes if masked == joined else code_points(masked))


class NamePlaces:
    """Where names may begin and end, by what stands there.

    `openers` are pairs of characters behind which names begin, `endings` the last two characters of names.
    """

    def __init__(self, openers: Collection[str], endings: Collection[str]) -> None:
        self._openers = pair_table(sorted(openers))
        self._endings = daachorse.CharwiseDoubleArrayAhoCorasick(sorted(endings))

    def ends(self, row: Row) -> Flags:
        """Tell of each place whether a name may end there: behind an ending, or before a closing mark."""
        may_end: Flags = row.codes == _CLOSING
        may_end[[end for _, end, _ in self._endings.find_overlapping(row.joined)]] = True
        return may_end

    def begin(self, row: Row, places: Places) -> Flags:
        """Tell of each of `places` whether a name may begin there: behind a mark or an opener."""
        begins = _IS_MARK.holds(row.bounds[places - 1])
        others = np.flatnonzero(~begins)
        begins[others] = self._openers.find(row.bounds, places[others] - 2) >= 0
        return begins

    def before(self, row: Row, ends: Places, starts: Flags) -> tuple[Places, Places]:
        """The spans that end at one of `ends`: the number of the end, and the start, the nearest first.

        They begin where names may, and where `starts` tells so besides.
        """
        barriers = np.sort(np.concatenate((row.firsts, np.flatnonzero(_IS_BARRIER.holds(row.bounds)) + 1)))
        floors = np.maximum(barriers[np.searchsorted(barriers, ends) - 1], ends - LONGEST)
        sizes = np.maximum(ends - SHORTEST + 1 - floors, 0)
        numbers = np.repeat(np.arange(len(ends)), sizes)
        firsts = np.cumsum(sizes) - sizes
        places = (ends - SHORTEST + firsts)[numbers] - np.arange(len(numbers))
        begins = starts[places]
        others = np.flatnonzero(~begins)
        begins[others] = self.begin(row, places[others])
        return numbers[begins], places[begins]


def is_balanced(inner: str) -> bool:
    """Tell whether marks and brackets in `inner` close in it."""
    return inner.isalnum() or (_closes(inner, "“", "”") and _closes(inner, "(", ")"))


def _closes(inner: str, opening: str, closing: str) -> bool:
    first = inner.find(closing)
    if first < 0:
        return opening not in inner
    return inner.count(opening) == inner.count(closing) and 0 <= inner.find(opening) < first


_IS_MARK, _IS_BARRIER = CharacterSet(_MARKS), CharacterSet(_BARRIERS)
