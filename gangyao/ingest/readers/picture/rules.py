"""Ruled lines of a picture, by morphological opening (Serra 1982): what stays of the ink under a long bar."""

from __future__ import annotations

import cv2
import numpy as np

from gangyao.document.printed import Box
from gangyao.ingest.readers.picture.open_picture import Pixels

# A ruled line is longer than any stroke, so many heights of a character, and thinner than this share.
_SHORTEST = 2.2
_THICKEST = 0.25
# Scans break lines: gaps of so many pixels along them are bridged first.
_GAP = 3
_MOST = 4_000


def find_rules(pixels: Pixels, character: float) -> list[Box]:
    """Return the ruled lines of an upright page, in pixels; its characters are `character` high."""
    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    ink = cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    length, thick = max(int(character * _SHORTEST), 20), max(int(character * _THICKEST), 3)
    rules: list[Box] = []
    for size in ((length, 1), (1, length)):
        bridged = cv2.morphologyEx(
            ink, cv2.MORPH_CLOSE, np.ones(tuple(min(n, _GAP) for n in size[::-1]), np.uint8)
        )
        opened = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, np.ones(size[::-1], np.uint8))
        _, _, stats, _ = cv2.connectedComponentsWithStats(opened)
        for left, top, width, height, _ in stats[1:_MOST]:
            if min(width, height) <= thick and max(width, height) >= length:
                rules.append(Box(float(left), float(top), float(left + width), float(top + height)))
    return rules
