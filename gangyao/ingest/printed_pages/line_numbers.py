"""Numbers that drafts print in the margin beside each line, or each fifth, so that readers can name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from gangyao.ingest.printed_pages.page import Page, Run, hull

_NUMBER = re.compile(r"[0-9]{1,4}")
# On a page so many numbers, on others of the same file fewer, stand below each other, their right edges
# within this share of their height, in steps of one line or of five. They are set smaller than the text by
# this factor, unlike the first column of a list.
_FEWEST, _FEW = 5, 2
_ALIGNED = 0.3
_STEPS = (1, 5)
_SMALLER = 1.25
# Nor do words stand so far apart behind them, in heights, in more than this share of lines: rows of a table.
_WIDE, _MOST_ROWS = 2.0, 0.2
# They stand before all the text, parted from it by this share of their height.
_APART = 0.5


def without_line_numbers(pages: Sequence[Page]) -> list[tuple[Page, tuple[Run, ...]]]:
    """Return pages without the numbers of their lines, and those of each page from the top down.

    Where a page has enough of them, a page with few lines has some too.
    """
    fewest = _FEW if any(_line_numbers(page.runs, _FEWEST) for page in pages) else _FEWEST
    return [_parted(page, _line_numbers(page.runs, fewest)) for page in pages]


def _parted(page: Page, numbers: tuple[Run, ...]) -> tuple[Page, tuple[Run, ...]]:
    taken = {id(run) for run in numbers}
    return replace(page, runs=tuple(run for run in page.runs if id(run) not in taken)), numbers


def as_one(numbers: Sequence[Run]) -> Run:
    """Return the numbers of a page as one run."""
    text = " ".join(run.text for run in numbers)
    return Run(text, hull(run.box for run in numbers), numbers[0].size, numbers[0].font)


def _line_numbers(runs: Sequence[Run], fewest: int) -> tuple[Run, ...]:
    # How large digits are set is not known of a scan.
    numbers = sorted(
        (run for run in runs if _NUMBER.fullmatch(run.text) and not run.scores), key=lambda run: run.box.top
    )
    if len(numbers) < fewest:
        return ()
    edge = median(run.box.right for run in numbers)
    column = [run for run in numbers if abs(run.box.right - edge) <= _ALIGNED * run.size]
    if len(column) < fewest:
        return ()
    size = median(run.size for run in column)
    top, bottom = column[0].box.top, column[-1].box.bottom
    taken = {id(run) for run in column}
    beside = [run for run in runs if id(run) not in taken and top <= run.box.bottom and run.box.top <= bottom]
    steps = {int(after.text) - int(before.text) for before, after in pairwise(column)}
    is_counted = len(steps) == 1 and steps <= set(_STEPS)
    is_before = all(run.box.left >= edge + _APART * size for run in beside)
    is_smaller = bool(beside) and median(run.size for run in beside) >= _SMALLER * size
    rows = sum(
        _is_row([run for run in beside if run.box.top < one.box.bottom and one.box.top < run.box.bottom])
        for one in column
    )
    is_text = rows <= _MOST_ROWS * len(column)
    return tuple(column) if is_counted and is_before and is_smaller and is_text else ()


def _is_row(runs: Sequence[Run]) -> bool:
    """Tell whether what stands on a line are words apart."""
    ordered = sorted(runs, key=lambda run: run.box.left)
    return any(after.box.left - before.box.right > _WIDE * before.size for before, after in pairwise(ordered))
