"""Tables without upright rules on one page: in the midst of it, and the rest of one that a page cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.grids import Grid
from gangyao.ingest.printed_pages.head_extent import with_whole_head
from gangyao.ingest.printed_pages.page import Page, height_of, holds, is_rule_of, meet
from gangyao.ingest.printed_pages.segments import Segment, find_segments
from gangyao.ingest.printed_pages.table_ends import goes_on_from, is_row_between
from gangyao.ingest.printed_pages.table_heads import are_groups, named_head
from gangyao.ingest.printed_pages.table_lines import Line, Place, closed_up, in_lines, is_over, joined
from gangyao.ingest.printed_pages.table_places import find_places, place_below
from gangyao.ingest.printed_pages.unruled import grid_of, walls_below, walls_of

#: Words of a table that no rules part are parted by a space wider than this, in heights of a character.
NEAR = 0.5
# A table goes on over the page where so little stands below it, in widths of a character.
_LAST = 3.0
# Lines of an unruled table in which columns meet are cut so often at most: as many lines as a page has.
_MOST_CUT = 40
# The next line of a table begins within so many heights of a character below it.
_REACH = 4.5
# Tables that share no more height than this, in points, only touch.
_TOUCH = 2.0
# A rule that closes a table is this near its end, in points.
_CLOSE = 3.0


@dataclass(frozen=True, slots=True)
class Cut:
    """A table that the end of a page may have cut: its columns, and the words of its head."""

    borders: tuple[float, ...]
    head: tuple[str, ...]
    em: float
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables that no upright rules part, what parts their words, and the last one where it may go on."""

    grids: tuple[Grid, ...] = ()
    walls: tuple[Box, ...] = ()
    cut: Cut | None = None

    @property
    def height(self) -> float:
        """How much of the page they take."""
        return sum(grid.box.bottom - grid.box.top for grid in self.grids)


def unruled_tables(
    page: Page,
    segments: Sequence[Segment],
    ruled: Sequence[Grid],
    framing: Sequence[Segment],
    cut: Cut | None,
    head_end: float | None = None,
) -> Tables:
    """Return the tables of a page that no upright rules part; what stands above `head_end` is a head.

    Words of neighbouring columns may stand so near that they pass for one: below the part of a table that is
    known, its columns part them too, line by line as far as the table goes on.
    """
    walls = [*upright_rules(page), *page.gaps]
    aside = [one for one in framing if cut is None or not set(one.text.split()) <= set(cut.head)]
    found = Tables()
    near = NEAR * min(1.0, em_of(segments) / median(one.size for one in segments)) if segments else NEAR
    below: list[Box] = []
    for _ in range(_MOST_CUT):
        words = [
            word
            for word in find_segments(page.runs, [*walls, *below], near)
            if not any(holds(grid.box, word.box) for grid in ruled)
        ]
        outside = without_aside(closed_up(words, em_of(words)) if words else words, aside, cut)
        tables = _tables(page, ruled, outside, cut, head_end) if outside else found
        if tables.height <= found.height:
            break
        found = tables
        if not any(_is_in_several(word, grid) for grid in found.grids for word in outside):
            break
        below = [*found.walls, *(wall for grid in found.grids for wall in walls_below(grid, outside))]
    return found


def without_aside(words: Sequence[Segment], aside: Sequence[Segment], cut: Cut | None) -> list[Segment]:
    """Leave out the heads and feet of a page, but for what reads as the head or a row of a table there."""
    if not any(holds(one.box, word.box) for one in aside for word in words):
        return list(words)
    em = em_of(words)
    lines = in_lines(words, em)
    kept: set[Segment] = set()
    for at in range(len(lines)):
        if (head := named_head(lines, at, em)) is not None:
            kept.update(word for line in lines[head[0] : head[1] + 1] for word in line)
            continue
        is_row = cut is not None and is_row_between(lines[at : at + 1], cut.borders, em)
        if is_row or are_groups(lines[at], lines[at + 1 : at + 2], em):
            kept.update(lines[at])
    return [word for word in words if word in kept or not any(holds(one.box, word.box) for one in aside)]


def _is_in_several(word: Segment, grid: Grid) -> bool:
    """Tell whether a word right below a table stands under several of its columns."""
    box = grid.box
    is_below = box.bottom < word.middle <= box.bottom + _REACH * word.size
    return is_below and any(word.box.left < x < word.box.right for x in grid.columns[1:-1])


def _tables(
    page: Page, ruled: Sequence[Grid], words: Sequence[Segment], cut: Cut | None, head_end: float | None
) -> Tables:
    """Return the tables among words, first the rest of the one that the page before cut."""
    em = em_of(words)
    drawn = [rule for rule in joined(page.rules) if not any(is_rule_of(rule, grid.box) for grid in ruled)]
    shaded = joined([edge for shade in page.shades for edge in _across(shade)])
    rules = sorted(
        [*drawn, *(one for one in shaded if not any(is_rule_of(one, grid.box) for grid in ruled))], key=_top
    )
    lines = in_lines(words, em)
    grids: list[Grid] = []
    last: Cut | None = None
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
        place = with_whole_head(place, lines, own)
        is_cut = _is_last(lines, place.box, em)
        grid = grid_of(_with_rules(place, drawn), own, (), is_cut)
        if grid is not None and not any(meet(grid.box, one.box, _TOUCH) for one in (*grids, *ruled)):
            grids.append(grid)
            head = tuple(word.text for line in place.head for word in line)
            last = Cut(grid.columns, head, own, _is_closed(page, grid.box)) if is_cut else None
    return Tables(tuple(grids), tuple(wall for grid in grids for wall in walls_of(grid, words)), last)


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


def upright_rules(page: Page) -> list[Box]:
    """Return the upright rules of a page."""
    return [rule for rule in page.rules if rule.bottom - rule.top > rule.right - rule.left]


def em_of(words: Sequence[Segment]) -> float:
    """Return the width of a Han character that most words are set in: fonts have boxes of many heights."""
    widths = [
        (word.box.right - word.box.left) / len(word.text)
        for word in words
        if len(word.text) > 1 and not word.text.isascii()
    ]
    return median(widths) if widths else median(word.size for word in words)
