"""Breaks in the midst of the number of a heading: a column ends with `（` or `十`, another begins `四、…`."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import Edge

_NUMERALS = "[0-9０-９〇零一二三四五六七八九十百千]"
_BEGUN = re.compile(rf"[第（(]?{_NUMERALS}{{1,8}}|[第（(]")
# As much of a line as the rest of a label can take, with the first characters of its title.
_REST = 16


def complete_labels(ends: Sequence[Edge], beginnings: Sequence[Edge]) -> npt.NDArray[np.bool_]:
    """Tell for each end and beginning whether the two hold the two parts of the label of one heading."""
    found = np.zeros((len(ends), len(beginnings)), dtype=bool)
    for row, end in enumerate(ends):
        if _BEGUN.fullmatch(end.text):
            found[row] = [_is_label(end.text, edge.text) for edge in beginnings]
    return found


def _is_label(begun: str, rest: str) -> bool:
    heading = parse_heading(begun + rest[:_REST])
    return heading is not None and heading.number is not None and len(heading.label.strip()) > len(begun)
