"""A slanting watermark that is read character by character, each on a line of its own between lines of text.

Its characters come again in the same order, page after page or over one page, as no other lines of one
character do: 内 over a line of text, 部 over the next one, 资, 料, and 内 again. They stand wherever the page
prints them; what labels items (甲, 乙, 丙; 问, 答; 德, 能, 勤) stands where the one before has ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.punctuation import ends_sentence

_LETTER = re.compile("[\u3400-\u9fffA-Za-z]")
# What lists are counted by is no word of a watermark.
_COUNTED = ("一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸", "ABCDEFGHIJKL", "abcdefghijkl")
# Of so many characters, which come so often (by hand). Two alone may be cells of a table (是, 否).
_SHORTEST, _LONGEST = 3, 12
_FEWEST_ROUNDS = 2
# Each stands beside a line of text; a cell, or a text that is printed downwards, does not.
_SHORTEST_LINE = 8
_BESIDE = 0.8
# Of text that is wrapped most lines break off; so many of those above the characters do (by hand).
_CUT = 0.4


def find_watermark_letters(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is one character of a watermark."""
    flags = [False] * len(texts)
    places = [n for n, text in enumerate(texts) if len(text) == 1 and _LETTER.match(text)]
    if len(places) < _FEWEST_ROUNDS * _SHORTEST:
        return flags
    letters = [texts[n] for n in places]
    if not _come_again(letters) or sum(_is_beside_text(texts, n) for n in places) < _BESIDE * len(places):
        return flags
    if sum(_is_cut(_above(texts, n)) for n in places) < _CUT * len(places):
        return flags
    for place in places:
        flags[place] = True
    return flags


def _come_again(letters: Sequence[str]) -> bool:
    """Tell whether the characters are a few that come again in order, the last time perhaps in part."""
    if any(set(counted).issuperset(letters) for counted in _COUNTED):
        return False
    sizes = range(1, min(_LONGEST, len(letters) // _FEWEST_ROUNDS) + 1)
    size = next((size for size in sizes if letters[size:] == letters[:-size]), 0)
    return size >= _SHORTEST


def _is_beside_text(texts: Sequence[str], place: int) -> bool:
    below = next((texts[n] for n in range(place + 1, len(texts)) if texts[n]), "")
    return len(_above(texts, place)) >= _SHORTEST_LINE or len(below) >= _SHORTEST_LINE


def _above(texts: Sequence[str], place: int) -> str:
    return next((texts[n] for n in range(place - 1, -1, -1) if texts[n]), "")


def _is_cut(text: str) -> bool:
    return len(text) >= _SHORTEST_LINE and not ends_sentence(text)
