"""Titles whose number stands alone above them, as editors of accounts set them: 01, PART.02."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gangyao.chinese.numerals import read_number
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import PrintedLine

_NUMBER = re.compile(
    r"(?:PART|NO|第)?\s*[.．]?\s*0?([1-9][0-9]?|[一二三四五六七八九十]{1,3})\s*[.．、]?", re.IGNORECASE
)
_LONGEST_TITLE = 30
_FEWEST = 2
# The head of a column of numbers: they count the rows of a table whose cells were saved line by line.
_COLUMN_OF_NUMBERS = re.compile(r"序\s*号")
# A title of several, below which stands what it heads.
_LABEL = re.compile("[：:。；]")


def with_numbered_titles(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines; where numbers that count from 1 stand over titles, these are headings."""
    shown = [number for number, line in enumerate(lines) if line.role == "text" and line.cell is None]
    found: list[tuple[int, int]] = []
    if any(_COLUMN_OF_NUMBERS.fullmatch(lines[number].text) for number in shown):
        return list(lines)
    for place, number in enumerate(shown[:-2]):
        title, below = shown[place + 1], shown[place + 2]
        count = _NUMBER.fullmatch(lines[number].text)
        if (
            count is not None
            and read_number(count[1]) == len(found) + 1
            and _is_title(lines[title].text)
            and _NUMBER.fullmatch(lines[below].text) is None
        ):
            found.append((number, title))
    if len(found) < _FEWEST:
        return list(lines)
    changed = list(lines)
    for number, title in found:
        changed[number] = replace(lines[number], role="furniture")
        changed[title] = replace(lines[title], role="heading", level=2)
    return changed


def _is_title(text: str) -> bool:
    is_short = 2 <= len(text) <= _LONGEST_TITLE
    return (
        is_short and not ends_sentence(text) and _LABEL.search(text) is None and text[0] not in "0123456789"
    )
