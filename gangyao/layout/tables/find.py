"""All tables whose cells are known, and which raw lines hold their rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.character_model import CharacterModel
from gangyao.document.tables import Cell, PrintedTable
from gangyao.layout.furniture.find import is_between_cells
from gangyao.layout.split import INVISIBLE, RawLine
from gangyao.layout.tables.columns import column_tables
from gangyao.layout.tables.commas import comma_tables
from gangyao.layout.tables.dashed import dashed_tables
from gangyao.layout.tables.html import html_tables
from gangyao.layout.tables.latex import RULES, latex_tables
from gangyao.layout.tables.otsl import ROW_END as OTSL_ROW_END
from gangyao.layout.tables.otsl import otsl_tables
from gangyao.layout.tables.piled import piled_tables
from gangyao.layout.tables.pipes import is_drawn, pipe_tables
from gangyao.layout.tables.spaces import space_tables
from gangyao.layout.tables.tabs import tab_tables
from gangyao.layout.tables.wiki import BARE as BARE_WIKI
from gangyao.layout.tables.wiki import wiki_tables
from gangyao.layout.tables.wrapped.find import wrapped_tables
from gangyao.markup.empty_cells import EMPTY_ROW

# Nothing but tags: all that a cell does not publish of its lines.
_TAGS = re.compile(rf"(?:</?[A-Za-z][^<>]{{0,400}}>|<!--.*?-->|[{re.escape(INVISIBLE)}])*")
# An empty row between pipes, or what begins, ends and rules a table of LaTeX.
_BARE = re.compile(
    r"[|｜│┃║\s]+"
    rf"|(?:{RULES}|\\\\|\\(?:begin|end)\{{[a-z*]{{1,12}}\}}(?:\{{[^{{}}]{{0,80}}\}})*|\s)+"
)
# A tag that its line does not close.
_TAG_OPENS = re.compile(r"(?:</?[A-Za-z][^<>]{0,400}>|\s)*<[A-Za-z][^<>]{0,400}")
# LaTeX and OTSL mark where a row ends, not where it begins.
_ROW_ENDS = ("\\\\", OTSL_ROW_END)
_PAGE_NUMBER = re.compile(r"\d{1,4}")
_MARKED = re.compile(r"[<|｜│┃║]|-- --|\\begin\{")


@dataclass(frozen=True, slots=True)
class TableLines:
    """What raw lines, by their index, are in tables: each row's lines, and lines with nothing but mark-up."""

    rows: tuple[tuple[int, ...], ...] = ()
    bare: frozenset[int] = frozenset()


def find_grids(text: str, model: CharacterModel) -> tuple[PrintedTable, ...]:
    """Return the tables of the raw text whose cells are known, in its order; none overlaps another."""
    wrapped = wrapped_tables(text, model)
    by_line = [
        *html_tables(text),
        *otsl_tables(text),
        *latex_tables(text),
        *wiki_tables(text),
        *pipe_tables(text),
        *piled_tables(text),
        *dashed_tables(text),
        *tab_tables(text),
        *comma_tables(text),
        *space_tables(text),
        *column_tables(text, model),
    ]
    # Whatever takes the lines of wrapped cells for rows reads them wrongly.
    others = [table for table in by_line if not any(_overlap(table, one) for one in wrapped)]
    kept: list[PrintedTable] = []
    for table in sorted([*wrapped, *others], key=lambda table: (table.raw_start, -table.raw_end)):
        if not kept or kept[-1].raw_end <= table.raw_start:
            kept.append(table)
    return tuple(kept)


def _overlap(one: PrintedTable, other: PrintedTable) -> bool:
    return one.raw_start < other.raw_end and other.raw_start < one.raw_end


def keeps_printed_order(tables: Sequence[PrintedTable], text: str) -> bool:
    """Tell whether a program wrote the tables as mark-up: it has put the page in order before."""
    return any(_MARKED.search(text, table.raw_start, table.raw_end) for table in tables)


def row_starts(tables: Sequence[PrintedTable], text: str) -> list[int]:
    """Return where in the raw text a line has to be cut: before rows, and behind tables, in mid-line."""
    cuts: list[int] = []
    for table in tables:
        end = table.raw_start
        for row in table.rows:
            if any(cell.pieces for cell in row):
                cuts += _piece_starts(text, row)
                end = max(cell.raw_end for cell in row)
            elif row:
                cuts.append(_row_start(text, end, row[0].raw_start))
                end = max(cell.raw_end for cell in row)
        cuts.append(table.raw_end)
    return [cut for cut in cuts if cut >= 0 and _is_inside(text, cut)]


def _piece_starts(text: str, row: Sequence[Cell]) -> list[int]:
    """Return where the pieces of a row begin that stand behind another one on their line."""
    starts = sorted(start for cell in row if not cell.is_empty for start, _ in cell.spans)
    return [b for a, b in pairwise(starts) if "\n" not in text[a:b]]


def _row_start(text: str, end: int, first: int) -> int:
    """Return where the tags of a row begin whose first cell's content is at `first`; -1 where it has none.

    Where mark-up ends rows, one begins behind the mark that ends the one before it.
    """
    opened = _last_tag(text, end, first)
    for mark in _ROW_ENDS:
        if opened < 0 and (ended := text.rfind(mark, end, first)) >= 0:
            return ended + len(mark)
    if opened < 0 and text.startswith("<", end):
        return end
    while opened > end and text[opened : opened + 4].lower().startswith(("<td", "<th>", "<th ")):
        before = _last_tag(text, end, opened)
        if before < 0:
            break
        opened = before
    return opened


def _last_tag(text: str, start: int, end: int) -> int:
    """Return where the last tag of a table begins, in small or capital letters; -1 where there is none."""
    return max(text.rfind("<t", start, end), text.rfind("<T", start, end))


def _is_inside(text: str, place: int) -> bool:
    """Tell whether words stand before and behind a place on its line."""
    before, behind = place - 1, place
    while before >= 0 and text[before] in INVISIBLE and text[before] != "\n":
        before -= 1
    while behind < len(text) and text[behind] in INVISIBLE and text[behind] != "\n":
        behind += 1
    return before >= 0 and text[before] != "\n" and behind < len(text) and text[behind] != "\n"


def lines_of_tables(tables: Sequence[PrintedTable], raw: Sequence[RawLine]) -> TableLines:
    """Find the raw lines that hold the rows of the tables."""
    if not tables:
        return TableLines()
    starts = [line.start for line in raw]
    rows: list[tuple[int, ...]] = []
    bare: set[int] = set()
    for table in tables:
        held: set[int] = set()
        for row in table.rows:
            own: set[int] = set()
            if any(cell.pieces for cell in row):
                pieces = [start for cell in row if not cell.is_empty for start, _ in cell.spans]
                rows.append(tuple(dict.fromkeys(bisect_right(starts, start) - 1 for start in pieces)))
                held |= {*rows[-1]}
                continue
            for cell in row:
                if not cell.is_empty:
                    first = bisect_right(starts, cell.raw_start) - 1
                    last = bisect_left(starts, cell.raw_end)
                    own |= {n for n in range(first, last) if not _TAGS.fullmatch(_part(raw[n], cell))}
                    own -= {n for n in range(first + 1, last - 1) if is_between_cells(raw[n].text)}
            own -= held
            if own:
                rows.append(tuple(sorted(own)))
                held |= own
        first, last = bisect_right(starts, table.raw_start) - 1, bisect_left(starts, table.raw_end)
        # Rules at its edges belong to the table wherever it was found to begin and end.
        while first and raw[first - 1].text and _is_bare(raw[first - 1].text):
            first -= 1
        while last < len(raw) and raw[last].text and _is_bare(raw[last].text):
            last += 1
        rest = [n for n in range(first, last) if n not in held and raw[n].text]
        bare |= {n for n in rest if _is_bare(raw[n].text)} | _within_tags(rest, raw)
    return TableLines(tuple(rows), frozenset(bare))


def _within_tags(lines: Sequence[int], raw: Sequence[RawLine]) -> set[int]:
    """Return those of the lines of a table that hold nothing but parts of tags broken over several lines."""
    found: set[int] = set()
    opened: list[int] = []
    for index in lines:
        text = raw[index].text
        if opened and opened[-1] != index - 1:
            opened = []
        if opened or (_TAG_OPENS.fullmatch(text) and "<" in text):
            opened.append(index)
            if ">" in text:
                if text.rstrip().endswith(">"):
                    found |= {*opened}
                opened = []
    return found


def numbers_between(marked: Collection[int], texts: Sequence[str]) -> list[int]:
    """Return the lines with a bare number between two tables: that of the page where the first ends.

    `marked` are the lines of all tables.
    """
    numbers: list[int] = []
    between: list[int] = []
    for index in range(min(marked, default=0), max(marked, default=-1) + 1):
        if index in marked:
            if len(between) == 1 and _PAGE_NUMBER.fullmatch(texts[between[0]]):
                numbers += between
            between = []
        elif texts[index]:
            between.append(index)
    return numbers


def _part(line: RawLine, cell: Cell) -> str:
    """Return what a line holds of a cell."""
    return line.text[max(cell.raw_start - line.text_start, 0) : max(cell.raw_end - line.text_start, 0)]


def _is_bare(text: str) -> bool:
    return any(bare.fullmatch(text) for bare in (_TAGS, _BARE, EMPTY_ROW, BARE_WIKI)) or is_drawn(
        text.replace(" ", "")
    )
