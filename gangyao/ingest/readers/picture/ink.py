"""Ink on a stretch of a page: marks that are darker than the paper around them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from gangyao.ingest.readers.picture.open_picture import Pixels

# Ink is darker than this share of the paper, the lightest tenth of a stretch.
_INK, _PAPER = 0.78, 90


def is_ink(stretch: Pixels, smoothed: int = 1) -> NDArray[np.bool_]:
    """Tell of each pixel of a stretch whether it is ink; strokes are `smoothed` along the line first."""
    grey = cv2.cvtColor(stretch, cv2.COLOR_RGB2GRAY)
    found: NDArray[np.bool_] = cv2.blur(grey, (smoothed, 1)) < _INK * np.percentile(grey, _PAPER)
    return found


def marks_of(stretch: Pixels, smoothed: int = 1) -> NDArray[np.int32]:
    """Return left, top, width, height and area of each mark on a stretch, in pixels, as OpenCV orders them.

    Marks that touch at a corner are one. Strokes are `smoothed` along the line over so many pixels first.
    """
    if not stretch.size:
        # A line that leans may end beyond the page.
        return np.zeros((0, 5), np.int32)
    ink = is_ink(stretch, smoothed).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return np.asarray(stats[1:], np.int32)
