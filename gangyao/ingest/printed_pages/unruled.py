"""Tables that no upright rules part: their columns, rows and merged cells, by where words stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gangyao.chinese.column_heads import is_header_text
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.cell_fields import Fields
from gangyao.ingest.printed_pages.grids import Grid
from gangyao.ingest.printed_pages.grouped_rows import grouped_rows
from gangyao.ingest.printed_pages.head_groups import find_groups
from gangyao.ingest.printed_pages.head_rows import Group
from gangyao.ingest.printed_pages.lanes import Lanes, find_lanes, same_lanes
from gangyao.ingest.printed_pages.page import height_of, overlap
from gangyao.ingest.printed_pages.placed_cells import span_of_columns, spans_of_rows
from gangyao.ingest.printed_pages.row_edges import row_edges
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.stretches import Stretch, line_pitch, marks_of, parts_figures
from gangyao.ingest.printed_pages.table_lines import Line, Place

# Columns that have heads are this share of all, and columns of running text are fewer than this.
_HEADED = 0.6
_PROSE = 0.5
# A column of running text has so many lines at least, most of which fill this share of it.
_FEWEST_LINES, _FILLED = 5, 0.85
# Rules that part rows are so many at least, each this share of the table's width.
_FEWEST_RULES = 3
_LONG = 0.5
_SAME_HEIGHT = 3.0
# The next line of a table begins within so many heights of its rows.
_REACH = 1.5
# A word that reaches so far over an edge between columns, in widths of a character, stands in both.
_OVER = 0.5


def grid_of(place: Place, em: float, borders: Sequence[float] = (), is_cut: bool = False) -> Grid | None:
    """Return the grid of a table; `borders` are those of its part on the page before, where there is one.

    `is_cut`: it may go on over the page.

    None where what is printed there is no table after all.
    """
    head = [word for line in place.head for word in line]
    lanes = _lanes(place, head, em, borders)
    if len(lanes) < 2 or not _is_table(place, head, lanes, bool(borders)):
        return None
    edges, is_ruled, has_groups = _row_edges(place, lanes, em)
    columns = () if is_ruled else _stretches(place.body, lanes)
    grouped = None
    if not is_ruled and not place.shades and len(place.rules) <= 1:
        grouped = grouped_rows(columns, len(lanes), em, bool(borders), is_cut)
    edges = edges if grouped is None else list(grouped.edges)
    edges = [edge for edge in edges if not parts_figures(columns, edge)]
    groups = find_groups(head, lanes, place.head_rules)
    head_edges = _head_edges(place, head, groups)
    ys = [*head_edges, *edges, place.box.bottom]
    fields = Fields(lanes.borders, ys)
    if place.head:
        _merge_head(fields, groups, len(lanes), len(head_edges) - 1)
    first = len(head_edges) - 1 if place.head else 0
    body = [word for line in place.body for word in line]
    titles = _merge_columns(fields, body, lanes, first, em, is_rest=bool(borders))
    if is_ruled:
        _merge_between_rules(fields, place, lanes, first)
    elif grouped is not None:
        grouped.merge(fields, first)
    elif has_groups or (borders and not any(lanes.of(word.box) == 0 for word in body)):
        _merge_groups(fields, place.body, lanes, first, titles, em, bool(borders), is_cut)
    box = Box(lanes.borders[0], place.box.top, lanes.borders[-1], place.box.bottom)
    return replace(fields.grid(box), is_rest=bool(borders))


def _lanes(place: Place, head: Sequence[Segment], em: float, borders: Sequence[float]) -> Lanes:
    if borders and not place.head:
        return same_lanes(borders, place.words)
    lanes = find_lanes(head, place.body, place.box.left, place.box.right, em)
    if len(lanes) + 1 == len(borders) and all(
        borders[at] - 1 <= left and right <= borders[at + 1] + 1
        for at, (left, right) in enumerate(lanes.spans)
    ):
        return Lanes(lanes.spans, tuple(borders))
    return lanes


def _is_table(place: Place, head: Sequence[Segment], lanes: Lanes, is_rest: bool) -> bool:
    """Tell a table from columns of text: most columns have heads, and most hold no running text."""
    headed = sum(
        any(overlap(word.box.left, word.box.right, *span) > 0 for word in head) for span in lanes.spans
    )
    if not is_rest and headed < _HEADED * len(lanes):
        return False
    prose = 0
    for at, (left, right) in enumerate(lanes.spans):
        words = [word for line in place.body for word in line if lanes.of(word.box) == at]
        full = sum(word.box.right - word.box.left >= _FILLED * (right - left) for word in words)
        longest = max((len(word.text) for word in words), default=0)
        prose += len(words) >= _FEWEST_LINES and 2 * full > len(words) and longest > 10
    is_named = sum(is_header_text(word.text) for word in head) > 1
    return prose < _PROSE * len(lanes) or ((is_rest or is_named) and prose < len(lanes))


def _row_edges(place: Place, lanes: Lanes, em: float) -> tuple[list[float], bool, bool]:
    """Return the edges between rows, whether rules part them, and whether the first column has groups."""
    width = lanes.borders[-1] - lanes.borders[0]
    known: list[float] = []
    long = [height_of(one) for one in place.rules if one.right - one.left >= _LONG * width]
    for y in sorted([*long, *place.shades]):
        if not known or y - known[-1] > _SAME_HEIGHT:
            known.append(y)
    body = place.body
    stops = [place.head_end, *known, place.box.bottom]
    blocks = [[line for line in body if top < line[0].middle < bottom] for top, bottom in pairwise(stops)]
    full = [stop for stop, block in zip(stops[1:], blocks, strict=True) if block]
    if len(full) > _FEWEST_RULES and len(long) >= len(full) - 1:
        return full[:-1], True, False
    columns = _stretches(body, lanes)
    edges, has_groups = row_edges(columns, em)
    marks = marks_of(columns, em)
    kept = [*full[:-1]]
    for top, bottom in zip([place.head_end, *full[:-1]], full, strict=True):
        # What is shaded is a row, where it holds one word of a column that has one in each row.
        if sum(top < mark.middle < bottom for mark in marks) != 1 or len(full) <= _FEWEST_RULES:
            kept += [edge for edge in edges if top + em / 2 < edge < bottom - em / 2]
    return sorted(kept), False, has_groups


def _stretches(body: Sequence[Line], lanes: Lanes) -> list[Stretch]:
    """Return what stands in each column that has text."""
    columns: list[list[Segment]] = [[] for _ in range(len(lanes))]
    for line in body:
        for word in line:
            columns[lanes.of(word.box)].append(word)
    return [Stretch(tuple(own), *span) for own, span in zip(columns, lanes.spans, strict=True) if own]


def _head_edges(place: Place, head: Sequence[Segment], groups: Sequence[Group]) -> list[float]:
    """Return the edges of the rows of the head, its end with them: several where it names groups."""
    if not head:
        return [place.head_end]
    edges = [place.box.top]
    for row in range(1 + max((group.row for group in groups), default=-1)):
        names = [group.name for group in groups if group.row == row]
        over = max(name.box.bottom for name in names)
        first = min(name.middle for name in names)
        below = [word.middle for word in head if word.middle > over and word.middle > first]
        edges.append((max(name.middle for name in names) + min(below)) / 2 if below else over)
    return [*edges, place.head_end]


def _merge_head(fields: Fields, groups: Sequence[Group], count: int, rows: int) -> None:
    """Merge the cells of a head of several rows: names of groups over their columns, others over all rows."""
    begins = [0] * count
    for group in groups:
        fields.merge((group.row, group.row + 1), (group.first, group.last + 1))
        begins[group.first : group.last + 1] = [group.row + 1] * (group.last + 1 - group.first)
    for column, begin in enumerate(begins):
        if rows - begin > 1:
            fields.merge((begin, rows), (column, column + 1))


def _merge_columns(
    fields: Fields, body: Sequence[Segment], lanes: Lanes, first: int, em: float, is_rest: bool
) -> set[int]:
    """Merge cells of a row that one word goes over; return the rows that are one cell."""
    titles: set[int] = set()
    count = len(lanes)
    for row, words in enumerate(_in_rows(body, fields.ys[first:]), first):
        columns = sorted({lanes.of(word.box) for word in words})
        if not words:
            continue
        left = min(word.box.left for word in words)
        right = max(word.box.right for word in words)
        if len(columns) == 1 and count > 2 and len({round(word.middle / em) for word in words}) == 1:
            is_over = _reaches(words[0].box, lanes, em) != (columns[0], columns[0])
            is_centred = abs((left + right) / 2 - (lanes.borders[0] + lanes.borders[-1]) / 2) <= em
            is_centred = is_centred and left - lanes.spans[columns[0]][0] > em
            if is_over or (is_centred and not (is_rest and row == first)):
                fields.merge((row, row + 1), (0, count))
                titles.add(row)
                continue
        start, end = columns[0], columns[1] if len(columns) > 1 else count
        firsts = [word for word in words if lanes.of(word.box) == start]
        if len(firsts) == 1 and len(columns) > 1:
            over = span_of_columns(firsts[0], start, end, lanes.spans[start][0], lanes.borders, em)
            if over[0] != over[1]:
                fields.merge((row, row + 1), (over[0], over[1] + 1))
    return titles


def _in_rows(words: Sequence[Segment], edges: Sequence[float]) -> list[list[Segment]]:
    """Return the words between each edge and the next."""
    rows: list[list[Segment]] = [[] for _ in edges[1:]]
    for word in words:
        at = bisect_left(edges, word.middle) - 1
        if 0 <= at < len(rows):
            rows[at].append(word)
    return rows


def _reaches(box: Box, lanes: Lanes, em: float) -> tuple[int, int]:
    """Return the first and the last column that a word reaches into."""
    inner = lanes.borders[1:-1]
    return (
        sum(border <= box.left + _OVER * em for border in inner),
        sum(border <= box.right - _OVER * em for border in inner),
    )


def _merge_between_rules(fields: Fields, place: Place, lanes: Lanes, first: int) -> None:
    """Merge cells of a column that stand one above the other with no rule between them."""
    for column in range(len(lanes)):
        middle = (lanes.borders[column] + lanes.borders[column + 1]) / 2
        top = first
        for row in range(first + 1, len(fields.ys)):
            y = fields.ys[row]
            is_parted = row == len(fields.ys) - 1 or any(
                abs(height_of(rule) - y) <= _SAME_HEIGHT and rule.left <= middle <= rule.right
                for rule in place.rules
            )
            if not is_parted:
                continue
            if row - top > 1:
                fields.merge((top, row), (column, column + 1))
            top = row


def _merge_groups(
    fields: Fields,
    lines: Sequence[Line],
    lanes: Lanes,
    first: int,
    titles: set[int],
    em: float,
    is_rest: bool,
    is_cut: bool,
) -> None:
    """Merge the cells of the first column that go over several rows, where no title stands between them."""
    if titles:
        return
    body = [word for line in lines for word in line]
    pitch = line_pitch(_stretches(lines, lanes), em)
    edges = fields.ys[first:]
    rows = _in_rows(body, edges)
    firsts = [
        min((word.middle for word in words if lanes.of(word.box) > 0), default=top)
        for words, top in zip(rows, edges, strict=False)
    ]
    merged = {row for row, column in fields.cells if column == 0 and row >= first}
    last = next((row for row in range(first, len(fields.ys) - 1) if row in merged), len(fields.ys) - 1)
    inside = [word for word in body if lanes.of(word.box) == 0 and word.middle < fields.ys[last]]
    spans = spans_of_rows(
        inside, fields.ys[first : last + 1], firsts, pitch, em, is_rest, is_cut and last == len(fields.ys) - 1
    )
    for start, end in spans or ():
        if end - start > 1:
            fields.merge((first + start, first + end), (0, 1))


def walls_of(grid: Grid, words: Sequence[Segment]) -> list[Box]:
    """Return upright rules between the words of a table that stand side by side in different columns."""
    inner = grid.columns[1:-1]
    inside = sorted(
        (word for word in words if grid.box.top <= word.middle <= grid.box.bottom), key=lambda one: one.middle
    )
    columns = [sum(x <= word.across for x in inner) for word in inside]
    heights = [word.middle for word in inside]
    highest = max((word.size for word in inside), default=0.0)
    walls: list[Box] = []
    for at, word in enumerate(inside):
        near = range(
            bisect_right(heights, word.middle - highest), bisect_left(heights, word.middle + highest)
        )
        beside = [
            (columns[other], inside[other])
            for other in near
            if columns[other] > columns[at]
            and abs(heights[other] - word.middle) < max(word.size, inside[other].size)
        ]
        following = min((column for column, _ in beside), default=None)
        for column, one in beside:
            if column == following:
                x = (word.box.right + one.box.left) / 2
                top, bottom = sorted((word.middle, one.middle))
                walls.append(Box(x, top - 1, x, bottom + 1))
    return walls


def walls_below(grid: Grid, words: Sequence[Segment]) -> list[Box]:
    """Return the left edges of columns of `words` as upright rules, as far as the next row may reach."""
    height = (grid.box.bottom - grid.box.top) / (1 + max(cell.row for cell in grid.cells))
    inside = [word.box.left for word in words if grid.box.top <= word.middle <= grid.box.bottom]
    lefts = [min((left for left in inside if left >= x), default=x) - 1 for x in grid.columns[1:-1]]
    return [Box(x, grid.box.bottom, x, grid.box.bottom + _REACH * height) for x in lefts]
