"""Dot leaders of a printed table of contents, which recognisers leave out together with the number behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from gangyao.document.printed import Box
from gangyao.document.recognised import Reading
from gangyao.ingest.printed_pages.page import Run, overlap
from gangyao.ingest.readers.picture.ink import marks_of
from gangyao.ingest.readers.picture.open_picture import Pixels

# In heights of a character: the room of a leader, at least; a dot, at most; a digit, at least.
_ROOM = 3.0
_DOT = 0.3
_DIGIT = 0.4
# Of a character's height: what two runs on a line share, and what two share that stand in each other's way.
_ON_LINE, _TOUCHES = 0.5, 0.1
# A leader has at least so many dots, whose steps differ from the usual one by no more than this share.
_FEWEST = 6
_UNEVEN = 0.5
_DOTS = re.compile(r"[\s.．·•…‥。]+")
_NUMBER = re.compile(rf"(?:{_DOTS.pattern})?[(（]?[0-9０-９IVXivx]{{1,4}}[)）]?")
# The number of a page that stands alone, and more dots than any ellipsis has, in heights of a character.
_ALONE = re.compile(r"[0-9０-９]{1,4}")
_LONGEST_ELLIPSIS = 8.0
# A number behind a leader takes so much room at most: four digits and a blank.
_NUMBER_ROOM = 3.5
# What recognisers make of a leader, and the number behind it, in which 1 may be another stroke.
_LEFT_OVER = re.compile(rf"[\s。]*[.．·•…‥](?:{_DOTS.pattern})?(?P<number>[0-9lI|]{{0,4}})$")
# A line is cut out with so much around it, in heights of a character.
_MARGIN = 0.25
# Of two dots of a leader, the second comes next but for one mark of dirt.
_BETWEEN = 2

#: What stands in the picture of one line.
ReadLine = Callable[[Pixels], Reading]


@dataclass(frozen=True, slots=True)
class _Mark:
    left: int
    right: int
    height: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class _Led:
    """A run with its leader and number, and the runs that these were recognised as."""

    run: Run
    parts: tuple[Run, ...]


def with_leaders(pixels: Pixels, runs: Sequence[Run], read_line: ReadLine) -> list[Run]:
    """Return the runs of an upright page, those before a leader with it and the number behind it."""
    edge = min(float(pixels.shape[1]), max((run.box.right + run.size for run in runs), default=0.0))
    led = {id(run): _with_leader(pixels, run, runs, edge, read_line) for run in runs}
    parts = {id(part) for leader in led.values() if leader is not None for part in leader.parts}
    whole = [run if (leader := led[id(run)]) is None else leader.run for run in runs if id(run) not in parts]
    return [_behind_dots(pixels, run, whole) for run in whole]


def _behind_dots(pixels: Pixels, run: Run, runs: Sequence[Run]) -> Run:
    """Return a run; a number that stands alone behind a leader, below a long entry, with the leader.

    Otherwise the entry would be a heading and the number a paragraph.
    """
    if _ALONE.fullmatch(run.text) is None:
        return run
    before = [
        one.box.right for one in runs if one.box.left < run.box.left and _is_on_line(one, run, _TOUCHES)
    ]
    start = max(before, default=min(one.box.left for one in runs))
    marks = _marks(pixels, run.box, start, run.box.left)
    size = run.box.bottom - run.box.top
    leader = _leader(marks, size)
    if leader is None:
        return run
    first, last = (marks[rank] for rank in leader)
    is_near = run.box.left - (start + last.right) <= _ROOM * size
    if not is_near or last.right - first.left < _LONGEST_ELLIPSIS * size:
        return run
    dots = "…" * round((last.right - first.left) / size)
    box = replace(run.box, left=start + first.left)
    return replace(run, text=dots + run.text, box=box, scores=(*((1.0,) * len(dots)), *run.scores))


def _with_leader(
    pixels: Pixels, run: Run, runs: Sequence[Run], edge: float, read_line: ReadLine
) -> _Led | None:
    """Return a run with its leader and number; None where none stands behind it, or nothing before it."""
    if _DOTS.fullmatch(run.text):
        return None
    beside = _beside(run, runs, _ON_LINE)
    number = _number_beside(beside)
    # What is beside, be it half a line higher as in another column, ends the room.
    ends = (one.box.left for one in _beside(run, runs, _TOUCHES) if not _DOTS.fullmatch(one.text))
    end = min(ends, default=edge)
    rest = _LEFT_OVER.search(run.text)
    if rest is None and end - run.box.right < _ROOM * run.size:
        return None
    # A box may hold all of the leader where something of it was recognised.
    start = run.box.right if rest is None else run.box.left + run.size
    marks = _marks(pixels, run.box, start, max(end, run.box.right))
    leader = _leader(marks, run.size)
    if leader is None:
        return None
    first, last = (marks[rank] for rank in leader)
    # Dots within a line, and those of an ellipsis, are no leader.
    behind_it = run.box.right - (start + last.right)
    if last.right - first.left < _ROOM * run.size or behind_it > _NUMBER_ROOM * run.size:
        return None
    before = run if rest is None else _read_before(pixels, run, rest, start + first.left, read_line)
    parts = [one for one in beside if one.box.left <= start + last.right or one is number]
    if number is None:
        behind = _number_behind(pixels, run, marks[leader[1] + 1 :], start, read_line)
        number = behind if behind is not None else _number_in(run, rest)
    else:
        number = _without_dots(number)
    dots = round((last.right - first.left) / run.size)
    return _Led(_led(before, dots, number, start + last.right), tuple(parts))


def _read_before(pixels: Pixels, run: Run, rest: re.Match[str], end: float, read_line: ReadLine) -> Run:
    """Return a run as far as the leader begins, read again without it.

    A recogniser that sees dots behind the last character leaves that out too.
    """
    kept = replace(run, text=run.text[: rest.start()], scores=run.scores[: rest.start()])
    margin = _MARGIN * run.size
    cutting = pixels[
        max(0, int(run.box.top - margin)) : int(run.box.bottom + margin),
        max(0, int(run.box.left - margin)) : int(end),
    ]
    reading = read_line(cutting)
    text = _LEFT_OVER.sub("", reading.text)
    if not text.startswith(kept.text[:-1]) or len(text) < len(kept.text):
        return kept
    return replace(kept, text=text, scores=reading.scores[: len(text)])


def _number_in(run: Run, rest: re.Match[str] | None) -> Run | None:
    """Return the number that was recognised together with a leader."""
    number = rest.group("number") if rest else ""
    if not number.isdecimal():
        return None
    return replace(run, text=number, scores=run.scores[len(run.text) - len(number) :])


def _number_beside(beside: Sequence[Run]) -> Run | None:
    """Return the nearest of the runs on a line, and nothing between, if it is a number behind dots."""
    runs = [run for run in beside if not _DOTS.fullmatch(run.text)]
    nearest = min(runs, key=lambda run: run.box.left, default=None)
    return nearest if nearest is not None and _NUMBER.fullmatch(nearest.text) else None


def _without_dots(number: Run) -> Run:
    dots = _DOTS.match(number.text)
    start = dots.end() if dots else 0
    return replace(number, text=number.text[start:], scores=number.scores[start:])


def _beside(run: Run, runs: Sequence[Run], share: float) -> list[Run]:
    """Return the runs to the right that stand on a run's line, by the share of their heights."""
    return [
        other
        for other in runs
        if other.box.left > run.box.right
        # Asked of each pair of lines of a page: most are told apart without a call.
        and other.box.top < run.box.bottom
        and _is_on_line(other, run, share)
    ]


def _is_on_line(other: Run, run: Run, share: float) -> bool:
    """Tell whether two runs share so much of the height of the smaller one, as a digit may be."""
    shared = overlap(run.box.top, run.box.bottom, other.box.top, other.box.bottom)
    return shared > share * min(run.size, other.size)


def _marks(pixels: Pixels, line: Box, start: float, end: float) -> list[_Mark]:
    """Return the marks of ink on a line between two places, from left to right, counted from the first."""
    top, bottom = max(0, int(line.top)), int(line.bottom) + 1
    found = marks_of(pixels[top:bottom, max(0, int(start)) : int(end) + 1]).tolist()
    boxes = sorted((left, width, height) for left, _, width, height, area in found if area > 1)
    return [_Mark(left, left + width, height) for left, width, height in boxes]


def _leader(marks: Sequence[_Mark], size: float) -> tuple[int, int] | None:
    """Return the ranks of the first and the last dot of a leader, None where marks hold none."""
    dots = [
        rank
        for rank, mark in enumerate(marks)
        if mark.height <= _DOT * size and mark.right - mark.left <= _DOT * size
    ]
    # Dots of characters are near larger marks; those of a leader are followed by their like.
    rows = [list(group) for group in _in_a_row(dots)]
    longest = max(rows, key=len, default=[])
    if len(longest) < _FEWEST:
        return None
    places = [marks[rank].middle for rank in longest]
    steps = [after - before for before, after in pairwise(places)]
    usual = median(steps)
    even = sum(abs(step - usual) <= _UNEVEN * usual for step in steps)
    return (longest[0], longest[-1]) if usual <= size and even >= 0.7 * len(steps) else None


def _in_a_row(ranks: Sequence[int]) -> Iterator[list[int]]:
    row: list[int] = []
    for rank in ranks:
        if row and rank - row[-1] > _BETWEEN:
            yield row
            row = []
        row.append(rank)
    yield row


def _number_behind(
    pixels: Pixels, run: Run, marks: Sequence[_Mark], start: float, read_line: ReadLine
) -> Run | None:
    """Read the number behind a leader; None where there is none."""
    digits = [mark for mark in marks if mark.height >= _DIGIT * run.size]
    if not digits:
        return None
    left, right = start + digits[0].left, start + digits[-1].right
    margin = _MARGIN * run.size
    cutting = pixels[
        max(0, int(run.box.top - margin)) : int(run.box.bottom + margin),
        max(0, int(left - margin)) : int(right + 2 * margin),
    ]
    reading = read_line(cutting)
    text = reading.text.strip(" .…·")
    if _NUMBER.fullmatch(text) is None:
        return None
    return Run(text, replace(run.box, left=left, right=right), run.size, scores=(reading.least,) * len(text))


def _led(run: Run, dots: int, number: Run | None, right: float) -> Run:
    """Put a run, its leader (a dot as wide as a character) and the number together."""
    leader = "…" * max(dots, _FEWEST)
    behind, scores, end = (
        ("", (), right) if number is None else (number.text, number.scores, max(right, number.box.right))
    )
    return replace(
        run,
        text=run.text + leader + behind,
        box=replace(run.box, right=end),
        # The dots are measured, not recognised.
        scores=(*run.scores, *((1.0,) * len(leader)), *scores),
    )
