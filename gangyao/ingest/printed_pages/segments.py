"""Runs on one line and near each other are one segment: a printed line, as far as its column goes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Run, height_of, hull, middle_across, overlap
from gangyao.ingest.raised_figures import is_figure, raised

# Runs drawn one after the other are parted only by a gap wider than this, in heights of a character; runs
# that the file draws apart are put together only where nothing fits between them.
WIDEST_SPACE = 2.2
_PARTS_APART = 0.45
# The box of a dash may reach as far over the next one, which still begins so much further right.
_OVERLAP = 1.1
_ADVANCE = 0.2
# A gap as wide as this is a space: half a Han character; between letters and digits a fifth of one.
_SPACE = 0.55
_LATIN_SPACE = 0.18
# Of the lower of two runs, this share of the height stands beside the other: then they are on one line.
_BESIDE = 0.55
# Two runs of the same text that overlap as much are one, drawn twice to make it bold.
_DOUBLED = 0.7
# A figure set smaller than this, whose foot stands so much higher than that of the text before it (in heights
# of the text), is a power or the mark of a note.
_RAISED_SIZE = 0.78
_RAISED = 0.2
# A line at least so many characters long does not go on where so many others begin, within so many heights:
# another column begins there, which a mark that hangs over the edge of the first nearly reaches.
_LONG = 8
_BEGIN, _ALIGNED = 8, 0.5
# Runs of one line begin in the same band of so many points, or one nearby.
_BAND = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """A printed line within its column, or a word of a table that no rules part.

    `scores` are a recogniser's certainties of each character, empty where there was none.
    """

    text: str
    box: Box
    size: float
    font: str
    scores: tuple[float, ...] = ()

    @property
    def middle(self) -> float:
        """The height at which the line runs."""
        return height_of(self.box)

    @property
    def across(self) -> float:
        """The middle of the line from its left to its right end."""
        return middle_across(self.box)


def find_segments(
    runs: Sequence[Run], walls: Sequence[Box] = (), widest: float = WIDEST_SPACE
) -> list[Segment]:
    """Put runs together to segments, in the order in which the file draws them.

    `walls` are upright rules, which part what stands on either side, as a space wider than `widest` does.
    """
    kept = _without_doubles(runs)
    rows: dict[int, list[Run]] = {}
    for run in kept:
        rows.setdefault(_row(run), []).append(run)
    groups: list[list[Run]] = []
    for run in kept:
        if (
            groups
            and run.stream is not None
            and _goes_on(_end_of(groups[-1]), run, walls, widest)
            and not _has_between(groups[-1][-1], run, rows)
        ):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [_segment(group) for group in _rejoined(groups, walls)]


def _without_doubles(runs: Sequence[Run]) -> list[Run]:
    """Drop runs that repeat another at the same place."""
    kept: list[Run] = []
    by_text: dict[str, list[Run]] = {}
    for run in runs:
        twins = by_text.setdefault(run.text, [])
        if any(_is_double(run, twin) for twin in twins):
            continue
        twins.append(run)
        kept.append(run)
    return kept


def _is_double(run: Run, twin: Run) -> bool:
    a, b = run.box, twin.box
    shared = overlap(a.left, a.right, b.left, b.right)
    # A run of one character may repeat right beside itself; two drawings of it lie closer than that.
    shift = abs(a.left - b.left)
    return (
        shared >= _DOUBLED * (a.right - a.left)
        and shift <= (1 - _DOUBLED) * run.size
        and overlap(a.top, a.bottom, b.top, b.bottom) >= _DOUBLED * (a.bottom - a.top)
    )


def _goes_on(before: Run, run: Run, walls: Sequence[Box], widest: float) -> bool:
    """Tell whether a run stands right of another on the same line, no further than `widest` heights."""
    a, b = before.box, run.box
    lower = min(a.bottom - a.top, b.bottom - b.top)
    if lower <= 0 or overlap(a.top, a.bottom, b.top, b.bottom) < _BESIDE * lower:
        return False
    size = max(before.size, run.size)
    gap = b.left - a.right
    if gap > widest * size or (gap < 0 and (gap < -_OVERLAP * size or b.left < a.left + _ADVANCE * size)):
        return False
    return not any(
        a.right - 1 <= wall.left
        and wall.right <= b.left + 1
        and overlap(wall.top, wall.bottom, b.top, b.bottom)
        for wall in walls
    )


def _end_of(group: Sequence[Run]) -> Run:
    """Return the last run of a line; the one before a raised figure at its end, as far as that reaches."""
    last = group[-1]
    if len(group) < 2 or not _is_raised(group[-2], last):
        return last
    before = group[-2]
    return replace(before, box=replace(before.box, right=last.box.right), text=before.text + last.text)


def _row(run: Run) -> int:
    """Return the number of the band of the page, a few points high, that a run begins in."""
    return round(run.box.top / _BAND)


def _has_between(before: Run, run: Run, rows: Mapping[int, Sequence[Run]]) -> bool:
    """Tell whether a run stands in the gap between two others: a quotation mark in another font."""
    start, end = before.box.right, run.box.left
    if end - start <= _PARTS_APART * run.size:
        return False
    row = _row(before)
    return any(
        start - 1 <= other.box.left
        and other.box.right <= end + 1
        and other is not before
        and other is not run
        for near in range(row - 2, row + 3)
        for other in rows.get(near, ())
    )


def _rejoined(groups: list[list[Run]], walls: Sequence[Box]) -> list[list[Run]]:
    """Put together groups that the file draws apart and that stand side by side without a gap."""
    by_left = sorted(range(len(groups)), key=lambda index: groups[index][0].box.left)
    ends = [_end_of(group) for group in groups]
    into = list(range(len(groups)))
    starts: dict[int, list[int]] = {}
    lefts = [groups[index][0].box.left for index in by_left]
    for index in by_left:
        starts.setdefault(_row(groups[index][0]), []).append(index)
    for index in by_left:
        end = ends[index]
        row = _row(end)
        near = [other for step in range(-3, 4) for other in starts.get(row + step, ()) if other != index]
        fits = [
            other
            for other in near
            if into[other] == other
            and _goes_on(end, groups[other][0], walls, _PARTS_APART)
            and not _begins_column(end, groups[other][0], lefts)
        ]
        if fits:
            best = min(fits, key=lambda other: groups[other][0].box.left)
            into[best] = index
    return _chained(groups, into)


def _begins_column(before: Run, run: Run, lefts: Sequence[float]) -> bool:
    """Tell whether a run begins a line of the next column; `lefts` are where all begin, sorted."""
    if len(before.text) < _LONG:
        return False
    around = _ALIGNED * run.size
    return bisect_right(lefts, run.box.left + around) - bisect_left(lefts, run.box.left - around) > _BEGIN


def _chained(groups: list[list[Run]], into: Sequence[int]) -> list[list[Run]]:
    following = {before: index for index, before in enumerate(into) if before != index}
    chained: list[list[Run]] = []
    for index, before in enumerate(into):
        if before != index:
            continue
        runs = list(groups[index])
        at, seen = index, {index}
        while at in following and following[at] not in seen:
            at = following[at]
            seen.add(at)
            runs += groups[at]
        chained.append(runs)
    return chained


def _is_raised(before: Run, run: Run) -> bool:
    return (
        run.size <= _RAISED_SIZE * before.size
        and before.box.bottom - run.box.bottom >= _RAISED * before.size
        and is_figure(run.text)
    )


def _segment(runs: Sequence[Run]) -> Segment:
    parts = [runs[0].text]
    scores = [runs[0].scores]
    for before, run in pairwise(runs):
        gap = run.box.left - before.box.right
        is_latin = before.text[-1:].isascii() and run.text[:1].isascii()
        if gap >= (_LATIN_SPACE if is_latin else _SPACE) * max(before.size, run.size):
            parts.append(" ")
            scores.append((1.0,) if run.scores else ())
        parts.append(raised(run.text) if _is_raised(before, run) else run.text)
        scores.append(run.scores)
    text = "".join(parts)
    margin = len(text) - len(text.lstrip(" "))
    longest = max(runs, key=lambda run: len(run.text))
    return Segment(
        text.strip(" "),
        hull(run.box for run in runs),
        median(run.size for run in runs for _ in run.text),
        longest.font,
        tuple(chain.from_iterable(scores))[margin:][: len(text.strip(" "))],
    )
