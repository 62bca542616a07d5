"""Tables whose cells stand on a line with two or more blanks between them, as plain text prints columns.

Blanks set much else apart: names in a list, a signature and its date, the label of a chapter. A table is only
what is headed by what columns are called, and has a cell for each of those on every line. With one blank
between cells (`序号 指标 单位 2020年 2025年`), as text is copied out of a page, nearly all heads have to be
called so, and every cell is one word. Heads that no word tells stand over columns of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.heading_levels import RANKED
from gangyao.chinese.headings import parse_heading
from gangyao.document.tables import PrintedTable
from gangyao.layout.blanks import PIECE
from gangyao.layout.tables.grid import Piece, count_headers, lay_grid, without_margins

_BLANKS = ("  ", "\u3000\u3000", " \u3000", "\u3000 ")
_NO_CELL = frozenset(" \u3000\n")
_LINE = re.compile(r"^[^\n]*$", re.MULTILINE)
# Of two columns, both have to be called so, and there are so many rows below; of more columns, half of them.
_TWO = 2
_ROWS_OF_TWO = 2
# The head of a table of words: short words with a blank between them, most of them what columns are called.
_HEADS = re.compile(
    r"^[ \u3000]*[^\s，。；：]{1,12}(?:[ \u3000][^\s，。；：]{1,12}){2,11}[ \u3000\r]*$", re.MULTILINE
)
_WORDS = re.compile(r"[^\W\d][^，。；：]{0,15}")
_WORD = re.compile(r"[^ \u3000\t\r\n]+")
_FEWEST_WORDS, _NAMED = 3, 0.75


def space_tables(text: str) -> list[PrintedTable]:
    """Return the tables that blanks mark in the raw text, in its order."""
    wide = _runs(text) if _may_part(text, 0, len(text)) else iter(())
    return [
        lay_grid(rows, text, rows[0][0].raw_start, rows[-1][-1].raw_end)
        for rows in (*wide, *_runs_of_words(text))
    ]


def _runs_of_words(text: str) -> Iterator[list[list[Piece]]]:
    """Yield the rows of tables with one blank between their cells."""
    place = 0
    for head in _HEADS.finditer(text):
        if head.start() < place:
            continue
        rows = [_words(text, *head.span())]
        texts = [text[piece.raw_start : piece.raw_end] for piece in rows[0]]
        named = sum(map(is_header_text, texts))
        if named < max(_FEWEST_WORDS, _NAMED * len(texts)):
            continue
        place = head.end()
        while (line := _LINE.match(text, place + 1)) is not None and place < len(text):
            row = _words(text, *line.span())
            if row and (len(row) != len(rows[0]) or _is_heading(row, text)):
                break
            rows += [row] if row else []
            place = line.end()
        if len(rows) > _ROWS_OF_TWO:
            yield rows


def _words(text: str, start: int, end: int) -> list[Piece]:
    return [Piece(*found.span()) for found in _WORD.finditer(text, start, end)]


def _may_part(text: str, start: int, end: int) -> bool:
    """Tell whether two blanks stand behind a character of their line."""
    for blanks in _BLANKS:
        place = text.find(blanks, start, end)
        while place >= 0:
            if place > start and text[place - 1] not in _NO_CELL:
                return True
            place = text.find(blanks, place + 1, end)
    return False


def _runs(text: str) -> Iterator[list[list[Piece]]]:
    """Yield the rows of tables: a row of heads, and below it lines with as many pieces."""
    rows: list[list[Piece]] = []
    is_parted = False
    for line in _LINE.finditer(text):
        if not rows and not _may_part(text, *line.span()):
            continue
        row = _pieces(text, *line.span())
        if not row:
            is_parted = bool(rows)
            continue
        is_named = rows and not _heads(rows[0], text) and _heads(row, text)
        if rows and len(row) == len(rows[0]) and not is_named and not _is_heading(row, text):
            rows.append(row)
        else:
            # A piece of a cell, or a row that lacks one: what stands above is no table that could be read.
            goes_on = not is_parted and (len(row) > 1 or _is_indented(text, row[0], rows))
            if _is_whole(rows, text) and not goes_on:
                yield rows
            is_head = _heads(row, text) or _may_head_numbers(row, text)
            rows = [row] if is_head and not _are_headings(row, text) else []
        is_parted = False
    if _is_whole(rows, text):
        yield rows


def _is_whole(rows: Sequence[Sequence[Piece]], text: str) -> bool:
    if not rows:
        return False
    if not _heads(rows[0], text):
        return count_headers(rows, text) > 0
    return len(rows) > (_ROWS_OF_TWO if len(rows[0]) == _TWO else 1)


def _heads(row: Sequence[Piece], text: str) -> bool:
    """Tell whether a row is one of heads of columns."""
    named = sum(is_header_text(text[piece.raw_start : piece.raw_end]) for piece in row)
    return len(row) >= _TWO and named >= max(_TWO, len(row) / 2)


def _may_head_numbers(row: Sequence[Piece], text: str) -> bool:
    """Tell whether a row of short words may head columns of numbers: 地区, 面积（万亩）, 产量（万吨）."""
    texts = [text[piece.raw_start : piece.raw_end] for piece in row]
    return len(row) >= _FEWEST_WORDS and all(_WORDS.fullmatch(one) for one in texts)


def _is_heading(row: Sequence[Piece], text: str) -> bool:
    heading = parse_heading(text[row[0].raw_start : row[-1].raw_end])
    return heading is not None and heading.family in RANKED


def _are_headings(row: Sequence[Piece], text: str) -> bool:
    """Tell whether all pieces are numbered headings, those of columns that stand side by side."""
    found = [parse_heading(text[piece.raw_start : piece.raw_end]) for piece in row]
    return all(heading is not None and heading.number is not None for heading in found)


def _is_indented(text: str, piece: Piece, rows: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether a piece that is alone on its line stands to the right of where the rows begin."""
    return bool(rows) and _margin(text, piece) > max(_margin(text, row[0]) for row in rows)


def _margin(text: str, piece: Piece) -> int:
    return piece.raw_start - text.rfind("\n", 0, piece.raw_start) - 1


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut a line where two or more blanks stand; a line with a tab is cut by that elsewhere."""
    start, end = without_margins(text, start, end)
    if "\t" in text[start:end]:
        return [Piece(start, end)]
    return [Piece(*found.span()) for found in PIECE.finditer(text, start, end)]
