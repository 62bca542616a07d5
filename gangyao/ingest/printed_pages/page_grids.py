"""The segments of each page and its grids: ruled ones, and tables without upright rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gangyao.ingest.printed_pages.grids import Grid, find_grids
from gangyao.ingest.printed_pages.lone_heads import (
    LoneHead,
    lone_head,
    may_end_in_head,
    parted,
    with_head_above,
)
from gangyao.ingest.printed_pages.page import Page, holds
from gangyao.ingest.printed_pages.page_tables import (
    NEAR,
    Cut,
    Tables,
    em_of,
    unruled_tables,
    upright_rules,
    without_aside,
)
from gangyao.ingest.printed_pages.segments import Segment, find_segments
from gangyao.ingest.printed_pages.table_heads import HEAD_LINES
from gangyao.ingest.printed_pages.table_lines import closed_up, in_lines
from gangyao.ingest.printed_pages.title_rows import title_row_sides

# A table without rules has so many lines of several words at least: its head and two rows.
_FEWEST_LINES = 3
# Gives the heads and feet of pages, of their segments and grids.
_Aside = Callable[
    [Sequence[Page], Sequence[Sequence[Segment]], Sequence[Sequence[Grid]]], Sequence[Sequence[Segment]]
]


def segments_and_grids(pages: Sequence[Page], aside: _Aside) -> list[tuple[list[Segment], list[Grid]]]:
    """Return the segments and the grids of each page.

    `aside` gives for the segments of all pages those that are heads and feet of pages; it is asked only where
    a page may have a table without upright rules.
    """
    plain = [_ruled(page) for page in pages]
    framing: Sequence[Sequence[Segment]] | None = None
    found: list[tuple[list[Segment], list[Grid]]] = []
    cut: Cut | None = None
    lone: LoneHead | None = None
    for at, (page, (segments, ruled)) in enumerate(zip(pages, plain, strict=True)):
        may_end = may_end_in_head(page, segments, ruled)
        if cut is None and lone is None and not may_end and not _may_have_unruled(segments, ruled):
            found.append((segments, ruled))
            continue
        if framing is None:
            framing = aside(pages, *zip(*plain, strict=True))
        headed = _below_lone_head(page, segments, ruled, framing[at], lone) if lone is not None else None
        if lone is not None and headed is not None:
            found[-1] = _with_head(*found[-1], headed[0], lone)
        tables = headed[1] if headed is not None else unruled_tables(page, segments, ruled, framing[at], cut)
        cut = tables.cut
        lone = _lone_head(page, ruled, tables, framing[at]) if may_end and cut is None else None
        if tables.grids:
            segments = find_segments(page.runs, [*upright_rules(page), *tables.walls])
        found.append((segments, sorted([*ruled, *tables.grids], key=lambda grid: grid.box.top)))
    return found


def _ruled(page: Page) -> tuple[list[Segment], list[Grid]]:
    """Return the segments of a page and its ruled grids that hold text."""
    segments = find_segments(page.runs, upright_rules(page))
    grids = [
        grid
        for grid in find_grids([*page.rules, *title_row_sides(page.rules, segments)])
        if any(holds(grid.box, segment.box) for segment in segments) and not _is_frame(grid, page)
    ]
    return segments, grids


def _is_frame(grid: Grid, page: Page) -> bool:
    """Tell a frame around the whole page from a box in it."""
    box = grid.box
    return (
        not grid.is_table
        and (box.right - box.left) > 0.8 * page.width
        and (box.bottom - box.top) > 0.8 * page.height
    )


def _may_have_unruled(segments: Sequence[Segment], ruled: Sequence[Grid]) -> bool:
    """Tell whether several lines outside ruled tables hold words that stand apart."""
    outside = [one for one in segments if not any(holds(grid.box, one.box) for grid in ruled)]
    apart = sum(" " in one.text for one in outside)
    lines = in_lines(outside, em_of(outside)) if outside else []
    return apart + sum(len(line) > 1 for line in lines) >= _FEWEST_LINES


def _lone_head(
    page: Page, ruled: Sequence[Grid], tables: Tables, framing: Sequence[Segment]
) -> LoneHead | None:
    """Return the head that stands alone at the end of a page."""
    taken = [grid.box for grid in (*ruled, *tables.grids)]
    words = [
        word
        for word in find_segments(page.runs, [*upright_rules(page), *tables.walls], NEAR)
        if not any(holds(box, word.box) for box in taken)
    ]
    words = without_aside(closed_up(words, em_of(words)), framing, None) if words else []
    if not words:
        return None
    lines = in_lines(words, em_of(words))
    # That of the head itself may be smaller than the text's.
    return lone_head(page, lines, em_of([word for line in lines[-HEAD_LINES:] for word in line]))


def _below_lone_head(
    page: Page,
    segments: Sequence[Segment],
    ruled: Sequence[Grid],
    framing: Sequence[Segment],
    head: LoneHead,
) -> tuple[Grid, Tables] | None:
    """Return the grid of a head on the page before and the tables of a page whose rows stand below it."""
    body = [one for one in segments if one not in framing]
    if not body:
        return None
    top = min(one.box.top for one in body)
    joined_page, down = with_head_above(page, head, top, framing)
    tables = unruled_tables(
        joined_page, find_segments(joined_page.runs, upright_rules(joined_page)), ruled, (), None, top
    )
    if not tables.grids or tables.grids[0].box.top >= top:
        return None
    grids = parted(tables.grids[0], head, down)
    if grids is None:
        return None
    walls = tuple(wall for wall in tables.walls if wall.bottom > top)
    return grids[0], Tables((grids[1], *tables.grids[1:]), walls, tables.cut)


def _with_head(
    segments: Sequence[Segment], grids: Sequence[Grid], head: Grid, lone: LoneHead
) -> tuple[list[Segment], list[Grid]]:
    """Return the segments and grids of a page with the head of a table at its end."""
    words = [word for line in lone.lines for word in line]
    return [*(one for one in segments if not holds(head.box, one.box)), *words], [*grids, head]
