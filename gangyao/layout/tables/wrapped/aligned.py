"""In which column each part of a line stands, where the columns are aligned.

Programs align by the width of print, where signs like “ and — count one or two half characters, or by the
number of characters. A part belongs to the column below whose parts above it stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Sequence

from gangyao.chinese.line_width import line_width
from gangyao.layout.tables.wrapped.heads import Head
from gangyao.layout.tables.wrapped.printed_lines import Part, PrintedLine

_TAB_STOP = 8
#: The column of each part of a line, from 0.
Columns = tuple[int, ...]


def _narrow_width(text: str) -> int:
    """Return the width of a text in whose font marks and letters shared with the West take half the room."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _expanded(text: str, width_of: Callable[[str], int]) -> int:
    if "\t" not in text:
        return width_of(text)
    width = 0
    for piece in text.split("\t")[:-1]:
        width += width_of(piece)
        width += _TAB_STOP - width % _TAB_STOP
    return width + width_of(text.rsplit("\t", 1)[1])


def _span(line: PrintedLine, part: Part, width_of: Callable[[str], int]) -> tuple[int, int]:
    """Return where a part begins and ends on its line."""
    left = _expanded(line.text[: part.start - line.start], width_of)
    return left, left + width_of(part.text)


def columns_by_place(lines: Sequence[PrintedLine], width: int) -> list[Columns]:
    """Return the columns that tabs or rules tell, for as many lines as they tell them."""
    found: list[Columns] = []
    for line in lines:
        places = tuple(part.place for part in line.parts)
        if not places or places[-1] >= width:
            break
        found.append(places)
    return found


def columns_by_position(head: Head, lines: Sequence[PrintedLine], titles: Collection[int]) -> list[Columns]:
    """Return the column of each part, for as many lines as parts stand below one head only.

    `titles` are lines that may stand over all columns.
    """
    tried = [_by_width(head, lines, titles, width_of) for width_of in (line_width, _narrow_width, len)]
    return max(tried, key=len)


def _by_width(
    head: Head,
    lines: Sequence[PrintedLine],
    titles: Collection[int],
    width_of: Callable[[str], int],
) -> list[Columns]:
    strips: list[tuple[int, int]] = []
    for parts in head.columns:
        spans = [
            _span(next(line for line in head.lines if part in line.parts), part, width_of) for part in parts
        ]
        strips.append((min(left for left, _ in spans), max(right for _, right in spans)))
    spans_of = [[_span(line, part, width_of) for part in line.parts] for line in lines]
    # Parts that stand below no head yet wait until what is below them tells their column.
    found: list[Columns] = []
    for number, spans in enumerate(spans_of):
        if number in titles:
            found.append((0,))
            continue
        columns = _below(spans, strips)
        if columns is None:
            break
        for column, (left, right) in zip(columns, spans, strict=True):
            strips[column] = min(strips[column][0], left), max(strips[column][1], right)
        found.append(columns)
    return found


def _below(spans: Sequence[tuple[int, int]], strips: Sequence[tuple[int, int]]) -> Columns | None:
    """Return the column of each part of a line; None where one stands below two, or two below one."""
    columns: list[int] = []
    for left, right in spans:
        over = [n for n, (first, last) in enumerate(strips) if left < last and first < right]
        if len(over) > 1:
            return None
        column = over[0] if over else _nearest(left, right, strips)
        if columns and column <= columns[-1]:
            return None
        columns.append(column)
    return tuple(columns)


def _nearest(left: int, right: int, strips: Sequence[tuple[int, int]]) -> int:
    """Return the column that a part stands nearest to, of those on both sides of it."""
    gaps = [max(first - right, left - last) for first, last in strips]
    return gaps.index(min(gaps))
