"""The lines below a head that may be those of its table."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gangyao.chinese.line_width import line_width
from gangyao.layout.furniture.find import is_between_cells
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.wrapped.body import Edge
from gangyao.layout.tables.wrapped.heads import Head, is_head_again
from gangyao.layout.tables.wrapped.printed_lines import (
    Mode,
    PrintedLine,
    is_rule,
    lines_from,
    mode_of,
    printed_line,
)

# A number alone on its line: no row is nothing else, and on each line of a row its longest cell has a part.
_PAGE_NUMBER = re.compile(r"\d{1,3}")
# A table has so many lines at most, and so many blank ones within it (by hand).
_MOST_LINES, _MOST_BLANK = 2000, 2
# A line of one part is no wider than the lines that hold parts of several columns, or this.
_WIDEST = 40


@dataclass(slots=True)
class Below:
    """The lines below a head, what stands before each, and the heads that pages print again.

    Of those it is kept how many lines stand above each. `end` is where the last line ends that was looked at.
    """

    end: int
    lines: list[PrintedLine] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    repeats: list[tuple[int, list[PrintedLine]]] = field(default_factory=list)

    def may_be_wrapped(self, width: int) -> bool:
        """Tell whether a row of so many columns may have several lines: else each line has a part of each.

        Where no line has several parts nothing stands side by side.
        """
        return any(len(line.parts) > 1 for line in self.lines) and (
            "rule" in self.edges[1:] or any(len(line.parts) < width for line in self.lines)
        )


def lines_below(text: str, head: Head, mode: Mode) -> Below:
    """Return the lines below a head, as far as its table may reach."""
    start = text.find("\n", head.lines[-1].start) + 1 or len(text)
    printed = list(lines_from(text, start, _MOST_LINES))
    found = Below(start)
    edge: Edge = "none"
    blanks, place = 0, 0
    widest = max([_WIDEST, *(line_width(part.text) for line in head.lines for part in line.parts)])
    while place < len(printed):
        at, text_of = printed[place]
        bare = text_of.strip(INVISIBLE)
        found.end = at + len(text_of)
        place += 1
        if not bare:
            blanks += 1
            if blanks > _MOST_BLANK:
                break
            edge = "blank" if edge == "none" else edge
            continue
        blanks = 0
        if is_rule(text_of):
            edge = "rule"
            continue
        if is_between_cells(bare) or _PAGE_NUMBER.fullmatch(bare):
            edge = "none"
            continue
        again = [printed_line(*one, mode) for one in printed[place - 1 : place - 1 + len(head.lines)]]
        if is_head_again(again, head):
            found.repeats.append((len(found.lines), again))
            place += len(head.lines) - 1
            edge = "none"
            continue
        line = again[0]
        if not _is_of_table(line, text_of, head, mode, widest):
            break
        if len(line.parts) > 1:
            widest = max(widest, *(line_width(part.text) for part in line.parts))
        found.lines.append(line)
        found.edges.append(edge)
        edge = "none"
    return found


def _is_of_table(line: PrintedLine, printed: str, head: Head, mode: Mode, widest: int) -> bool:
    """Tell whether a line may be of the table by its parts: not more than it has columns, none too wide."""
    if mode == "bars":
        return bool(line.parts) and mode_of(printed) == "bars"
    if len(line.parts) > len(head.columns):
        return False
    if mode == "tabs" and any(one.text.startswith('"') != one.text.endswith('"') for one in line.parts):
        return False  # A spreadsheet tells by quotes what of several lines is one cell.
    return len(line.parts) > 1 or line_width(line.parts[0].text) <= widest
