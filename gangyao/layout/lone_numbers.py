"""The number of a newspaper page, alone on a line between two columns of prose.

A bare number may as well be a cell of a table or the label of an item; those come in series, and beside short
lines. The number of the page stands once, or several times the same, and prose stands before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BARE = re.compile(r"[A-D]?[0-9０-９]{1,3}")
# A label of a single item is mostly a 1.
_LABELS = frozenset({"1", "１"})
# A line of so many code points is prose, not a cell (by hand: a narrow column holds 12 characters).
_SHORTEST_PROSE = 11


def find_lone_numbers(texts: Sequence[str], are_aside: Sequence[bool]) -> list[bool]:
    """Tell for each line, without its margins, whether it is the number of a page between columns of prose.

    `are_aside` tells which lines are furniture for other reasons.
    """
    flags = [False] * len(texts)
    read = [index for index, text in enumerate(texts) if text and not are_aside[index]]
    places = [place for place, index in enumerate(read) if _BARE.fullmatch(texts[index])]
    values = {texts[read[place]] for place in places}
    if len(values) != 1 or values & _LABELS:
        return flags
    for place in places:
        beside = [texts[read[near]] for near in (place - 1, place + 1) if 0 <= near < len(read)]
        if beside and all(len(text) >= _SHORTEST_PROSE for text in beside):
            flags[read[place]] = True
    return flags
