"""Ruled tables and boxes: which cells the ruled lines of a page enclose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import height_of, hull, middle_across

# Ruled lines that come this near (points) meet: programs draw borders a line width apart.
_MEET = 3.0
# The two lines of a double rule are no further apart than this: no text that is read fits between them.
_DOUBLE = 6.5
# A rule runs beyond the last one across it by more than this where a page cut the table there.
_OPEN_END = 6.0
# What is drawn shorter than this is no ruled line but part of a letter or a mark.
_SHORTEST = 6.0
# More fields than this are no table but a drawing: so many characters of 7 points stand on a page of A3.
_MOST_FIELDS = 20_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: its box, its first row and column, from 0, and how many of them it spans."""

    box: Box
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or, where it has one cell, a box. `columns` are the x of its upright rules.

    `is_rest`: its columns are those of a table on the page before, which it goes on. `is_head`: all its rows
    are those of the head, and what it heads stands on the next page. `is_drawn`: rules part its columns.
    """

    box: Box
    cells: tuple[GridCell, ...]
    columns: tuple[float, ...]
    is_rest: bool = False
    is_head: bool = False
    is_drawn: bool = True

    @property
    def is_table(self) -> bool:
        """Tell a table from a box around text."""
        return len({cell.column for cell in self.cells}) > 1


def find_grids(rules: Sequence[Box]) -> tuple[Grid, ...]:
    """Find the grids that ruled lines form, from the top of the page down.

    Lines that meet form a grid where they enclose something: two upright ones with at least one across.
    A rule below a title or between columns encloses nothing.
    """
    drawn = dict.fromkeys(rules)
    long = [rule for rule in drawn if max(rule.right - rule.left, rule.bottom - rule.top) >= _SHORTEST]
    grids = [_grid(group) for group in _groups(long)]
    return tuple(sorted((grid for grid in grids if grid), key=lambda grid: grid.box.top))


def _groups(rules: Sequence[Box]) -> list[list[Box]]:
    """Group rules that meet, directly or over others."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    order = sorted(range(len(rules)), key=lambda index: rules[index].top)
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if rules[other].top > rules[one].bottom + _MEET:
                break
            if (
                rules[other].left <= rules[one].right + _MEET
                and rules[other].right >= rules[one].left - _MEET
            ):
                parent[root(other)] = root(one)
    groups: dict[int, list[Box]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return list(groups.values())


def _grid(rules: Sequence[Box]) -> Grid | None:
    across = [rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top]
    upright = [rule for rule in rules if rule.right - rule.left < rule.bottom - rule.top]
    upright, across = _at_one_place(upright, middle_across), _at_one_place(across, height_of)
    xs = _places([middle_across(rule) for rule in upright])
    ys = _places([height_of(rule) for rule in across])
    if len(xs) < 2 or not ys:
        return None
    upright = _without_columns(upright, ys)
    xs = _places([middle_across(rule) for rule in upright])
    if len(xs) < 2:
        return None
    box = hull([*across, *upright])
    # A table with open sides has no upright rules there.
    if box.left < xs[0] - _OPEN_END:
        xs.insert(0, box.left)
    if box.right > xs[-1] + _OPEN_END:
        xs.append(box.right)
    broken = _broken_rows(upright, xs, ys)
    across += broken
    ys = _places([*ys, *(rule.top for rule in broken)])
    # A table that goes on over the page has no rule across where the page cuts it.
    if box.top < ys[0] - _OPEN_END:
        ys.insert(0, box.top)
    if box.bottom > ys[-1] + _OPEN_END:
        ys.append(box.bottom)
    if len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_FIELDS:
        return None
    return Grid(box, _cells(xs, ys, across, upright), tuple(xs))


def _at_one_place(rules: Sequence[Box], place_of: Callable[[Box], float]) -> list[Box]:
    """Put rules nearer to each other than any text between them at one place: they are a double rule.

    Those of ruled paper, which go on at such steps, stay.
    """
    groups: list[list[Box]] = []
    for rule in sorted(rules, key=place_of):
        if groups and place_of(rule) - place_of(groups[-1][-1]) <= _DOUBLE:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    moved: list[Box] = []
    for group in groups:
        first, last = place_of(group[0]), place_of(group[-1])
        for rule in group:
            by = (first + last) / 2 - place_of(rule) if _MEET < last - first <= _DOUBLE else 0.0
            if place_of is middle_across:
                moved.append(replace(rule, left=rule.left + by, right=rule.right + by))
            else:
                moved.append(replace(rule, top=rule.top + by, bottom=rule.bottom + by))
    return moved


def _without_columns(upright: Sequence[Box], ys: Sequence[float]) -> list[Box]:
    """Leave out a rule between columns of text that ends where the table begins, or begins where it ends."""
    above = [rule for rule in upright if rule.bottom <= ys[0] + _MEET]
    below = [rule for rule in upright if rule.top >= ys[-1] - _MEET]
    inside = [rule for rule in upright if rule not in above and rule not in below]
    for beyond in (above, below):
        places = _places([middle_across(rule) for rule in beyond])
        # The end of a page that cuts a table leaves all its upright rules.
        if len(places) > 1 or any(
            abs(middle_across(rule) - place) <= _MEET for place in places for rule in inside
        ):
            inside += beyond
    return inside


def _places(values: Sequence[float]) -> list[float]:
    """Return the distinct places among values: what is as near as rules that meet is one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _MEET:
            places.append(value)
    return places


def _broken_rows(upright: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> list[Box]:
    """Return rules across for rows that none parts but the upright rules, which are drawn row by row.

    Half of them are broken there; a cell that lies between two that are not goes over both rows.
    """
    of_x = [[rule for rule in upright if abs(middle_across(rule) - x) <= _MEET] for x in xs]
    ends = [
        [below.top for above, below in pairwise(sorted(pieces, key=_top)) if _meet_end_to_end(above, below)]
        for pieces in of_x
    ]
    found: list[Box] = []
    for y in _places([end for of_one in ends for end in of_one]):
        broken = [
            any(abs(end - y) <= _MEET for end in of_one)
            or any(abs(piece.top - y) <= _MEET for piece in pieces)
            for of_one, pieces in zip(ends, of_x, strict=True)
        ]
        if all(abs(y - other) > _MEET for other in ys) and 2 * sum(broken) >= sum(map(bool, of_x)):
            found += [
                Box(left, y, right, y)
                for (left, is_broken), (right, is_next) in pairwise(zip(xs, broken, strict=True))
                if is_broken or is_next
            ]
    return found


def _meet_end_to_end(above: Box, below: Box) -> bool:
    return above.top + _MEET < below.top and abs(below.top - above.bottom) <= _MEET


def _top(rule: Box) -> float:
    return rule.top


def _cells(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Box], upright: Sequence[Box]
) -> tuple[GridCell, ...]:
    """Cut the grid at its rules; fields with no rule between them are one merged cell."""
    columns = len(xs) - 1
    owner = list(range(columns * (len(ys) - 1)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    def merge(one: int, other: int) -> None:
        kept, gone = sorted((root(one), root(other)))
        owner[gone] = kept

    beside = [[rule for rule in upright if abs(middle_across(rule) - x) <= _MEET] for x in xs]
    between = [[rule for rule in across if abs(height_of(rule) - y) <= _MEET] for y in ys]
    for row, (top, bottom) in enumerate(pairwise(ys)):
        middle_y = (top + bottom) / 2
        for column, (left, right) in enumerate(pairwise(xs)):
            middle_x, field = (left + right) / 2, row * columns + column
            if column and not any(rule.top <= middle_y <= rule.bottom for rule in beside[column]):
                merge(field - 1, field)
            if row and not any(rule.left <= middle_x <= rule.right for rule in between[row]):
                merge(field - columns, field)
    fields: dict[int, list[tuple[int, int]]] = {}
    for index in range(len(owner)):
        fields.setdefault(root(index), []).append(divmod(index, columns))
    return tuple(_cell(*divmod(first, columns), fields[first], xs, ys) for first in sorted(fields))


def _cell(
    row: int, column: int, fields: Sequence[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]
) -> GridCell:
    """Return the cell that merged fields are."""
    last_row, last_column = max(field[0] for field in fields), max(field[1] for field in fields)
    box = Box(xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
    return GridCell(box, row, column, last_row - row + 1, last_column - column + 1)
