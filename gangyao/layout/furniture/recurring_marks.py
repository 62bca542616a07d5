"""Marks that count pages in a form of their own: `[OCR page 6]`, `=5=`, `〈6〉`, `<|page_7|>`, `..4..`.

No list of forms is ever whole. A line without words that comes again with the next number, between lines of
running text, counts pages, if it is none of the labels that items have (`（1）`, `2.`), nor a bare number,
which `lone_numbers` looks at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from gangyao.chinese.punctuation import INNER_MARK

_NUMBER = re.compile("[0-9０-９]+")
_HAN = re.compile("[\u3400-\u9fff]")
# In brackets, numbers that count from 1 may be labels.
_LABEL = re.compile(r"[（(\[【]?0[）)\]】]?[.．、,，:：]|0[）)\]】]?|[A-Za-z]?0(?:[.．、]|0)*")
_BRACKETED = re.compile(r"[（(\[【]0[）)\]】]")
_LONGEST = 40
_FEWEST = 2
# A line of so many code points, or with a mark inside, is running text rather than a cell (by hand).
_SHORTEST_PROSE = 11


def find_recurring_marks(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it counts pages in a form that comes again."""
    flags = [False] * len(texts)
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if text and len(text) <= _LONGEST and not _HAN.search(text) and _NUMBER.search(text):
            places[_NUMBER.sub("0", text)].append(index)
    for form, lines in places.items():
        is_label = _LABEL.fullmatch(form) is not None
        if _BRACKETED.fullmatch(form):
            is_label = int(_NUMBER.findall(texts[lines[0]])[0]) <= 1
        if len(lines) < _FEWEST or is_label:
            continue
        numbers = [[int(number) for number in _NUMBER.findall(texts[line])] for line in lines]
        if any(_counts(column) for column in zip(*numbers, strict=True)) and all(
            _is_between_prose(texts, line) for line in lines
        ):
            for line in lines:
                flags[line] = True
    return flags


def _counts(numbers: Sequence[int]) -> bool:
    return all(after - before == 1 for before, after in pairwise(numbers))


def _is_between_prose(texts: Sequence[str], line: int) -> bool:
    """Tell whether running text stands right above or below a line, which is no row of a table then."""
    above = next((texts[n] for n in range(line - 1, -1, -1) if texts[n]), "")
    below = next((texts[n] for n in range(line + 1, len(texts)) if texts[n]), "")
    return any(len(text) >= _SHORTEST_PROSE or INNER_MARK.search(text) for text in (above, below))
