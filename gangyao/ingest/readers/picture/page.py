"""A picture of a page to runs: recognised, set upright, its ruled lines found."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from statistics import median

import cv2
import numpy as np

from gangyao.document.printed import Box
from gangyao.document.recognised import Reading
from gangyao.ingest.printed_pages.page import Page, Run, widths_of
from gangyao.ingest.readers.limits import allow_more_time
from gangyao.ingest.readers.picture.dashes import with_dashes
from gangyao.ingest.readers.picture.engine import Point
from gangyao.ingest.readers.picture.keystone import Stroke, moved, straightening
from gangyao.ingest.readers.picture.leaders import with_leaders
from gangyao.ingest.readers.picture.open_picture import Pixels
from gangyao.ingest.readers.picture.recognise import RecognisedLine, read_line, recognise
from gangyao.ingest.readers.picture.rules import find_rules
from gangyao.ingest.readers.picture.seals import without_seals
from gangyao.ingest.readers.picture.specks import without_specks

# Pages that lean by less (degrees) are read as they are; by more than the other, they are photographs of
# something that no rotation sets upright.
_LEAST_LEAN = 0.1
_MOST_LEAN = 15.0
# A line has the lean of its page where it is so many times as wide as high.
_LONG = 6.0
# A detector draws its boxes around the ink; a character is this share of one, and at least three characters
# tell their size by their width.
_OF_BOX = 0.72
_FEWEST_WIDE = 3
_INCH = 200.0
_WHITE = (255, 255, 255)

Back = Callable[[Box], Box]


def recognise_page(pixels: Pixels, number: int) -> tuple[Page, Back]:
    """Recognise a page; see `upright_page` for what is returned."""
    allow_more_time()
    clean = without_seals(without_specks(pixels))
    return upright_page(clean, recognise(clean), number)


def upright_page(pixels: Pixels, lines: Sequence[RecognisedLine], number: int) -> tuple[Page, Back]:
    """Return the page as its lines stand when it is set upright, and what maps a box back to the picture."""
    height, width = pixels.shape[:2]
    size = (width, height)
    lean = _lean(lines)
    turn = np.eye(3, dtype=np.float64)
    if abs(lean) >= _LEAST_LEAN:
        turn[:2] = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
    straight = straightening([_stroke(moved(turn, line.corners)) for line in lines if _is_long(line)])
    if straight is not None:
        there = straight @ turn
        upright = cv2.warpPerspective(pixels, there, size, borderValue=_WHITE)
    elif abs(lean) >= _LEAST_LEAN:
        there = turn
        upright = cv2.warpAffine(pixels, turn[:2], size, borderValue=_WHITE)
    else:
        return _page(pixels, [_run(line, line.corners) for line in lines], number), lambda box: box
    runs = [_run(line, moved(there, line.corners)) for line in lines]
    back = np.linalg.inv(there).astype(np.float64)
    return _page(upright.astype(np.uint8), runs, number), lambda box: hull_of(
        moved(back, [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)])
    )


def _page(pixels: Pixels, runs: Sequence[Run], number: int) -> Page:
    """Return an upright page with its leaders and its ruled lines."""
    height, width = pixels.shape[:2]
    rules = find_rules(pixels, _character(runs))
    whole = with_leaders(pixels, with_dashes(pixels, runs), _read_plain)
    return Page(number, width, height, tuple(whole), tuple(rules))


def _read_plain(cutting: Pixels) -> Reading:
    return read_line(cutting, 0.0)


def _character(runs: Sequence[Run]) -> float:
    """Return the height of a character of most of the page; an inch where there is none."""
    return median(run.size for run in runs) if runs else _INCH


def _lean(lines: Sequence[RecognisedLine]) -> float:
    """Return by how many degrees long lines fall to the right, in the middle."""
    angles = []
    for (x0, y0), (x1, y1), _, _ in (line.corners for line in lines if _is_long(line)):
        angles.append(math.degrees(math.atan2(y1 - y0, x1 - x0)))
    lean = median(angles) if angles else 0.0
    return lean if abs(lean) <= _MOST_LEAN else 0.0


def _is_long(line: RecognisedLine) -> bool:
    """Tell whether a line is so long that it shows how the page lies."""
    upper_left, upper_right, _, lower_left = line.corners
    return math.dist(upper_left, upper_right) >= _LONG * math.dist(upper_left, lower_left)


def _stroke(corners: Sequence[Point]) -> Stroke:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    start, end = ((x0 + x3) / 2, (y0 + y3) / 2), ((x1 + x2) / 2, (y1 + y2) / 2)
    return Stroke(start, end, math.dist((x0, y0), (x3, y3)))


def hull_of(points: Sequence[Point]) -> Box:
    """Return the smallest box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _run(line: RecognisedLine, corners: Sequence[Point]) -> Run:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    top, bottom = (y0 + y1) / 2, (y2 + y3) / 2
    # The detector grows a box as far to the sides as up and down.
    margin = (1 - _OF_BOX) / 2 * (bottom - top)
    left, right = (x0 + x3) / 2 + margin, (x1 + x2) / 2 - margin
    weight = widths_of(line.text)
    by_height = _OF_BOX * (bottom - top)
    size = (right - left) / weight if weight >= _FEWEST_WIDE else by_height
    # Spaced titles are wider than high; a box is never less high than its characters.
    size = min(size, bottom - top)
    middle = (top + bottom) / 2
    box = Box(left, middle - size / 2, right, middle + size / 2)
    return Run(line.text, box, size, scores=line.scores)
