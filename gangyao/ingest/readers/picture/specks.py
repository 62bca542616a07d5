"""Black specks on a page, of one pixel each: dirt of a scanner's glass, or of a sheet copied often."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from gangyao.ingest.readers.picture.open_picture import Pixels

# A speck is darker than all eight pixels around it by so many greys: noise of deviation 22 has none.
_DARKER = 100
# Pages with fewer specks than this share of their pixels are left as they are: points and the dots of leaders
# may be as small. Specks of 1 % take the full stop from a quarter of the lines that end with one.
_MANY = 0.002
_AROUND = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]], np.uint8)


def without_specks(pixels: Pixels) -> Pixels:
    """Return a page without its specks, where it has many: as it is around them."""
    specks = _specks(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.uint8))
    if specks.mean() < _MANY:
        return pixels
    return np.where(specks[:, :, None], cv2.medianBlur(pixels, 3), pixels).astype(np.uint8)


def _specks(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    darkest_around = cv2.erode(grey, _AROUND).astype(np.int16)
    found: NDArray[np.bool_] = darkest_around - grey >= _DARKER
    return found
