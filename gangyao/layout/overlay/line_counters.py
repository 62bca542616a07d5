"""Numbers glued to the lines that they count: `…深入推进12` over `供给侧13`, `12深入推进`.

A number that rises by one with every line counts lines, whatever stands beside it: figures of the text do so
on no page, but those of items may (`1建设粮仓`). Who counts lines counts the title, too, and lines that break
off. `line_numbers` reads those that white space sets off.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from gangyao.chinese.punctuation import ends_sentence

_ENDS = re.compile(r"[0-9]{1,5}$")
# The numbers of items have marks behind them, those of days and years their units.
_STARTS = re.compile(r"[0-9]{1,5}(?=[^0-9.．、,，)）:：|\s年月日])")
# So many lines have the number that is due, and such a share (by hand).
_FEWEST, _SHARE = 8, 0.9
_FEWEST_OF_SOME = 4
_EVERY = (5, 10)
# Where so many lines end sentences, or none does, each is an item (by hand).
_ENDED = 0.9
# A page has so many lines at least.
_SHORTEST_PAGE = 8
# Of lines that number others, so many have a figure there.
_ASKED = 0.6

#: How many characters of a line are its number, at its beginning and at its end.
Sizes = tuple[int, int]


def find_line_counters(texts: Sequence[str]) -> list[Sizes]:
    """Return how much of each line is its number.

    `texts` are all lines of a file without their margins, blank ones as well.
    """
    printed = [n for n, text in enumerate(texts) if text]
    before = [n for n in printed if "0" <= texts[n][0] <= "9"]
    behind = [n for n in printed if "0" <= texts[n][-1] <= "9"]
    if len(behind) < _FEWEST_OF_SOME and len(before) < _FEWEST:
        return [(0, 0)] * len(texts)
    for ordinals in ({n: place for place, n in enumerate(printed, 1)}, {n: n + 1 for n in printed}):
        starts = _of_each(texts, ordinals, before, at_end=False)
        if starts:
            return [(starts.get(n, 0), 0) for n in range(len(texts))]
        ends = (
            _of_each(texts, ordinals, behind, at_end=True)
            or _of_pages(texts, printed, behind)
            or _of_some(texts, ordinals, behind)
        )
        if ends:
            return [(0, ends.get(n, 0)) for n in range(len(texts))]
    return [(0, 0)] * len(texts)


def _of_each(
    texts: Sequence[str], ordinals: Mapping[int, int], having: Sequence[int], *, at_end: bool
) -> dict[int, int]:
    """Return the lengths of the numbers that rise by one with each line; none where they do not."""
    if len(having) < max(_FEWEST, _ASKED * len(ordinals)):
        return {}
    numbers = ((n, _ENDS.search(texts[n]) if at_end else _STARTS.match(texts[n])) for n in having)
    starts = Counter(int(number[0]) - ordinals[n] for n, number in numbers if number is not None)
    if not starts:
        return {}
    first, _ = starts.most_common(1)[0]
    found = _with_number(texts, {n: ordinal + first for n, ordinal in ordinals.items()}, at_end=at_end)
    if len(found) < max(_FEWEST, _SHARE * len(ordinals)) or (first < 0 and next(iter(ordinals)) not in found):
        return {}
    return (
        found if _are_lines([texts[n][:-size] if at_end else texts[n] for n, size in found.items()]) else {}
    )


def _of_pages(texts: Sequence[str], printed: Sequence[int], having: Sequence[int]) -> dict[int, int]:
    """Return the lengths of the numbers behind lines that are counted from 1 on each page."""
    if len(having) < max(_FEWEST, _SHARE * len(printed)):
        return {}
    found: dict[int, int] = {}
    number = pages = 0
    for n in printed:
        number += 1
        if not texts[n].endswith(str(number)) and texts[n].endswith("1"):
            number, pages = 1, pages + 1
        if texts[n].endswith(str(number)) and len(texts[n]) > len(str(number)):
            found[n] = len(str(number))
    enough = len(found) >= max(_FEWEST, _SHARE * len(printed))
    if not enough or _SHORTEST_PAGE * pages > len(printed):
        return {}
    return found if _are_lines([texts[n][:-size] for n, size in found.items()]) else {}


def _are_lines(texts: Sequence[str]) -> bool:
    """Tell whether some of the lines end sentences, and some break off: they are no items."""
    return 0 < sum(map(ends_sentence, texts)) < _ENDED * len(texts)


def _of_some(texts: Sequence[str], ordinals: Mapping[int, int], having: Sequence[int]) -> dict[int, int]:
    """Return the lengths of the numbers behind every fifth or tenth line; the others have none."""
    if len(having) > _ASKED * len(ordinals):
        return {}
    ending = frozenset(having)
    for every in _EVERY:
        due = {n: ordinal for n, ordinal in ordinals.items() if ordinal % every == 0}
        if len(ending.intersection(due)) >= max(_FEWEST_OF_SOME, _SHARE * len(due)):
            found = _with_number(texts, due, at_end=True)
            if len(found) >= max(_FEWEST_OF_SOME, _SHARE * len(due)):
                return found
    return {}


def _with_number(texts: Sequence[str], numbers: Mapping[int, int], *, at_end: bool) -> dict[int, int]:
    """Return of the lines that have the number due, how long it is; no line is a number alone."""
    found: dict[int, int] = {}
    for n, number in numbers.items():
        due, text = str(number), texts[n]
        if number >= 0 and len(text) > len(due) and (text.endswith(due) if at_end else text.startswith(due)):
            found[n] = len(due)
    return found
