"""The whole head of a table of which one row is known: names of groups above, of their columns below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.chinese.punctuation import ends_sentence
from gangyao.ingest.printed_pages.head_levels import levels_of_head
from gangyao.ingest.printed_pages.head_rows import Group
from gangyao.ingest.printed_pages.heads_of_rows import are_counts
from gangyao.ingest.printed_pages.lanes import Lanes, find_lanes
from gangyao.ingest.printed_pages.page import holds
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_heads import FARTHEST, GROUP, share_room
from gangyao.ingest.printed_pages.table_lines import Line, Place

# A head has so many rows at most.
_MOST_ROWS = 4
# Names beside a group stand higher than those of its columns by so much, in heights of a character.
_HIGHER = 0.25


def with_whole_head(place: Place, lines: Sequence[Line], em: float) -> Place:
    """Return a table with the rows of its head that stand above the known one and below it."""
    if not place.head:
        return place
    place = _with_rows_below(place, em) or place
    for _ in range(_MOST_ROWS):
        longer = _with_row_above(place, lines, em)
        if longer is None:
            break
        place = longer
    return place


def _lanes(place: Place, em: float, more: Sequence[Segment] = (), rows: int = 0) -> Lanes:
    """Return the columns of a table with `more` words in its head, the first `rows` of the others its own."""
    head = [*more, *(word for line in place.head for word in line)]
    return find_lanes(head, place.body[rows:], place.box.left, place.box.right, em)


def _with_row_above(place: Place, lines: Sequence[Line], em: float) -> Place | None:
    """Return a table with the line above its head, where that names groups of its columns."""
    known = [word for line in place.head for word in line]
    top = min(word.middle for word in known)
    above = max((line for line in lines if line[0].middle < top - em / 2), key=_height, default=())
    if not above or top - above[0].middle > FARTHEST * em:
        return None
    if any(ends_sentence(word.text) or word.text[-1] in "：:" for word in above):
        return None
    lanes = _lanes(place, em, above)
    groups = [
        group
        for group in levels_of_head([*above, *known], lanes)
        if any(holds(group.name.box, word.box) for word in above)
    ]
    others = [word for word in above if not any(holds(group.name.box, word.box) for group in groups)]
    if not groups or any(share_room(word, one) for word in others for one in known):
        return None
    is_near = top - above[0].middle <= GROUP * em
    if len(above) == 1 and not _is_group_alone(groups[0], known, lanes, is_near):
        return None
    if any(not place.box.left - em <= word.across <= place.box.right + em for word in above):
        return None
    box = replace(place.box, top=min(word.box.top for word in above) - 1)
    return replace(place, head=(above, *place.head), box=box)


def _is_group_alone(group: Group, known: Sequence[Segment], lanes: Lanes, is_near: bool) -> bool:
    """Tell whether a name alone on its line is that of a group and not of the table.

    The columns beside the group have names, the first one among them, that stand higher than those below it,
    or those below it count.
    """
    beside = [word for word in known if not group.first <= lanes.of(word.box) <= group.last]
    lower = [word for word in known if group.first <= lanes.of(word.box) <= group.last]
    if not beside or group.first == 0:
        return False
    is_higher = (
        min(word.middle for word in beside) < min(word.middle for word in lower) - _HIGHER * lower[0].size
    )
    return (is_higher and is_near) or are_counts(lower)


def _with_rows_below(place: Place, em: float) -> Place | None:
    """Return a table whose first rows are those of its head: the names of columns of groups, and no more."""
    known = [word for line in place.head for word in line]
    for count in range(min(_MOST_ROWS, len(place.body)) - 1, 0, -1):
        rows, following = place.body[:count], place.body[count]
        words = [word for line in rows for word in line]
        lanes = _lanes(place, em, words, count)
        groups = levels_of_head([*known, *words], lanes)
        named = [group for group in groups if any(holds(group.name.box, word.box) for word in known)]
        columns = {at for group in named for at in range(group.first, group.last + 1)}
        if any(
            lanes.of(word.box) in columns and not any(holds(group.name.box, word.box) for group in named)
            for word in known
        ):
            # The groups have the names of their columns.
            continue
        if (
            columns
            and columns == {lanes.of(word.box) for word in words}
            and not _is_rest(words, known, lanes)
        ):
            head_end = (max(word.middle for word in words) + min(word.middle for word in following)) / 2
            return replace(place, head=(*place.head, *rows), body=place.body[count:], head_end=head_end)
    return None


def _is_rest(words: Sequence[Segment], known: Sequence[Segment], lanes: Lanes) -> bool:
    """Tell whether there is a word for each of those above: no name stands over several of them."""
    columns = {lanes.of(word.box) for word in words}
    return len(words) <= sum(lanes.of(word.box) in columns for word in known)


def _height(line: Line) -> float:
    return line[0].middle
