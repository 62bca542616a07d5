"""Columns printed side by side in plain text, as `pdftotext -layout` and screen copies give them.

Each line holds a piece of every column, with white space between them. A strip that is blank in all lines of
a stretch is a gutter. What stands on both sides of it is running text, not the cells of a table, where the
pieces of a column fill its width and go on from line to line rather than across the gutter, as the character
model reads them. Such lines are cut at the gutter, and the columns are read one after the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.line_width import line_width
from gangyao.document.layout import Line
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable
from gangyao.layout.blanks import PIECE
from gangyao.layout.reading_order.continuity import join_scores

#: What a break from one column to the next is said to rest on, and how sure it is: of 143 generated pages of
#: documents that had not been looked at, 139 came out whole (97 %, 93 to 99).
EVIDENCE = "columns side by side"
CONFIDENCE = 0.95

# White space within a line, wider than any that Chinese print puts between two words.
_INNER_BLANK = re.compile(
    r"[ \t\u3000](?<=[^ \t\u3000\n].)(?:(?<=\t)\t*|(?<!\t)[ \u3000]+)(?=[^ \t\u3000\n])"
)
_TAB = 8
# A column has so many pieces of text, and a stretch so many lines without a blank in their midst in a row.
_FEWEST = 6
_MOST_OTHERS = 2
# No newspaper has more columns.
_MOST_COLUMNS = 8
_NARROWEST_GUTTER = 2
# No paragraph of a column is indented by more half characters.
_DEEPEST = 8
# Pieces of a column fill its width but for so many half characters; so many of them do.
_SLACK = 5
_FULL_SHARE = 0.5
# Bits by which pieces go on downwards rather than across the gutter, on the average of a stretch.
_DOWN = 1.0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a line: its raw offset, its first and last column in half characters, and its text."""

    start: int
    left: int
    right: int
    text: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns that stand side by side, from left to right: the raw offsets at which their pieces begin."""

    columns: tuple[tuple[int, ...], ...]


def find_side_by_side(
    source: Source, tables: Sequence[PrintedTable], model: CharacterModel
) -> tuple[Columns, ...]:
    """Return the stretches of the raw text in which columns of running text stand side by side."""
    found: list[Columns] = []
    for file in source.files:
        if file.lines or not _may_have_columns(source.text, file.raw_start, file.raw_end):
            continue
        lines = list(_lines(source.text, file.raw_start, file.raw_end))
        for first, last in _stretches(lines):
            inside = [piece for line in lines[first:last] for piece in line]
            start, end = inside[0].start, inside[-1].start + len(inside[-1].text)
            if any(table.raw_start < end and start < table.raw_end for table in tables):
                continue
            columns = _columns(lines[first:last], model)
            if columns:
                found.append(columns)
    return tuple(found)


def cuts_of(stretches: Sequence[Columns]) -> list[int]:
    """Return the raw offsets at which pieces begin: there a line is cut, where it does not begin anyway."""
    return sorted(start for stretch in stretches for column in stretch.columns for start in column)


def unfold(starts: Sequence[int], stretches: Sequence[Columns]) -> list[int]:
    """Return raw lines, by index, in the order in which columns are read one after the other.

    `starts` are the raw offsets at which the lines begin, once they are cut.
    """
    order: list[int] = []
    for stretch in stretches:
        read = [bisect_right(starts, start) - 1 for column in stretch.columns for start in column]
        inside = range(min(read), max(read) + 1)
        order += range(len(order), inside.start)
        order += [*read, *sorted(set(inside).difference(read))]
    return [*order, *range(len(order), len(starts))]


def breaks_between(stretches: Sequence[Columns], lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield the last line of each column with the first one of the next, where both are read."""
    starts = [line.raw_start for line in lines]
    for stretch in stretches:
        for column, following in pairwise(stretch.columns):
            after = lines[bisect_right(starts, column[-1]) - 1]
            before = lines[bisect_right(starts, following[0]) - 1]
            if after.reading_position is not None and before.reading_position is not None:
                yield after, before


def _may_have_columns(text: str, start: int, end: int) -> bool:
    return sum(1 for _ in _INNER_BLANK.finditer(text, start, end)) >= _FEWEST


def _lines(text: str, start: int, end: int) -> Iterator[list[_Piece]]:
    place = start
    for line in text[start:end].split("\n"):
        pieces: list[_Piece] = []
        at = width = 0
        for found in PIECE.finditer(line):
            for char in line[at : found.start()]:
                width += _TAB - width % _TAB if char == "\t" else line_width(char)
            printed = found.group().rstrip()
            pieces.append(_Piece(place + found.start(), width, width + line_width(printed), printed))
            width += line_width(found.group())
            at = found.end()
        yield pieces
        place += len(line) + 1


def _stretches(lines: Sequence[Sequence[_Piece]]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines in which lines of several pieces come again and again, parted at full lines."""
    starts = Counter(piece.left for line in lines if len(line) <= _MOST_COLUMNS for piece in line[1:])
    edges: list[int] = []
    for left in sorted(left for left, count in starts.items() if count >= _FEWEST):
        if not edges or left > edges[-1] + _DEEPEST:
            edges.append(left)
    if not edges:
        return
    runs: list[tuple[int, int]] = []
    first = last = -1
    others = 0
    for index, line in enumerate(lines):
        crosses = len(line) > _MOST_COLUMNS or any(_holds(edges, piece) for piece in line)
        if len(line) > 1 and not crosses:
            first = index if first < 0 else first
            last, others = index + 1, 0
        elif first >= 0 and line:
            others += 1
            if crosses or others > _MOST_OTHERS:
                runs.append((first, last))
                first = -1
    if first >= 0:
        runs.append((first, last))
    for start, end in runs:
        if sum(len(line) > 1 for line in lines[start:end]) >= _FEWEST:
            yield start, _with_tail(lines, start, end)


def _holds(edges: Sequence[int], piece: _Piece) -> bool:
    """Tell whether text goes on over the place where a column begins."""
    following = bisect_right(edges, piece.left)
    return following < len(edges) and edges[following] < piece.right


def _with_tail(lines: Sequence[Sequence[_Piece]], first: int, last: int) -> int:
    """Return the end of a run with the lines right below it that stand in one of its columns alone.

    One column may be longer than the others, but not twice as long.
    """
    edge = min(piece.left for line in lines[first:last] for piece in line[1:])
    end = last
    limit = min(len(lines), 2 * last - first)
    while end < limit and len(lines[end]) == 1 and not lines[end][0].left < edge <= lines[end][0].right:
        end += 1
    return end


def _columns(lines: Sequence[Sequence[_Piece]], model: CharacterModel) -> Columns | None:
    """Cut a stretch at its gutters; None where what they part is no running text."""
    gutters = _gutters(lines)
    if not gutters:
        return None
    edges = [-1, *gutters, 1 << 30]
    columns = [
        [piece for line in lines for piece in _joined(line, left, right)] for left, right in pairwise(edges)
    ]
    if any(len(column) < _FEWEST or not _fills_width(column) for column in columns):
        return None
    down = _mean_bits([(a.text, b.text) for column in columns for a, b in pairwise(column)], model)
    rows = [
        [piece for left, right in pairwise(edges) for piece in _joined(line, left, right)] for line in lines
    ]
    across = _mean_bits([(a.text, b.text) for row in rows for a, b in pairwise(row)], model)
    if down - across < _DOWN:
        return None
    return Columns(tuple(tuple(piece.start for piece in column) for column in columns))


def _gutters(lines: Sequence[Sequence[_Piece]]) -> list[int]:
    """Return the midst of each strip that is blank in all lines, with text on both sides of most."""
    width = max(piece.right for line in lines for piece in line)
    ink = [0] * (width + 1)
    for line in lines:
        for piece in line:
            ink[piece.left] += 1
            ink[piece.right] -= 1
    inside = 0
    blank: list[bool] = []
    for change in ink:
        inside += change
        blank.append(inside == 0)
    strips: list[tuple[int, int]] = []
    start = None
    for place, is_blank in enumerate(blank):
        if is_blank and start is None:
            start = place
        elif not is_blank and start is not None:
            if start > 0 and place - start >= _NARROWEST_GUTTER:
                strips.append((start, place))
            start = None
    if len(strips) >= _MOST_COLUMNS:
        return []
    return [(start + end) // 2 for start, end in strips if _has_both(lines, start, end)]


def _has_both(lines: Sequence[Sequence[_Piece]], start: int, end: int) -> bool:
    both = sum(
        any(piece.right <= start for piece in line) and any(piece.left >= end for piece in line)
        for line in lines
    )
    return both >= _FEWEST


def _joined(line: Sequence[_Piece], left: int, right: int) -> list[_Piece]:
    """Return the text of a line between two gutters as one piece, nothing where there is none."""
    inside = [piece for piece in line if left < piece.left < right]
    if not inside:
        return []
    text = " ".join(piece.text for piece in inside)
    return [_Piece(inside[0].start, inside[0].left, inside[-1].right, text)]


def _fills_width(column: Sequence[_Piece]) -> bool:
    edge = max(piece.right for piece in column)
    return sum(piece.right >= edge - _SLACK for piece in column) >= _FULL_SHARE * len(column)


def _mean_bits(pairs: Sequence[tuple[str, str]], model: CharacterModel) -> float:
    return fmean(join_scores(pairs, model).tolist()) if pairs else 0.0
