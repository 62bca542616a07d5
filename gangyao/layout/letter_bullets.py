"""Bullets of symbol fonts that came out as the letters on their keys: `l 推行网格化管理`, `Ø 落实经费`.

Wingdings has its discs, squares and arrows where other fonts have l, n, u, Ø. One such letter opens line
after line; what is counted with letters has another one each time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gangyao.document.layout import Aside
from gangyao.layout.split import INVISIBLE, RawLine

# ● ■ ◆ ❖ ⬥ ❑, and the ring of a typewriter's o; then ➢ ✓ ▪ and others, which are no letters of Chinese text.
_LATIN, _OTHERS = "lnuvwqo", "ØøüŸ§¨þèðàó"
_ITEM = r"(?=[\u4e00-\u9fff《“（]|\d{1,4}[年月个])"
_MARK = re.compile(rf"([{_LATIN}{_OTHERS}])[{re.escape(INVISIBLE)}]+{_ITEM}")
# Without a blank only l, n, u and Ø, which print nothing else in series.
_GLUED = re.compile(r"([lnuØ])(?=[\u4e00-\u9fff《“])")
_FEWEST, _FEWEST_GLUED = 2, 3
# So many lines with one of the rarer letters are items wherever they stand, fewer where one follows another.
_FEWEST_APART = 3
_COMMON = "lnu"
_REASON = "the bullet of a symbol font, written as a letter"


def set_letter_bullets_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without such bullets, and those by the indices of the lines."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for index, size in _bullets([line.text for line in raw]):
        line = raw[index]
        found[index] = [Aside(line.text_start, line.text_start + size, BULLET, _REASON)]
        lines[index] = replace(line, text=line.text[size:], text_start=line.text_start + size)
    return lines, found


#: The rule of such a mark: what stands behind it is an item.
BULLET = "letter-bullet"


def _bullets(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the lines that such a letter opens, each with the length of its mark."""
    printed = [(index, text) for index, text in enumerate(texts) if text]
    marks = [_MARK.match(text) for _, text in printed]
    letters = ["" if mark is None else mark[1] for mark in marks]
    times = Counter(letters)
    in_series = {*_COMMON, *_OTHERS, *(a for a, b in pairwise(letters) if a == b)}
    items = {
        letter
        for letter, count in times.items()
        if letter and count >= _FEWEST and (count >= _FEWEST_APART or letter in in_series)
    }
    found = [
        (index, mark.end())
        for (index, _), mark in zip(printed, marks, strict=True)
        if mark is not None and mark[1] in items
    ]
    return found or _glued(printed)


def _glued(printed: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """Return the lines that open with one letter right before a word, line after line."""
    found: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    letter = ""
    for index, text in [*printed, (-1, "")]:
        mark = _GLUED.match(text)
        if mark is None or mark[1] != letter:
            found += run if len(run) >= _FEWEST_GLUED else []
            run, letter = [], "" if mark is None else mark[1]
        if mark is not None:
            run.append((index, mark.end()))
    return found
