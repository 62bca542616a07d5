"""What the other lines of a document tell about how its paragraphs end.

Titles and items of lists end without a mark, and where a column was cut, a line may be as short as they are.
Documents differ: in one, a third of the lines are such, in another none. So a line that could be a title is
the rest of something that was cut the rather, the fewer like it there are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from gangyao.layout.reading_order.continuity import Bits
from gangyao.layout.reading_order.line_breaks import end_kind
from gangyao.layout.reading_order.units import Unit

# Which share of the lines of a document ends so, and how many of them may have been left so by cuts. By hand,
# on pages of development documents (of 320 wrapped ones, 8 more are read whole, of 768 others, 11).
_USUAL = {"short line": 0.2, "inner mark": 0.02, "open line": 0.02}
_BY_CUTS = {"short line": 2, "inner mark": 3, "open line": 3}
# The usual share counts as much as so many lines of the document.
_PRIOR_LINES = 2.0


def customs_of_ends(units: Sequence[Unit], ends: Sequence[int]) -> Bits:
    """Return for each of the units `ends` how many bits less likely the others make it as a paragraph's end.

    The logarithm of the share of lines that end in the same way beside the usual share, 0 at most.
    """
    kinds = [end_kind(unit.end) for unit in units]
    counts = Counter(kinds)
    lines = len(units) - counts["heading"]
    bits = {kind: _custom(kind, counts[kind] - 1 - _BY_CUTS[kind], lines) for kind in _USUAL}
    return np.array([0.0 if units[index].glued else bits.get(kinds[index], 0.0) for index in ends])


def _custom(kind: str, others: int, lines: int) -> float:
    usual = _USUAL[kind]
    share = (max(others, 0) + _PRIOR_LINES * usual) / (lines + _PRIOR_LINES)
    return min(math.log2(share / usual), 0.0)
