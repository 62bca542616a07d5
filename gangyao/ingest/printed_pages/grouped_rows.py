"""Rows of a table without rules whose first columns go over several of them: an offence and its degrees.

The columns behind tell the rows, one of them by single words; the first columns have fewer cells, each at the
top or in the middle of its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.ingest.printed_pages.cell_fields import Fields
from gangyao.ingest.printed_pages.placed_cells import spans_of_rows
from gangyao.ingest.printed_pages.row_edges import edges_of_rows
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.stretches import (
    FILLS,
    HALF,
    Stretch,
    cells_of,
    inside,
    line_pitch,
    marks_of,
)

# A column whose cells go over several rows has at most so many cells for each row of the others.
_FEWER = 0.75
# Columns that tell of rows have words in this share of them; they are two at least, the rows so many.
_NEARLY = 0.9
_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 3
# Words stand beside each other within this, in widths of a character.
_LEVEL = 0.3


@dataclass(frozen=True, slots=True)
class GroupedRows:
    """The edges between rows, how many of the first columns go over several of them, and over which."""

    edges: tuple[float, ...]
    columns: int
    spans: tuple[tuple[int, int], ...]

    def merge(self, fields: Fields, first: int) -> None:
        """Merge the cells of the first columns; the rows begin with row `first`."""
        for start, end in self.spans:
            for column in range(self.columns) if end - start > 1 else ():
                fields.merge((first + start, first + end), (column, column + 1))


def grouped_rows(
    columns: Sequence[Stretch], lanes: int, em: float, is_rest: bool, is_cut: bool
) -> GroupedRows | None:
    """Return the rows of a table several of whose first columns go over more than one; None for any other.

    All `lanes` of the table must have words.
    """
    if len(columns) != lanes:
        return None
    pitch = line_pitch(columns, em)
    first = cells_of(columns[0].lines, pitch)
    for count in range(2, len(columns) - _FEWEST_COLUMNS + 1):
        telling = columns[count:]
        marks = marks_of(telling, em)
        if len(marks) < _FEWEST_ROWS - (is_rest or is_cut) or len(first) > _FEWER * len(marks):
            continue
        edges = edges_of_rows(telling, em)
        # The rest of a row has none of its own.
        if not 0 <= len(edges) + 1 - len(marks) <= is_rest or not all(
            _has_words(one, edges) for one in telling
        ):
            continue
        lines = sorted(line.middle for column in columns for line in column.lines)
        bounds = [lines[0] - HALF * em, *edges, lines[-1] + HALF * em]
        tops = [
            min((line.middle for column in telling for line in inside(column, top, bottom)), default=top)
            for top, bottom in pairwise(bounds)
        ]
        spans = spans_of_rows(columns[0].lines, bounds, tops, pitch, em, is_rest, is_cut)
        if spans is not None and all(
            _goes_over_rows(one, marks, spans, pitch, em) for one in columns[:count]
        ):
            return GroupedRows(tuple(edges), count, tuple(spans))
    return None


def _has_words(column: Stretch, edges: Sequence[float]) -> bool:
    bounds = [float("-inf"), *edges, float("inf")]
    filled = sum(bool(inside(column, top, bottom)) for top, bottom in pairwise(bounds))
    return filled >= _NEARLY * (len(edges) + 1)


def _goes_over_rows(
    column: Stretch, marks: Sequence[Segment], spans: Sequence[tuple[int, int]], pitch: float, em: float
) -> bool:
    """Tell whether a column has one cell in each group of rows: so many lines end short of its edge."""
    beside = sum(any(abs(line.middle - mark.middle) < _LEVEL * em for line in column.lines) for mark in marks)
    if beside >= _NEARLY * len(marks) or len(cells_of(column.lines, pitch)) > _FEWER * len(marks):
        return False
    width = column.right - column.left
    ends = sum(width - (line.box.right - line.box.left) > FILLS * em for line in column.lines)
    return ends <= len(spans) + 1
