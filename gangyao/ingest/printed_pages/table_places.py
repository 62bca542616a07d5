"""Where a page prints tables that no upright rules part into cells: their heads, and how far they go.

A head is known by the rules around it: words side by side between two rules of the same width, or right above
one. Without rules it is known by what its words are called as heads of columns are (序号, 责任单位), or by
the figures below it. A table goes as far as rules of the same width close it, or else until a line runs under
several of its heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gangyao.chinese.column_heads import is_header_text
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.heads_of_rows import head_of_counts, head_of_figures, head_of_rows
from gangyao.ingest.printed_pages.page import height_of, hull, meet
from gangyao.ingest.printed_pages.table_ends import fitting, to_its_end
from gangyao.ingest.printed_pages.table_heads import (
    FEWEST_COLUMNS,
    HEAD_LINES,
    closes_names,
    cuts_names,
    head_above,
    is_head,
    is_second_head,
    named_head,
    without_name,
)
from gangyao.ingest.printed_pages.table_lines import (
    SAME_ENDS,
    SAME_HEIGHT,
    Line,
    Place,
    is_over,
    lines_between,
)

# A rule of a table is this long at least, in widths of a Han character.
_SHORTEST = 10
# Words beside a part of a head, and most of those below, are no longer than this; they stand as near to its
# lines as lines of a name to each other, in heights of a character.
_LONGEST_BESIDE, _NEAR = 12, 1.6
# The first line of a head stands no further below the rule above it.
_FARTHEST = 4.0
# The names of groups stand this near above the names of their columns, in widths of a character.
_GROUP = 2.4


def find_places(lines: Sequence[Line], rules: Sequence[Box], drawn: Sequence[Box], em: float) -> list[Place]:
    """Return the tables among `lines`, which no ruled table holds.

    `rules` are those across, joined, and edges of what is shaded; the former alone are `drawn`.
    """
    found: list[Place] = []
    parts: list[Place] = []
    families = _families([rule for rule in rules if rule.right - rule.left >= _SHORTEST * em])
    for family in sorted(families, key=lambda one: one[0].left - one[0].right):
        # Shorter rules within a table part some of its columns.
        for one in _of_family(lines, family, rules, drawn, em):
            if not any(meet(one.box, other.box) for other in found) and not _is_below_group(lines, one):
                (parts if _is_part(lines, one) else found).append(one)
    taken = list(found)
    at = 0
    while at < len(lines):
        is_free = not any(_is_in(lines[at], place.box) for place in taken)
        head = named_head(lines, at, em) if is_free else None
        if head is None and is_free:
            head = (
                head_of_counts(lines, at, em)
                or head_of_figures(lines, at, em)
                or head_of_rows(lines, at, drawn, em)
            )
        place = _below_words(lines, *head, em, rules) if head is not None else None
        if place is not None:
            found.append(place)
            at = lines.index(place.body[-1], at)
        at += 1
    found += [place for place in parts if not any(meet(place.box, other.box) for other in found)]
    return sorted(found, key=lambda place: place.box.top)


def _is_below_group(lines: Sequence[Line], place: Place) -> bool:
    """Tell whether names of further columns stand beside a head: its rule is that of a group of columns."""
    heights = [line[0].middle for line in place.head]
    reach = max(word.size for line in place.head for word in line)
    beside = [
        word
        for line in lines
        for word in line
        if min(heights) - reach <= word.middle <= max(heights) + reach
        and not place.box.left < word.across < place.box.right
    ]
    return sum(is_header_text(word.text) for word in beside) >= max(1, len(beside) / 2)


def _is_part(lines: Sequence[Line], place: Place) -> bool:
    """Tell whether short words stand beside a head and beside most lines below it: further columns.

    The rule below a head may leave out those of its cells that go over several rows.
    """
    first, last = place.head[0][0].middle, place.head[-1][0].middle
    size = max(word.size for word in place.head[-1])
    beside = [
        word
        for line in lines_between(lines, first - _GROUP * size, last + _NEAR * size)
        for word in line
        if not place.box.left < word.across < place.box.right
    ]
    if not beside or any(len(word.text) > _LONGEST_BESIDE for word in beside):
        return False
    left, right = place.box.left, place.box.right
    below = {line[0].middle for line in place.body}
    rows = [line for line in lines if any(word.middle in below for word in line)]
    further = [[word for word in line if not left < word.across < right] for line in rows]
    long = sum(len(word.text) > _LONGEST_BESIDE for words in further for word in words)
    return sum(map(bool, further)) > len(rows) / 2 and 2 * long < sum(map(len, further))


def _is_in(line: Line, box: Box) -> bool:
    return any(box.top <= word.middle <= box.bottom for word in line)


def _families(rules: Sequence[Box]) -> list[list[Box]]:
    """Group rules that begin and end at the same places."""
    families: list[list[Box]] = []
    for rule in rules:
        for family in families:
            if (
                abs(family[0].left - rule.left) <= SAME_ENDS
                and abs(family[0].right - rule.right) <= SAME_ENDS
            ):
                family.append(rule)
                break
        else:
            families.append([rule])
    return families


def _of_family(
    lines: Sequence[Line], family: Sequence[Box], rules: Sequence[Box], drawn: Sequence[Box], em: float
) -> Iterator[Place]:
    left, right = family[0].left, family[0].right
    within = [
        inside
        for line in lines
        if (
            inside := tuple(
                word for word in line if left - em <= word.box.left and word.box.right <= right + em
            )
        )
    ]
    ys = [height_of(rule) for rule in family]
    end = float("-inf")
    for at, y in enumerate(ys):
        if y <= end:
            continue
        part = _first_part(rules, family[at])
        is_begun = at + 2 < len(ys) and sum(map(len, lines_between(within, y, ys[at + 1]))) > 1
        ends = [*ys[at + 1 : at + 2 + is_begun], *([part] if part is not None else [])]
        head_end = next(
            (
                one
                for one in ends
                if is_head(lines_between(within, y, one), right - left, em)
                and not cuts_names(within, one, em)
            ),
            None,
        )
        over = head_above(within, y, max(end, ys[at - 1] if at else float("-inf")), right - left, em)
        if head_end is not None and not _is_better(over, lines_between(within, y, head_end), em):
            head, top = without_name(lines_between(within, y, head_end), family[at], em), y
            if head[0][0].middle - y > _FARTHEST * em:
                # The rule is that of a table before.
                head = head_above(within, head_end, y, right - left, em) or head
                top = head[0][0].box.top - 1
            elif head[0][0].middle > lines_between(within, y, head_end)[0][0].middle:
                top = head[0][0].box.top - 1
            after = next((one for one in ys if one > head_end + SAME_HEIGHT), None)
            if after is not None and is_second_head(second := lines_between(within, head_end, after), head):
                head, head_end = [*head, *second], after
        elif over:
            head, top, head_end = over, over[0][0].box.top - 1, y
        else:
            continue
        box = Box(left, top, right, head_end)
        rest = sorted(
            height_of(one) for one in rules if height_of(one) > head_end + SAME_HEIGHT and is_over(one, box)
        )
        closing = [one for one in rest if any(abs(height_of(rule) - one) <= SAME_HEIGHT for rule in drawn)]
        place = to_its_end(within, head, box, rest, closing, em)
        if place is not None:
            inner = [
                one
                for one in rules
                if head_end < height_of(one) < place.box.bottom - 1 and is_over(one, place.box)
            ]
            yield replace(place, rules=tuple(inner))
            end = place.box.bottom - 1


def _is_better(over: Sequence[Line], below: Sequence[Line], em: float) -> bool:
    """Tell whether lines above a rule are rather the head of a table than those below it, its first row."""
    names = [word for line in over for word in line]
    words = [word for line in below for word in line]
    return (
        len(names) >= FEWEST_COLUMNS
        and min(word.box.left for word in names) <= min(word.box.left for word in words) + em
        and sum(is_header_text(word.text) for word in names)
        > sum(is_header_text(word.text) for word in words)
    )


def _first_part(rules: Sequence[Box], top: Box) -> float | None:
    """Return the height of the first rule below another that parts some of its columns."""
    return next(
        (
            height_of(one)
            for one in rules
            if height_of(one) > height_of(top) + SAME_HEIGHT and is_over(one, top)
        ),
        None,
    )


def _first_above_rule(lines: Sequence[Line], first: int, last: int, rules: Sequence[Box], em: float) -> int:
    """Return where a head begins with the names of groups of its columns, which stand right above a rule."""
    box = hull(word.box for line in lines[first : last + 1] for word in line)
    names = [word for line in lines[first : last + 1] for word in line]
    while first:
        above = lines[first - 1]
        parting = [
            rule
            for rule in rules
            if above[0].middle < height_of(rule) < lines[last][0].middle
            and rule.left >= box.left - SAME_ENDS
            and any(_meet_across(rule, word.box) for word in names)
            and not all(_meet_across(rule, word.box) for word in names)
        ]
        is_near = lines[first][0].middle - above[0].middle <= _GROUP * em
        if not is_near or not all(any(_meet_across(rule, word.box) for rule in parting) for word in above):
            return first
        first -= 1
    return first


def _meet_across(rule: Box, box: Box) -> bool:
    """Tell whether a rule runs over or under some of a box."""
    return rule.left < box.right and box.left < rule.right


def place_below(
    lines: Sequence[Line], head_end: float, rules: Sequence[Box], drawn: Sequence[Box], em: float
) -> Place | None:
    """Return the table whose head are the lines above a height; None where no rows stand below it."""
    head = [line for line in lines if line[0].middle < head_end]
    if not head:
        return None
    words = hull(word.box for line in head for word in line)
    wide = [
        rule
        for rule in rules
        if rule.left <= words.left + SAME_ENDS and rule.right >= words.right - SAME_ENDS
    ]
    around = hull([words, *wide[:1]])
    box = Box(around.left, words.top - 1, around.right, head_end)
    ys = sorted(height_of(one) for one in rules if height_of(one) > head_end and is_over(one, box))
    closing = [y for y in ys if any(abs(height_of(rule) - y) <= SAME_HEIGHT for rule in drawn)]
    place = to_its_end(lines, head, box, ys, closing, em)
    if place is None:
        return None
    inner = [one for one in rules if head_end < height_of(one) < place.box.bottom - 1 and is_over(one, box)]
    return replace(place, rules=tuple(inner))


def _below_words(
    lines: Sequence[Line], first: int, last: int, em: float, rules: Sequence[Box]
) -> Place | None:
    """Return the table whose head are the lines from `first` to `last`, which no rule as wide as it tells."""
    first = _first_above_rule(lines, first, last, rules, em)
    head, below = list(lines[first : last + 1]), lines[last + 1 :]
    while (
        below and len(head) < HEAD_LINES and (is_second_head(below[:1], head) or closes_names(below[0], head))
    ):
        head, below = [*head, below[0]], below[1:]
    box = hull(word.box for line in head for word in line)
    count = fitting(below, head, box, em, is_closed=False)
    body = below[:count]
    if not body:
        return None
    words = hull(word.box for line in (*head, *body) for word in line)
    ends = [
        rule.right
        for rule in rules
        if box.left - SAME_ENDS <= rule.left < box.right and box.top < height_of(rule) < body[0][0].middle
    ]
    words = replace(words, right=max([words.right, *ends]))
    return Place(tuple(head), tuple(body), words, (box.bottom + min(w.box.top for w in body[0])) / 2)
