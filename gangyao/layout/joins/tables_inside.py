"""Tables that a page prints inside a sentence: they are read behind its paragraph.

`…其中2026年重点改造`, a table, `通往产业园区的路段。`: programs print a table where it stands on the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from gangyao.chinese.character_model import CharacterModel
from gangyao.document.layout import Break, Line
from gangyao.layout.joins.page_joins import breaks_off
from gangyao.layout.joins.page_notes import end_of_paragraph
from gangyao.layout.joins.read_line import ReadLine, opens_block
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.wrapping import find_wrapping

_EVIDENCE = "table inside a sentence"
# How sure such breaks are is set by hand, as of notes.
_CONFIDENCE = 0.9
# What announces a table is complete without a mark: 具体安排如下.
_ANNOUNCES = re.compile("(?:如下|下表|附表|[见如]表.{0,8}|所示)$")
# A long line of running text that breaks off has to go on somewhere: only what hardly can go on it does not
# (bits, by hand; sentences cut between two phrases have -8).
_GOES_ON = -9.0


@dataclass(frozen=True, slots=True)
class TableInside:
    """A table, by the raw lines from `first` to `last`, in a paragraph that goes on at `rest` to `after`."""

    first: int
    last: int
    rest: int
    after: int


def find_tables_inside(
    lines: Sequence[ReadLine], read: Sequence[int], rows: Collection[int], model: CharacterModel
) -> list[TableInside]:
    """Return the tables inside sentences.

    `read` are the raw lines, by index, that `lines` are; `rows` those of the rows of tables.
    """
    if not rows:
        return []
    ordered = sorted(rows)
    places = [place for place in range(1, len(lines)) if _is_parted(lines, read, ordered, place)]
    if not places:
        return []
    wrapping = find_wrapping([line.text for line in lines])
    scores = join_scores([(lines[place - 1].text, lines[place].text) for place in places], model)
    found: list[TableInside] = []
    for place, score in zip(places, scores.tolist(), strict=True):
        end = end_of_paragraph(lines, place, wrapping)
        if score > _GOES_ON and end is not None:
            first, last = (bisect_left(ordered, read[n]) for n in (place - 1, place))
            found.append(TableInside(ordered[first], ordered[last - 1], read[place], read[end]))
    return found


def behind_sentences(printed: Sequence[int], tables: Sequence[TableInside]) -> list[int]:
    """Return the lines `printed`, by index, with the tables behind the paragraphs that they stand in."""
    order = list(printed)
    for table in tables:
        start, end, after = (order.index(line) for line in (table.first, table.last, table.after))
        if start <= end < after:
            order[start : after + 1] = [*order[end + 1 : after + 1], *order[start : end + 1]]
    return order


def with_rests(joins: Sequence[bool], read: Sequence[int], tables: Sequence[TableInside]) -> list[bool]:
    """Return which lines go on, with those that go on a sentence which a table interrupts."""
    rests = {table.rest for table in tables}
    return [joined or index in rests for index, joined in zip(read, joins, strict=True)]


def breaks_around_tables(tables: Sequence[TableInside], lines: Sequence[Line]) -> Iterator[Break]:
    """Yield the breaks where the order of reading leaves out a table and comes back to it."""
    by_position = {line.reading_position: line for line in lines if line.reading_position is not None}
    for table in tables:
        inside = [line for line in lines[table.first : table.last + 1] if line.reading_position is not None]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        before = next(line for line in reversed(lines[: table.first]) if line.reading_position is not None)
        pairs = [(before, by_position.get((before.reading_position or 0) + 1))]
        pairs += [(lines[table.after], first), (last, by_position.get((last.reading_position or 0) + 1))]
        for left, right in pairs:
            if right is not None and right.reading_position == (left.reading_position or 0) + 1:
                yield Break(0, left.number, right.number, _EVIDENCE, _CONFIDENCE)


def _is_parted(lines: Sequence[ReadLine], read: Sequence[int], rows: Sequence[int], place: int) -> bool:
    """Tell whether a table stands between two lines of which the first breaks off."""
    before = lines[place - 1].text
    return (
        read[place] > read[place - 1] + 1
        and bisect_left(rows, read[place - 1]) < bisect_left(rows, read[place])
        and breaks_off(before)
        and before[-1] not in "：:"
        and _ANNOUNCES.search(before) is None
        and not opens_block(before)
        and not opens_block(lines[place].text)
    )
