"""Tables printed one cell a line, as PDF readers and OCR give them, whose rows are numbered.

The head (序号, 重点任务, 责任单位, …) says how many columns there are, the numbers 1, 2, 3 … where each row
begins. A cell may be wrapped over several lines (`县农业` over `农村局`): which lines of a row belong
together is what the language model, and what is known of a column (a time, a body), say together. Tables
without numbers are read where every row has a line for each column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mode

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.numerals import read_number
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.tables import PrintedTable
from gangyao.layout.furniture import is_between_cells
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.grid import Piece, is_header_text, lay_grid
from gangyao.layout.wrapping import line_width

_OPENS = re.compile(
    r"^[ \t\u3000]*(?:序[ \u3000]*号?|编[ \u3000]*号|.{0,6}(?:指标|名称|任务|内容|事项|领域|措施))"
    r"[ \t\u3000]*\r?$",
    re.MULTILINE,
)
_SERIAL = re.compile(r"[（(]?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[.．、)）]?")
_NUMBERED = re.compile("序号?|编号?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VALUE = re.compile(r"[<>≤≥＜＞〔\[（(]*[-+]?\d[\d.,，]*.{0,6}|[-—–/]+")
_TIME = re.compile(r".*(?:[年月日底前后期季度]|长期.*|持续.*|全年|常态.*|\d)$")
_BODY = re.compile(
    r".*(?:[局委厅部会办府司院行团站所队处科校乡镇区县市组]|中心|单位|部门|公司|集团|企业)"
    r"(?:[）)]|等|负责|牵头|配合)?$"
)
_TIME_HEAD = re.compile("时限|时间|期限|日期|进度")
_BODY_HEAD = re.compile("单位|部门|主体|机构")
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
# Bits of the language model count up to so many; what a cell of the right or wrong kind counts.
_MOST_BITS = 8.0
_RIGHT_KIND = 6.0
_WRONG_KIND = 3.0
# Names of bodies begin with their level: 市住房城乡建设局, 各区政府.
_BODY_STARTS = frozenset("省市县区州镇乡各国")
_BEGINS_RIGHT = 4.0
# A line ends before the width of its cell only where a part of the cell's text does (half characters).
_NARROW = 16.0
_SLACK = 4
_PAUSES = frozenset("。；;、，,：:")
_EXTRA_LINE = 1.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with text: the span of its text without margins."""

    start: int
    end: int
    text: str


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


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    place = 0
    for printed in text.split("\n"):
        inner = printed.strip(INVISIBLE)
        if inner:
            start = place + printed.index(inner[0])
            lines.append(_Line(start, start + len(inner), inner))
        place += len(printed) + 1
    return lines


def _numbered_rows(lines: Sequence[_Line], first: int, model: CharacterModel) -> list[list[Piece]]:
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
    kinds = [_kind(name) for name in names]
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
        cells, _ = _segment(lines[start + 1 : end], kinds, model)
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


def _header(lines: Sequence[_Line]) -> list[list[_Line]]:
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
    heads: list[list[_Line]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        heads.insert(0, list(lines[start:end]))
        end = start
    known = sum(is_header_text("".join(line.text for line in head)) for head in heads)
    return heads if known >= max(2, len(heads) / 2) else []


def _row_starts(lines: Sequence[_Line], first: int, columns: int) -> list[int]:
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


def _begins_row(lines: Sequence[_Line], index: int, number: int) -> bool:
    """Tell whether a line is the number of the next row, or of a later one that heads a group."""
    found = _serial(lines[index].text)
    return found is not None and (found == number or (found > number and _groups_before(lines, index) > 0))


def _groups_before(lines: Sequence[_Line], index: int) -> int:
    """Count the lines right before a row that head its group: 二、…方面（共3项）."""
    count = 0
    while count < _MOST_GROUPS and count < index and _begins_text(lines[index - 1 - count].text):
        count += 1
    return count


def _begins_text(text: str) -> bool:
    """Tell whether a line is a heading with a title, which no cell is."""
    heading = parse_heading(text)
    return heading is not None and heading.family in _NEXT and not heading.is_weak and bool(heading.title)


def _kind(name: str) -> re.Pattern[str] | None:
    """Return how the cells of a column look of which its head says what they hold; None for any other."""
    if _TIME_HEAD.search(name):
        return _TIME
    return _BODY if _BODY_HEAD.search(name) and name != "单位" else None


def _last_row(
    lines: Sequence[_Line],
    start: int,
    sizes: Sequence[int],
    kinds: Sequence[re.Pattern[str] | None],
    model: CharacterModel,
) -> list[list[_Line]]:
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
        cells, score = _segment(lines[start + 1 : start + 1 + size], kinds, model)
        scored.append((score - _EXTRA_LINE * abs(size - usual), -size, cells))
    return max(scored, key=lambda one: one[:2])[2]


def _segment(
    lines: Sequence[_Line], kinds: Sequence[re.Pattern[str] | None], model: CharacterModel
) -> tuple[list[list[_Line]], float]:
    """Cut the lines of a row into its cells, and return how well they fit, in bits."""
    columns = len(kinds)
    if len(lines) == columns:
        cells = [[line] for line in lines]
        return cells, sum(_fit(cell, kind) for cell, kind in zip(cells, kinds, strict=True))
    pairs = [(a.text, b.text) for a, b in pairwise(lines)]
    bits = [max(-_MOST_BITS, min(_MOST_BITS, bit)) for bit in join_scores(pairs, model).tolist()]
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for column in range(1, columns + 1):
        reached: dict[int, tuple[float, int]] = {}
        for end in range(column, len(lines) - columns + column + 1):
            options = [
                (score + _cell_score(lines, start, end, kinds[column - 1], bits), start)
                for start, (score, _) in best[-1].items()
                if start < end
            ]
            if options:
                reached[end] = max(options)
        best.append(reached)
    end, cells = len(lines), []
    for column in range(columns, 0, -1):
        start = best[column][end][1]
        cells.insert(0, list(lines[start:end]))
        end = start
    return cells, best[columns][len(lines)][0]


def _cell_score(
    lines: Sequence[_Line], start: int, end: int, kind: re.Pattern[str] | None, bits: Sequence[float]
) -> float:
    inside = sum(bits[start : end - 1])
    edge = bits[start - 1] if start else 0.0
    return inside - edge + _fit(lines[start:end], kind) - _NARROW * _narrow_lines(lines[start:end])


def _narrow_lines(cell: Sequence[_Line]) -> int:
    """Count the lines of a cell that end before its width is filled, although the cell goes on."""
    widths = [line_width(line.text) for line in cell]
    return sum(
        width < max(widths) - _SLACK and line.text[-1] not in _PAUSES
        for width, line in zip(widths[:-1], cell[:-1], strict=True)
    )


def _fit(cell: Sequence[_Line], kind: re.Pattern[str] | None) -> float:
    if kind is None:
        return 0.0
    right = _RIGHT_KIND if kind.fullmatch("".join(line.text for line in cell)) else -_WRONG_KIND
    return right + (_BEGINS_RIGHT if kind is _BODY and cell[0].text[0] in _BODY_STARTS else 0.0)


def _piece(cell: Sequence[_Line]) -> Piece:
    return Piece(cell[0].start, cell[-1].end)


def _plain_rows(lines: Sequence[_Line], first: int) -> list[list[Piece]]:
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
    kind = _kind(head)
    if kind is None:
        return _is_cell
    return lambda text: kind.fullmatch(text) is not None


def _is_value(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None


def _is_cell(text: str) -> bool:
    return len(text) <= 2 * _LONGEST_HEADER and not ends_sentence(text) and not _begins_text(text)
