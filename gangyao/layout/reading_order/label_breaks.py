"""Breaks in the midst of what is known whole: the number of a heading, a title that the document cites.

A column ends with `（` or `十`, another begins `四、…`; one ends with the first words of a title, another
begins with the rest of it, and a line names it: 关于印发《…》的通知.
"""

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
# Shorter ones are names of other things.
_TITLE = re.compile("[《〈]([^《》〈〉]{6,60})[》〉]")


def complete_labels(ends: Sequence[Edge], beginnings: Sequence[Edge]) -> npt.NDArray[np.bool_]:
    """Tell for each end and beginning whether the two hold the two parts of the label of one heading."""
    found = np.zeros((len(ends), len(beginnings)), dtype=bool)
    for row, end in enumerate(ends):
        if _BEGUN.fullmatch(end.text):
            found[row] = [_is_label(end.text, edge.text) for edge in beginnings]
    return found


def cited_titles(texts: Sequence[str]) -> frozenset[str]:
    """Return the titles that the texts cite in their brackets."""
    return frozenset(
        title for text in texts if "》" in text or "〉" in text for title in _TITLE.findall(text)
    )


def complete_titles(
    ends: Sequence[Edge], beginnings: Sequence[Edge], titles: frozenset[str]
) -> npt.NDArray[np.bool_]:
    """Tell for each end and beginning whether they are lines that hold the two parts of one of `titles`."""
    found = np.zeros((len(ends), len(beginnings)), dtype=bool)
    firsts = {edge.text: column for column, edge in enumerate(beginnings)}
    for row, end in enumerate(ends):
        for title in titles:
            column = firsts.get(title[len(end.text) :]) if title.startswith(end.text) else None
            if column is not None:
                found[row, column] = True
    return found


def _is_label(begun: str, rest: str) -> bool:
    heading = parse_heading(begun + rest[:_REST])
    return heading is not None and heading.number is not None and len(heading.label.strip()) > len(begun)
