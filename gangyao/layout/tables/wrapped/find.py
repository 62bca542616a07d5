"""Where tables of wrapped cells stand in plain text, and their cells, each of one or several pieces.

    序号  重点任务                  责任单位      完成时限
    1     编制全市公园建设年度计划  市园林局      2021年6
          ，明确建设标准                          月底

Such a table begins with its head. Its columns are told by rules or tabs, or by where the parts of its lines
stand; where none of them tells, by how the parts go on. It ends where lines below are no rows of it.
"""

from __future__ import annotations

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.column_heads import is_header_text
from gangyao.document.tables import PrintedTable
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.wrapped.below import Below, lines_below
from gangyao.layout.tables.wrapped.body import Body, Reading
from gangyao.layout.tables.wrapped.cells import table_of
from gangyao.layout.tables.wrapped.heads import MOST_LINES, Head, may_begin_head, read_heads
from gangyao.layout.tables.wrapped.printed_lines import (
    Mode,
    PrintedLine,
    is_rule,
    line_at,
    lines_from,
    mode_of,
    printed_line,
)
from gangyao.layout.tables.wrapped.readings import best_reading

_SEPARATORS = ("\t", "  ", "\u3000", "│", "┃", "║", "+-")
# Of what may be the head so many are tried, and so many times in the same lines: each takes long (by hand).
_MOST_HEADS, _MOST_TRIES = 3, 3
# Heads that read worse than the best one by so many bits are not tried.
_FAR = 12.0


def wrapped_tables(text: str, model: CharacterModel) -> list[PrintedTable]:
    """Return the tables of wrapped cells in the raw text, in its order."""
    tables: list[PrintedTable] = []
    done, looked_at, tries = 0, 0, 0
    for start in _may_begin(text):
        tries = tries if start < looked_at else 0
        if start < done or tries >= _MOST_TRIES:
            continue
        table, looked_at = _table(text, start, model)
        tries += 1
        if table is not None:
            tables.append(table)
            done = table.raw_end
    return tables


def _may_begin(text: str) -> list[int]:
    """Return where the lines begin that may be the head of a table."""
    found: set[int] = set()
    for separator in _SEPARATORS:
        place = text.find(separator)
        while place >= 0:
            start = text.rfind("\n", 0, place) + 1
            if start < place and not text[start:place].isspace():
                found.add(start)
                place = text.find("\n", place)
                if place < 0:
                    break
            else:
                # The margin of a line.
                while place < len(text) and text[place] in INVISIBLE:
                    place += 1
            place = text.find(separator, place + 1)
    return sorted(start for start in found if _is_head_line(text, start))


def _is_head_line(text: str, start: int) -> bool:
    line = line_at(text, start)
    mode = mode_of(line)
    if mode is None:
        return False
    printed = printed_line(start, line, mode)
    return may_begin_head(printed) and any(is_header_text(part.text) for part in printed.parts)


def _table(text: str, start: int, model: CharacterModel) -> tuple[PrintedTable | None, int]:
    """Return the table whose head begins at `start`, and where the lines end that were looked at.

    None where there is none with wrapped cells.
    """
    mode = mode_of(line_at(text, start))
    if mode is None:
        return None, start
    found: list[tuple[float, Head, Below, Body, Reading]] = []
    end = start
    heads = _heads_at(text, start, mode, model)[:_MOST_HEADS]
    for head in heads:
        if head.bits < heads[0].bits - _FAR:
            break
        below = lines_below(text, head, mode)
        end = max(end, below.end)
        if not below.may_be_wrapped(len(head.columns)):
            continue
        read = best_reading(head, below, mode, model)
        if read is not None:
            found.append((read[0] + head.bits, head, below, read[1], read[2]))
    if not found:
        return None, end
    _, head, below, body, reading = max(found, key=lambda one: one[0])
    return table_of(head, below, body, reading), end


def _heads_at(text: str, start: int, mode: Mode, model: CharacterModel) -> list[Head]:
    """Return what may be the head whose first line of several parts begins at `start`; the best first."""
    above: list[PrintedLine] = []
    place = start
    while len(above) < MOST_LINES - 1 and place > 0:
        place = text.rfind("\n", 0, place - 1) + 1
        line = line_at(text, place)
        if not line.strip(INVISIBLE) or is_rule(line):
            break
        above.insert(0, printed_line(place, line, mode))
    below: list[PrintedLine] = []
    for at, line in lines_from(text, start, MOST_LINES):
        if not line.strip(INVISIBLE) or is_rule(line):
            break
        below.append(printed_line(at, line, mode))
    return read_heads(above, below, model, by_place=mode == "bars")
