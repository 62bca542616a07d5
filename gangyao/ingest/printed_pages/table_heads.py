"""The heads of tables without upright rules: short words side by side, told by rules or by what they say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import middle_across, overlap
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_lines import Line, lines_between

#: A head has so many words at least, of which this share are called as heads of columns are.
FEWEST_COLUMNS = 3
_NAMED = 0.6
#: A head has so many lines at most, those that stand staggered among them.
HEAD_LINES = 8
# None of its words takes a larger share of the width.
_WIDEST_HEAD = 0.45
#: Lines of a head stand this near each other, and the last one this near the rule below it, in widths of a
#: character.
NEAR, FARTHEST = 1.6, 4.0
#: Lines nearer to each other than this are of cells beside each other: lines of one cell are further apart.
STAGGERED = 0.95
#: A line that names groups of columns stands this near above their own names.
GROUP = 2.4
# The first line of a head that goes on below is no longer than this, and as large as the rest within this
# share.
_LONGEST_CUT = 7
# Words of one column begin, end or have their middles at one place within this, in widths of a character.
_ALIGNED = 0.3
# The head of another table that stands right below one is told by so many names at least.
_FEWEST_OTHERS = 4
_SAME_SIZE = 0.05


def is_head(lines: Sequence[Line], width: float, em: float) -> bool:
    """Tell whether lines are the head of a table: short words, several of them side by side."""
    if not 0 < len(lines) <= HEAD_LINES:
        return False
    words = [word for line in lines for word in line]
    fullest = max(len(side_by_side(group)) for group in staggered(lines, em))
    if any(
        word.box.right - word.box.left > _WIDEST_HEAD * width or ends_sentence(word.text) for word in words
    ):
        return False
    named = sum(is_header_text(word.text) for word in words)
    figures = sum(word.text.isascii() for word in words)
    return (fullest >= FEWEST_COLUMNS or (fullest == 2 and named >= 2)) and 2 * figures < len(words)


def staggered(lines: Sequence[Line], em: float) -> list[list[Segment]]:
    """Put lines together that are nearer to each other than lines of one cell are."""
    groups: list[list[Segment]] = []
    y = float("-inf")
    for line in lines:
        if line[0].middle - y < STAGGERED * em:
            groups[-1] += line
        else:
            groups.append(list(line))
        y = line[0].middle
    return groups


def cuts_names(lines: Sequence[Line], y: float, em: float) -> bool:
    """Tell whether a height parts lines that are nearer to each other than lines of one cell are."""
    return any(
        above[0].middle < y <= below[0].middle and below[0].middle - above[0].middle < STAGGERED * em
        for above, below in pairwise(lines)
    )


def side_by_side(words: Sequence[Segment]) -> list[Segment]:
    """Return words none of which stands above another: as many as there are columns."""
    found: list[Segment] = []
    for word in sorted(words, key=lambda one: one.box.right):
        if not found or word.box.left >= found[-1].box.right:
            found.append(word)
    return found


def is_second_head(lines: Sequence[Line], head: Sequence[Line]) -> bool:
    """Tell whether a line below a head names the columns of a group of it."""
    first = min((word for line in head for word in line), key=lambda word: word.box.left)
    return len(lines) == 1 and all(
        is_header_text(word.text) and word.box.left > first.box.right for word in lines[0]
    )


def head_above(lines: Sequence[Line], y: float, above: float, width: float, em: float) -> list[Line]:
    """Return the lines right above a rule, where they are the head of a table; none where they are not."""
    found: list[Line] = []
    at, reach = y, FARTHEST
    for line in reversed(lines_between(lines, above, y)):
        is_wide = any(word.box.right - word.box.left > _WIDEST_HEAD * width for word in line)
        if is_wide or at - line[0].middle > reach * em or len(found) == HEAD_LINES:
            break
        found.insert(0, line)
        at, reach = line[0].middle, NEAR
    while found and len(found[0]) == 1 and not _is_of_head(found[0], found[1:], em):
        del found[0]
    return found if is_head(found, width, em) else []


def _is_of_head(line: Line, below: Sequence[Line], em: float) -> bool:
    """Tell whether a word alone on its line is one of the names below it, or that of a group of them."""
    is_staggered = bool(below) and below[0][0].middle - line[0].middle < STAGGERED * em
    return is_staggered or _is_wrapped(line[0], below, em)


def without_name(head: list[Line], rule: Box, em: float) -> list[Line]:
    """Leave out the name of a table that stands in the middle below a rule, apart from its head or larger."""
    while len(head) > 1 and len(head[0]) == 1:
        (name,), below = head[0], head[1]
        is_in_middle = abs(name.across - middle_across(rule)) <= em
        is_apart = below[0].middle - name.middle > NEAR * em or name.font != below[0].font
        if not (is_in_middle and (is_apart or abs(name.size - below[0].size) > _SAME_SIZE * name.size)):
            break
        head = head[1:]
    return head


def _is_wrapped(word: Segment, below: Sequence[Line], em: float) -> bool:
    """Tell whether a short word alone on its line goes on in one word of the lines below."""
    under = [one for line in below for one in line if share_room(word, one)]
    is_one = bool(under) and max(one.box.left for one in under) < min(one.box.right for one in under)
    is_alike = (
        is_one and under[0].font == word.font and abs(under[0].size - word.size) <= _SAME_SIZE * word.size
    )
    return is_alike and word.box.right - word.box.left <= _LONGEST_CUT * em


def is_named(texts: Sequence[str]) -> bool:
    """Tell whether most words that stand side by side are called as heads of columns are."""
    named = sum(map(is_header_text, texts))
    return len(texts) >= FEWEST_COLUMNS and named >= max(2, _NAMED * len(texts))


def named_head(lines: Sequence[Line], at: int, em: float) -> tuple[int, int] | None:
    """Return the first and the last line of the head that has its names on line `at`; None where it is none.

    A head is told by what its words are called. They may be wrapped: each is read with those right above it,
    and what stands nearer than lines of one cell do is beside it.
    """
    line = lines[at]
    first = _first_of_wrapped(lines, at, em)
    if first is None and not is_named([word.text for word in line]):
        return None
    first = at if first is None else first
    last = at
    while first and lines[first][0].middle - lines[first - 1][0].middle < STAGGERED * em:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1][0].middle - lines[last][0].middle < STAGGERED * em:
        last += 1
    names = lines[first : last + 1]
    first -= bool(first) and _is_beside(lines[first - 1], names, em)
    last += last + 1 < len(lines) and _is_beside(lines[last + 1], names, em)
    return _with_group(lines, first, line, em), last


def _is_beside(line: Line, head: Sequence[Line], em: float) -> bool:
    """Tell whether words right above or below a head stand in columns of their own: none shares its room."""
    away = min(abs(line[0].middle - other[0].middle) for other in head)
    names = [word for other in head for word in other]
    return len(line) > 1 and away <= NEAR * em and not any(share_room(a, b) for a in line for b in names)


def _first_of_wrapped(lines: Sequence[Line], at: int, em: float) -> int | None:
    """Return the first line of wrapped names of columns that end on line `at`; None where there are none."""
    line = lines[at]
    texts = [word.text for word in line]
    first, y = at, line[0].middle
    for above in reversed(lines[max(0, at - HEAD_LINES + 1) : at]):
        over = [[n for n, word in enumerate(line) if share_room(word, one)] for one in above]
        is_alone = len(above) == 1 and not _is_wrapped(above[0], lines[first : at + 1], em)
        if y - above[0].middle > NEAR * em or any(len(under) != 1 for under in over) or is_alone:
            break
        for one, (n,) in zip(above, over, strict=True):
            texts[n] = one.text + texts[n]
        first, y = first - 1, above[0].middle
    return first if first < at and is_named(texts) else None


def before_next_head(
    lines: Sequence[Line], head: Sequence[Line], em: float, names: Sequence[str] = ()
) -> Sequence[Line]:
    """Return the lines below a head that stand before the next table's head and the names above it.

    `names` are the words of the head of a table that goes on from the page before.
    """
    for at in range(1, len(lines)):
        if begins_other_table(lines[at], head, em):
            return _before(lines, at, em)
        texts = [word.text for word in lines[at]]
        is_other = len(texts) >= FEWEST_COLUMNS and (
            all(map(is_header_text, texts)) or set(texts) <= set(names)
        )
        # The same head again is that of another table where a name stands right above it.
        is_next = not _is_alike(texts, head) or len(lines[at - 1]) == 1
        found = named_head(lines, at, em) if is_other and is_next else None
        if found is None:
            continue
        return _before(lines, found[0], em)
    return lines


def _before(lines: Sequence[Line], head: int, em: float) -> Sequence[Line]:
    """Return the lines before a head and the names of its table above it."""
    first = head
    while first and len(lines[first - 1]) == 1:
        first -= 1
        if first and lines[first][0].middle - lines[first - 1][0].middle > NEAR * em:
            return lines[:first]
    return lines[:head]


def begins_other_table(line: Line, head: Sequence[Line], em: float) -> bool:
    """Tell whether a line of short names stands mostly in other columns than a head above it."""
    texts = [word.text for word in line]
    if len(texts) < _FEWEST_OTHERS or max(map(len, texts)) > _LONGEST_CUT or not is_named(texts):
        return False
    names = [word.box for above in head for word in above]
    return bool(names) and 2 * sum(any(_in_line(word.box, box, em) for box in names) for word in line) <= len(
        line
    )


def _in_line(one: Box, other: Box, em: float) -> bool:
    """Tell whether two words begin, end or have their middles at one place."""
    off = (one.left - other.left, one.right - other.right, middle_across(one) - middle_across(other))
    return min(map(abs, off)) <= _ALIGNED * em


def _is_alike(texts: Sequence[str], head: Sequence[Line]) -> bool:
    """Tell whether most of some words are those of a head."""
    known = {word.text for line in head for word in line}
    return 2 * len(known & set(texts)) > len(texts)


def _with_group(lines: Sequence[Line], first: int, names: Line, em: float) -> int:
    """Return where a head begins, with the line above that names groups of its columns."""
    above = lines[first - 1] if first else ()
    if not above or lines[first][0].middle - above[0].middle > GROUP * em:
        return first
    is_over = all(
        is_header_text(word.text)
        and word.font == names[-1].font
        and abs(word.size - names[-1].size) <= _SAME_SIZE * word.size
        and word.box.left > names[0].box.right
        and sum(share_room(word, one) for one in names) < len(names) - 1
        for word in above
    )
    return first - 1 if is_over else first


def are_groups(line: Line, others: Sequence[Line], em: float) -> bool:
    """Tell whether words right above the next line may name groups of it: several, fewer, each above one."""
    below = others[0] if others else line
    is_near = below[0].middle - line[0].middle <= GROUP * em
    return is_near and 1 < len(line) < len(below) and all(any(share_room(a, b) for b in below) for a in line)


def share_room(word: Segment, other: Segment) -> bool:
    """Tell whether two words stand above each other, in part at least."""
    return overlap(word.box.left, word.box.right, other.box.left, other.box.right) > 0


def closes_names(line: Line, head: Sequence[Line]) -> bool:
    """Tell whether a line closes the brackets that words above it open: the end of the names of columns."""
    return all(
        word.text[-1] in "）)"
        and any(
            one.text.count("（") + one.text.count("(") > one.text.count("）") + one.text.count(")")
            for above in head
            for one in above
            if share_room(one, word)
        )
        for word in line
    )
