"""Text that was printed upright and read character by character: each stands on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.layout.joins.read_line import ReadLine

# So many lines, all but a few of which are one character, and as many kinds of them, are no column of a table
# (是, 否, √); numbers and Latin words stand on one line. Words of two characters are lists: no text is told
# from them.
_FEWEST, _KINDS = 60, 20
_SHARE, _SINGLE = 0.9, 0.7


def is_upright(texts: Sequence[str]) -> bool:
    """Tell whether nearly every line of a text, blank ones aside, is one character."""
    lines = [text for text in texts if text]
    if len(lines) < _FEWEST:
        return False
    single = [text for text in lines if len(text) == 1 and not text.isascii()]
    ascii_lines = sum(text.isascii() for text in lines)
    is_of_characters = len(single) >= _SINGLE * len(lines) and len(single) + ascii_lines >= _SHARE * len(
        lines
    )
    return is_of_characters and len(set(single)) >= _KINDS


def join_upright(lines: Sequence[ReadLine]) -> list[bool]:
    """Join all lines of such a text; blank lines part its paragraphs, where not each has one before it."""
    parted = [line.gap == "blank" for line in lines]
    are_parted = 2 * sum(parted) <= len(lines)
    return [index > 0 and not (are_parted and parted[index]) for index in range(len(lines))]
