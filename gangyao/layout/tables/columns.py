"""Tables printed one cell a line, as PDF readers and OCR give them, whose rows are numbered.

The head (序号, 重点任务, 责任单位, …) says how many columns there are, the numbers 1, 2, 3 … where each row
begins. A cell may be wrapped over several lines (`县农业` over `农村局`): which lines of a row belong
together is what the language model, and what is known of a column (a time, a body), say together. Tables
without numbers are read by `plain_cells`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mode

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.numerals import read_number
from gangyao.document.tables import PrintedTable
from gangyao.layout.furniture.find import is_between_cells
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.grid import Piece, lay_grid
from gangyao.layout.tables.plain_cells import (
    LONGEST_HEADER,
    MOST_GROUPS,
    begins_text,
    piece_of,
    plain_rows,
)
from gangyao.layout.tables.row_cells import CellLine, column_kind, cut_cells

_OPENS = re.compile(
    # The title of a table is none of its heads: 专栏1 主要指标.
    r"^[ \t\u3000]*(?!(?:专栏|附?[表图])[ \u3000]*[0-9一二三四五六七八九十])(?:序[ \u3000]*号?|编[ \u3000]*号"
    r"|.{0,6}(?:指标|名称|任务|项目|工程|内容|事项|领域|措施|类别|类型|分类|板块|维度))"
    r"[ \t\u3000]*\r?$",
    re.MULTILINE,
)
_SERIAL = re.compile(r"[（(]?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[.．、)）]?")
_NUMBERED = re.compile("序号?|编号?")
_FEWEST_COLUMNS = 3
_MOST_HEADER_LINES = 24
_MOST_HEADER_PARTS = 4
# A row has at most so many lines for each of its columns.
_MOST_LINES = 8
# What a part of a header costs that no head of a column is called, and a line end within one.
_UNKNOWN_HEADER = 3.0
_WRAPPED = 1.0
_EXTRA_LINE = 1.0
# The last row has so many lines more than those before it, if text begins below it (by hand).
_MOST_WRAPPED_LAST = 2


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
        rows = _numbered_rows(lines, first, model) or plain_rows(lines, first, model)
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
    heads = _header(lines[first : body - groups], _lines_of_first_row(lines, body)) if body else []
    if len(heads) < _FEWEST_COLUMNS:
        return []
    names = ["".join(line.text for line in head) for head in heads[1:]]
    kinds = [column_kind(name) for name in names]
    rows = [[piece_of(head) for head in heads]]
    rows += [[piece_of([line])] for line in lines[body - groups : body]]
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
        rows.append([piece_of([lines[start]]), *map(piece_of, cells)])
        if repeats:
            again = _header(lines[end : end + len(head)], len(heads))
            rows.append([replace(piece_of(part), is_header=True) for part in again])
        rows += [[piece_of([line])] for line in lines[after - groups : after]]
    last = _last_row(lines, starts[-1], sizes, kinds, model)
    if last:
        rows.append([piece_of([lines[starts[-1]]]), *map(piece_of, last)])
    return rows if len(rows) > 1 else []


def _serial(text: str) -> int | None:
    found = _SERIAL.fullmatch(text)
    return read_number(found[1]) if found is not None else None


def _lines_of_first_row(lines: Sequence[CellLine], body: int) -> int:
    """Return how many lines stand from the first row's number to the second's: no row has more cells."""
    reach = range(body + 1, min(body + _MOST_HEADER_LINES, len(lines)))
    second = next((n for n in reach if _serial(lines[n].text) == 2), None)
    return _MOST_HEADER_LINES if second is None else second - body


def _header(lines: Sequence[CellLine], most: int) -> list[list[CellLine]]:
    """Cut the lines of a header into the heads of its columns, so many at most; nothing where they are none.

    The first is that of the numbers, and nothing else.
    """
    if not lines or any(len(line.text) > LONGEST_HEADER for line in lines):
        return []
    # For each line the cheapest cut of those before it into so many heads: its cost, where the last begins.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for end in range(1, len(lines) + 1):
        options: dict[int, tuple[float, int]] = {}
        for start in range(max(0, end - _MOST_HEADER_PARTS), end):
            name = "".join(line.text for line in lines[start:end])
            if start == 0 and not _NUMBERED.fullmatch(name):
                continue
            cost = _WRAPPED * (end - start - 1) + (0.0 if is_header_text(name) else _UNKNOWN_HEADER)
            for count, (before, _) in best[start].items():
                if count < most:
                    options[count + 1] = min(options.get(count + 1, (math.inf, 0)), (before + cost, start))
        best.append(options)
    if not best[-1]:
        return []
    count = min(best[-1], key=lambda columns: best[-1][columns])
    heads: list[list[CellLine]] = []
    end = len(lines)
    while end:
        start = best[end][count][1]
        heads.insert(0, list(lines[start:end]))
        end, count = start, count - 1
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
        if len(own) < columns - 1 or any(begins_text(lines[n].text) for n in own):
            return starts
        starts.append(following)


def _begins_row(lines: Sequence[CellLine], index: int, number: int) -> bool:
    """Tell whether a line is the number of the next row, or of a later one that heads a group."""
    found = _serial(lines[index].text)
    return found is not None and (found == number or (found > number and _groups_before(lines, index) > 0))


def _groups_before(lines: Sequence[CellLine], index: int) -> int:
    """Count the lines right before a row that head its group: 二、…方面（共3项）."""
    count = 0
    while count < MOST_GROUPS and count < index and begins_text(lines[index - 1 - count].text):
        count += 1
    return count


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
    # Where text begins again right below, all lines up to it are the row's.
    reach = range(start + 1 + limit, min(start + 2 + limit + _MOST_WRAPPED_LAST, len(lines)))
    limit = next((n - start - 1 for n in reach if begins_text(lines[n].text)), limit)
    end = start + 1
    while end < len(lines) and end - start <= limit and not begins_text(lines[end].text):
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
