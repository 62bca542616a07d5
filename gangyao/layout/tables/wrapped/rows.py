"""The lines of a table cut into rows, and their parts into cells, as language and print say together.

The parts of a cell stand on lines one below the other, and one cell of a row at least fills all of its
lines: so a row is known by how its cells go on. Where tabs, rules or positions do not tell the columns of
the parts, every distribution is weighed that leaves cells whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gangyao.chinese.line_width import line_width
from gangyao.layout.tables.wrapped.body import Body, Reading, Row
from gangyao.layout.tables.wrapped.cell_evidence import Column, Joints, serial_of, with_values
from gangyao.layout.tables.wrapped.printed_lines import Part
from gangyao.layout.tables.wrapped.shares import Share, Sharing

# A row has so many lines at most (by hand).
_MOST_LINES = 14
# So many lines with a part of each cell tell how wide the columns are, at first.
_ENOUGH_FULL = 3
# In bits, by hand. Among numbered rows one without a number is the rest of one from the page before.
_UNNUMBERED = 10.0
# A blank line parts rows rather than the lines of one.
_BLANK_WITHIN, _BLANK_BETWEEN = 6.0, 2.0
# What speaks against a row that ends although all of its cells go on, at most, and for one that does not.
_MOST_AT_EDGE, _LEAST_AT_EDGE = 8.0, -2.0
_TITLE = -1.0
# What speaks against a table that ends above a line which begins below an inner column.
_INSIDE = 6.0
# Rows that read worse than this are given up, and tables that do so against where they may have ended.
_HOPELESS = 80.0


def read_rows(body: Body, heads: Sequence[Column], joints: Joints, most_lines: int = _MOST_LINES) -> Reading:
    """Return the rows that read best, from the first line on; the table may end before the last line.

    What is known of columns (how wide they are, where their short cells stand) follows from a first reading.
    """
    columns = _measured(body, heads)
    reading = _best_rows(body, columns, joints, most_lines)
    for _ in range(2 if most_lines > 1 else 0):
        learnt = _learnt(reading.rows, columns)
        if learnt == columns:
            break
        columns = learnt
        reading = _best_rows(body, columns, joints, most_lines)
    return reading


def _measured(body: Body, heads: Sequence[Column]) -> list[Column]:
    """Return the columns with the widths of the parts that are known to stand in them, if enough are."""
    columns = list(heads)
    printed: list[list[str]] = [[] for _ in heads]
    full = 0
    for number, line in enumerate(body.lines):
        places = body.columns_of(number, len(heads)) or ()
        full += len(places) == len(heads)
        for column, part in zip(places, line.parts, strict=False):
            columns[column] = _widened(columns[column], part)
            printed[column].append(part.text)
    columns = columns if full >= _ENOUGH_FULL or body.columns[0] is not None else list(heads)
    return list(map(with_values, columns, printed))


def _widened(column: Column, part: Part) -> Column:
    width, length = line_width(part.text), len(part.text)
    if width <= column.width and length <= column.length:
        return column
    return replace(column, width=max(column.width, width), length=max(column.length, length))


def _learnt(rows: Sequence[Row], columns: Sequence[Column]) -> list[Column]:
    """Return the columns as the cells of these rows show them; to the last one text below may have come."""
    learnt: list[Column] = []
    rows = [row for row in rows if not row.is_title]
    for number, column in enumerate(columns):
        known = column
        for part in (part for row in rows[:-1] for part in row.cells[number]):
            known = _widened(known, part)
        spared = [
            row.offsets[number] > 0
            for row in rows
            if row.cells[number] and row.last - row.first - len(row.cells[number]) > 1
        ]
        is_centred = 2 * sum(spared) > len(spared) if spared else None
        learnt.append(replace(known, is_centred=is_centred))
    return learnt


def _best_rows(body: Body, columns: Sequence[Column], joints: Joints, most_lines: int) -> Reading:
    count = len(body.lines)
    numbers = _numbers(body, columns)
    sharing = Sharing(body, columns, joints)
    best: list[tuple[float, int, Row | None]] = [(-math.inf, -1, None) for _ in range(count + 1)]
    best[0] = 0.0, -1, None
    top = 0.0
    for first in range(count):
        if best[first][0] < top - _HOPELESS:
            continue
        before = best[first][0] + _edge_bits(sharing, first)
        for row, bits in _rows_from(sharing, first, most_lines, numbers):
            if before + bits > best[row.last][0]:
                best[row.last] = before + bits, first, row
                top = max(top, before + bits)
    end = max(range(count + 1), key=lambda place: best[place][0] - _INSIDE * _is_inside(body, place))
    rows: list[Row] = []
    place = end
    while place > 0:
        _, place, found = best[place]
        if found is not None:
            rows.insert(0, found)
    while rows and rows[-1].is_title:
        rows.pop()
    return Reading(tuple(rows), best[end][0])


def _is_inside(body: Body, line: int) -> bool:
    """Tell whether a line begins below a later column than the first, as text below a table does not."""
    known = body.columns[line] if line < len(body.lines) else None
    return known is not None and known[0] > 0 and body.edges[line] == "none"


def _numbers(body: Body, columns: Sequence[Column]) -> list[int | None] | None:
    """Return for each line the number of a row that stands on it, if rows are numbered: 1, 2, 3."""
    if not columns[0].is_number:
        return None
    numbers: list[int | None] = []
    last = 0
    for line, known in zip(body.lines, body.columns, strict=True):
        number = serial_of(line.parts[0].text)
        is_next = number is not None and (number in (1, last + 1) or known is not None)
        is_first = known is None or known[0] == 0
        numbers.append(number if is_next and is_first else None)
        last = number if number is not None and is_next and is_first else last
    return numbers


def _edge_bits(sharing: Sharing, first: int) -> float:
    """Return what speaks for a row that begins on a line: what stands above it does not go on."""
    body, columns = sharing.body, sharing.columns
    if first == 0:
        return 0.0
    if body.edges[first] == "rule":
        return 0.0
    bits = _BLANK_BETWEEN if body.edges[first] == "blank" else 0.0
    above, below = body.columns_of(first - 1, len(columns)), body.columns_of(first, len(columns))
    if above is None or below is None:
        return bits
    for column in set(above) & set(below):
        if columns[column].is_number:
            continue
        upper = body.lines[first - 1].parts[above.index(column)]
        lower = body.lines[first].parts[below.index(column)]
        bits -= max(_LEAST_AT_EDGE, min(_MOST_AT_EDGE, sharing.goes_on(upper, lower, column)))
    return bits


def _rows_from(
    sharing: Sharing, first: int, most_lines: int, numbers: Sequence[int | None] | None
) -> Iterator[tuple[Row, float]]:
    """Yield the best row of each height that begins on a line, with what speaks for it."""
    body = sharing.body
    if first in body.titles:
        yield Row(first, first + 1, ((body.lines[first].parts[0],),), is_title=True), _TITLE
    shares = [Share()]
    blanks = 0.0
    count = 0
    for last in range(first, min(first + most_lines, len(body.lines))):
        if last > first:
            if body.is_ruled and body.edges[last] == "rule":
                break
            blanks -= _BLANK_WITHIN * (body.edges[last] == "blank")
        count += numbers is not None and numbers[last] is not None
        if count > 1:
            break
        shares = sharing.extended(shares, last)
        if not shares or shares[0].bits < -_HOPELESS:
            break
        is_whole = not body.is_ruled or last + 1 == len(body.lines) or body.edges[last + 1] == "rule"
        if not is_whole:
            continue
        row, bits = sharing.best_row(first, shares)
        yield row, bits + blanks - (_UNNUMBERED if numbers is not None and not count else 0.0)
