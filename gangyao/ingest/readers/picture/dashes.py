"""The dash —— before a line, of which a detector of text sees only the end.

It is two characters long and has ink in its middle only, so detectors begin the line behind it or in it, and
recognisers read what is left as a hyphen, as 一, or as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gangyao.ingest.printed_pages.page import Run
from gangyao.ingest.readers.picture.ink import marks_of
from gangyao.ingest.readers.picture.open_picture import Pixels

# In heights of a character: how far before a line the dash may begin, and how far in the line it may end.
_BEFORE, _WITHIN = 2.6, 0.8
# How long and thick the ink of a dash is, at least and at most, and by how much it stands out of the line.
_SHORTEST, _LONGEST, _THICKEST = 1.2, 2.4, 0.25
_LEAST_OUTSIDE = 0.3
# Smaller marks are dirt.
_DIRT = 0.15
# The ink of a dash that is broken over so many pixels is one.
_SMOOTHED = 3
_DASH = "——"
# What recognisers make of the end of a dash; 一 only before a character that it cannot be part of.
_REST = re.compile(r"[-—–－_一]{0,2}(?=[\u4e00-\u9fff《“])")


def with_dashes(pixels: Pixels, runs: Sequence[Run]) -> list[Run]:
    """Return the runs of an upright page, those that a dash stands before with it."""
    return [_with_dash(pixels, run) for run in runs]


def _with_dash(pixels: Pixels, run: Run) -> Run:
    rest = _REST.match(run.text)
    if rest is None:
        return run
    left = max(0, int(run.box.left - _BEFORE * run.size))
    bar = _bar(pixels, run, left)
    if bar is None:
        return run
    behind = len(rest.group())
    return replace(
        run,
        text=_DASH + run.text[behind:],
        box=replace(run.box, left=float(bar)),
        # The dash is measured, not recognised.
        scores=(1.0,) * len(_DASH) + run.scores[behind:] if run.scores else (),
    )


def _bar(pixels: Pixels, run: Run, left: int) -> int | None:
    """Return where a dash begins that ends at the line; None where there is none, or more than it."""
    top, bottom = max(0, int(run.box.top)), int(run.box.bottom) + 1
    right = int(run.box.left + _WITHIN * run.size)
    stretch = pixels[top:bottom, left:right]
    if not stretch.size:
        return None
    outside = run.box.left - left - _LEAST_OUTSIDE * run.size
    marks = [
        (x, y, width, height)
        for x, y, width, height, _ in marks_of(stretch, _SMOOTHED).tolist()
        if x < outside and max(width, height) >= _DIRT * run.size
    ]
    if len(marks) != 1:
        return None
    ((x, y, width, height),) = marks
    is_long = _SHORTEST * run.size <= width <= _LONGEST * run.size
    in_middle = 0.25 * (bottom - top) <= y + height / 2 <= 0.75 * (bottom - top)
    # What begins at the edge of the stretch comes from further left.
    return left + x if x > 0 and is_long and in_middle and height <= _THICKEST * run.size else None
