"""The characters of a PDF page that can be read, as pdfium gives them.

pdfium is asked character by character, six questions for each of the six thousand of a newspaper page. A
question is one pass that gives bare addresses for where the answers go: two thirds of the time of calls for
which ctypes makes objects and checks them.
"""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from gangyao.ingest.readers.pdf.placement import Floats, Placement

Whole = NDArray[np.int64]

# A character stands upright, or turned by quarters, within this many radians; what leans more is a watermark.
_LEAN = 0.2
#: The quarter of a character that is set aslant.
ASLANT = -1
# What is set smaller than this many points is not seen.
_SMALLEST = 1.0
_UNMAPPED = "\ufffd"
# What pdfium gives for a hyphen at the end of a line. It is printed, and may be part of the word (COVID-19).
_HYPHEN_AT_END = "\x02"
# pdfium adds spaces and line ends, and nothing else (CPDF_TextPage::AppendGeneratedCharacter).
_MAY_BE_GENERATED = frozenset(b" \r\n")
# It gives characters beyond the first plane as two UTF-16 units.
_FIRST_HALF = range(0xD800, 0xDC00)


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters as a page is shown, in the order in which pdfium gives them.

    `edges` are left, top, right and bottom of each, of shape (4, n), `x` and `y` its origin, `quarters` by
    how many quarters it is turned clockwise; `ranks` are pdfium's.
    """

    texts: tuple[str, ...]
    edges: Floats
    x: Floats
    y: Floats
    quarters: Whole
    ranks: Whole

    def __len__(self) -> int:
        return len(self.texts)

    def where(self, keep: NDArray[np.bool_]) -> Characters:
        """Return those at which `keep` is true."""
        if keep.all():
            return self
        texts = tuple(text for text, kept in zip(self.texts, keep.tolist(), strict=True) if kept)
        return Characters(
            texts, self.edges[:, keep], self.x[keep], self.y[keep], self.quarters[keep], self.ranks[keep]
        )


def read_characters(
    text_page: pdfium.PdfTextPage, place: Placement, rotation: int, width: float, height: float
) -> Characters:
    """Return the characters that stand on the page, large enough to be seen.

    pdfium's own spaces and line ends are left out, and what is set aslant. `rotation`: by how many quarters
    the page, `width` by `height`, is shown turned, clockwise.
    """
    address = _address(text_page.raw)
    drawn = dict(_drawn(address, text_page.count_chars()))
    ranks, count = list(drawn), len(drawn)
    quarters = quarters_of(np.array([*map(_get_angle, repeat(address), ranks)], np.float64), rotation)
    boxes, origins = np.zeros((count, 4), np.float32), np.zeros((count, 2))
    _all(map(_get_box, repeat(address), ranks, _addresses(boxes, 0)))
    _all(map(_get_origin, repeat(address), ranks, _addresses(origins, 0), _addresses(origins, 1)))
    # The order of an FS_RECTF.
    left, top, right, bottom = boxes.T.astype(np.float64)
    edges = place.edges(left, bottom, right, top)
    left, top, right, bottom = edges
    is_on_page = (right > 0) & (left < width) & (bottom > 0) & (top < height)
    is_seen = (right - left >= _SMALLEST) | (bottom - top >= _SMALLEST)
    x, y = place.point(origins[:, 0], origins[:, 1])
    found = Characters(tuple(drawn.values()), edges, x, y, quarters, np.array(ranks, np.int64))
    return found.where(is_on_page & is_seen & (quarters != ASLANT))


def quarters_of(angles: Floats, rotation: int) -> Whole:
    """Return by how many quarters clockwise characters are turned as shown; ASLANT where they lean.

    `angles` are their own, in radians clockwise, `rotation` the quarters by which their page is shown turned.
    """
    quarters = np.rint(angles / (math.pi / 2))
    leans = abs(angles - quarters * math.pi / 2) > _LEAN
    return np.where(leans, ASLANT, (quarters.astype(np.int64) + rotation) % 4)


def _drawn(address: int, count: int) -> Iterator[tuple[int, str]]:
    """Yield the rank and the text of each character that the file draws, but for line ends."""
    codes = map(_get_unicode, repeat(address), range(count))
    unmapped = map(_is_unmapped, repeat(address), range(count))
    first_half = ""
    for rank, (code, is_unmapped) in enumerate(zip(codes, unmapped, strict=True)):
        if code in _MAY_BE_GENERATED and _is_generated(address, rank):
            continue
        char = chr(code) if code and not is_unmapped else _UNMAPPED
        if code in _FIRST_HALF:
            first_half = char
            continue
        if first_half:
            char = (first_half + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            first_half = ""
        if char not in "\r\n":
            yield rank, "-" if char == _HYPHEN_AT_END else char


def _bare(name: str, answer: type[Any], answers: int = 0) -> Callable[..., Any]:
    """Return a function of pdfium that takes the addresses of a text page and of `answers`, and a rank."""
    function = ctypes.CFUNCTYPE(answer, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * answers)
    return function(_address(getattr(pdfium_c, name)))


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


_get_unicode = _bare("FPDFText_GetUnicode", ctypes.c_uint)
_is_unmapped = _bare("FPDFText_HasUnicodeMapError", ctypes.c_int)
_is_generated = _bare("FPDFText_IsGenerated", ctypes.c_int)
_get_angle = _bare("FPDFText_GetCharAngle", ctypes.c_float)
_get_box = _bare("FPDFText_GetLooseCharBox", ctypes.c_int, 1)
_get_origin = _bare("FPDFText_GetCharOrigin", ctypes.c_int, 2)


def _addresses(answers: NDArray[Any], column: int) -> range:
    """Return the addresses of a column of an array, row by row."""
    rows, columns = answers.shape
    first, step = answers.ctypes.data + column * answers.itemsize, columns * answers.itemsize
    return range(first, first + rows * step, step)


def _all(asked: Iterator[Any]) -> None:
    """Ask everything; the answers go where they are wanted."""
    deque(asked, maxlen=0)
