"""Tables printed one cell a line without numbers for their rows: what their columns hold parts the rows.

A column of values, times, bodies or natures of indicators has to hold such, row by row; so it shows which
lines are the parts of one wrapped cell, which line stands over a group of rows, where the cell that says
their class goes on from the row above, and where the table ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, combinations_with_replacement, pairwise

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.heading_levels import OF_TEXT
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.tables.grid import Piece
from gangyao.layout.tables.row_cells import CellLine, column_kind, fit_bits

#: The head of a column has no more characters on a line.
LONGEST_HEADER = 16
#: So many lines may stand over a group of rows: its chapter and its section.
MOST_GROUPS = 3
# What begins again below a table.
_NEXT = OF_TEXT | {"annex"}
_FEWEST_COLUMNS = 3
# No page has room for more (by hand): a thousand lines that each could be a head took a minute.
_MOST_COLUMNS = 24
_FEWEST_ROWS = 2
_LONGEST_CELL = 32
_YEAR = re.compile(r"(?:19|20)\d\d")
VALUE = re.compile(r"[<>≤≥＜＞〔\[（(]*[-+]?\d[\d.,，]*.{0,6}|[-—–/]+")
_UNIT_HEAD = re.compile("(?:计量|指标)?单位")
_UNIT = re.compile(r"[^，。；]{1,10}")
_NATURE_HEAD = re.compile("(?:指标)?属性")
_NATURE = re.compile(r"(?:约束|预期|指导|引导)性?[（(]?.{0,4}|[-—–/]+")
_CLASS_HEAD = re.compile("类|领域|方面|维度|板块")
#: What stands in such a column is never wrapped.
ON_ONE_LINE = (VALUE, _UNIT, _NATURE)
# The cells of a row are wrapped over so many lines more than it has columns.
_MOST_WRAPPED = 3


def plain_rows(lines: Sequence[CellLine], first: int, model: CharacterModel) -> list[list[Piece]]:
    """Read the table whose head begins with the line `first`; nothing where it is none."""
    end = first
    last = min(len(lines), first + _MOST_COLUMNS)
    while end < last and len(lines[end].text) <= LONGEST_HEADER and is_header_text(lines[end].text):
        end += 1
    # The first cells below the head may be called as heads are, too: 安居工程.
    tries = (_rows(lines, first, at, model) for at in range(end, first + _FEWEST_COLUMNS - 1, -1))
    return next((rows for rows in tries if rows), [])


def _rows(lines: Sequence[CellLine], first: int, at: int, model: CharacterModel) -> list[list[Piece]]:
    """Read the table whose head are the lines from `first` to `at`; nothing where it is none."""
    heads = [line.text for line in lines[first:at]]
    kinds = kinds_of(heads)
    if not any(kinds):
        return []
    rows = [[piece_of([line]) for line in lines[first:at]]]
    count = 0
    has_classes = _CLASS_HEAD.search(heads[0]) is not None and kinds[0] is None
    while True:
        groups = _groups(lines, at)
        row = _row_of(lines, at + groups, [1] * len(kinds), kinds)
        if row is None and has_classes and count:
            # The class that the row above names goes on: its column has no line of its own.
            without_class = _row_of(lines, at + groups, [1] * (len(kinds) - 1), kinds[1:])
            row = [[], *without_class] if without_class is not None else None
        if row is None:
            row = _wrapped_row(lines, at + groups, kinds, model)
        if row is None:
            break
        rows += [[piece_of([line])] for line in lines[at : at + groups]]
        at += groups + sum(map(len, row))
        if _heads_group(row, kinds, model):
            rows.append([piece_of(row[0][:1])])
            row[0] = row[0][1:]
        rows.append([piece_of(cell) if cell else _empty_before(row) for cell in row])
        count += 1
    return rows if count >= _FEWEST_ROWS else []


def piece_of(cell: Sequence[CellLine]) -> Piece:
    """Return the cell that lines make up."""
    return Piece(cell[0].start, cell[-1].end)


def begins_text(text: str) -> bool:
    """Tell whether a line is a heading with a title, which no cell is."""
    heading = parse_heading(text)
    return heading is not None and heading.family in _NEXT and not heading.is_weak and bool(heading.title)


def _empty_before(row: Sequence[Sequence[CellLine]]) -> Piece:
    start = row[1][0].start
    return Piece(start, start)


def kinds_of(heads: Sequence[str]) -> list[re.Pattern[str] | None]:
    """Return what the cells of each column look like, by its head; None where it may hold any words."""
    kinds = [_kind(head) for head in heads]
    if VALUE in kinds:
        # Beside values 单位 is the unit that they are counted in, else a body.
        kinds = [
            _UNIT if _UNIT_HEAD.fullmatch(head) else kind for head, kind in zip(heads, kinds, strict=True)
        ]
    return kinds


def _kind(head: str) -> re.Pattern[str] | None:
    if _YEAR.match(head):
        return VALUE
    return _NATURE if _NATURE_HEAD.fullmatch(head) else column_kind(head)


def _groups(lines: Sequence[CellLine], at: int) -> int:
    """Count the lines from `at` on that head a group of rows: `一、经济发展`."""
    count = 0
    while count < MOST_GROUPS and at + count < len(lines) and _is_group(lines[at + count].text):
        count += 1
    return count


def _is_group(text: str) -> bool:
    return len(text) <= LONGEST_HEADER and not ends_sentence(text) and begins_text(text)


def _wrapped_row(
    lines: Sequence[CellLine], at: int, kinds: Sequence[re.Pattern[str] | None], model: CharacterModel
) -> list[list[CellLine]] | None:
    """Return the cells of the row that begins with the line `at`, one of them or more wrapped."""
    may_wrap = [column for column, kind in enumerate(kinds) if kind not in ON_ONE_LINE]
    for more in range(1, _MOST_WRAPPED + 1):
        found = []
        for wrapped in combinations_with_replacement(may_wrap, more):
            sizes = [1 + wrapped.count(column) for column in range(len(kinds))]
            row = _row_of(lines, at, sizes, kinds)
            if row is not None:
                found.append(row)
        if found:
            return max(found, key=lambda row: _row_bits(row, kinds, model)) if len(found) > 1 else found[0]
    return None


def _row_bits(
    row: Sequence[Sequence[CellLine]], kinds: Sequence[re.Pattern[str] | None], model: CharacterModel
) -> float:
    return _wrapping_bits(row, model) + sum(map(fit_bits, row, kinds))


def _wrapping_bits(row: Sequence[Sequence[CellLine]], model: CharacterModel) -> float:
    """Return by how many bits the lines of the cells of a row go on each other."""
    pairs = [(a.text, b.text) for cell in row for a, b in pairwise(cell)]
    return float(sum(join_scores(pairs, model).tolist()))


def _row_of(
    lines: Sequence[CellLine],
    at: int,
    sizes: Sequence[int],
    kinds: Sequence[re.Pattern[str] | None],
) -> list[list[CellLine]] | None:
    """Return cells of so many lines each; None where they are no cells, or not of their columns."""
    own = lines[at : at + sum(sizes)]
    if len(own) < sum(sizes) or not all(_is_cell(line.text) for line in own):
        return None
    edges = [0, *accumulate(sizes)]
    cells = [list(own[start:end]) for start, end in pairwise(edges)]
    return cells if all(map(_fits, cells, kinds)) else None


def _fits(cell: Sequence[CellLine], kind: re.Pattern[str] | None) -> bool:
    return kind is None or kind.fullmatch("".join(line.text for line in cell)) is not None


def _is_cell(text: str) -> bool:
    return len(text) <= _LONGEST_CELL and not ends_sentence(text) and not begins_text(text)


def _heads_group(
    row: Sequence[Sequence[CellLine]], kinds: Sequence[re.Pattern[str] | None], model: CharacterModel
) -> bool:
    """Tell whether the first of two lines of a first cell stands over a group of rows."""
    if (
        VALUE not in kinds
        or len(row[0]) != 2
        or sum(map(len, row)) != len(kinds) + 1
        or len(row[0][0].text) > LONGEST_HEADER
    ):
        return False
    return _wrapping_bits(row[:1], model) <= 0
