"""Texts laid in one row, so that arrays are asked of all of them at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints, code_points
from gangyao.chinese.pair_table import Places
from gangyao.chinese.signs import CharacterSet

Flags = npt.NDArray[np.bool_]

# No name runs over one of these, except inside a quoted coinage: “千项技改，万企升级”行动.
_BARRIERS = "\n，。；：！？… \u3000"
_QUOTED_LIST = re.compile("“[^“”\n]*[，；：！？…][^“”\n]*”")
_BOUNDS = re.compile("[，；：！？…]")
# No character of a text: what stands beside the edge of one is known of nowhere.
_EDGE = "\U0010ffff"
_BETWEEN = f"{_EDGE}\n{_EDGE}"
_LINE = ord("\n")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Texts laid in one row: the text `i` begins at `firsts[i]` of it, edges are between them.

    `codes` are its code points. `is_text` tells of each place that it is neither an edge nor a line break,
    `is_barrier` that no name runs over it.
    """

    firsts: Places
    codes: CodePoints
    is_text: Flags
    is_barrier: Flags


def row_of(texts: Sequence[str]) -> Row:
    """Lay texts in one row."""
    joined = _BETWEEN.join(("", *texts, ""))
    lengths = np.fromiter(map(len, texts), np.intp, len(texts)) + len(_BETWEEN)
    firsts = np.cumsum(lengths) - lengths + len(_BETWEEN)
    codes = code_points(joined)
    masked = _QUOTED_LIST.sub(lambda found: _BOUNDS.sub("·", found[0]), joined)
    is_text = (codes != _LINE) & (codes != ord(_EDGE))
    bounds = codes if masked == joined else code_points(masked)
    return Row(firsts, codes, is_text, ~is_text | _IS_BARRIER.holds(bounds))


_IS_BARRIER = CharacterSet(_BARRIERS)
