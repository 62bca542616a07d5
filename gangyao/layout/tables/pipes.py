"""Tables of Markdown, whose cells are parted by pipes: `| 1 | 建设高标准农田 | 县农业农村局 |`.

The rule line below the header (`| --- | --- |`) holds no text. A row of dashes may be missing where a table
goes on on the next page; then two rows or more, each between pipes, are a table. Without a rule and without
pipes at their ends three lines or more with as many pipes are one, if they are headed as tables are (links of
a web page are parted by pipes too). Grid tables, as pandoc
writes them, have a rule (`+----+----+`) round every row, drawn double below the head (`+====+====+`). Boxes
of drawn lines (`│ 1 │ 修建水渠 │` between `├───┼───┤`) are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gangyao.chinese.punctuation import DRAWN
from gangyao.document.tables import PrintedTable
from gangyao.layout.split import INVISIBLE
from gangyao.layout.tables.filled_up import moved_right
from gangyao.layout.tables.grid import Piece, count_headers, is_right_below, lay_grid, without_margins

_LINE = re.compile(
    r"^(?:[^\n]*[|｜│┃║][^\n]*|[ \t]*\+[-=:+]*[-=]{2}[-=:+]*\+[ \t\r]*"
    rf"|[ \t\u3000]*[{DRAWN}]{{2}}[{DRAWN} ]*[ \t\r]*)$",
    re.MULTILINE,
)
# All that the rule line below a header is drawn with.
RULE_CHARS = INVISIBLE + "|｜:+-=" + DRAWN
_PIPE = re.compile(r"(?<!\\)\||[｜│┃║]")
_PIPES = "|｜│┃║"
_DASHES = (":-", "-:", "--", "==", "──", "━━", "══")
_FEWEST_PIPES = 2
_FEWEST_OPEN_ROWS = 3
# A cell of Markdown goes on over so many lines more at most (by hand).
_MOST_BROKEN = 6


def pipe_tables(text: str) -> list[PrintedTable]:
    """Return the tables that pipes mark in the raw text, in its order."""
    if not any(pipe in text for pipe in _PIPES):
        return []
    tables: list[PrintedTable] = []
    for run in _runs(text):
        rules = [place for place, (start, end) in enumerate(run) if _is_rule(text, start, end)]
        if not rules and not all(_is_framed(text, start, end) for start, end in run):
            continue
        pipes = None if _is_framed(text, *run[0]) else _inner_pipes(text, *run[0])
        rows = [
            _pieces(text, start, end, pipes) for place, (start, end) in enumerate(run) if place not in rules
        ]
        if len(rows) < (1 if rules else 2) or max(map(len, rows)) < 2:
            continue
        tables.append(lay_grid(rows, text, run[0][0], run[-1][1], _headers(text, run, rules)))
    return [*tables, *_open_tables(text)]


def _open_tables(text: str) -> Iterator[PrintedTable]:
    """Yield the tables without rules and without pipes at the ends of their rows."""
    run: list[tuple[int, int]] = []
    pipes = 0
    for line in [*_LINE.finditer(text), None]:
        count = 0 if line is None or _is_framed(text, *line.span()) else len(_PIPE.findall(line[0]))
        is_next = line is not None and run and is_right_below(text, run[-1][1], line.start())
        if not is_next or count != pipes:
            if len(run) >= _FEWEST_OPEN_ROWS and (table := _open_table(text, run, pipes)) is not None:
                yield table
            run, pipes = [], count
        if line is not None and count:
            run.append(line.span())


def _open_table(text: str, run: Sequence[tuple[int, int]], pipes: int) -> PrintedTable | None:
    """Return the table that lines with as many pipes are; None where they are not headed as one is."""
    rows = [_pieces(text, start, end, pipes) for start, end in run]
    if all(row[-1].raw_start == row[-1].raw_end for row in rows):
        # Each row is closed by a pipe.
        rows = [row[:-1] for row in rows]
    # One column is no table, but lines beside which a frame was read as a bar.
    if max(map(len, rows)) < 2 or not count_headers(rows, text):
        return None
    return lay_grid(moved_right(rows, text), text, run[0][0], run[-1][1], 1)


def _headers(text: str, run: Sequence[tuple[int, int]], rules: Sequence[int]) -> int | None:
    """Return how many rows stand above the rule below the head; None where no rule tells."""
    if not rules:
        return None
    if "|" in text[slice(*run[rules[0]])]:
        return rules[0]
    double = next((place for place in rules if "=" in text[slice(*run[place])]), None)
    return None if double is None else double - sum(place < double for place in rules)


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the spans of rows with pipes that stand one right below the other."""
    run: list[tuple[int, int]] = []
    is_ruled = False
    done = 0
    for line in _LINE.finditer(text):
        if line.start() < done:
            continue  # Holds the end of a cell that began on a line above.
        if run and not is_right_below(text, run[-1][1], line.start()):
            yield run
            run, is_ruled = [], False
        is_rule = _is_rule(text, *line.span())
        if is_ruled and (end := _end_of_broken_row(text, run[0], line)) > line.end():
            run.append((line.start(), end))
            done = end
        elif is_rule or _is_framed(text, *line.span()) or (is_ruled and _has_columns(text, run[0], line)):
            run.append(line.span())
        elif run:
            yield run
            run, is_ruled = [], False
        elif _is_above_rule(text, line.end()):
            run = [line.span()]
        is_ruled = bool(run) and (is_ruled or is_rule)
    if run:
        yield run


def _end_of_broken_row(text: str, head: tuple[int, int], line: re.Match[str]) -> int:
    """Return where a row ends whose cells go on on the lines below: it has as many pipes as the head then.

    A row between pipes is meant, that its own line leaves open.
    """
    printed = line[0].strip(INVISIBLE)
    pipes = len(_PIPE.findall(text[slice(*head)]))
    end = line.end()
    if printed[:1] not in _PIPES or printed[-1:] in _PIPES or not _is_framed(text, *head):
        return end
    for _ in range(_MOST_BROKEN):
        below = text.find("\n", end + 1)
        following = len(text) if below < 0 else below
        if end >= len(text) or not text[end:following].strip(INVISIBLE):
            return line.end()
        if text[end:following].strip(INVISIBLE)[:1] in _PIPES:
            return line.end()
        end = following
        row = text[line.start() : end].strip(INVISIBLE)
        if row[-1:] in _PIPES:
            return end if len(_PIPE.findall(row)) == pipes else line.end()
    return line.end()


def _has_columns(text: str, head: tuple[int, int], line: re.Match[str]) -> bool:
    """Tell whether a line without pipes at its ends is a row of the table: it has as many columns."""
    return len(_PIPE.findall(line[0])) == _inner_pipes(text, *head)


def _inner_pipes(text: str, start: int, end: int) -> int:
    return len(_PIPE.findall(text[start:end].strip(INVISIBLE).strip(_PIPES)))


def _is_above_rule(text: str, end: int) -> bool:
    below = text.find("\n", end + 1)
    following = (end + 1, below if below >= 0 else len(text))
    return following[0] < following[1] and _is_rule(text, *following)


def _is_rule(text: str, start: int, end: int) -> bool:
    line = text[start:end]
    return ("|" in line or line.strip(INVISIBLE)[:1] in ("+", *DRAWN)) and is_drawn(line)


def is_drawn(line: str) -> bool:
    """Tell whether a line is a rule: dashes, two together or beside a colon, and what parts them."""
    return any(dash in line for dash in _DASHES) and not line.strip(RULE_CHARS)


def _is_framed(text: str, start: int, end: int) -> bool:
    line = text[start:end].strip(INVISIBLE)
    return (
        line[:1] in _PIPES and line[-1:] in _PIPES and line != "" and len(_PIPE.findall(line)) > _FEWEST_PIPES
    )


def _pieces(text: str, start: int, end: int, pipes: int | None) -> list[Piece]:
    """Cut a row at its pipes; those at its ends hold no cell, unless rows have no more than `pipes`."""
    start, end = without_margins(text, start, end)
    cuts = [found.start() for found in _PIPE.finditer(text, start, end)]
    if cuts and cuts[0] == start and (pipes is None or len(cuts) > pipes):
        start, cuts = start + 1, cuts[1:]
    if cuts and cuts[-1] == end - 1 and (pipes is None or len(cuts) > pipes):
        end, cuts = end - 1, cuts[:-1]
    edges = [start - 1, *cuts, end]
    return [Piece(*without_margins(text, left + 1, right)) for left, right in pairwise(edges)]
