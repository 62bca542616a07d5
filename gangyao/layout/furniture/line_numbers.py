"""Numbers of lines in the margin, as editors and draft laws print them: `12 第二章 主要任务`.

They count every line of a file from its first on, or every line with text. Rows of a table and items of a
list are counted, too, but a table has no chapters among its rows. Others stand behind the lines, or before or
behind every fifth or tenth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from gangyao.chinese.heading_levels import OF_TEXT
from gangyao.chinese.headings import parse_heading
from gangyao.document.layout import Aside
from gangyao.layout.split import INVISIBLE, RawLine

_NUMBERED = re.compile(r"(?P<number>\d{1,5})(?:[ \t\u3000|:：]+(?=[^\d\s])|$)")
# 第12行：, 段落12：
_LABELLED = re.compile(
    r"(?:第\s?(?=\d+\s?[行段句])|(?:行|段落?|句)\s?(?=\d+\s?[：:]))(?P<number>\d{1,5})\s?[行段句]?\s?[：:]\s?"
)
_BEHIND = re.compile(r"(?<=\S)[ \t\u3000]+(?P<number>\d{1,5})$")
_FEWEST = 5
# Where numbers behind lines, or of some lines, count them all, so many tell it from a list or table of
# contents (by hand).
_FEWEST_BEHIND = 20
_EVERY = (1, 5, 10)
# So many of the lines with text have a number; the first of a page may not be recognised.
_SHARE = 0.95
_REASON = "the number of the line"


def set_line_numbers_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the numbers that count them, and those by the indices of the lines."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for _, group in groupby(range(len(raw)), key=lambda index: raw[index].source_file):
        printed = [index for index in group if raw[index].text]
        spans = _numbers(raw, printed) or _numbers_of_some(raw, printed)
        for index, (start, end) in spans.items():
            line = raw[index]
            found[index] = [Aside(line.text_start + start, line.text_start + end, "page-number", _REASON)]
            text = line.text[:start] + line.text[end:]
            lines[index] = replace(line, text=text, text_start=line.text_start + (end if start == 0 else 0))
    return lines, found


def _numbers_of_some(raw: Sequence[RawLine], lines: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return where the numbers stand that count lines from behind, or every fifth or tenth on either side."""
    if len(lines) < _FEWEST_BEHIND:
        return {}
    # The last character is asked first: a pattern is sought at every character of the line.
    numbered = (n for n in lines if raw[n].text[-1].isdecimal())
    behind = {n: match for n in numbered if (match := _BEHIND.search(raw[n].text)) is not None}
    numbered = (n for n in lines if raw[n].text[0].isdecimal())
    before = {n: match for n in numbered if (match := _NUMBERED.match(raw[n].text)) is not None}
    for ordinals in ({n: n - lines[0] + 1 for n in lines}, {n: place for place, n in enumerate(lines, 1)}):
        for matches in (behind, before):
            counted = {n: match for n, match in matches.items() if int(match["number"]) == ordinals[n]}
            for every in _EVERY:
                if every == 1 and matches is before:
                    continue
                expected = [n for n in lines if ordinals[n] % every == 0]
                found = {n: counted[n].span() for n in expected if n in counted}
                if len(found) >= max(_FEWEST, _SHARE * len(expected)):
                    return found
    return {}


def _numbers(raw: Sequence[RawLine], lines: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return where the numbers before the lines of a file stand; none where they do not count all."""
    if len(lines) < _FEWEST:
        return {}
    pattern = _NUMBERED if raw[lines[0]].text[0].isdecimal() else _LABELLED
    matches = [(index, found) for index in lines if (found := pattern.match(raw[index].text)) is not None]
    if len(matches) < _SHARE * len(lines):
        return {}
    counted = [int(found["number"]) for _, found in matches]
    places = [(index, place) for place, index in enumerate(lines)]
    by_line = dict(places)
    steps = [
        (after - before, b[0] - a[0], by_line[b[0]] - by_line[a[0]])
        for (before, after), (a, b) in zip(pairwise(counted), pairwise(matches), strict=True)
    ]
    if not (
        all(step == all_lines for step, all_lines, _ in steps) or all(step == text for step, _, text in steps)
    ):
        return {}
    texts = [raw[index].text[found.end() :].strip(INVISIBLE) for index, found in matches]
    headings = [heading for text in texts if (heading := parse_heading(text)) is not None]
    if not any(heading.family in OF_TEXT and not heading.is_weak for heading in headings):
        return {}
    return {index: found.span() for index, found in matches}
