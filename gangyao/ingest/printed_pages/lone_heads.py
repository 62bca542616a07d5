"""Heads of tables that stand alone at the foot of a page, with all rows on the next one.

The rows are read below the head as if it stood above them; then the head is given back to its page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.grids import Grid
from gangyao.ingest.printed_pages.page import Page, height_of, holds, hull
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_heads import HEAD_LINES, STAGGERED, named_head
from gangyao.ingest.printed_pages.table_lines import Line

# A page may end in a head where a line in its lower part has so many words that are called so.
_FEWEST_NAMES, _LOWER = 2, 0.5
# A head of other words has so many at least, none longer than this.
_FEWEST_WORDS, _LONGEST_NAME = 3, 10
# The head is put so far above the rows, in widths of a character, and rules so near it are its own.
_ROOM = 0.8


@dataclass(frozen=True, slots=True)
class LoneHead:
    """The lines of a head that is the last thing on a page, and the width of a character in it."""

    page: Page
    lines: tuple[Line, ...]
    em: float

    @property
    def box(self) -> Box:
        """What the head takes of its page."""
        return hull(word.box for line in self.lines for word in line)


def may_end_in_head(page: Page, segments: Sequence[Segment], ruled: Sequence[Grid]) -> bool:
    """Tell whether the lower part of a page has words outside ruled tables that are called as heads are."""
    low = [one for one in segments if one.middle > _LOWER * page.height]
    named = [one for one in low for word in one.text.split() if is_header_text(word)]
    if len(named) < _FEWEST_NAMES:
        return False
    return sum(not any(holds(grid.box, one.box) for grid in ruled) for one in named) >= _FEWEST_NAMES


def lone_head(page: Page, lines: Sequence[Line], em: float) -> LoneHead | None:
    """Return the head that the lines of a page end in; None where they end in anything else.

    Short words side by side may be one whatever they say: what stands below tells.
    """
    last = len(lines) - 1
    if len(lines[last]) >= _FEWEST_WORDS and all(_is_short(word) for word in lines[last]):
        first = last
        while first and lines[first][0].middle - lines[first - 1][0].middle < STAGGERED * em:
            first -= 1
        return LoneHead(page, tuple(lines[first:]), em)
    for at in range(last, max(-1, last - HEAD_LINES), -1):
        found = named_head(lines, at, em)
        if found is not None:
            return LoneHead(page, tuple(lines[found[0] :]), em) if found[1] == last else None
    return None


def _is_short(word: Segment) -> bool:
    return len(word.text) <= _LONGEST_NAME and not ends_sentence(word.text) and not word.text.isascii()


def with_head_above(page: Page, head: LoneHead, top: float, aside: Sequence[Segment]) -> tuple[Page, float]:
    """Return a page with a head put above what begins at `top`, and how far down the head was moved.

    What is `aside` is left out: the head may come to stand there.
    """
    box, room = head.box, _ROOM * head.em
    down = top - room - box.bottom
    around = Box(box.left, box.top - room, box.right, box.bottom + room)
    runs = [run for run in head.page.runs if holds(box, run.box)]
    rules = [rule for rule in head.page.rules if around.top <= height_of(rule) <= around.bottom]
    moved = [replace(run, box=_moved(run.box, down)) for run in runs]
    return (
        replace(
            page,
            runs=(*moved, *(run for run in page.runs if not any(holds(one.box, run.box) for one in aside))),
            rules=(*(_moved(rule, down) for rule in rules), *page.rules),
        ),
        down,
    )


def parted(grid: Grid, head: LoneHead, down: float) -> tuple[Grid, Grid] | None:
    """Return the grid of a head on its own page, and that of the rows below it; None where it has no rows."""
    bottom = head.box.bottom + down
    rows = 1 + max((cell.row + cell.row_span - 1 for cell in grid.cells if cell.box.top < bottom), default=-1)
    above = [cell for cell in grid.cells if cell.row < rows]
    below = [replace(cell, row=cell.row - rows) for cell in grid.cells if cell.row >= rows]
    if not above or not below:
        return None
    first = hull(cell.box for cell in above)
    own = tuple(replace(cell, box=_moved(cell.box, -down)) for cell in above)
    rest = Box(grid.box.left, first.bottom, grid.box.right, grid.box.bottom)
    return (
        Grid(_moved(first, -down), own, grid.columns, is_head=True),
        replace(grid, box=rest, cells=tuple(below), is_rest=True),
    )


def _moved(box: Box, down: float) -> Box:
    return Box(box.left, box.top + down, box.right, box.bottom + down)
