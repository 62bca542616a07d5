r"""What parts the cells of a table's row: tags, pipes and line ends become one tab.

A row is one block of text, its cells in their order: `1\t建设高标准农田3万亩\t县农业农村局`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import cycle, pairwise

from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds
from gangyao.document.reading_text import Piece, ReadingText
from gangyao.document.tables import Cell
from gangyao.markup.empty_cells import EMPTY_ROW

#: What stands between two cells of a row in the published text.
SEPARATOR = "\t"

_BETWEEN = Grounds("markup", "table_cell", "what parts two cells of a row is published as a tab")
_WITHIN = Grounds("markup", "cell_line", "a line ends between two words or numbers of a cell")
_DOUBLED_QUOTE = Grounds("markup", "cell_quote", "a quoted cell doubles the quotation marks that it holds")
_JOINT = Grounds("markup", "cell_piece", "a cell goes on on the line below, with other cells between")
# A cell holds one a line; of any other number a line may end within.
_YEAR = re.compile(r"(?:19|20)\d\d")
# Pipes of Markdown, and of boxes of drawn lines.
_PIPES = "|｜│┃║"
_PIPE = re.compile(f"[{_PIPES}]")
_BLANKS = " \t\u3000\r"
# Of a row whose cells are parted by commas, and quoted, or of the head of a wiki's table.
_QUOTE = '"'
_EDGES = f",{_QUOTE}!"
_FRAME = Grounds("markup", "table_frame", "a pipe or a rule at the edge of a row")
_REPEATED = Grounds(
    "markup", "cell_again", "a cell that mark-up without spans repeats in each of its columns"
)
# What begins and ends a row of LaTeX: `\\hline 粮食产量 & 120 \\\\`.
_RULED = re.compile(
    r"(?:\\(?:hline|(?:top|mid|bottom)rule|c(?:midrule|line)\{[\d-]+\}|\\|(?:begin|end)\{[^{}\n]*\})"
    r"|\{[^{}\n]*\}|[|&]|[ \t\u3000\r])+"
)


def find_cell_marks(reading: ReadingText) -> Findings:
    """Part the cells of every row whose cells are known."""
    if not reading.tables:
        return NOTHING
    pieces = sorted(reading.pieces, key=lambda piece: piece.raw_start)
    starts = [piece.raw_start for piece in pieces]
    ends_of_lines = [piece.end for piece in reading.pieces]
    edits: list[Edit] = []
    for table in reading.tables:
        for row in table.rows:
            printed = [cell for cell in row if not cell.is_empty]
            spans = [
                (_place(pieces, starts, cell.raw_start), _place(pieces, starts, cell.raw_end - 1) + 1)
                for cell in printed
            ]
            edits += [
                Edit(left[1], right[0], SEPARATOR, _BETWEEN)
                for left, right in pairwise(spans)
                if left[1] <= right[0] and "\n" not in reading.text[left[1] : right[0]]
            ]
            edits += [
                Edit(place, place, " ", _WITHIN)
                for cell, (start, end) in zip(printed, spans, strict=True)
                if not cell.pieces
                for place in _glued(reading, ends_of_lines, start, end)
            ]
            edits += [edit for span in spans for edit in _doubled_quotes(reading.text, *span)]
            edits += [edit for cell in printed for edit in _joints(reading.text, cell, pieces, starts)]
            if spans:
                edits += _frame(reading.text, spans[0][0], *spans[-1])
    return Findings(sorted(edits, key=lambda edit: (edit.start, edit.end)))


def _place(pieces: Sequence[Piece], starts: Sequence[int], raw: int) -> int:
    """Return where the raw code point stands in the reading text."""
    piece = pieces[bisect_right(starts, raw) - 1]
    return raw - piece.raw_start + piece.start


def _joints(text: str, cell: Cell, pieces: Sequence[Piece], starts: Sequence[int]) -> Iterator[Edit]:
    """Yield what joins the pieces of a cell: blanks and rules between them go; words and years stay apart."""
    spans = [
        (_place(pieces, starts, start), _place(pieces, starts, end - 1) + 1) for start, end in cell.pieces
    ]
    for (first, left), (right, last) in pairwise(spans):
        joined = text[left - 1] + text[right]
        are_words = joined.isascii() and joined.isalpha()
        are_years = all(_YEAR.fullmatch(text, *span) for span in ((first, left), (right, last)))
        between = " " if are_words or are_years else ""
        if text[left:right] != between:
            yield Edit(left, right, between, _JOINT)


def _doubled_quotes(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield what makes “ and ” of the quotation marks that a quoted cell doubles: `"推进""双碳""工程"`."""
    if not start or text[start - 1] != _QUOTE or not text.startswith(_QUOTE, end):
        return
    for mark, pair in zip(cycle("“”"), re.finditer(_QUOTE * 2, text[start:end]), strict=False):
        yield Edit(start + pair.start(), start + pair.end(), mark, _DOUBLED_QUOTE)


def _glued(reading: ReadingText, ends_of_lines: Sequence[int], start: int, end: int) -> Iterator[int]:
    """Yield the ends of lines within a cell that join words or numbers: 1.1 and 2027 are not 1.12027."""
    inside = ends_of_lines[bisect_right(ends_of_lines, start) : bisect_left(ends_of_lines, end)]
    for place in dict.fromkeys(inside):
        joined = reading.text[place - 1 : place + 1]
        if joined.isascii() and joined.isalnum():
            yield place


def _frame(text: str, first: int, last_start: int, last: int) -> list[Edit]:
    """Delete what marks the edges of a row: before its first cell and behind its last, and copies of that."""
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    edits = [
        Edit(a, b, "", _FRAME)
        for a, b in ((start, first), (last, end))
        if text[a:b].strip(_BLANKS)
        and (not text[a:b].strip(_PIPES + _EDGES + _BLANKS) or _RULED.fullmatch(text, a, b))
    ]
    edits += [
        Edit(a, b, "", _FRAME)
        for a, b in ((start, first), (last, end))
        if EMPTY_ROW.fullmatch(text, a, b) is not None
    ]
    behind = [piece.strip(_BLANKS) for piece in _PIPE.split(text[last:end])]
    if any(behind) and all(piece in ("", text[last_start:last]) for piece in behind):
        edits.append(Edit(last, end, "", _REPEATED))
    return edits
