"""How noisy a page is: paper that should be even and is not."""

from __future__ import annotations

import cv2
import numpy as np

from gangyao.ingest.readers.picture.open_picture import Pixels

# The mask of Immerkær (1996), Fast noise variance estimation: it answers to noise and not to even slopes.
_MASK = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
# Its answer to noise of deviation 1 has the deviation 6; half of the answers of a normal distribution are
# within 0.6745 deviations.
_OF_MASK, _HALF = 6.0, 0.6745
# So many pixels tell enough; taken from the middle of the page, as whole rows.
_ENOUGH = 2_000_000


def noise_of(pixels: Pixels) -> float:
    """Return the deviation of a page's noise, in greys of 255.

    The middle answer of the mask is taken and not the mean as Immerkær does: print covers less than half of
    a page, so strokes do not count.
    """
    height, width = pixels.shape[:2]
    rows = min(height, max(3, _ENOUGH // width))
    top = (height - rows) // 2
    grey = cv2.cvtColor(pixels[top : top + rows], cv2.COLOR_RGB2GRAY).astype(np.float32)
    answers = np.abs(cv2.filter2D(grey, -1, _MASK))
    return float(np.median(answers)) / (_OF_MASK * _HALF)
