r"""Tables of LaTeX, as models that read pages write them: `\begin{tabular}{|l|c|}`, cells parted by `&`."""

from __future__ import annotations

import re
from itertools import pairwise

from gangyao.document.tables import PrintedTable
from gangyao.layout.tables.grid import Piece, lay_grid, without_margins

_TABLE = re.compile(
    r"\\begin\{(?P<name>tabular[xy*]?|longtable|array)\}(?:\[[a-z]\])?(?:\{[^{}\n]{0,80}\}){0,2}"
    r"(?P<body>.{0,100000}?)\\end\{(?P=name)\}",
    re.DOTALL,
)
#: What draws a rule between two rows.
RULES = r"\\(?:hline|(?:top|mid|bottom)rule|c(?:midrule|line)\{[\d-]{1,7}\})"
_RULE = re.compile(rf"\s*(?:{RULES}\s*)+")
_ROW_END = re.compile(r"\\\\(?:\[[^\]\n]{0,12}\])?")
_CELL_END = re.compile(r"(?<!\\)&")
_SPANNING = re.compile(
    r"\\multi(?:column\{(?P<columns>\d{1,2})\}|row\{(?P<rows>\d{1,2})\})\{[^{}]{0,20}\}\{(?P<cell>[^{}]*)\}"
)


def latex_tables(text: str) -> list[PrintedTable]:
    r"""Return the tables between `\begin{tabular}` and `\end{tabular}` of the raw text, in its order."""
    if "\\begin{" not in text:
        return []
    tables: list[PrintedTable] = []
    for table in _TABLE.finditer(text):
        edges = [table.start("body"), *(end.end() for end in _ROW_END.finditer(text, *table.span("body")))]
        rows = [row for a, b in pairwise([*edges, table.end("body")]) if (row := _pieces(text, a, b))]
        if rows and max(map(len, rows)) > 1:
            tables.append(lay_grid(rows, text, table.start(), table.end()))
    return tables


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut a row, with the mark that ends it, at its ampersands; nothing where it holds rules alone."""
    if (rules := _RULE.match(text, start, end)) is not None:
        start = rules.end()
    if (last := next(_ROW_END.finditer(text, start, end), None)) is not None:
        end = last.start()
    start, end = without_margins(text, start, end)
    if start == end:
        return []
    edges = [start - 1, *(mark.start() for mark in _CELL_END.finditer(text, start, end)), end]
    return [_piece(text, *without_margins(text, left + 1, right)) for left, right in pairwise(edges)]


def _piece(text: str, start: int, end: int) -> Piece:
    spanning = _SPANNING.fullmatch(text, start, end)
    if spanning is None:
        return Piece(start, end)
    rows, columns = int(spanning["rows"] or 1), int(spanning["columns"] or 1)
    return Piece(*spanning.span("cell"), row_span=max(rows, 1), column_span=max(columns, 1))
