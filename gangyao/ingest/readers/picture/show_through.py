"""Print of the other side of a sheet, which shows through thin paper: faint, and mirrored.

Faint print alone proves nothing: strokes of a poor scan may be as faint. What reads better in a mirror does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median

import cv2
import numpy as np

from gangyao.document.recognised import Reading
from gangyao.ingest.readers.picture.open_picture import Pixels

# The ink of faint print, as how much darker it is than paper, is between these shares of that of most lines:
# noise is less, grey print (50 %) and red print (70 % of black in green) may be as much, but read well.
_FAINT, _NOISE = 0.6, 0.1
# Faint print that goes on for so many heights of a line is looked at: behind a short line as well as alone.
_LONG = 3.0
# Lines that are less sure than the first are looked at. In the mirror the other side is as sure as the
# second, and surer than it was by the third; so many characters of it prove that a page shows through.
_UNSURE, _SURE, _SURER = 0.95, 0.8, 0.1
_ENOUGH = 6
# Most lines of a page that are looked at: the least sure.
_MOST = 12
# So many lines tell how dark print is, by every second of their pixels.
_TELLING, _STEP = 40, 2
_GREEN = 1
# In hundredths of the pixels of a line: paper, its ink, and the ink of a stretch; of lines: the dark ones.
_PAPER, _DARKEST, _INK = 95, 2, 5
_DARK_LINES = 10
_WHITE = 255

Read = Callable[[Pixels], Reading]


def other_side(cuttings: Sequence[Pixels], readings: Sequence[Reading], read: Read) -> int | None:
    """Return the grey of the print that shows through, None where none is proved.

    `readings` are those of the `cuttings`; `read` reads another.
    """
    found = list(_mirrored(cuttings, readings, read))
    if sum(count for count, _ in found) < _ENOUGH:
        return None
    # Not the darkest: what is found of a line may touch the print of this side.
    return int(median(grey for _, grey in found))


def without_other_side(pixels: Pixels, grey: int) -> Pixels:
    """Return a page on which what is as light as `grey` is white, and what is darker is black as before."""
    table = np.minimum(_WHITE, np.arange(_WHITE + 1) * _WHITE // grey).astype(np.uint8)
    return table[pixels]


def _mirrored(
    cuttings: Sequence[Pixels], readings: Sequence[Reading], read: Read
) -> Iterator[tuple[int, int]]:
    """Yield how many characters each stretch has that reads better in a mirror, and its grey."""
    unsure = sorted(
        (place for place, reading in enumerate(readings) if reading.mean < _UNSURE),
        key=lambda place: readings[place].mean,
    )
    if not unsure:
        return
    telling = [
        cutting[::_STEP, ::_STEP, _GREEN] for cutting in cuttings[:: max(1, len(cuttings) // _TELLING)]
    ]
    greys = np.array([np.percentile(one, (_PAPER, _DARKEST)) for one in telling])
    # Of a page with little text most lines may be those of the other side.
    paper, darkest = float(np.median(greys[:, 0])), float(np.percentile(greys[:, 1], _DARK_LINES))
    for place in unsure[:_MOST]:
        stretch = _faint_stretch(cuttings[place], paper, paper - darkest)
        if stretch is None:
            continue
        mirror = read(np.ascontiguousarray(stretch[:, ::-1]))
        if mirror.mean >= _SURE and mirror.mean >= read(stretch).mean + _SURER:
            yield len(mirror.text), int(np.percentile(stretch[:, :, _GREEN], _INK))


def _faint_stretch(cutting: Pixels, paper: float, ink: float) -> Pixels | None:
    """Return the longest stretch of a line whose ink is faint, if it is long."""
    height, width = cutting.shape[:2]
    smooth = cv2.blur(np.ascontiguousarray(cutting[:, :, _GREEN]), (3, 3))
    # The darkest of a column, and of those around it: between strokes there is paper.
    dark = cv2.dilate(
        (paper - smooth.min(axis=0).astype(np.float32))[None], np.ones((1, height | 1), np.uint8)
    )
    is_faint = (dark[0] > _NOISE * ink) & (dark[0] < _FAINT * ink)
    (edges,) = np.nonzero(np.diff(is_faint, prepend=False, append=False))
    start, end = max(
        zip(edges[::2], edges[1::2], strict=True), key=lambda one: one[1] - one[0], default=(0, 0)
    )
    return cutting[:, start:end] if end - start >= min(_LONG * height, width) > 0 else None
