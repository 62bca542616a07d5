"""How far a table without upright rules goes: to the rule that closes it, or to text that is none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import height_of, hull
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_heads import (
    before_next_head,
    begins_other_table,
    staggered,
)
from gangyao.ingest.printed_pages.table_lines import (
    SAME_ENDS,
    SAME_HEIGHT,
    Line,
    Place,
    is_over,
)

# A row stands no further below the line before it than this, in widths of a character.
_FARTHEST = 4.5
# Lines of a cell are no further apart than this.
_SAME_CELL = 2.0
# A line that runs under several heads and is wider than this share of the table is none of it.
_WIDE = 0.4
# Of the first lines of a row, so many, one at least has several words.
_ROW_BEGINS = 3
# A row has so many words at least, and words of this share of the columns, beside one of its first so many
# lines.
_ROW_WORDS, _MOST, _ROW_LINES = 3, 0.5, 8
# Rules that part rows are so many at least.
_FEWEST_RULES = 3
# What stands in the middle of a column does so within this, and begins so far from its edge.
_CENTRED = 0.5
# A title of rows takes this share of a table's width at most.
_TITLE = 0.5
# Words of a table are as large as its head within these factors.
_LARGER, _SMALLER = 1.3, 0.7
# A head is printed again where at most this share of its words is missing.
_FEW_GONE = 0.3
# Marks have boxes as small as their ink in some fonts.
_MARK = re.compile(r"\W+")
_NOTE = re.compile(r"(?:注|备\s*注|说\s*明|资料来源|数据来源)\s*[0-9：:①]")


def to_its_end(
    lines: Sequence[Line],
    head: Sequence[Line],
    box: Box,
    ys: Sequence[float],
    closing: Sequence[float],
    em: float,
) -> Place | None:
    """Return the table below a head, to the last of the rules at `ys` that closes it or as far as it goes.

    Below what is shaded, a row that is not may follow: only rules at `closing` end a table.
    """
    below = [line for line in lines if line[0].middle > box.bottom]
    body: list[Line] = []
    bottom, is_closed = box.bottom, False
    for y in ys:
        if y - bottom <= SAME_HEIGHT and is_closed:
            # A rule in two pieces, left and right of a cell that goes over several rows.
            continue
        block = [line for line in below if bottom < line[0].middle < y]
        is_other = bool(body and block) and begins_other_table(block[0], head, em)
        if not block or is_other or fitting(block, head, box, em, is_closed=True) < len(block):
            break
        body += block
        bottom, is_closed = y, True
    if is_closed and (bottom not in closing or len(ys) >= _FEWEST_RULES):
        rest = [line for line in below if line[0].middle > bottom]
        so_far = Box(box.left, box.top, box.right, bottom)
        last = _with_last_row(rest, head, so_far, em, is_ruled=bottom in closing)
        if last:
            body += last
            bottom = max(word.box.bottom for word in last[-1]) + 1
    if not is_closed:
        body = list(below[: fitting(below, head, box, em, is_closed=False)])
        if not body:
            return None
        bottom = max(word.box.bottom for word in body[-1]) + 1
    return Place(
        tuple(head), tuple(body), Box(box.left, box.top, box.right, bottom), box.bottom, (), is_closed
    )


def _with_last_row(
    lines: Sequence[Line], head: Sequence[Line], box: Box, em: float, is_ruled: bool
) -> list[Line]:
    """Return the lines of the row below what is shaded, or the last rule: it begins with several words."""
    count = fitting(lines, head, box, em, is_closed=False)
    found = list(lines[:count])
    if is_ruled:
        begins_several = bool(found) and len(staggered(found, em)[0]) > 1
    else:
        begins_several = any(len(line) > 1 for line in found[:_ROW_BEGINS])
    if not begins_several:
        return []
    for at in range(1, len(found)):
        if found[at][0].middle - found[at - 1][0].middle > _SAME_CELL * em:
            return found[:at]
    return found


def fitting(lines: Sequence[Line], head: Sequence[Line], box: Box, em: float, is_closed: bool) -> int:
    """Return how many lines, from the first on, may be those of the table below a head."""
    lines = before_next_head(lines, head, em)
    names = max(head, key=len)
    size = max(word.size for word in names)
    before = box.bottom
    for at, line in enumerate(lines):
        wide = max(line, key=lambda word: word.box.right - word.box.left)
        following = lines[at + 1] if at + 1 < len(lines) else ()
        is_other = not _SMALLER * size <= max(word.size for word in line) <= _LARGER * size
        is_other = is_other and any(not _MARK.fullmatch(word.text) for word in line)
        is_far = line[0].middle - before > _FARTHEST * em and not (
            _is_row(lines[at:], names, em) or _are_of_first(lines[at:], names[0], box.left, em)
        )
        if is_other or (is_far and not is_closed) or _NOTE.match(line[0].text):
            return at
        if _runs_under(wide.box, names):
            is_short = wide.box.right - wide.box.left <= _WIDE * (box.right - box.left)
            if not is_short or (len(line) == 1 and len(following) < 2 and not is_closed):
                return at
        before = line[0].middle
    return len(lines)


def _is_row(lines: Sequence[Line], names: Sequence[Segment], em: float) -> bool:
    """Tell whether lines begin with a row, however far below: words of most columns, none under several."""
    for at, line in enumerate(lines[:_ROW_LINES]):
        is_apart = at > 0 and line[0].middle - lines[at - 1][0].middle > _FARTHEST * em
        if is_apart or any(_runs_under(word.box, names) for word in line):
            return False
        if len(line) >= max(_ROW_WORDS, _MOST * len(names)):
            return True
    return False


def _are_of_first(lines: Sequence[Line], name: Segment, left: float, em: float) -> bool:
    """Tell whether all that is left stands in the middle below a head: a cell of rows that the page cuts.

    What begins at the edge of the table may be a paragraph.
    """
    return len(lines) <= _ROW_BEGINS and all(
        len(line) == 1
        and abs(line[0].across - name.across) <= _CENTRED * em
        and line[0].box.left - left >= _CENTRED * em
        for line in lines
    )


def _runs_under(box: Box, names: Sequence[Segment]) -> bool:
    """Tell whether a word runs under several heads."""
    middles = [name.across for name in names]
    return sum(box.left < middle < box.right for middle in middles) > 1


def goes_on_from(
    lines: Sequence[Line],
    borders: Sequence[float],
    head: Sequence[str],
    rules: Sequence[Box],
    drawn: Sequence[Box],
    em: float,
    is_closed: bool,
) -> Place | None:
    """Return the rest of a table that the page before cut, at the top of a page; None where there is none.

    `borders` are those of its columns, `head` the words of its head, which may be printed again. Where a rule
    closed it (`is_closed`), it goes on only below its head or between rules as wide.
    """
    left, right = borders[0], borders[-1]
    own = [
        rule for rule in rules if abs(rule.left - left) <= SAME_ENDS and abs(rule.right - right) <= SAME_ENDS
    ]
    again: list[Line] = []
    left_over = list(head)
    for line in lines:
        if not all(word.text in left_over for word in line):
            break
        for word in line:
            left_over.remove(word.text)
        again.append(line)
    if len(left_over) > _FEW_GONE * len(head):
        again = []
    rest = before_next_head(lines[len(again) :], [again[0]] if again else [], em, head)
    count = 0
    for at, line in enumerate(rest):
        is_out = any(_crosses(word.box, borders, em) for word in line)
        is_title = is_out and at > 0 and _is_title(line, borders, em)
        if (is_out and not (is_title and is_row_between(rest[at + 1 :], borders, em))) or _NOTE.match(
            line[0].text
        ):
            break
        is_far = count and line[0].middle - rest[count - 1][0].middle > _FARTHEST * em
        if is_far and not is_row_between(rest[count:], borders, em):
            break
        count += 1
    if again and count < len(rest) and len(rest[count]) > 1:
        # Columns that little was printed in on the page before may be wider than they seemed.
        top = hull(word.box for line in again for word in line)
        count = max(count, fitting(rest, again, top, em, is_closed=False))
    closing = [
        height_of(rule)
        for rule in own
        if count and rest[0][0].middle < height_of(rule) < rest[count - 1][0].middle + 2 * em
    ]
    drawn_ends = [y for y in closing if any(abs(height_of(rule) - y) <= SAME_HEIGHT for rule in drawn)]
    if drawn_ends:
        count = sum(line[0].middle < drawn_ends[-1] for line in rest[:count])
    body = rest[:count]
    if is_closed and not again and not closing:
        return None
    if not body or (len(max(body, key=len)) < 2 and not closing):
        return None
    words = hull(word.box for line in (*again, *body) for word in line)
    bottom = drawn_ends[-1] if drawn_ends else words.bottom + 1
    head_end = (again[-1][0].middle + body[0][0].middle) / 2 if again else words.top - 1
    box = Box(left, words.top - 1, right, bottom)
    inner = [one for one in rules if head_end < height_of(one) < bottom - 1 and is_over(one, box)]
    return Place(tuple(again), tuple(body), box, head_end, tuple(inner), bool(drawn_ends))


def _is_title(line: Line, borders: Sequence[float], em: float) -> bool:
    """Tell whether a line may be the title of rows: short, at the left of a table or in its middle."""
    box = line[0].box
    is_in_middle = abs(line[0].across - (borders[0] + borders[-1]) / 2) <= em
    is_at_left = abs(box.left - borders[0]) <= em
    is_short = box.right - box.left <= _TITLE * (borders[-1] - borders[0])
    return len(line) == 1 and is_short and (is_in_middle or is_at_left)


def is_row_between(lines: Sequence[Line], borders: Sequence[float], em: float) -> bool:
    """Tell whether lines begin with a row of the columns between borders."""
    for at, line in enumerate(lines[:_ROW_LINES]):
        is_apart = at > 0 and line[0].middle - lines[at - 1][0].middle > _FARTHEST * em
        if is_apart or any(_crosses(word.box, borders, em) for word in line):
            return False
        if len(line) >= max(_ROW_WORDS, _MOST * (len(borders) - 1)):
            return True
    return False


def _crosses(box: Box, borders: Sequence[float], em: float) -> bool:
    """Tell whether a word runs over an edge between columns, or out of the table."""
    if box.left < borders[0] - em or box.right > borders[-1] + em:
        return True
    return any(box.left + 0.5 * em < border < box.right - 0.5 * em for border in borders[1:-1])
