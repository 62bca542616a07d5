"""Tables printed one cell a line, as PDF readers and OCR give them, whose rows are numbered.

The head (序号, 重点任务, 责任单位, …) says how many columns there are, the numbers 1, 2, 3 … where each row
begins. A cell may be wrapped over several lines (`县农业` over `农村局`): which lines of a row belong
together is what the language model, and what is known of a column (a time, a body), say together. Tables
without numbers are read where every row has a line for each column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mode

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.numerals import read_number
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.tables import PrintedTable
from gangyao.layout.furniture.find import is_between_cells
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.grid import Piece, lay_grid
from gangyao.layout.tables.row_cells import CellLine, column_kind, cut_cells

_OPENS = re.compile(
    r"^[ \t\u3000]*(?:序[ \u3000]*号?|编[ \u3000]*号|.{0,6}(?:指标|名称|任务|内容|事项|领域|措施))"
    r"[ \t\u3000]*\r?$",
    re.MULTILINE,
)
_SERIAL = re.compile(r"[（(]?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[.．、)）]?")
_NUMBERED = re.compile("序号?|编号?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VALUE = re.compile(r"[<>≤≥＜＞〔\[（(]*[-+]?\d[\d.,，]*.{0,6}|[-—–/]+")
_MOST_GROUPS = 3
# What begins again below a table.
_NEXT = frozenset({"part", "chapter", "section", "article", "chinese", "chinese_bracket", "annex"})
_FEWEST_COLUMNS = 3
_MOST_HEADER_LINES = 24
_MOST_HEADER_PARTS = 4
_LONGEST_HEADER = 16
# A row has at most so many lines for each of its columns.
_MOST_LINES = 8
# What a part of a header costs that no head of a column is called, and a line end within one.
_UNKNOWN_HEADER = 3.0
_WRAPPED = 1.0
_EXTRA_LINE = 1.0


def column_tables(text: str, model: CharacterModel) -> list[PrintedTable]:
    """Return the tables of the raw text whose cells stand one or less on a line, in its order."""
    opened = [found.start() for found in _OPENS.finditer(text)]
    if not opened:
        return []
    lines = [line for line in _lines(text) if not is_between_cells(line.text)]
    starts = {line.start: index for index, line in enumerate(lines)}
    tables: list[PrintedTable] = []
    done = 0
    for place in opened:
        first = next((starts[at] for at in range(place, len(text)) if at in starts), len(lines))
        if first < done:
            continue
        rows = _numbered_rows(lines, first, model) or _plain_rows(lines, first)
        if rows:
            end = rows[-1][-1].raw_end
            tables.append(lay_grid(rows, text, lines[first].start, end, 1))
            done = next((index for index, line in enumerate(lines) if line.start >= end), len(lines))
    return tables


def _lines(text: str) -> list[CellLine]:
    lines: list[CellLine] = []
    place = 0
    for printed in text.split("\n"):
        inner = printed.strip(INVISIBLE)
        if inner:
            start = place + printed.index(inner[0])
            lines.append(CellLine(start, start + len(inner), inner))
        place += len(printed) + 1
    return lines


def _numbered_rows(lines: Sequence[CellLine], first: int, model: CharacterModel) -> list[list[Piece]]:
    """Read a table whose rows are numbered from 1; nothing where it is none."""
    if not _NUMBERED.match("".join(lines[first].text.split())):
        return []
    reach = range(first + 1, min(first + _MOST_HEADER_LINES, len(lines)))
    body = next((n for n in reach if _serial(lines[n].text) == 1), 0)
    groups = _groups_before(lines, body) if body else 0
    heads = _header(lines[first : body - groups]) if body else []
    if len(heads) < _FEWEST_COLUMNS:
        return []
    names = ["".join(line.text for line in head) for head in heads[1:]]
    kinds = [column_kind(name) for name in names]
    rows = [[_piece(head) for head in heads]]
    rows += [[_piece([line])] for line in lines[body - groups : body]]
    starts = _row_starts(lines, body, len(heads))
    head = [line.text for line in lines[first : body - groups]]
    sizes: list[int] = []
    for start, after in pairwise(starts):
        # A line that heads the rows of a group (二、…方面) stands right before the first of them; so does the
        # head of the table where a new page repeats it.
        groups = _groups_before(lines, after)
        end = after - groups
        repeats = [line.text for line in lines[end - len(head) : end]] == head
        if repeats:
            end -= len(head)
        sizes.append(end - start - 1)
        cells, _ = cut_cells(lines[start + 1 : end], kinds, model)
        rows.append([_piece([lines[start]]), *map(_piece, cells)])
        if repeats:
            again = _header(lines[end : end + len(head)])
            rows.append([replace(_piece(part), is_header=True) for part in again])
        rows += [[_piece([line])] for line in lines[after - groups : after]]
    last = _last_row(lines, starts[-1], sizes, kinds, model)
    if last:
        rows.append([_piece([lines[starts[-1]]]), *map(_piece, last)])
    return rows if len(rows) > 1 else []


def _serial(text: str) -> int | None:
    found = _SERIAL.fullmatch(text)
    return read_number(found[1]) if found is not None else None


def _header(lines: Sequence[CellLine]) -> list[list[CellLine]]:
    """Cut the lines of a header into the heads of its columns; nothing where they are none."""
    if not lines or any(len(line.text) > _LONGEST_HEADER for line in lines):
        return []
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(lines) + 1):
        options = []
        for start in range(max(0, end - _MOST_HEADER_PARTS), end):
            name = "".join(line.text for line in lines[start:end])
            cost = _WRAPPED * (end - start - 1) + (0.0 if is_header_text(name) else _UNKNOWN_HEADER)
            options.append((best[start][0] + cost, start))
        best.append(min(options))
    heads: list[list[CellLine]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        heads.insert(0, list(lines[start:end]))
        end = start
    known = sum(is_header_text("".join(line.text for line in head)) for head in heads)
    return heads if known >= max(2, len(heads) / 2) else []


def _row_starts(lines: Sequence[CellLine], first: int, columns: int) -> list[int]:
    """Return where the rows begin: at the numbers that count on, with a line for each column between."""
    starts = [first]
    while True:
        number = len(starts) + 1
        reach = range(starts[-1] + columns, min(starts[-1] + columns * _MOST_LINES, len(lines)))
        following = next((n for n in reach if _begins_row(lines, n, number)), None)
        if following is None:
            return starts
        groups = _groups_before(lines, following)
        own = range(starts[-1] + 1, following - groups)
        if len(own) < columns - 1 or any(_begins_text(lines[n].text) for n in own):
            return starts
        starts.append(following)


def _begins_row(lines: Sequence[CellLine], index: int, number: int) -> bool:
    """Tell whether a line is the number of the next row, or of a later one that heads a group."""
    found = _serial(lines[index].text)
    return found is not None and (found == number or (found > number and _groups_before(lines, index) > 0))


def _groups_before(lines: Sequence[CellLine], index: int) -> int:
    """Count the lines right before a row that head its group: 二、…方面（共3项）."""
    count = 0
    while count < _MOST_GROUPS and count < index and _begins_text(lines[index - 1 - count].text):
        count += 1
    return count


def _begins_text(text: str) -> bool:
    """Tell whether a line is a heading with a title, which no cell is."""
    heading = parse_heading(text)
    return heading is not None and heading.family in _NEXT and not heading.is_weak and bool(heading.title)


def _last_row(
    lines: Sequence[CellLine],
    start: int,
    sizes: Sequence[int],
    kinds: Sequence[re.Pattern[str] | None],
    model: CharacterModel,
) -> list[list[CellLine]]:
    """Return the cells of the last row, whose end no number shows: as the rows before it, if it can be."""
    columns = len(kinds)
    limit = max([*sizes, columns]) + 1 if any(size != columns for size in sizes) else columns
    if not sizes:
        limit = 2 * columns
    end = start + 1
    while end < len(lines) and end - start <= limit and not _begins_text(lines[end].text):
        end += 1
    available = min(end - start - 1, limit)
    if available < columns:
        return []
    usual = mode(sizes) if sizes else columns
    scored = []
    for size in range(columns, available + 1):
        cells, score = cut_cells(lines[start + 1 : start + 1 + size], kinds, model)
        scored.append((score - _EXTRA_LINE * abs(size - usual), -size, cells))
    return max(scored, key=lambda one: one[:2])[2]


def _piece(cell: Sequence[CellLine]) -> Piece:
    return Piece(cell[0].start, cell[-1].end)


def _plain_rows(lines: Sequence[CellLine], first: int) -> list[list[Piece]]:
    """Read a table without numbers, each cell on a line of its own; nothing where it is none.

    A column of values, times or bodies has to hold such, row by row: it shows where the table ends.
    """
    end = first
    while end < len(lines) and len(lines[end].text) <= _LONGEST_HEADER and is_header_text(lines[end].text):
        end += 1
    columns = end - first
    if columns < _FEWEST_COLUMNS:
        return []
    fits_column = [_fits_column(line.text) for line in lines[first:end]]
    if all(fits is _is_cell for fits in fits_column):
        return []
    rows = [[_piece([line]) for line in lines[first:end]]]
    while end + columns <= len(lines):
        row = lines[end : end + columns]
        if not all(fits(line.text) for fits, line in zip(fits_column, row, strict=True)):
            break
        rows.append([_piece([line]) for line in row])
        end += columns
    return rows if len(rows) > 2 else []


def _fits_column(head: str) -> Callable[[str], bool]:
    """Return what tells the cells of a column from other lines, by its head."""
    if _YEAR.match(head):
        return _is_value
    kind = column_kind(head)
    if kind is None:
        return _is_cell
    return lambda text: kind.fullmatch(text) is not None


def _is_value(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None


def _is_cell(text: str) -> bool:
    return len(text) <= 2 * _LONGEST_HEADER and not ends_sentence(text) and not _begins_text(text)
