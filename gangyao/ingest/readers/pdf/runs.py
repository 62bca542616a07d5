"""Characters of a PDF page that are drawn one after the other, side by side, are a run."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Run, middle_across
from gangyao.ingest.readers.pdf.characters import Characters

# Characters go on a run while they are on its line and no further than this from its end, in heights.
_WIDEST_GAP = 0.5
# Their baselines then lie within this, in heights.
_SAME_BASELINE = 0.1
# A character may reach so far over a rule, in points.
_TOUCH = 1.0
# A gap of this height that is wider than the others of its run is a space that the file does not draw;
# between Han and other characters programs leave a quarter of a height, which is none.
_SPACE = 0.2
_MIXED_SPACE = 0.42


def find_runs(
    text_page: pdfium.PdfTextPage, characters: Characters, rules: Sequence[Box] = ()
) -> Iterator[Run]:
    """Yield the runs of characters, without the white space at their ends; those of white space are none.

    An upright rule parts them: cells without room at their edges touch.
    """
    if not len(characters):
        return
    texts, ranks = characters.texts, characters.ranks.tolist()
    edges = characters.edges
    left, top, right, bottom = edges.tolist()
    heights = (edges[3] - edges[1]).tolist()
    gaps = (edges[0, 1:] - edges[2, :-1]).tolist()
    (breaks,) = np.nonzero(~(_go_on(characters) & ~_are_parted(characters, rules)))
    for start, end in pairwise((0, *(breaks + 1).tolist(), len(characters))):
        while start < end and texts[start].isspace():
            start += 1
        while start < end and texts[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        span = slice(start, end)
        box = Box(left[start], min(top[span]), max(right[span]), max(bottom[span]))
        # Fonts without metrics give marks and 一 boxes as small as their ink.
        size = sorted(heights[span])[3 * (end - start) // 4]
        text = _spaced(texts[span], gaps[start : end - 1], size)
        yield Run(text, box, size, _font(text_page, ranks[start]), ranks[start])


def _go_on(characters: Characters) -> NDArray[np.bool_]:
    """Tell of each character but the last whether the next one goes on its run."""
    edges, y, ranks = characters.edges, characters.y, characters.ranks
    left, _, right, _ = edges[:, :-1]
    next_left = edges[0, 1:]
    heights = edges[3] - edges[1]
    size = np.maximum(heights[:-1], heights[1:])
    is_level = abs(y[:-1] - y[1:]) <= _SAME_BASELINE * size
    is_beside = (left < next_left) & (next_left <= right + _WIDEST_GAP * size)
    # One drawn sign that stands for several characters: a dash of two.
    is_same_sign = (edges[:, :-1] == edges[:, 1:]).all(axis=0) & (ranks[1:] == ranks[:-1] + 1)
    goes_on: NDArray[np.bool_] = np.where(left == next_left, is_same_sign, is_level & is_beside)
    return goes_on


def _are_parted(characters: Characters, rules: Sequence[Box]) -> NDArray[np.bool_]:
    """Tell of each character but the last whether an upright rule stands between it and the next one."""
    edges, y = characters.edges, characters.y
    parted = np.zeros(len(characters) - 1, dtype=np.bool_)
    upright = sorted(
        (middle_across(rule), rule.top, rule.bottom)
        for rule in rules
        if rule.bottom - rule.top > rule.right - rule.left
    )
    if not upright:
        return parted
    places = np.array([x for x, _, _ in upright])
    first = np.searchsorted(places, edges[2, :-1] - _TOUCH)
    last = np.searchsorted(places, edges[0, 1:] + _TOUCH)
    for at in np.nonzero(last > first)[0].tolist():
        height = float(y[at])
        parted[at] = any(top <= height <= bottom for _, top, bottom in upright[first[at] : last[at]])
    return parted


def _spaced(texts: tuple[str, ...], gaps: list[float], size: float) -> str:
    """Return the text of a run with spaces where the gap is wider than justified lines make all of them."""
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    if max(gaps, default=0.0) - usual < _SPACE * size:
        return "".join(texts)
    parts = [texts[0]]
    for gap, (before, text) in zip(gaps, pairwise(texts), strict=True):
        wide = (_MIXED_SPACE if before.isascii() != text.isascii() else _SPACE) * size
        if gap - usual >= wide and not (before.isspace() or text.isspace()):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def _font(text_page: pdfium.PdfTextPage, rank: int) -> str:
    """Return the name of the font of a character, without the prefix of a subset (`ABCDEF+`)."""
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(text_page.raw, rank, None, 0, flags)
    if length <= 1:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFText_GetFontInfo(text_page.raw, rank, buffer, length, flags)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]
