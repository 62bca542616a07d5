"""Hard-wrapped lines: the text layer of a PDF, a narrow column, where each printed line is a raw line.

A document is wrapped where most of its lines that end without a final mark are equally wide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.line_width import (
    ENDED_SHARE,
    FULL_LINE_SLACK,
    WIDER_THAN_CELLS,
    WIDEST_LINE,
    line_width,
)
from gangyao.chinese.punctuation import CLOSERS, FINAL

_OPENING_QUOTES = re.compile("[“《（(]")
_CLOSING_QUOTES = re.compile("[”》）)]")
# Widths are in half characters.
_NARROWEST = 16
# Share of the lines without a final mark that must have the same width, and how many such lines there
# must be.
_SAME_WIDTH = 0.5
_OPEN_LINES = 0.35
_FEWEST = 8
# Or: the share of all lines that are full, and how many are nearly so for each of these.
_FULL_LINES = 0.2
_BETWEEN = 0.25
# In a short text: how many lines break off at its width and go on, and which share of all such lines does.
_FEWEST_FULL = 3
_SURE = 0.75
# How many of them the next line ends, at least.
_FEWEST_ENDED = 2


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width of a wrapped text, in half characters."""

    width: int


def _densest(widths: Counter[int], least: int) -> int:
    """Return the width of at least `least` around which most lines lie, 0 where none is so wide."""
    return max(
        (width for width in widths if width >= least),
        key=lambda width: (sum(widths[width + near] for near in (-2, -1, 0, 1, 2)), widths[width], width),
        default=0,
    )


def find_wrapping(texts: Sequence[str]) -> Wrapping | None:
    """Tell whether the lines (without margins, furniture and blank lines left out) are hard-wrapped."""
    if len(texts) < _FEWEST:
        return None
    return _find_in_many(texts) or _find_in_few(texts)


def _find_in_few(texts: Sequence[str]) -> Wrapping | None:
    """Tell whether a short text is wrapped: no line is wider than those that break off and go on.

    What follows ends a sentence or breaks off at the same width; items of a list do neither.
    """
    widths = [line_width(text) for text in texts]
    widest = max(widths)
    if not WIDER_THAN_CELLS <= widest <= WIDEST_LINE:
        return None
    is_open = [text.rstrip(CLOSERS)[-1:] not in FINAL for text in texts]
    full = [n for n, width in enumerate(widths) if width >= widest - FULL_LINE_SLACK and is_open[n]]
    going_on = [
        n
        for n in full
        if n + 1 < len(texts)
        and (not is_open[n + 1] or n + 1 in full)
        and parse_heading(texts[n + 1]) is None
        and not is_title(texts[n])
    ]
    ended = sum(not is_open[n + 1] for n in going_on)
    if len(going_on) < _FEWEST_FULL or len(going_on) < _SURE * len(full):
        return None
    if ended < max(_FEWEST_ENDED, ENDED_SHARE * len(going_on)):
        return None
    return Wrapping(_densest(Counter(widths[n] for n in going_on), 0))


def _find_in_many(texts: Sequence[str]) -> Wrapping | None:
    # Nearly every text that is not wrapped has a median line far from the longest of its shorter lines.
    # Titles end without a mark in any text, so they say nothing.
    open_lines = [text for text in texts if text.rstrip(CLOSERS)[-1:] not in FINAL]
    if len(open_lines) < max(_FEWEST, _OPEN_LINES * len(texts)):
        return None
    titles = sum(map(is_title, open_lines))
    open_lines = [text for text in open_lines if not is_title(text)]
    if len(open_lines) < max(_FEWEST, _OPEN_LINES * (len(texts) - titles)):
        return None
    widths = Counter(line_width(text) for text in open_lines)
    mode = _densest(widths, 0)
    if mode < _NARROWEST:
        # Most of these lines are cells of a table; the text around it may be wrapped, if it is wider.
        mode = _densest(widths, WIDER_THAN_CELLS)
    if not _NARROWEST <= mode <= WIDEST_LINE:
        return None
    near = sum(count for width, count in widths.items() if abs(width - mode) <= FULL_LINE_SLACK)
    beyond = sum(line_width(text) > mode + FULL_LINE_SLACK for text in texts)
    if beyond > 0.1 * len(texts):
        return None
    if near < _SAME_WIDTH * len(open_lines):
        # Cells of tables are narrow; what is neither a cell nor full is rare in a wrapped text.
        between = sum(count for width, count in widths.items() if 0.6 * mode < width < mode - FULL_LINE_SLACK)
        if near < _FULL_LINES * len(texts) or between > _BETWEEN * near:
            return None
    return Wrapping(mode)


def ends_early(text: str, wrapping: Wrapping) -> bool:
    """Tell whether a line without a final mark does not fill the width, counted in characters either."""
    if text.rstrip(CLOSERS)[-1:] in FINAL:
        return False
    # No line is wider than twice its characters.
    return 2 * len(text) < wrapping.width - FULL_LINE_SLACK


def is_title(text: str) -> bool:
    """Tell whether a line is a heading with its title and nothing after it: no quotation stays open."""
    heading = parse_heading(text)
    if heading is None or not heading.title or heading.body_start is not None or text[-1:] in FINAL:
        return False
    return len(_OPENING_QUOTES.findall(text)) <= len(_CLOSING_QUOTES.findall(text))
