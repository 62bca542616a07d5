"""Print of the other side of a sheet, which shows through thin paper: faint, and mirrored.

Faint print alone proves nothing: strokes of a poor scan may be as faint. What reads better in a mirror does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from gangyao.document.recognised import Reading
from gangyao.ingest.readers.picture.open_picture import Pixels

# A line is faint where its ink, measured as how much darker than paper the line is on average, is less than
# this share of that of the darkest tenth of the lines: on a page with little text most may show through.
_FAINT, _DARKEST = 0.5, 10
# Read as it is, a line of the other side is as unsure as this; its mirror is surer by this, and as sure as
# that. So many characters of such lines, in the mirror, prove that a page shows through.
_UNSURE, _SURER, _SURE = 0.95, 0.06, 0.85
_ENOUGH = 6
# Most lines of a page that are looked at in the mirror.
_MOST = 12
# Every second pixel of a line tells how dark it is.
_STEP = 2
_GREEN = 1
_PAPER, _INK = 95, 3
_WHITE = 255


def other_side(
    cuttings: Sequence[Pixels], readings: Sequence[Reading], read: Callable[[Pixels], Reading]
) -> int | None:
    """Return the darkest grey of the print that shows through, None where none is proved.

    `readings` are those of the `cuttings`; `read` reads another.
    """
    found = list(_mirrored(cuttings, readings, read))
    if sum(count for count, _ in found) < _ENOUGH:
        return None
    return min(grey for _, grey in found)


def without_other_side(pixels: Pixels, grey: int) -> Pixels:
    """Return a page on which what is as light as `grey` is white, and what is darker is black as before."""
    table = np.minimum(_WHITE, np.arange(_WHITE + 1) * _WHITE // grey).astype(np.uint8)
    return table[pixels]


def _mirrored(
    cuttings: Sequence[Pixels], readings: Sequence[Reading], read: Callable[[Pixels], Reading]
) -> Iterator[tuple[int, int]]:
    """Yield how many characters each line has that reads better in a mirror, and its darkest grey."""
    if not cuttings:
        return
    means = [float(cutting[::_STEP, ::_STEP, _GREEN].mean()) for cutting in cuttings]
    paper = float(
        np.median([np.percentile(one[::_STEP, ::_STEP, _GREEN], _PAPER) for one in cuttings[:_MOST]])
    )
    darkest = paper - float(np.percentile(means, _DARKEST))
    faint = [
        place
        for place, mean in enumerate(means)
        if paper - mean < _FAINT * darkest and readings[place].mean < _UNSURE
    ]
    for place in sorted(faint, key=lambda place: means[place])[:_MOST]:
        mirror = read(np.ascontiguousarray(cuttings[place][:, ::-1]))
        if mirror.mean >= max(_SURE, readings[place].mean + _SURER):
            yield len(mirror.text), int(np.percentile(cuttings[place][:, :, _GREEN], _INK))
