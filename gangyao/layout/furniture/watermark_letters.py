"""A slanting watermark that is read character by character, each on a line of its own between lines of text.

Its characters come again in the same order, page after page or over one page, as no other lines of one
character do: 内 over a line of text, 部 over the next one, 资, 料, and 内 again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTER = re.compile("[\u3400-\u9fffA-Za-z]")
# Numbers of lists are no words of a watermark.
_NUMERALS = frozenset("一二三四五六七八九十")
# Of so many characters, which come so often (by hand). Two alone may be cells of a table (是, 否).
_SHORTEST, _LONGEST = 3, 12
_FEWEST_ROUNDS = 2
# Each stands beside a line of text; a cell, or a text that is printed downwards, does not.
_SHORTEST_LINE = 8
_BESIDE = 0.8


def find_watermark_letters(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is one character of a watermark."""
    flags = [False] * len(texts)
    places = [n for n, text in enumerate(texts) if len(text) == 1 and _LETTER.match(text)]
    if len(places) < _FEWEST_ROUNDS * _SHORTEST:
        return flags
    letters = [texts[n] for n in places]
    if not _come_again(letters) or sum(_is_beside_text(texts, n) for n in places) < _BESIDE * len(places):
        return flags
    for place in places:
        flags[place] = True
    return flags


def _come_again(letters: Sequence[str]) -> bool:
    """Tell whether the characters are a few that come again in order, the last time perhaps in part."""
    return not _NUMERALS.issuperset(letters) and any(
        len(letters) >= _FEWEST_ROUNDS * size
        and len(set(letters[:size])) > 1
        and all(a == b for a, b in zip(letters, letters[size:], strict=False))
        for size in range(_SHORTEST, _LONGEST + 1)
    )


def _is_beside_text(texts: Sequence[str], place: int) -> bool:
    above = next((texts[n] for n in range(place - 1, -1, -1) if texts[n]), "")
    below = next((texts[n] for n in range(place + 1, len(texts)) if texts[n]), "")
    return len(above) >= _SHORTEST_LINE or len(below) >= _SHORTEST_LINE
