"""The segments of each page and its grids: ruled ones, and tables without upright rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.grids import Grid, find_grids
from gangyao.ingest.printed_pages.lone_heads import (
    LoneHead,
    lone_head,
    may_end_in_head,
    parted,
    with_head_above,
)
from gangyao.ingest.printed_pages.page import Page, height_of, holds, is_rule_of, meet
from gangyao.ingest.printed_pages.segments import Segment, find_segments
from gangyao.ingest.printed_pages.table_ends import goes_on_from, is_row_between
from gangyao.ingest.printed_pages.table_heads import HEAD_LINES, named_head
from gangyao.ingest.printed_pages.table_lines import (
    Line,
    Place,
    closed_up,
    in_lines,
    is_over,
    joined,
)
from gangyao.ingest.printed_pages.table_places import find_places, place_below
from gangyao.ingest.printed_pages.title_rows import title_row_sides
from gangyao.ingest.printed_pages.unruled import grid_of, walls_below, walls_of

# Words of a table that no rules part are parted by a space wider than this, in heights of a character.
_NEAR = 0.5
# A table goes on over the page where so little stands below it, in widths of a character.
_LAST = 3.0
# Lines of an unruled table in which columns meet are cut so often at most: as many lines as a page has.
_MOST_CUT = 40
# A table without rules has so many lines of several words at least: its head and two rows.
_FEWEST_LINES = 3
# The next line of a table begins within so many heights of a character below it.
_REACH = 4.5
# Tables that share no more height than this, in points, only touch.
_TOUCH = 2.0
# A rule that closes a table is this near its end, in points.
_CLOSE = 3.0


# Gives the heads and feet of pages, of their segments and grids.
_Aside = Callable[
    [Sequence[Page], Sequence[Sequence[Segment]], Sequence[Sequence[Grid]]], Sequence[Sequence[Segment]]
]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A table that the end of a page may have cut: its columns, and the words of its head."""

    borders: tuple[float, ...]
    head: tuple[str, ...]
    em: float
    is_closed: bool


@dataclass(frozen=True, slots=True)
class _Tables:
    """Tables that no upright rules part, what parts their words, and the last one where it may go on."""

    grids: tuple[Grid, ...] = ()
    walls: tuple[Box, ...] = ()
    cut: _Cut | None = None

    @property
    def height(self) -> float:
        """How much of the page they take."""
        return sum(grid.box.bottom - grid.box.top for grid in self.grids)


def segments_and_grids(pages: Sequence[Page], aside: _Aside) -> list[tuple[list[Segment], list[Grid]]]:
    """Return the segments and the grids of each page.

    `aside` gives for the segments of all pages those that are heads and feet of pages; it is asked only where
    a page may have a table without upright rules.
    """
    plain = [_ruled(page) for page in pages]
    framing: Sequence[Sequence[Segment]] | None = None
    found: list[tuple[list[Segment], list[Grid]]] = []
    cut: _Cut | None = None
    lone: LoneHead | None = None
    for at, (page, (segments, ruled)) in enumerate(zip(pages, plain, strict=True)):
        may_end = may_end_in_head(page, segments)
        if cut is None and lone is None and not may_end and not _may_have_unruled(segments, ruled):
            found.append((segments, ruled))
            continue
        if framing is None:
            framing = aside(pages, *zip(*plain, strict=True))
        headed = _below_lone_head(page, segments, ruled, framing[at], lone) if lone is not None else None
        if lone is not None and headed is not None:
            found[-1] = _with_head(*found[-1], headed[0], lone)
        tables = headed[1] if headed is not None else _unruled(page, segments, ruled, framing[at], cut)
        cut = tables.cut
        lone = _lone_head(page, ruled, tables, framing[at]) if may_end and cut is None else None
        if tables.grids:
            segments = find_segments(page.runs, [*_upright(page), *tables.walls])
        found.append((segments, sorted([*ruled, *tables.grids], key=lambda grid: grid.box.top)))
    return found


def _upright(page: Page) -> list[Box]:
    return [rule for rule in page.rules if rule.bottom - rule.top > rule.right - rule.left]


def _ruled(page: Page) -> tuple[list[Segment], list[Grid]]:
    """Return the segments of a page and its ruled grids that hold text."""
    segments = find_segments(page.runs, _upright(page))
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


def _unruled(
    page: Page,
    segments: Sequence[Segment],
    ruled: Sequence[Grid],
    framing: Sequence[Segment],
    cut: _Cut | None,
    head_end: float | None = None,
) -> _Tables:
    """Return the tables of a page that no upright rules part; what stands above `head_end` is a head.

    Words of neighbouring columns may stand so near that they pass for one: below the part of a table that is
    known, its columns part them too, line by line as far as the table goes on.
    """
    walls = _upright(page)
    aside = [one for one in framing if cut is None or not set(one.text.split()) <= set(cut.head)]
    found = _Tables()
    near = _NEAR * min(1.0, em_of(segments) / median(one.size for one in segments)) if segments else _NEAR
    below: list[Box] = []
    for _ in range(_MOST_CUT):
        words = [
            word
            for word in find_segments(page.runs, [*walls, *below], near)
            if not any(holds(grid.box, word.box) for grid in ruled)
        ]
        outside = _without(closed_up(words, em_of(words)) if words else words, aside, cut)
        tables = _tables(page, ruled, outside, cut, head_end) if outside else found
        if tables.height <= found.height:
            break
        found = tables
        if not any(_is_in_several(word, grid) for grid in found.grids for word in outside):
            break
        below = [*found.walls, *(wall for grid in found.grids for wall in walls_below(grid, outside))]
    return found


def _lone_head(
    page: Page, ruled: Sequence[Grid], tables: _Tables, framing: Sequence[Segment]
) -> LoneHead | None:
    """Return the head that stands alone at the end of a page."""
    taken = [*(grid.box for grid in (*ruled, *tables.grids)), *(one.box for one in framing)]
    words = [
        word
        for word in find_segments(page.runs, [*_upright(page), *tables.walls], _NEAR)
        if not any(holds(box, word.box) for box in taken)
    ]
    if not words:
        return None
    em = em_of(words)
    lines = in_lines(closed_up(words, em), em)
    # That of the head itself may be smaller than the text's.
    return lone_head(page, lines, em_of([word for line in lines[-HEAD_LINES:] for word in line]))


def _below_lone_head(
    page: Page,
    segments: Sequence[Segment],
    ruled: Sequence[Grid],
    framing: Sequence[Segment],
    head: LoneHead,
) -> tuple[Grid, _Tables] | None:
    """Return the grid of a head on the page before and the tables of a page whose rows stand below it."""
    body = [one for one in segments if one not in framing]
    if not body:
        return None
    top = min(one.box.top for one in body)
    joined_page, down = with_head_above(page, head, top, framing)
    tables = _unruled(
        joined_page, find_segments(joined_page.runs, _upright(joined_page)), ruled, (), None, top
    )
    if not tables.grids or tables.grids[0].box.top >= top:
        return None
    grids = parted(tables.grids[0], head, down)
    if grids is None:
        return None
    walls = tuple(wall for wall in tables.walls if wall.bottom > top)
    return grids[0], _Tables((grids[1], *tables.grids[1:]), walls, tables.cut)


def _with_head(
    segments: Sequence[Segment], grids: Sequence[Grid], head: Grid, lone: LoneHead
) -> tuple[list[Segment], list[Grid]]:
    """Return the segments and grids of a page with the head of a table at its end."""
    words = [word for line in lone.lines for word in line]
    return [*(one for one in segments if not holds(head.box, one.box)), *words], [*grids, head]


def _without(words: Sequence[Segment], aside: Sequence[Segment], cut: _Cut | None) -> list[Segment]:
    """Leave out the heads and feet of a page, but for what reads as the head or a row of a table there."""
    if not any(holds(one.box, word.box) for one in aside for word in words):
        return list(words)
    em = em_of(words)
    lines = in_lines(words, em)
    kept: set[Segment] = set()
    for at in range(len(lines)):
        if (head := named_head(lines, at, em)) is not None:
            kept.update(word for line in lines[head[0] : head[1] + 1] for word in line)
        elif cut is not None and is_row_between(lines[at : at + 1], cut.borders, em):
            kept.update(lines[at])
    return [word for word in words if word in kept or not any(holds(one.box, word.box) for one in aside)]


def _is_in_several(word: Segment, grid: Grid) -> bool:
    """Tell whether a word right below a table stands under several of its columns."""
    box = grid.box
    is_below = box.bottom < word.middle <= box.bottom + _REACH * word.size
    return is_below and any(word.box.left < x < word.box.right for x in grid.columns[1:-1])


def _tables(
    page: Page, ruled: Sequence[Grid], words: Sequence[Segment], cut: _Cut | None, head_end: float | None
) -> _Tables:
    """Return the tables among words, first the rest of the one that the page before cut."""
    em = em_of(words)
    drawn = [rule for rule in joined(page.rules) if not any(is_rule_of(rule, grid.box) for grid in ruled)]
    shaded = joined([edge for shade in page.shades for edge in _across(shade)])
    rules = sorted(
        [*drawn, *(one for one in shaded if not any(is_rule_of(one, grid.box) for grid in ruled))], key=_top
    )
    lines = in_lines(words, em)
    grids: list[Grid] = []
    last: _Cut | None = None
    end = float("-inf")
    place = None
    if cut is not None:
        place = goes_on_from(lines, cut.borders, cut.head, rules, drawn, cut.em, cut.is_closed)
    if cut is not None and place is not None:
        is_cut = _is_last(lines, place.box, em)
        grid = grid_of(_with_rules(place, drawn), cut.em, cut.borders, is_cut)
        if grid is not None:
            grids.append(grid)
            end = grid.box.bottom
            last = replace(cut, is_closed=_is_closed(page, grid.box)) if is_cut else None
    first = place_below(lines, head_end, rules, drawn, em) if head_end is not None else None
    below = [line for line in lines if line[0].middle > (first.box.bottom if first is not None else end)]
    for place in [*([first] if first is not None else []), *find_places(below, rules, drawn, em)]:
        own = em_of(place.words)
        is_cut = _is_last(lines, place.box, em)
        grid = grid_of(_with_rules(place, drawn), own, (), is_cut)
        if grid is not None and not any(meet(grid.box, one.box, _TOUCH) for one in (*grids, *ruled)):
            grids.append(grid)
            head = tuple(word.text for line in place.head for word in line)
            last = _Cut(grid.columns, head, own, _is_closed(page, grid.box)) if is_cut else None
    return _Tables(tuple(grids), tuple(wall for grid in grids for wall in walls_of(grid, words)), last)


def _top(box: Box) -> float:
    return box.top


def _with_rules(place: Place, drawn: Sequence[Box]) -> Place:
    """Tell the rules of a table and of its head, which are `drawn`, from the edges of what is shaded."""
    rules = tuple(rule for rule in place.rules if any(abs(rule.top - one.top) <= _CLOSE for one in drawn))
    shades = tuple(height_of(rule) for rule in place.rules if rule not in rules)
    top = place.words[0].middle
    of_head = (one for one in drawn if top < height_of(one) < place.head_end - 1)
    inner = tuple(one for one in of_head if is_over(one, place.box))
    return replace(place, rules=rules, shades=shades, head_rules=inner)


def _across(shade: Box) -> tuple[Box, Box]:
    """Return the upper and the lower edge of what is shaded."""
    return (
        Box(shade.left, shade.top, shade.right, shade.top),
        Box(shade.left, shade.bottom, shade.right, shade.bottom),
    )


def _is_closed(page: Page, box: Box) -> bool:
    """Tell whether a rule ends a table, not only what is shaded."""
    return any(abs(height_of(rule) - box.bottom) <= _CLOSE for rule in page.rules)


def _is_last(lines: Sequence[Line], box: Box, em: float) -> bool:
    """Tell whether nothing stands below a table on its page."""
    return not any(line[0].middle > box.bottom + _LAST * em for line in lines[-1:])


def em_of(words: Sequence[Segment]) -> float:
    """Return the width of a Han character that most words are set in: fonts have boxes of many heights."""
    widths = [
        (word.box.right - word.box.left) / len(word.text)
        for word in words
        if len(word.text) > 1 and not word.text.isascii()
    ]
    return median(widths) if widths else median(word.size for word in words)
