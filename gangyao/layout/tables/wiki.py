r"""Tables of a wiki's mark-up: `{| class="a"`, `! 任务 !! 单位`, `|-`, `| 建设粮仓 || 县粮食局`, `|}`.

After https://www.mediawiki.org/wiki/Help:Tables. A cell may have attributes before a pipe of its own, and
stands on a line with others, or on one of its own and the lines below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from gangyao.document.tables import PrintedTable
from gangyao.layout.tables.grid import Piece, lay_grid, without_margins

_EDGE = re.compile(r"^[ \t:]*(?:(?P<opens>\{\|)[^\n]*|\|\})", re.MULTILINE)
#: A line of nothing but mark-up: where a table begins and ends, and where its next row does.
BARE = re.compile(r"[ \t:]*\{\|[^\n]*|[ \t]*\|\}|[ \t]*\|-+[^\n|]*")
_ROW = re.compile(r"^[ \t]*\|-+[^\n]*$", re.MULTILINE)
# What begins a line of cells, and what parts those of one line; a caption is no cell.
_LINE = re.compile(r"^[ \t]*(?P<mark>[|!])(?![-}+])", re.MULTILINE)
_NEXT = {"|": re.compile(r"\|\|"), "!": re.compile(r"!!|\|\|")}
_ATTRIBUTES = re.compile(
    r"""[ \t]*(?:[a-z]+[ \t]*=[ \t]*(?:"[^"\n]{0,80}"|'[^'\n]{0,80}'|[\w%#-]{1,20})[ \t]*)+\|(?!\|)"""
)
_SPAN = re.compile(r"\b(row|col)span[ \t]*=[ \t]*[\"']?(\d{1,3})")


def wiki_tables(text: str) -> list[PrintedTable]:
    """Return the tables between `{|` and `|}` of the raw text, in its order."""
    if "{|" not in text:
        return []
    tables: list[PrintedTable] = []
    opened: re.Match[str] | None = None
    for edge in _EDGE.finditer(text):
        if edge["opens"] is None and opened is not None:
            rows = _rows(text, opened.end(), edge.start())
            if rows and max(map(len, rows)) > 1:
                tables.append(lay_grid(rows, text, opened.start(), edge.end()))
        # Of tables within another one, only those are read.
        opened = edge if edge["opens"] else None
    return tables


def _rows(text: str, start: int, end: int) -> list[list[Piece]]:
    parts = [(part.start(), part.end()) for part in _ROW.finditer(text, start, end)]
    ends = [*(first for first, _ in parts), end]
    rows = [
        list(_pieces(text, a, b)) for a, b in zip([start, *(last for _, last in parts)], ends, strict=True)
    ]
    return [row for row in rows if row]


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the cells of a row."""
    lines = list(_LINE.finditer(text, start, end))
    for line, following in zip_longest(lines, lines[1:]):
        stop = end if following is None else following.start()
        marks = list(_NEXT[line["mark"]].finditer(text, line.end(), stop))
        starts = [line.end(), *(mark.end() for mark in marks)]
        for first, last in zip(starts, [*(mark.start() for mark in marks), stop], strict=True):
            attributes = _ATTRIBUTES.match(text, first, last)
            spans = (
                {name: max(int(count), 1) for name, count in _SPAN.findall(attributes[0])}
                if attributes
                else {}
            )
            cell = without_margins(text, attributes.end() if attributes else first, last)
            yield Piece(*cell, line["mark"] == "!", spans.get("row", 1), spans.get("col", 1))
