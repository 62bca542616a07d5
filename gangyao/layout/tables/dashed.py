"""Simple tables of pandoc: a row of heads, dashes below each of them, rows below to the next blank line.

    指标        单位   2030年
    ----------- ------ -------
    入园率      %           98

The dashes tell how wide the columns are; a cell stands at or within those of its column, by the width at
which it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gangyao.chinese.line_width import line_width
from gangyao.document.tables import PrintedTable
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.grid import Piece, lay_grid, without_margins

_DASHES = re.compile(r"^[ \t]*-{2,}(?: +-{2,})+[ \t\r]*$", re.MULTILINE)
_LINE = re.compile(r"[^\n]*")


def dashed_tables(text: str) -> list[PrintedTable]:
    """Return the tables with a row of dashes below their heads, in the order of the raw text."""
    if "-- --" not in text:
        return []
    tables: list[PrintedTable] = []
    for dashes in _DASHES.finditer(text):
        head = _line_above(text, dashes.start())
        if head is None or (tables and tables[-1].raw_end > head[0]):
            continue
        starts = [found.start() for found in re.finditer("-+", dashes[0])]
        spans = [head, *_rows_below(text, dashes.end())]
        rows = [_cells(text, start, end, starts) for start, end in spans]
        if len(rows) > 1 and all(sum(one.raw_start < one.raw_end for one in row) > 1 for row in rows):
            tables.append(lay_grid(rows, text, head[0], spans[-1][1], headers=1))
    return tables


def _line_above(text: str, start: int) -> tuple[int, int] | None:
    """Return the line above the one that begins at `start`; None where that is blank."""
    first = text.rfind("\n", 0, max(0, start - 1)) + 1
    return (first, start - 1) if start and text[first : start - 1].strip(INVISIBLE) else None


def _rows_below(text: str, end: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    while end < len(text):
        line = _LINE.match(text, end + 1)
        if line is None or not line[0].strip(INVISIBLE) or _DASHES.fullmatch(line[0]):
            break
        rows.append(line.span())
        end = line.end()
    return rows


def _cells(text: str, start: int, end: int, starts: Sequence[int]) -> list[Piece]:
    """Cut a line where its columns begin: `starts` are their places in half characters."""
    cuts: list[int] = []
    width, wanted = 0, list(starts)
    for place in range(start, end):
        while wanted and width >= wanted[0]:
            cuts.append(place)
            wanted.pop(0)
        width += line_width(text[place])
    edges = [*cuts, *[end] * (len(starts) + 1 - len(cuts))]
    edges[0] = start
    return [Piece(*without_margins(text, left, right)) for left, right in pairwise(edges)]
