"""Tables whose cells stand below each other, each closed by a pipe; a pipe alone opens a row.

So do programs print them that take the text out of a web page, where every cell is a paragraph:

|
序号 |
任务 |
|
1 |
修建水渠5公里。 |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gangyao.document.tables import PrintedTable
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.grid import Piece, lay_grid, without_margins

_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_ALONE = re.compile(r"^[ \t\u3000]*\|[ \t\r]*$", re.MULTILINE)
_ONLY_PIPES = re.compile(r"\|{2,}")
_FEWEST_ROWS = 3
# A cell goes on over so many lines at most (by hand).
_MOST_LINES = 12


def piled_tables(text: str) -> list[PrintedTable]:
    """Return the tables of cells below each other in the raw text, in its order."""
    opened = [match.start() for match in _ALONE.finditer(text)] if "|" in text else []
    tables: list[PrintedTable] = []
    run: list[list[Piece]] = []
    start = end = 0
    for at in opened:
        if not run or text[end:at].strip(INVISIBLE):
            tables += _table(run, text, start, end)
            run, start = [], at
        row, end = _row(text, text.find("\n", at) + 1 or len(text))
        run.append(row)
    return [*tables, *_table(run, text, start, end)]


def _table(rows: list[list[Piece]], text: str, start: int, end: int) -> Iterator[PrintedTable]:
    """Yield the table that the rows are: most of them have as many cells, and more than one."""
    rows = [row for row in rows if row]
    if len(rows) < _FEWEST_ROWS:
        return
    width, count = Counter(map(len, rows)).most_common(1)[0]
    if width > 1 and count * 2 > len(rows):
        # A cell alone is the title of the table or of the rows below it.
        titled = [
            [Piece(row[0].raw_start, row[0].raw_end, column_span=width)] if len(row) == 1 else row
            for row in rows
        ]
        yield lay_grid(titled, text, start, end)


def _row(text: str, start: int) -> tuple[list[Piece], int]:
    """Return the cells of the row that begins at `start`, and where the last of them ends."""
    cells: list[Piece] = []
    end = cell = at = start
    lines = 0
    while at < len(text) and lines < _MOST_LINES:
        line = _LINE.match(text, at)
        printed = line[0].strip(INVISIBLE + "\n") if line is not None else ""
        if line is None or not printed or _ALONE.fullmatch(line[0].rstrip("\n")):
            break
        at, lines = line.end(), lines + 1
        if printed[-1] == "|":
            closed = text.rfind("|", cell, at)
            if _ONLY_PIPES.fullmatch(printed) is None:
                cells.append(Piece(*without_margins(text, cell, closed)))
            end, cell, lines = closed + 1, at, 0
    return cells, end
