"""Dot leaders of a printed table of contents, which recognisers leave out together with the number behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Run, overlap
from gangyao.ingest.readers.picture.open_picture import Pixels

# In heights of a character: room to the right that may hold a leader; a dot, at most; a digit, at least.
_ROOM = 3.0
_DOT = 0.3
_DIGIT = 0.4
# Of a character's height: what two runs on a line share, and what two share that stand in each other's way.
_ON_LINE, _TOUCHES = 0.5, 0.1
# A leader has at least so many dots, whose steps differ from the usual one by no more than this share.
_FEWEST = 6
_UNEVEN = 0.5
# Ink is darker than this share of the paper, the lightest tenth of a stretch.
_INK, _PAPER = 0.78, 90
_NUMBER = re.compile(r"[(（]?[0-9０-９IVXivx]{1,4}[)）]?")
_LEFT_OVER = re.compile(r"[\s.．·•…‥。]+$")

#: Text of the picture of one line, and how sure the recogniser is of it.
ReadLine = Callable[[Pixels], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class _Mark:
    left: int
    right: int
    height: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def with_leaders(pixels: Pixels, runs: Sequence[Run], read_line: ReadLine) -> list[Run]:
    """Return the runs of an upright page, those before a leader with it and the number behind it."""
    edge = min(float(pixels.shape[1]), max((run.box.right + run.size for run in runs), default=0.0))
    found: list[Run] = []
    taken: set[int] = set()
    for run in runs:
        number = _number_beside(run, runs)
        # What is beside, be it half a line higher as in another column, ends the room.
        end = min((other.box.left for other in _beside(run, runs, _TOUCHES)), default=edge)
        if end - run.box.right < _ROOM * run.size:
            found.append(run)
            continue
        # What was recognised of the leader stands at the end of the run.
        left_over = len(run.text) - len(_LEFT_OVER.sub("", run.text))
        start = run.box.right - run.size * left_over
        marks = _marks(pixels, run.box, start, end)
        last = _end_of_leader(marks, run.size)
        if last is None:
            found.append(run)
            continue
        if number is None:
            number = _number_behind(pixels, run, marks[last + 1 :], start, read_line)
        else:
            taken.add(id(number))
        found.append(_led(run, round((end - run.box.right) / run.size), number, start + marks[last].right))
    return [run for run in found if id(run) not in taken]


def _number_beside(run: Run, runs: Sequence[Run]) -> Run | None:
    """Return the number that stands to the right on the line of a run, and nothing between."""
    beside = _beside(run, runs, _ON_LINE)
    nearest = min(beside, key=lambda other: other.box.left, default=None)
    return nearest if nearest is not None and _NUMBER.fullmatch(nearest.text) else None


def _beside(run: Run, runs: Sequence[Run], share: float) -> list[Run]:
    """Return the runs to the right that share so much of a character's height with a run."""
    return [
        other
        for other in runs
        if other.box.left > run.box.right
        and overlap(run.box.top, run.box.bottom, other.box.top, other.box.bottom) > share * run.size
    ]


def _marks(pixels: Pixels, line: Box, start: float, end: float) -> list[_Mark]:
    """Return the marks of ink on a line between two places, from left to right, counted from the first."""
    top, bottom = max(0, int(line.top)), int(line.bottom) + 1
    stretch = cv2.cvtColor(pixels[top:bottom, max(0, int(start)) : int(end) + 1], cv2.COLOR_RGB2GRAY)
    ink = (stretch < _INK * np.percentile(stretch, _PAPER)).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    boxes = [
        (int(box[cv2.CC_STAT_LEFT]), int(box[cv2.CC_STAT_WIDTH]), int(box[cv2.CC_STAT_HEIGHT]))
        for box in stats[1:]
        if box[cv2.CC_STAT_AREA] > 1
    ]
    return [_Mark(left, left + width, height) for left, width, height in sorted(boxes)]


def _end_of_leader(marks: Sequence[_Mark], size: float) -> int | None:
    """Return the rank of the last dot where the marks begin with a leader, None where they do not."""
    dots = [
        rank
        for rank, mark in enumerate(marks)
        if mark.height <= _DOT * size and mark.right - mark.left <= _DOT * size
    ]
    if len(dots) < _FEWEST:
        return None
    places = [marks[rank].middle for rank in dots]
    steps = [after - before for before, after in pairwise(places)]
    usual = median(steps)
    even = sum(abs(step - usual) <= _UNEVEN * usual for step in steps)
    return dots[-1] if usual <= size and even >= 0.7 * len(steps) else None


def _number_behind(
    pixels: Pixels, run: Run, marks: Sequence[_Mark], start: float, read_line: ReadLine
) -> Run | None:
    """Read the number behind a leader; None where there is none."""
    digits = [mark for mark in marks if mark.height >= _DIGIT * run.size]
    if not digits:
        return None
    left, right = start + digits[0].left, start + digits[-1].right
    margin = run.size / 2
    cutting = pixels[
        max(0, int(run.box.top - margin / 2)) : int(run.box.bottom + margin / 2),
        max(0, int(left - margin / 2)) : int(right + margin),
    ]
    text, score = read_line(cutting)
    text = text.strip(" .…·")
    if _NUMBER.fullmatch(text) is None:
        return None
    return Run(text, replace(run.box, left=left, right=right), run.size, scores=(score,) * len(text))


def _led(run: Run, dots: int, number: Run | None, right: float) -> Run:
    """Put a run, its leader (a dot as wide as a character) and the number together."""
    text = _LEFT_OVER.sub("", run.text)
    leader = "…" * max(dots, _FEWEST)
    behind, scores, end = (
        ("", (), right) if number is None else (number.text, number.scores, number.box.right)
    )
    return replace(
        run,
        text=text + leader + behind,
        box=replace(run.box, right=end),
        # The dots are measured, not recognised.
        scores=(*run.scores[: len(text)], *((1.0,) * len(leader)), *scores),
    )
