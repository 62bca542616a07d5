"""Red seals (公章) over the print of a page: their ink is taken off what is printed below them.

Seals are stamped where the issuer and the day stand, and detectors of text read the characters around their
edge. Red print is no seal: it has no ring of a seal's size.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from gangyao.ingest.readers.picture.open_picture import Pixels

# A pixel is red where its red is above green and blue by so many greys; at the edges of a seal by fewer.
_RED, _REDDISH = 50, 20
# A page with less red than this share of its pixels has no seal.
_LEAST = 0.001
# Seals are looked for on a page of about this width, and are round: of such shares of the width (42 to 60 mm
# by 国发〔1999〕25号, on pages from A3 to a leaflet), nearly as high as wide, mostly empty.
_WIDTH = 600
_SMALLEST, _LARGEST = 0.1, 0.4
_ROUND = 0.75
_FULLEST = 0.6
# Print that crosses a ring parts it by so many pixels of the small page.
_GAP = 7
_WHITE = 255


def without_seals(pixels: Pixels) -> Pixels:
    """Return a page whose seals are as light as paper; print below them stays."""
    boxes = list(_seals(pixels))
    if not boxes:
        return pixels
    cleaned = pixels.copy()
    for left, top, right, bottom in boxes:
        region = cleaned[top:bottom, left:right]
        redness = _redness(region)
        ink = region[:, :, 0][redness >= _RED]
        paper = (region[:, :, :1].astype(np.float32) * (_WHITE / np.median(ink))).clip(0, _WHITE)
        is_seal = (redness >= _REDDISH)[:, :, None]
        cleaned[top:bottom, left:right] = np.where(is_seal, paper, region).astype(np.uint8)
    return cleaned


def _redness(pixels: Pixels) -> np.ndarray[tuple[int, int], np.dtype[np.int16]]:
    """Return by how many greys the red of each pixel is above its green and blue."""
    wide = pixels.astype(np.int16)
    return np.asarray(wide[:, :, 0] - np.maximum(wide[:, :, 1], wide[:, :, 2]), np.int16)


def _seals(pixels: Pixels) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, top, right and bottom of each seal."""
    step = max(1, round(pixels.shape[1] / _WIDTH))
    red = (_redness(pixels[::step, ::step]) >= _RED).astype(np.uint8)
    if red.mean() < _LEAST:
        return
    closed = cv2.morphologyEx(red, cv2.MORPH_CLOSE, np.ones((_GAP, _GAP), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    page = red.shape[1]
    for left, top, width, height, area in stats[1:].tolist():
        is_round = min(width, height) >= _ROUND * max(width, height)
        if is_round and _SMALLEST * page <= width <= _LARGEST * page and area <= _FULLEST * width * height:
            right, bottom = (left + width + 1) * step, (top + height + 1) * step
            yield max(0, left - 1) * step, max(0, top - 1) * step, right, bottom
