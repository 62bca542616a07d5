"""The rows below a head, by what is known of their columns: the reading that is the likeliest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.line_width import line_width
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.tables.wrapped.aligned import Columns, columns_by_place, columns_by_position
from gangyao.layout.tables.wrapped.below import Below
from gangyao.layout.tables.wrapped.body import Body, Reading, is_wrapped
from gangyao.layout.tables.wrapped.cell_evidence import Column, Joints, columns_of
from gangyao.layout.tables.wrapped.heads import Head
from gangyao.layout.tables.wrapped.printed_lines import Mode, Part, PrintedLine
from gangyao.layout.tables.wrapped.rows import read_rows

# By so many bits rows read better if cells are wrapped; so many each row tells on the average (by hand).
_BETTER, _EACH = 6.0, 1.0
_FEWEST_ROWS = 2
# Lines whose parts are not aligned begin at one margin, or so many half characters behind it.
_MOST_INDENT = 3
# Of more columns there are too many ways to share out a line.
_MOST_FREE = 8
# What the lines are numbered with that stand over a group of rows: 一、 and （一）.
_OVER_ROWS = frozenset({"chinese", "chinese_bracket"})
# What each line of several parts tells that stands as the columns do, in bits.
_IN_COLUMN = 2.0


def best_reading(
    head: Head, below: Below, mode: Mode, model: CharacterModel
) -> tuple[float, Body, Reading] | None:
    """Read the rows below a head; None where their cells are not wrapped, or they are no rows."""
    columns = columns_of(head.names)
    found: list[tuple[float, Body, Reading]] = []
    for known in _columns(head, below.lines, mode):
        lines, edges = below.lines[: len(known)], below.edges[: len(known)]
        body = Body(lines, known, edges, _titles(lines), "rule" in edges[1:])
        joints = _joints(body, model)
        reading = read_rows(body, columns, joints)
        rows = [row for row in reading.rows if not row.is_title]
        if len(rows) < _FEWEST_ROWS or reading.bits < _EACH * len(rows):
            continue
        is_known = known[0] is not None
        if _is_better(body, reading, columns, joints, mode, is_known=is_known):
            few = sum(len(line.parts) < len(columns) for line in lines[: rows[-1].last])
            found.append((reading.bits + _IN_COLUMN * few * is_known, body, reading))
    return max(found, key=lambda one: one[0], default=None)


def _is_better(
    body: Body, reading: Reading, columns: Sequence[Column], joints: Joints, mode: Mode, *, is_known: bool
) -> bool:
    """Tell whether rows read better than each line by itself would."""
    rows = [row for row in reading.rows if not row.is_title]
    if not is_known and not is_wrapped(rows[:-1]):
        return False  # What stands below a table may look as if its last cells go on.
    if not is_wrapped(rows):
        # Cells that are lacking are known by their columns alone.
        filled = [
            [bool(cell) for cell in column] for column in zip(*(row.cells for row in rows), strict=True)
        ]
        return is_known and mode == "blanks" and all(map(any, filled)) and not all(map(all, filled))
    flat = read_rows(body, columns, joints, most_lines=1)
    return len(flat.rows) < len(body.lines) or reading.bits >= flat.bits + _BETTER


def _columns(head: Head, lines: Sequence[PrintedLine], mode: Mode) -> Iterator[list[Columns | None]]:
    """Yield what may be known of the columns of parts, for as many lines as it holds."""
    width = len(head.columns)
    if mode == "bars":
        if known := columns_by_place(lines, width):
            yield [*known]
        return
    if mode == "tabs" and any(line.parts[-1].place >= len(line.parts) for line in lines):
        if known := columns_by_place(lines, width):
            yield [*known]
        return
    if known := columns_by_position(head, lines, _titles(lines)):
        yield [*known]
    margin = _margin(head.lines[0]) + _MOST_INDENT
    if width > _MOST_FREE:
        return
    fitting = next((n for n, line in enumerate(lines) if _margin(line) > margin), len(lines))
    if fitting:
        yield [None] * fitting


def _margin(line: PrintedLine) -> int:
    return line_width(line.text[: line.parts[0].start - line.start])


def _titles(lines: Sequence[PrintedLine]) -> frozenset[int]:
    """Return which of the lines may stand over the rows below them: `一、基础设施`."""
    return frozenset(n for n, line in enumerate(lines) if _may_be_title(line))


def _may_be_title(line: PrintedLine) -> bool:
    if len(line.parts) != 1:
        return False
    heading = parse_heading(line.parts[0].text)
    return heading is not None and heading.family in _OVER_ROWS


def _joints(body: Body, model: CharacterModel) -> Joints:
    """Return how well parts go on those of the line above that may stand in the same column."""
    pairs: list[tuple[Part, Part]] = []
    for n in range(1, len(body.lines)):
        for a, above in enumerate(body.lines[n - 1].parts):
            for b, below in enumerate(body.lines[n].parts):
                upper, lower = body.columns[n - 1], body.columns[n]
                if upper is not None and lower is not None and upper[a] != lower[b]:
                    continue
                pairs.append((above, below))
    if not pairs:
        return Joints()
    bits = join_scores([(above.text, below.text) for above, below in pairs], model).tolist()
    return Joints({(a.start, b.start): bit for (a, b), bit in zip(pairs, bits, strict=True)})
