"""Hard-wrapped lines: the text layer of a PDF, a narrow column, where each printed line is a raw line.

A document is wrapped where most of its lines that end without a final mark are equally wide. A line
that fills the width goes on in the next one, unless the next one is a heading or list item, or the line
ends a sentence and the next one looks like the first of a paragraph, whose indent the text layer has lost:
it is narrower by two characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.outline.numbering import parse_heading

_FINAL = frozenset("。！？；：…!?;:")
_CLOSERS = """”’」』）)》】〕"'"""
_OPENING_QUOTES = re.compile("[“《]")
_CLOSING_QUOTES = re.compile("[”》]")
_ITEM = re.compile(r"[—–－\-·•●■◆▲★○◇□]{1,2}(?![0-9])|#")
# Widths are in half characters: 2 for Han and full-width forms, 1 for ASCII.
_NARROWEST = 16
_WIDEST = 120
_SLACK = 6
_INDENT = 4
# Share of the lines without a final mark that must have the same width, and how many such lines there
# must be.
_SAME_WIDTH = 0.5
_OPEN_LINES = 0.35
_FEWEST = 8
_WIDE = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width of a wrapped text, in half characters."""

    width: int


def line_width(text: str) -> int:
    """Return the printed width of a line in half characters."""
    return len(text) + len(_WIDE.findall(text))


def find_wrapping(texts: Sequence[str]) -> Wrapping | None:
    """Tell whether the lines (without margins, furniture and blank lines left out) are hard-wrapped."""
    if len(texts) < _FEWEST:
        return None
    # Nearly every text that is not wrapped has a median line far from the longest of its shorter lines.
    # Titles end without a mark in any text, so they say nothing.
    open_lines = [text for text in texts if text.rstrip(_CLOSERS)[-1:] not in _FINAL]
    if len(open_lines) < max(_FEWEST, _OPEN_LINES * len(texts)):
        return None
    titles = sum(map(_is_title, open_lines))
    open_lines = [text for text in open_lines if not _is_title(text)]
    if len(open_lines) < max(_FEWEST, _OPEN_LINES * (len(texts) - titles)):
        return None
    widths = Counter(line_width(text) for text in open_lines)
    mode = max(widths, key=lambda width: (sum(widths[width + near] for near in (-2, -1, 0, 1, 2)), width))
    if not _NARROWEST <= mode <= _WIDEST:
        return None
    near = sum(count for width, count in widths.items() if abs(width - mode) <= _SLACK)
    beyond = sum(line_width(text) > mode + _SLACK for text in texts)
    if near < _SAME_WIDTH * len(open_lines) or beyond > 0.1 * len(texts):
        return None
    return Wrapping(mode)


def find_joins(texts: Sequence[str], wrapping: Wrapping) -> list[bool]:
    """Tell for each line whether it goes on the line before it."""
    widths = [line_width(text) for text in texts]
    joins = [False] * len(texts)
    for index in range(1, len(texts)):
        previous, text = texts[index - 1], texts[index]
        # Some programs wrap by the number of characters, whatever their width.
        is_full = widths[index - 1] >= wrapping.width - _SLACK or len(previous) >= wrapping.width // 2
        if not is_full or _opens_block(text):
            continue
        # The rest of a title is short and the first line of a paragraph narrower than the full width by its
        # indent; a paragraph that begins on the line of its number goes on in a full line.
        if (
            not joins[index - 1]
            and _is_title(previous)
            and wrapping.width / 2 < widths[index] < wrapping.width
        ):
            continue
        if previous.rstrip(_CLOSERS)[-1:] in _FINAL and text[-1:] not in _FINAL:
            following = widths[index + 1] if index + 1 < len(texts) else 0
            if _is_first_line(widths[index], following, wrapping.width):
                continue
        joins[index] = True
    return joins


def _opens_block(text: str) -> bool:
    return _ITEM.match(text) is not None or parse_heading(text) is not None


def _is_title(text: str) -> bool:
    """Tell whether a line is a heading with its title and nothing after it: no quotation stays open."""
    heading = parse_heading(text)
    if heading is None or not heading.title or heading.body_start is not None or text[-1:] in _FINAL:
        return False
    return len(_OPENING_QUOTES.findall(text)) <= len(_CLOSING_QUOTES.findall(text))


def _is_first_line(width: int, following: int, full: int) -> bool:
    """Tell whether a line after a sentence's end has the width of a paragraph's first line, or of a title.

    Such a line is full but for its indent, or narrower than the line that follows it.
    """
    return full - _INDENT - 1 <= width <= full - _INDENT + 1 or (width <= full - 2 and following > width)
