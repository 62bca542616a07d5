"""Page numbers within lines, as programs leave them that join lines before pages are cut: `推广转— 12 —化率`.

Each stands between two marks, or says of how many pages it is one. They are known by their sequence: each
is a little more than the one before, and most of them interrupt a sentence, wherever the page ends. Codes
and places that are named (`云农-12-号`, `附件第3页共12页`) stand behind the same character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gangyao.document.layout import Aside
from gangyao.layout.split import RawLine

_MARKS = "—–－·-"
# A figure before the first mark makes a range of it: 2026—12—.
_BLANK = r"[ \u3000]"
_NUMBER = re.compile(
    rf"(?<![0-9A-Za-z{_MARKS}]){_BLANK}{{0,4}}(?:"
    rf"(?P<mark>[{_MARKS}])(?P=mark)?{_BLANK}?(?P<between>[0-9]{{1,4}}){_BLANK}?(?P=mark)(?P=mark)?"
    rf"|第{_BLANK}?(?P<said>[0-9]{{1,4}}){_BLANK}?页{_BLANK}?[,，/]?{_BLANK}?共{_BLANK}?[0-9]{{1,4}}{_BLANK}?页"
    rf")(?![0-9A-Za-z{_MARKS}]){_BLANK}{{0,4}}"
)
_FEWEST = 2
# Pages of pictures and tables lack their number.
_MOST_SKIPPED = 2
# So many of them stand where no sentence ends (by hand): those that a list is numbered with all begin one.
_CUT = 0.5
_REASON = "a page number, one of a sequence that interrupts sentences"


class _Found(NamedTuple):
    """A number that may be that of a page, where it stands, and whether it interrupts a sentence."""

    start: int
    end: int
    value: int
    form: str
    before: str
    is_cut: bool


def find_inline_page_numbers(lines: Sequence[RawLine]) -> list[Aside]:
    """Find page numbers within the lines that are read, given in printed order."""
    by_form: dict[str, list[_Found]] = {}
    for line in lines:
        if "页" in line.text or any(mark in line.text for mark in _MARKS):
            for number in _numbers(line):
                by_form.setdefault(number.form, []).append(number)
    return [
        Aside(number.start, number.end, "page-number", _REASON)
        for found in by_form.values()
        for chain in _chains(found)
        if len(chain) >= _FEWEST and _are_pages(chain)
        for number in chain
    ]


def _are_pages(chain: Sequence[_Found]) -> bool:
    """Tell whether numbers of a sequence interrupt sentences, behind ever other characters."""
    ((_, alike),) = Counter(number.before for number in chain).most_common(1)
    return 2 * alike <= len(chain) and sum(number.is_cut for number in chain) >= _CUT * len(chain)


def _numbers(line: RawLine) -> Iterator[_Found]:
    for found in _NUMBER.finditer(line.text):
        if found.span() == (0, len(line.text)):
            continue
        before, behind = line.text[: found.start()], line.text[found.end() : found.end() + 1]
        is_cut = before[-1:].isalnum() and behind.isalpha()
        start, end = line.text_start + found.start(), line.text_start + found.end()
        value = int(found["between"] or found["said"])
        yield _Found(start, end, value, found["mark"] or "页", before[-1:], is_cut)


def _chains(found: Sequence[_Found]) -> list[list[_Found]]:
    chains = [[found[0]]]
    for before, number in pairwise(found):
        if before.value < number.value <= before.value + 1 + _MOST_SKIPPED:
            chains[-1].append(number)
        else:
            chains.append([number])
    return chains
