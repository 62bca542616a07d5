"""The rows of a table that no rules part, by the room between them; and by where single words stand in them.

Between rows there is more room than between the lines of a cell, in all columns but those whose cells go over
several rows. Where there is none, a column with one word in each row tells: its words stand at the
tops of the rows, or at their middles. Of what is told so, that holds which parts the fewest lines that fill
their column from the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.stretches import (
    FILLS,
    HALF,
    RARE,
    Stretch,
    cells_of,
    columns_beside,
    counts_of,
    inside,
    line_pitch,
    line_room,
    marks_of,
)

# Room between rows is wider than that between lines of a cell by this, in widths of a character.
_WIDER = 0.12
# Words stand beside this share of others: beside all of them, but for a total.
_NEARLY = 0.9
# A column whose cells go over several rows has at most so many cells for each row of the others.
_FEWER = 0.75
# Columns at least so wide tell of wrapped lines. A line that fills its column may end a cell all the same:
# that counts for so much less than a short line with another below it in the same cell.
_TELLING = 4
_MAY_END = 0.4
# Words stand at the middle of their rows, or at the top, within this, in widths of a character.
_OFF = 0.75
# One that stands further off, because a page cuts its row, still tells of one where nothing else does.
_FARTHEST_OFF = 2.5


def row_edges(columns: Sequence[Stretch], em: float) -> tuple[list[float], bool]:
    """Return the heights between the rows that columns stand in, and whether the first goes over several."""
    all_rows = edges_of_rows(columns, em)
    if _stands_in_rows(columns, em):
        return all_rows, False
    without = edges_of_rows(columns[1:], em) if len(columns) > 2 else []
    first = cells_of(columns[0].lines, line_pitch(columns, em))
    if len(first) <= _FEWER * (len(without) + 1):
        lines = sorted(line.middle for column in columns[1:] for line in column.lines)
        edges = [lines[0] - HALF * em, *without, lines[-1] + HALF * em]
        middle = centred([(cell[0].middle + cell[-1].middle) / 2 for cell in first], edges)
        if len(without) > len(all_rows) or (middle is not None and middle[1] <= _OFF * em):
            return without, True
    return all_rows, len(first) <= _FEWER * (len(all_rows) + 1)


def _stands_in_rows(columns: Sequence[Stretch], em: float) -> bool:
    """Tell whether words of the first column stand beside all words of a column without wrapped lines."""
    marks = marks_of(columns[1:], em)
    first = columns[0].lines
    if all(line.text.isdecimal() for line in first):
        return True
    beside = sum(any(abs(one.middle - mark.middle) < 0.3 * em for one in first) for mark in marks)
    return bool(marks) and beside >= _nearly_all(marks) and len(first) >= _nearly_all(marks)


def _nearly_all(marks: Sequence[Segment]) -> float:
    """Return how many of some words are all but a few: the total of a column may stand alone."""
    return min(_NEARLY * len(marks), max(len(marks) - 1, 2))


def edges_of_rows(columns: Sequence[Stretch], em: float) -> list[float]:
    """Return the edges of rows that cut the fewest cells, of those that room and single words tell."""
    rooms = _rooms([line for column in columns for line in column.lines], em)
    widest = _widest_line_room(columns, rooms, em)
    edges = [(top + bottom) / 2 for top, bottom in rooms if widest is None or bottom - top > widest]
    marks = counts_of(columns, em) or marks_of(columns, em)
    key = columns[0].lines if len(marks) < len(edges) / 2 else marks
    told = [_without_cut_cells(columns, edges, key, em)]
    if marks and _has_two(marks, edges):
        told += _by_marks(columns, marks, [(top + bottom) / 2 for top, bottom in rooms], em)
    told.append(_above_full_lines(columns, em))
    return min(told, key=lambda one: _cut_cells(columns, one, em))


def _cut_cells(columns: Sequence[Stretch], edges: Sequence[float], em: float) -> float:
    """Return how often edges part lines that fill their column from the next, or none parts short ones."""
    wrong = 0.0
    for column in columns:
        if _holds_figures(column):
            # A figure does not go on in the one below it.
            wrong += sum(
                any(line.middle < edge < below.middle for edge in edges)
                == _is_rest_of_figure(line, below, column, columns, em)
                for line, below in pairwise(column.lines)
            )
        if column.right - column.left < _TELLING * em or _holds_figures(column):
            continue
        for line, below in pairwise(column.lines):
            is_parted = any(line.middle < edge < below.middle for edge in edges)
            room = column.right - column.left - (line.box.right - line.box.left)
            if not is_parted and (room > FILLS * em or below.middle - line.middle > 2.2 * em):
                wrong += 1
            elif is_parted and room <= em and below.middle - line.middle <= 2 * em:
                wrong += _MAY_END
    return wrong


def _holds_figures(column: Stretch) -> bool:
    """Tell whether a column holds figures, none so wide that the next one may be the rest of it."""
    widest = max(line.box.right - line.box.left for line in column.lines)
    return all(line.text.isascii() for line in column.lines) and any(
        line.box.right - line.box.left < widest / 2 for line in column.lines
    )


def _above_full_lines(columns: Sequence[Stretch], em: float) -> list[float]:
    """Return the edges above lines that stand in all columns: the first ones of rows set at their tops."""
    lines = sorted((line for column in columns for line in column.lines), key=lambda one: one.middle)
    found: list[float] = []
    for line in columns[-1].lines:
        above = [one.middle for one in lines if one.middle < line.middle - 0.3 * em]
        if above and columns_beside(line, columns, em) == len(columns):
            found.append((max(above) + line.middle) / 2)
    return found


def _without_cut_cells(
    columns: Sequence[Stretch], edges: Sequence[float], key: Sequence[Segment], em: float
) -> list[float]:
    """Leave out edges that cut cells: lines that fill their columns go on below, without a word of `key`."""
    kept: list[float] = []
    for at, edge in enumerate(edges):
        top = kept[-1] if kept else float("-inf")
        bottom = edges[at + 1] if at + 1 < len(edges) else float("inf")
        above = [inside(column, top, edge) for column in columns]
        below = [inside(column, edge, bottom) for column in columns]
        is_cut = False
        for lacking in (above, below):
            if not any(one in key for lines in lacking for one in lines) and not _is_title(
                lacking, columns, em
            ):
                ends = [
                    bool(lines) and bool(others) and -em <= column.right - lines[-1].box.right <= FILLS * em
                    for column, lines, others, own in zip(columns, above, below, lacking, strict=True)
                    if own
                ]
                is_single = lacking is below and sum(map(len, below)) == len(ends) == 1
                goes_on = bool(ends) and all(ends) and not _has_figures_below(above, below)
                is_cut = is_cut or goes_on or (is_single and _goes_under(above, below))
        is_cut = is_cut or _is_end_of_word(above, below, columns, em)
        if not is_cut:
            kept.append(edge)
    return kept


def _has_figures_below(above: Sequence[Sequence[Segment]], below: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether figures of several columns stand below others: they begin a row."""
    pairs = [(own[-1], lower[0]) for own, lower in zip(above, below, strict=True) if own and lower]
    return sum(line.text.isascii() and one.text.isascii() for line, one in pairs) > 1


def _is_rest_of_figure(
    line: Segment, below: Segment, column: Stretch, columns: Sequence[Stretch], em: float
) -> bool:
    """Tell whether a line, alone in its row, is the end of a number that fills its column right above."""
    is_near = below.middle - line.middle <= 2 * em
    is_shorter = below.box.right - below.box.left < line.box.right - line.box.left
    is_full = column.right - line.box.right <= em
    return is_near and is_shorter and is_full and columns_beside(below, columns, em) == 1


def _is_end_of_word(
    above: Sequence[Sequence[Segment]],
    below: Sequence[Sequence[Segment]],
    columns: Sequence[Stretch],
    em: float,
) -> bool:
    """Tell whether nothing stands below but the end of a word or number."""
    if len(columns) < 3 or sum(map(len, below)) != 1:
        return False
    (at,) = (n for n, lower in enumerate(below) if lower)
    return bool(above[at]) and _is_rest_of_figure(above[at][-1], below[at][0], columns[at], columns, em)


def _goes_under(above: Sequence[Sequence[Segment]], below: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether what stands below has words above it, in columns but the first."""
    return not below[0] and all(upper for upper, lower in zip(above, below, strict=True) if lower)


def _is_title(block: Sequence[Sequence[Segment]], columns: Sequence[Stretch], em: float) -> bool:
    """Tell whether one line stands alone in the middle of all columns, or reaches over its own."""
    lines = [(line, column) for own, column in zip(block, columns, strict=True) for line in own]
    middle = (min(column.left for column in columns) + max(column.right for column in columns)) / 2
    if len(lines) != 1:
        return False
    (line, column) = lines[0]
    is_in_middle = abs(line.across - middle) <= em
    is_over = line.box.left < column.left - em / 2 or line.box.right > column.right + em / 2
    return is_over or (is_in_middle and line.box.left - column.left > em)


def _widest_line_room(
    columns: Sequence[Stretch], rooms: Sequence[tuple[float, float]], em: float
) -> float | None:
    """Return how much room is still that between lines of a cell; None where no cell has several.

    Lines that stand in most columns begin rows: there is more room above them than above others.
    """
    between_lines = line_room(columns, em)
    if between_lines is None:
        return None
    above: dict[bool, list[float]] = {True: [], False: []}
    for top, bottom in rooms:
        line = min(
            (one for column in columns for one in column.lines if one.middle > bottom),
            key=lambda one: one.middle,
        )
        above[columns_beside(line, columns, em) > RARE * len(columns)].append(bottom - top)
    if len(above[True]) > 1 and median(above[True]) > between_lines + 2 * _WIDER * em:
        return (median(above[True]) + between_lines) / 2
    return between_lines + _WIDER * em


def _rooms(lines: Sequence[Segment], em: float) -> list[tuple[float, float]]:
    """Return the stretches of height, within lines, that none of them covers."""
    found: list[tuple[float, float]] = []
    end: float | None = None
    for line in sorted(lines, key=lambda one: one.middle):
        if end is not None and line.middle - HALF * em > end:
            found.append((end, line.middle - HALF * em))
        end = max(end or 0.0, line.middle + HALF * em)
    return found


def _has_two(marks: Sequence[Segment], edges: Sequence[float]) -> bool:
    return any(not any(a.middle < edge < b.middle for edge in edges) for a, b in pairwise(marks))


def _by_marks(
    columns: Sequence[Stretch], marks: Sequence[Segment], between: Sequence[float], em: float
) -> list[list[float]]:
    """Return the edges of rows of which each has one mark: those at whose tops, at whose middles it is."""
    lines = sorted((line for column in columns for line in column.lines), key=lambda one: one.middle)
    edges = [lines[0].middle - HALF * em, *between, lines[-1].middle + HALF * em]
    found: list[list[float]] = []
    if marks[0].middle - lines[0].middle <= 0.3 * em and _begin_rows(columns, marks, em):
        found.append([(_above(lines, mark.middle - 0.3 * em) + mark.middle) / 2 for mark in marks[1:]])
    middle = centred([mark.middle for mark in marks], edges)
    if middle is not None and middle[1] <= _FARTHEST_OFF * em:
        found.append([edges[at] for at in middle[0][1:-1]])
    return found


def _above(lines: Sequence[Segment], y: float) -> float:
    """Return the height of the last of some lines above a height, that of the first where none is above."""
    return max((line.middle for line in lines if line.middle < y), default=lines[0].middle)


def _begin_rows(columns: Sequence[Stretch], marks: Sequence[Segment], em: float) -> bool:
    """Tell whether words stand at the tops of rows: most columns have a line beside each of most words."""
    level = sum(columns_beside(mark, columns, em) > RARE * len(columns) for mark in marks)
    return level >= _nearly_all(marks)


def centred(
    marks: Sequence[float], edges: Sequence[float], start: int = 0, is_cut: bool = False
) -> tuple[list[int], float] | None:
    """Return which edges part the rows of which each mark is the middle, and by how much one is off at most.

    The first rows begin at edge `start`, the last end at the last edge; of what a page cuts below (`is_cut`)
    the last mark may stand anywhere. None where there are fewer edges.
    """
    count = len(edges)
    best: dict[int, tuple[float, list[int]]] = {start: (0.0, [start])}
    for at, mark in enumerate(marks):
        found: dict[int, tuple[float, list[int]]] = {}
        for first, (off, path) in best.items():
            for end in range(first + 1, count):
                if edges[end] <= mark or edges[first] >= mark:
                    continue
                is_free = is_cut and at == len(marks) - 1
                worst = off if is_free else max(off, abs((edges[first] + edges[end]) / 2 - mark))
                if end not in found or worst < found[end][0]:
                    found[end] = (worst, [*path, end])
        best = found
    if count - 1 not in best:
        return None
    off, path = best[count - 1]
    return path, off
