"""Lines of a page as the recogniser takes them: cut out, set upright, smoothed, narrowed."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from gangyao.ingest.readers.picture.engine import Corners
from gangyao.ingest.readers.picture.open_picture import Pixels

# The height of the recogniser's input, in pixels.
_HEIGHT = 48
_NARROWEST = 16
# In pixels; less is no blur.
_LEAST_BLUR = 0.3
# As RapidOCR does: what is so many times as high as wide lies on its side.
_ON_ITS_SIDE = 1.5
_WHITE = 255


def cut_line(pixels: Pixels, line: Corners, margin: float = 0.0) -> Pixels:
    """Return a line set upright, with a margin around it, in heights of its box."""
    corners = np.array(line, np.float32)
    down = margin * (corners[3] - corners[0])
    width = max(1.0, math.dist(line[0], line[1]))
    across = margin * math.dist(line[0], line[3]) / width * (corners[1] - corners[0])
    corners += np.array([-down - across, -down + across, down + across, down - across])
    upper_left, upper_right, lower_right, lower_left = corners.tolist()
    width = max(1, round(math.dist(upper_left, upper_right)), round(math.dist(lower_right, lower_left)))
    height = max(1, round(max(math.dist(upper_left, lower_left), math.dist(upper_right, lower_right))))
    upright = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, upright)
    found = cv2.warpPerspective(
        pixels, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    ).astype(np.uint8)
    return np.rot90(found) if height >= _ON_ITS_SIDE * width else found


def as_strip(cutting: Pixels, blur: float, width: float) -> NDArray[np.float32]:
    """Return a line as the recogniser takes it.

    `blur` is the deviation of the smoothing in heights of the cutting, 0 for none; `width` is by how much the
    line is narrowed: 0.5 makes its characters half as wide as they are printed.
    """
    height = cutting.shape[0]
    if blur:
        cutting = cv2.GaussianBlur(cutting, (0, 0), max(_LEAST_BLUR, blur * height)).astype(np.uint8)
    narrowed = strip_width(cutting, width)
    if narrowed < cutting.shape[1]:
        # Averaged along the line first: taking one pixel of several would lose strokes.
        cutting = cv2.resize(cutting, (narrowed, height), interpolation=cv2.INTER_AREA).astype(np.uint8)
    strip = cv2.resize(cutting, (narrowed, _HEIGHT))[:, :, ::-1]
    return np.ascontiguousarray(strip.transpose(2, 0, 1), np.float32) * (2 / _WHITE) - 1


def strip_width(cutting: Pixels, width: float) -> int:
    """Return how many pixels wide the strip of a line is."""
    return max(_NARROWEST, math.ceil(width * _HEIGHT * int(cutting.shape[1]) / int(cutting.shape[0])))
