"""Pages of runs and rules to the lines of the raw text, in reading order, with all that is known of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import Box, CellPlace, PrintedLine, Role
from gangyao.ingest.printed_pages.columns import Column, Item, in_columns
from gangyao.ingest.printed_pages.cut_tables import merged_over_pages, with_rest_of_row
from gangyao.ingest.printed_pages.fitted_columns import fitted, moved
from gangyao.ingest.printed_pages.furniture import body_size, find_roles
from gangyao.ingest.printed_pages.grids import Grid
from gangyao.ingest.printed_pages.headings import find_headings
from gangyao.ingest.printed_pages.line_numbers import as_one, without_line_numbers
from gangyao.ingest.printed_pages.page import Page, holds, hull
from gangyao.ingest.printed_pages.page_grids import segments_and_grids
from gangyao.ingest.printed_pages.paragraphs import Flow, edges_of, find_joins, with_edges
from gangyao.ingest.printed_pages.parts import (
    Part,
    goes_on,
    is_rest_of_row,
    lines_of_cells,
    repeated_rows,
    with_first_columns,
)
from gangyao.ingest.printed_pages.seams import with_mended_seams
from gangyao.ingest.printed_pages.segments import Segment, find_segments

# The last line of a paragraph in a cell ends so far from the cell's edge, in heights.
_SHORT_OF_EDGE = 3.0
# The size of the text is that of so many characters, at least, which stand in no table.
_FEWEST_RUNNING = 40
# What stands between a table that a page cuts and the end of the page has so many lines at most: notes.
# They are in this share of the page or further down.
_NOTE_LINES, _FOOT = 3, 0.8
_BOX_TITLE = re.compile(r"专\s*栏\s*[0-9０-９一二三四五六七八九十]{1,3}[^。；：]{0,40}")


def printed_lines(pages: Sequence[Page]) -> tuple[PrintedLine, ...]:
    """Return the lines of `pages` in reading order."""
    pages, numbers = zip(*without_line_numbers(pages), strict=True) if pages else ((), ())
    segments, grids = zip(*segments_and_grids(pages, _framing), strict=True) if pages else ((), ())
    roles = find_roles(pages, segments, grids)
    # Tables are set smaller than the text, and may hold most of what is printed.
    running = [
        [one for one in on_page if not any(holds(grid.box, one.box) for grid in on_grids)]
        for on_page, on_grids in zip(segments, grids, strict=True)
    ]
    is_told = sum(len(one.text) for on_page in running for one in on_page) >= _FEWEST_RUNNING
    size = body_size(running if is_told else segments)
    parts: list[Part] = []
    for page, on_page, on_grids, found, counted in zip(pages, segments, grids, roles, numbers, strict=True):
        parts += _page_parts(page, on_page, on_grids, found)
        if counted:
            column = Column(Box(0, 0, page.width, page.height), ())
            parts.append(Part(page.number, column, tuple(find_segments([as_one(counted)])), role="furniture"))
    lines = _lines(with_mended_seams(parts), size)
    return _after_paragraphs(lines)


def _framing(
    pages: Sequence[Page], segments: Sequence[Sequence[Segment]], grids: Sequence[Sequence[Grid]]
) -> list[list[Segment]]:
    """Return the segments of each page that are its head, its foot or notes."""
    roles = find_roles(pages, segments, grids)
    return [
        [on_page[index] for index, role in found.items() if role in ("furniture", "note")]
        for on_page, found in zip(segments, roles, strict=True)
    ]


def _page_parts(
    page: Page, segments: Sequence[Segment], grids: Sequence[Grid], roles: dict[int, Role]
) -> list[Part]:
    """Return the parts of a page: its heads and feet, its columns and grids in order, its notes."""
    inside: dict[int, list[Segment]] = {index: [] for index in range(len(grids))}
    items: list[Item] = []
    for index, segment in enumerate(segments):
        if index in roles:
            continue
        grid = next((k for k, grid in enumerate(grids) if holds(grid.box, segment.box)), None)
        if grid is None:
            items.append(Item(index, segment.box, segment.size))
        else:
            inside[grid].append(segment)
    size = body_size([segments])
    items += [Item(len(segments) + k, grid.box, size) for k, grid in enumerate(grids) if inside[k]]
    parts = [_aside(page, segments, roles, "furniture", top=True)]
    for column in in_columns(items):
        for is_grid, group in groupby(column.items, lambda item: item.index >= len(segments)):
            if is_grid:
                parts += [
                    _grid_part(page, column, grids[i.index - len(segments)], inside[i.index - len(segments)])
                    for i in group
                ]
            else:
                parts.append(Part(page.number, column, tuple(segments[item.index] for item in group)))
    parts.append(_aside(page, segments, roles, "note", top=None))
    parts.append(_aside(page, segments, roles, "furniture", top=False))
    return [part for part in parts if part.lines]


def _aside(
    page: Page, segments: Sequence[Segment], roles: dict[int, Role], role: Role, top: bool | None
) -> Part:
    chosen = [
        segments[index]
        for index, found in roles.items()
        if found == role and (top is None or (segments[index].middle < page.height / 2) == top)
    ]
    chosen.sort(key=lambda segment: (round(segment.middle / max(segment.size, 1)), segment.box.left))
    return Part(page.number, Column(Box(0, 0, page.width, page.height), ()), tuple(chosen), role=role)


def _grid_part(page: Page, column: Column, grid: Grid, segments: Sequence[Segment]) -> Part:
    ordered = sorted(segments, key=lambda segment: (segment.box.top, segment.box.left))
    box = replace(column, box=grid.box)
    return Part(page.number, box, tuple(ordered), grid, width=page.width, height=page.height)


def _lines(parts: Sequence[Part], size: float) -> list[PrintedLine]:
    running = [part for part in parts if not part.grid and not part.role]
    flows = with_edges([Flow(part.page, edges_of(part.lines), part.lines) for part in running])
    all_joins = find_joins(flows, size)
    of_flows = iter(zip(all_joins, find_headings(flows, all_joins, size), strict=True))
    lines: list[PrintedLine] = []
    tables = 0
    last: tuple[Part, int] | None = None
    head: Part | None = None
    after_grid = is_parted = False
    for part in parts:
        if part.role is not None:
            lines += _lines_aside(part)
        elif part.grid is None:
            for segment, joined, level in zip(part.lines, *next(of_flows), strict=True):
                line = _text_line(segment, part.page, level)
                lines.append(replace(line, joins_previous=False if after_grid else joined))
                after_grid = False
            is_note = last is not None and _is_note_below(last[0], part)
            last, is_parted = (last, True) if is_note else (None, False)
        elif part.grid.is_table:
            first_row, is_cut = 0, False
            if is_parted and (head is None or not repeated_rows(head, part)):
                last = None
            part = with_first_columns(last[0], part) if last is not None else part
            if last is not None and head is not None:
                whole, part = fitted(last[0], part, last[0] is head)
                if whole is not last[0] and goes_on(whole, part):
                    lines = moved(lines, tables, head, whole)
                    last, head = (whole, last[1]), whole
            assert part.grid is not None
            if last is not None and head is not None and goes_on(last[0], part, head):
                heads = repeated_rows(head, part)
                is_begun = last[0].grid is not None and not last[0].grid.is_head
                is_cut = is_begun and is_rest_of_row(last[0], part, heads)
                first_row = last[1] - heads - is_cut
            else:
                tables, head, heads = tables + 1, part, 0
            cells = _cell_lines(part, tables, first_row, heads)
            row = first_row + heads + 1
            lines = merged_over_pages(lines, part, heads, CellPlace(tables, row, 0), is_cut)
            lines = with_rest_of_row(lines, cells, row) if is_cut else [*lines, *cells]
            last = (part, first_row + 1 + max(cell.row for cell in part.grid.cells))
            after_grid, is_parted = True, False
        else:
            lines += _box_lines(part, size, last[0] if last is not None else None)
            after_grid, last, is_parted = True, (part, 0), False
    return lines


def _lines_aside(part: Part) -> list[PrintedLine]:
    """Return the lines of a part that stands beside the text, in its role."""
    return [
        PrintedLine(s.text, part.page, s.box, s.size, part.role, joins_previous=False, scores=s.scores)
        for s in part.lines
    ]


def _is_note_below(table: Part, part: Part) -> bool:
    """Tell whether the lines of a part stand at the foot of the page, below a table that the page cut."""
    is_foot = part.lines[0].middle > _FOOT * table.height
    return part.page == table.page and len(part.lines) <= _NOTE_LINES and is_foot


def _text_line(segment: Segment, page: int, level: int | None) -> PrintedLine:
    role: Role | None = None if level is None else "heading"
    return PrintedLine(segment.text, page, segment.box, segment.size, role, level or 0, scores=segment.scores)


def _cell_lines(part: Part, table: int, first_row: int, heads: int) -> list[PrintedLine]:
    """Return the lines of a table's cells; the first `heads` rows, printed again, are furniture."""
    lines: list[PrintedLine] = []
    for cell, inside in lines_of_cells(part):
        is_head = cell.row < heads
        place = CellPlace(
            table,
            first_row + cell.row + 1,
            cell.column + 1,
            row_span=cell.row_span,
            column_span=cell.column_span,
        )
        for before, segment in zip([None, *inside], inside, strict=False):
            # Lines of a cell are its text wrapped, but for items and sentences that begin anew.
            joined = before is not None and not (
                ends_sentence(before.text)
                and cell.box.right - before.box.right > _SHORT_OF_EDGE * segment.size
            )
            lines.append(
                PrintedLine(
                    segment.text,
                    part.page,
                    segment.box,
                    segment.size,
                    "furniture" if is_head else None,
                    cell=None if is_head else place,
                    joins_previous=joined and not is_head,
                    scores=segment.scores,
                )
            )
    return lines


def _box_lines(part: Part, size: float, before: Part | None) -> list[PrintedLine]:
    """Return the lines of a box, which may go on one that the end of the page before cut."""
    flow = _whole(part)
    if before is not None and goes_on(before, part):
        _, joins = find_joins([_whole(before), flow], size)
    else:
        (joins,) = find_joins([flow], size)
    return [
        PrintedLine(
            s.text,
            part.page,
            s.box,
            s.size,
            "box",
            # The title of a box stands alone, whatever is printed below it.
            joins_previous=bool(joined) and (above is None or _BOX_TITLE.fullmatch(above.text) is None),
            scores=s.scores,
        )
        for above, s, joined in zip([None, *part.lines[:-1]], part.lines, joins, strict=True)
    ]


def _whole(part: Part) -> Flow:
    """Return the lines of a box as a column as wide as they are."""
    return Flow(part.page, hull(line.box for line in part.lines), part.lines)


def _after_paragraphs(lines: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    """Put notes that stand within a paragraph, because the page ends there, after it."""
    ordered: list[PrintedLine] = []
    notes: list[PrintedLine] = []
    for line in lines:
        if line.role == "note":
            notes.append(line)
            continue
        if notes and line.role != "furniture" and not line.joins_previous:
            ordered += notes
            notes = []
        ordered.append(line)
    return (*ordered, *notes)
