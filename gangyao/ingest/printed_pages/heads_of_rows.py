"""Heads of tables that neither rules around them nor their names tell, but the rows below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import height_of
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_heads import (
    FARTHEST,
    FEWEST_COLUMNS,
    GROUP,
    HEAD_LINES,
    NEAR,
    share_room,
    side_by_side,
)
from gangyao.ingest.printed_pages.table_lines import Line

# A row above which a head is told by figures has words in this share of its columns, within so many lines.
_FILLED, _ROW_LINES = 0.6, 8
# Names of which none is called as heads of columns are, or only one, are so many, and no longer than this.
_FEWEST_UNNAMED, _LONGEST_NAME = 4, 8
_BOUND = re.compile(r"[≤≥＜＞<>±＋－—-]?\d[\d,.]*[%‰]?(?:[-—–~～]\d[\d,.]*[%‰]?)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Columns that a head counts are so many at least.
_FEWEST_COUNTED = 4
_COUNT = re.compile(r"([1-9]\d?)月?")


def head_of_figures(lines: Sequence[Line], at: int, em: float) -> tuple[int, int] | None:
    """Return the first and the last line of a head above figures, `at` being its last line; None for none.

    Below it stand two rows, most of whose words are figures, each below one name of the head at most.
    """
    rows = _rows_below(lines, at, em, begin_above=True)
    if any(2 * sum(_has_figure(word.text) for word in row) < len(row) for row in rows):
        return None
    if len(rows) == 1 and rows[0] is lines[-1] and len(rows[0]) >= _FEWEST_UNNAMED:
        # The page ends below the first row.
        rows = [*rows, *rows]
    return _head_above_rows(lines, at, rows, em)


def head_of_counts(lines: Sequence[Line], at: int, em: float) -> tuple[int, int] | None:
    """Return the first and the last line of a head that counts columns: 1 to 12 for months; None for none.

    `at` is the line of the numbers, which go on from 1 one by one; names may stand before and behind them.
    """
    numbers = [_count_of(word.text) for word in lines[at]]
    counted = [number for number in numbers if number is not None]
    if len(counted) < _FEWEST_COUNTED or counted != list(range(1, len(counted) + 1)):
        return None
    if at + 1 == len(lines) or lines[at + 1][0].middle - lines[at][0].middle > FARTHEST * em:
        return None
    first = at
    while first and at - first < HEAD_LINES and lines[first][0].middle - lines[first - 1][0].middle <= em:
        # Names in the middle of both rows of a head.
        first -= 1
    return first, at


def are_counts(words: Sequence[Segment]) -> bool:
    """Tell whether words are numbers, or months, that go on from 1 one by one."""
    counted = [count for word in words if (count := _count_of(word.text)) is not None]
    return len(words) >= _FEWEST_COUNTED and counted == list(range(1, len(words) + 1))


def _count_of(text: str) -> int | None:
    """Return which number, or which month, a head counts."""
    found = _COUNT.fullmatch(text)
    return int(found[1]) if found is not None else None


def head_of_rows(lines: Sequence[Line], at: int, rules: Sequence[Box], em: float) -> tuple[int, int] | None:
    """Return the first and the last line of a head above rows of words, `at` being its last line.

    It has several short names, a rule as wide as they are right above it or a font of its own, and below it
    stand two rows, each word of them below one of its names.
    """
    rows = _rows_below(lines, at, em)
    found = _head_above_rows(lines, at, rows, em)
    if found is None:
        return None
    head = [word for line in lines[found[0] : at + 1] for word in line]
    names = side_by_side(head)
    fewest = _FEWEST_UNNAMED - any(is_header_text(word.text) for word in head)
    if len(names) < fewest or any(len(word.text) > _LONGEST_NAME for word in head):
        return None
    if any(sum(share_room(word, name) for name in names) != 1 for row in rows for word in row):
        return None
    left, right = min(word.box.left for word in names), max(word.box.right for word in names)
    is_below_rule = any(
        rule.left <= left + em and rule.right >= right - em
        for rule in rules
        if 0 < head[0].middle - height_of(rule) <= NEAR * em
    )
    has_font = not {word.font for word in head} & {word.font for row in rows for word in row}
    return found if is_below_rule or has_font else None


def _head_above_rows(
    lines: Sequence[Line], at: int, rows: Sequence[Line], em: float
) -> tuple[int, int] | None:
    """Return the first and the last line of names, `at` being the last, that stand above two rows."""
    if len(rows) < 2 or any(_is_figure(word.text) for word in lines[at]):
        return None
    first = at
    while first and at - first < HEAD_LINES:
        above = lines[first - 1]
        is_near = lines[first][0].middle - above[0].middle <= NEAR * em
        is_alone = len(above) == 1 and not _is_beside(above[0], lines[first : at + 1])
        if (
            not is_near
            or is_alone
            or any(_is_figure(word.text) or ends_sentence(word.text) for word in above)
        ):
            break
        first -= 1
    # Lines of groups above names hide their columns: the names alone tell them.
    return next((found for top in (first, at) if (found := _fitting_names(lines, top, at, rows, em))), None)


def _fitting_names(
    lines: Sequence[Line], first: int, at: int, rows: Sequence[Line], em: float
) -> tuple[int, int] | None:
    """Return where the names of lines begin and end, where the words of rows stand below one of them each."""
    names = side_by_side([word for line in lines[first : at + 1] for word in line])
    if first and (others := _beside_groups(lines[first - 1], names, rows)):
        is_near = lines[first][0].middle - lines[first - 1][0].middle <= GROUP * em
        first, names = (first - 1, side_by_side([*others, *names])) if is_near else (first, names)
    for row in rows:
        shared = [sum(share_room(word, name) for name in names) for word in row]
        # The first name may be that of two columns: the groups of rows, and what is in them.
        is_double = shared[:2].count(0) == 1 and len(names) >= FEWEST_COLUMNS
        if max(shared) > 1 or len(row) - is_double > len(names) or len(row) < _FILLED * len(names):
            return None
    return first, at


def _beside_groups(above: Line, names: Sequence[Segment], rows: Sequence[Line]) -> list[Segment]:
    """Return the names of columns beside those of groups, which stand above several of `names`.

    None where the rows have no words there, or what stands above is no name of a group.
    """
    left, right = names[0].box.left, names[-1].box.right
    beside = [word for word in above if word.box.right <= left or word.box.left >= right]
    count = len(above) - len(beside)
    is_short = all(len(word.text) <= _LONGEST_NAME for word in above)
    first = min(word.box.left for word in above)
    has_words = all(any(share_room(word, name) for word in row) for row in rows for name in beside)
    return beside if first < left and 0 < count < len(names) and is_short and has_words else []


def _has_figure(text: str) -> bool:
    """Tell whether a word is a figure, a code or a bound: 8.2230, XG2026-01, ≤1.7."""
    return text.isascii() or _BOUND.fullmatch(text) is not None


def _is_figure(text: str) -> bool:
    return text.isascii() and _YEAR.fullmatch(text) is None


def _rows_below(lines: Sequence[Line], at: int, em: float, begin_above: bool = False) -> list[Line]:
    """Return the first two lines of several words below a line, with nothing but rests of cells between.

    `begin_above`: cells of the first row may begin above its other words.
    """
    rows: list[Line] = []
    for above, line in pairwise(lines[at : at + 1 + _ROW_LINES]):
        is_far = line[0].middle - above[0].middle > FARTHEST * em
        full = rows[-1] if rows else lines[at]
        is_rest = (
            2 * len(line) <= len(full)
            and not is_far
            and (rows or (begin_above and _are_below(line, lines[at])))
        )
        if len(line) >= FEWEST_COLUMNS and not is_far and not is_rest:
            rows.append(line)
        elif not is_rest:
            break
        if len(rows) == 2:
            break
    return rows


def _are_below(words: Line, names: Line) -> bool:
    """Tell whether each word stands below one name: the first lines of cells in the middle of their row."""
    return all(sum(share_room(word, name) for name in names) == 1 for word in words)


def _is_beside(word: Segment, lines: Sequence[Line]) -> bool:
    """Tell whether a word stands above no more than one of lower ones, as the first line of a name does."""
    return sum(share_room(word, one) for one in side_by_side([w for line in lines for w in line])) <= 1
