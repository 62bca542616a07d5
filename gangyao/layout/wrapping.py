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
_CLOSERS = "”’」』）)》】〕"
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
_TITLE_REST = 0.7
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
    open_lines = [text for text in texts if text.rstrip(_CLOSERS)[-1:] not in _FINAL]
    if len(open_lines) < max(_FEWEST, _OPEN_LINES * len(texts)):
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
        if widths[index - 1] < wrapping.width - _SLACK or _opens_block(text):
            continue
        if previous.rstrip(_CLOSERS)[-1:] in _FINAL and _is_first_line(widths[index], text, wrapping.width):
            continue
        if (
            not joins[index - 1]
            and _is_title(previous)
            and not _ends_title(text, widths[index], wrapping.width)
        ):
            continue
        joins[index] = True
    return joins


def _opens_block(text: str) -> bool:
    return _ITEM.match(text) is not None or parse_heading(text) is not None


def _is_title(text: str) -> bool:
    """Tell whether a line is a heading with its title, and no item of a list that runs on as a sentence."""
    heading = parse_heading(text)
    return heading is not None and bool(heading.title) and heading.body_start is None and "，" not in text


def _ends_title(text: str, width: int, full: int) -> bool:
    """Tell whether the line after a title that fills the width can be its rest: short, no sentence."""
    return width < _TITLE_REST * full and text.rstrip(_CLOSERS)[-1:] not in _FINAL


def _is_first_line(width: int, text: str, full: int) -> bool:
    """Tell whether a line has the width of the first line of a paragraph (full but for its indent)."""
    return full - _INDENT - 1 <= width <= full - _INDENT + 1 and text[-1:] not in _FINAL
