"""Where a PDF page shows what stands at a place of its own space."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from gangyao.document.printed import Box

Floats = NDArray[np.float64]
Place = TypeVar("Place", float, Floats)

# pdfium answers in whole pixels: the page is taken so many times as large.
_SCALE = 100
# So far apart are the points that tell the map.
_FAR = 1000.0


@dataclass(frozen=True, slots=True)
class Placement:
    """An affine map to points from the upper left corner of a page as it is shown.

    The origin comes to `x`, `y`; a step of 1 to the right moves by `right`, one up by `up`.
    """

    x: float
    y: float
    right: tuple[float, float]
    up: tuple[float, float]

    def point(self, x: Place, y: Place) -> tuple[Place, Place]:
        """Return where a point is shown."""
        return (
            self.x + self.right[0] * x + self.up[0] * y,
            self.y + self.right[1] * x + self.up[1] * y,
        )

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box as it is shown."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def edges(self, left: Floats, bottom: Floats, right: Floats, top: Floats) -> Floats:
        """Return left, top, right and bottom of boxes as they are shown, of shape (4, n)."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return np.stack([np.minimum(x0, x1), np.minimum(y0, y1), np.maximum(x0, x1), np.maximum(y0, y1)])


def placement_of(page: pdfium.PdfPage) -> Placement:
    """Return the placement of a page, which may be rotated and whose corner may lie anywhere."""
    width, height = page.get_size()
    size = (round(width * _SCALE), round(height * _SCALE))

    def shown(x: float, y: float) -> tuple[float, float]:
        at_x, at_y = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, at_x, at_y)
        return at_x.value / _SCALE, at_y.value / _SCALE

    (x0, y0), (x1, y1), (x2, y2) = shown(0, 0), shown(_FAR, 0), shown(0, _FAR)
    right = ((x1 - x0) / _FAR, (y1 - y0) / _FAR)
    up = ((x2 - x0) / _FAR, (y2 - y0) / _FAR)
    return Placement(x0, y0, right, up)
