"""Lines and breaks of a layout, from paragraphs and the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from gangyao.document.layout import Aside, Break, Layout, Line, LineKind
from gangyao.document.tables import PrintedTable
from gangyao.layout.joins.paragraphs import Paragraph
from gangyao.layout.known import Known, heading_level, is_note
from gangyao.layout.reading_order.restore import Break as UnitBreak
from gangyao.layout.reading_order.restore import ReadingOrder
from gangyao.layout.side_by_side import Columns, breaks_between
from gangyao.layout.split import RawLine


def place_lines(
    raw: Sequence[RawLine],
    known: Known,
    kinds: Sequence[LineKind | None],
    paragraphs: Sequence[Paragraph],
    order: ReadingOrder,
    asides: Iterable[Aside],
    tables: tuple[PrintedTable, ...],
    stretches: Sequence[Columns],
) -> Layout:
    """Put the lines together: blocks in printed order, positions in reading order, breaks."""
    joined = {cut.before for cut in order.breaks if cut.joins}
    joined |= {b for a, b in pairwise(order.order) if b == a + 1 and paragraphs[b].goes_on}
    firsts = {cut.before for cut in order.breaks} | {order.order[0]} if order.order else set()
    block_of: dict[int, int] = {}
    block = 0
    for index in range(len(paragraphs)):
        if index == 0 or index in firsts or _cut_before(index, order):
            block += 1
        block_of[index] = block
    placed: dict[int, Line] = {}
    position = 0
    for index in order.order:
        paragraph = paragraphs[index]
        for place, number in enumerate(paragraph.lines):
            position += 1
            line = raw[number]
            placed[number] = Line(
                number + 1,
                line.source_file,
                line.start,
                line.end,
                paragraph.kind,
                block_of[index],
                position,
                place > 0 or index in joined,
                heading_level(known[number]),
                is_note(known[number]),
            )
    lines = tuple(
        placed[number]
        if number in placed
        else Line(number + 1, line.source_file, line.start, line.end, kinds[number] or "paragraph")
        for number, line in enumerate(raw)
    )
    breaks = line_breaks(order.breaks, paragraphs)
    breaks += breaks_between(stretches, lines)
    ordered = tuple(sorted(asides, key=lambda aside: aside.raw_start))
    return Layout(lines, in_reading_order(breaks, lines), ordered, tables)


def line_breaks(cuts: Sequence[UnitBreak], paragraphs: Sequence[Paragraph]) -> list[Break]:
    """Return breaks between paragraphs as breaks between their lines."""
    return [
        Break(
            0,
            paragraphs[cut.after].lines[-1] + 1,
            paragraphs[cut.before].lines[0] + 1,
            cut.evidence,
            cut.confidence,
        )
        for cut in cuts
    ]


def in_reading_order(breaks: Sequence[Break], lines: Sequence[Line]) -> tuple[Break, ...]:
    """Return breaks as they are met in the reading order of the lines, numbered."""
    return numbered(sorted(breaks, key=lambda cut: lines[cut.before_line - 1].reading_position or 0))


def numbered(breaks: Sequence[Break]) -> tuple[Break, ...]:
    """Return breaks with their positions, from 1 on."""
    return tuple(replace(cut, position=position) for position, cut in enumerate(breaks, 1))


def _cut_before(index: int, order: ReadingOrder) -> bool:
    """Tell whether the unit printed before `index` is not read right before it."""
    return any(cut.after == index - 1 for cut in order.breaks)
