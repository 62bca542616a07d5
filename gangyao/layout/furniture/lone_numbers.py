"""The number of a newspaper page, alone on a line between two columns of prose.

A bare number may as well be a cell of a table or the label of an item; those come in series, and beside short
lines. The number of the page stands once, or several times the same, and prose stands before and after it; or
numbers count pages between paragraphs and in the midst of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gangyao.chinese.cut_figures import ASKS, MEASURE
from gangyao.chinese.punctuation import ends_sentence

_BARE = re.compile(r"[A-D]?[0-9０-９]{1,3}")
# A label of a single item is mostly a 1.
_LABELS = frozenset({"1", "１"})
# No page has such a number: it is the rest of one that a narrow column was cut in.
_ZEROS = re.compile("[0０]{1,3}")
# A line that begins so goes on a label or a number that a column was cut after; so does the rest of a year.
_AFTER_NUMBER = re.compile("[.．%％]")
_YEAR = re.compile("(?:19|20)[0-9]{2}年")
# A line of so many code points is prose, not a cell (by hand: a narrow column holds 12 characters); so is a
# shorter one with a mark inside or at its end.
_SHORTEST_PROSE = 11
_MARK = re.compile("[，。；：！？”]")
# So many numbers that count on, all in the midst of sentences, count pages (by hand).
_FEWEST_CUTS = 3
# Drafts and editions number every fifth line, or every tenth.
_EVERY = frozenset({5, 10})
_FEWEST_FIFTHS = 2


def find_lone_numbers(texts: Sequence[str], are_aside: Sequence[bool]) -> list[bool]:
    """Tell for each line, without its margins, whether it is the number of a page between columns of prose.

    `are_aside` tells which lines are furniture for other reasons.
    """
    flags = [False] * len(texts)
    read = [index for index, text in enumerate(texts) if text and not are_aside[index]]
    places = [place for place, index in enumerate(read) if _BARE.fullmatch(texts[index])]
    values = {texts[read[place]] for place in places}
    lines = [texts[index] for index in read]
    if counted := _counts_lines(lines, places):
        for place in counted:
            flags[read[place]] = True
        return flags
    if len(values) > 1:
        for place in places if _counts_pages(lines, places) else ():
            flags[read[place]] = True
        return flags
    if len(values) != 1 or values & _LABELS or any(map(_ZEROS.fullmatch, values)):
        return flags
    if _is_cut(values.pop(), lines, is_repeated=len(places) > 1):
        return flags
    places = [place for place in places if not _is_figure(lines, place)]
    for place in places:
        before = [texts[index] for index in reversed(read[max(0, place - 2) : place])]
        after = [texts[index] for index in read[place + 1 : place + 3]]
        sides = [side for side in (before, after) if side]
        if any(_is_prose(side[0]) for side in sides) and all(map(_is_column, sides)):
            flags[read[place]] = True
    return flags


def _counts_lines(texts: Sequence[str], places: Sequence[int]) -> Sequence[int]:
    """Return the numbers that stand in the margin of every fifth or tenth line: 5, 10, 15, as far apart."""
    if len(places) < _FEWEST_FIFTHS or not all(texts[place].isdecimal() for place in places):
        return ()
    counted = [int(texts[place]) for place in places]
    step = counted[0]
    if step not in _EVERY or counted != [step * (n + 1) for n in range(len(counted))]:
        return ()
    gaps = [after - before for before, after in pairwise(places)]
    is_even = max(gaps) - min(gaps) <= 1 and step - 1 <= min(gaps) <= step + 1
    return places if is_even and sum(map(_is_prose, texts)) * 2 > len(texts) else ()


def _counts_pages(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Tell whether bare numbers count pages: one more each time, prose before and after each.

    The labels of items count so, too, but from 1 on, and none cuts a sentence.
    """
    if places[0] == 0 or not all(texts[place].isdecimal() for place in places):
        return False
    counted = [int(texts[place]) for place in places]
    if any(after != before + 1 for before, after in pairwise(counted)):
        return False
    before = [texts[place - 1] for place in places]
    after = [texts[place + 1] for place in places if place + 1 < len(texts)]
    if not all(map(_is_prose, [*before, *after])) or any(map(MEASURE.match, after)):
        return False
    if not any(ends_sentence(text) for text in before[: len(after)]):
        return len(places) >= _FEWEST_CUTS
    # Labels of a list that the text begins in the midst of stand before each of its paragraphs.
    return counted[0] > 1 and any(b - a > 2 for a, b in pairwise(places))


def _is_figure(texts: Sequence[str], place: int) -> bool:
    """Tell whether a number is asked for by the line before it, and what it counts stands on the next one."""
    if not 0 < place < len(texts) - 1:
        return False
    return ASKS.search(texts[place - 1]) is not None and MEASURE.match(texts[place + 1]) is not None


def _is_cut(value: str, texts: Sequence[str], *, is_repeated: bool) -> bool:
    """Tell whether one of the lines holds the rest of a number that begins with `value`.

    What stands on several lines is no number that was cut: a line such as `%，…` then begins the page. The
    rest of a year tells what it is the rest of.
    """
    if any(_YEAR.match(value + text[:4]) for text in texts):
        return True
    return not is_repeated and any(_AFTER_NUMBER.match(text) for text in texts)


def _is_prose(text: str) -> bool:
    return len(text) >= _SHORTEST_PROSE or _MARK.search(text) is not None


def _is_column(side: Sequence[str]) -> bool:
    """Tell whether the two lines nearest on one side are prose, the nearest perhaps cut short by a column."""
    return _is_prose(side[0]) or (len(side) > 1 and _is_prose(side[1]))
