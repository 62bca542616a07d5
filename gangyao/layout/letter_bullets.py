"""Bullets of symbol fonts that came out as the letters on their keys: `l 推行网格化管理`, `Ø 落实经费`.

Wingdings has its discs, squares and arrows where other fonts have l, n, u, Ø. One such letter opens line
after line; what is counted with letters has another one each time.

Other signs before items are taken off, too, where they come again (`☞`, `‣`, `○`, `📌`); those that stand
for nothing else (`•`, `■`) stay as they are printed. A dash or a star before the number of a heading is a
list's.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gangyao.chinese.punctuation import BULLETS
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
# Signs of other kinds: what they are is told by Unicode's category, not by a list. Rings, squares and dashes
# stand for lost characters and for pauses as well: only a series of them is one of items.
_SIGN = re.compile(rf"(?P<sign>[^\w\s])\ufe0f?[{re.escape(INVISIBLE)}]*{_ITEM}")
_DASH = re.compile(rf"(?P<sign>[-+*])[ \t\u3000]+{_ITEM}")
# What opens a sentence or is a mark of one, ASCII's, those of full width, and parts of characters.
_MARKS = re.compile("[!-~\u2018-\u201f\u2026\u2e80-\u2fdf\u3000-\u3029\u302f-\u303f\uff00-\uffef]")
_CATEGORIES = frozenset({"So", "Sm", "Sk", "Sc", "Po", "Pd"})
_LOST = frozenset("□○◯〇·・")
_FEWEST_SIGNS, _FEWEST_DASHES = 2, 3
_SIGN_REASON = "the mark before an item of a list"
_BEFORE_LABEL = re.compile(
    rf"(?:[-*+{BULLETS}○□☐◦][{re.escape(INVISIBLE)}]+)+"
    r"(?=[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百零〇\d]{1,5}[章节節条條篇])"
)


def set_letter_bullets_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without such bullets, and those by the indices of the lines."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    texts = [line.text for line in raw]
    for index, size, rule, reason in [
        *((index, size, BULLET, _REASON) for index, size in _bullets(texts)),
        *((index, size, BULLET, _SIGN_REASON) for index, size in _signs(texts)),
        *((index, size, "written-out", _SIGN_REASON) for index, size in _before_labels(texts)),
    ]:
        if index not in found:
            line = raw[index]
            found[index] = [Aside(line.text_start, line.text_start + size, rule, reason)]
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


def _signs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the lines that a sign before an item opens, each with the length of its mark."""
    found = [
        (index, mark)
        for index, text in enumerate(texts)
        if text and (mark := _SIGN.match(text) or _DASH.match(text)) is not None
    ]
    times = Counter(mark["sign"] for _, mark in found)
    return [(index, mark.end()) for index, mark in found if times[mark["sign"]] >= _least(mark["sign"])]


def _least(sign: str) -> float:
    """Return how many lines a sign must open to be the mark of items."""
    if sign in "-+*":
        return _FEWEST_DASHES
    if sign in BULLETS or _MARKS.match(sign) or unicodedata.category(sign) not in _CATEGORIES:
        return math.inf
    return 1 if unicodedata.category(sign) == "So" and sign not in _LOST else _FEWEST_SIGNS


def _before_labels(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the lines with a list's mark before the number of a heading, and how long the mark is."""
    return [
        (index, mark.end())
        for index, text in enumerate(texts)
        if text and (mark := _BEFORE_LABEL.match(text)) is not None
    ]


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
