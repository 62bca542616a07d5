"""Provinces and cities in one character, where they stand by themselves: 川、滇、黔四省, 驻穗企业."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gangyao.entities.candidates import Candidate
from gangyao.entities.divisions import DivisionName

# What stands before and behind a list, so that its first and last character are no parts of words.
_BEFORE = frozenset("\n，。；：、（(“与和及同至向到对在含为赴")
_BEHIND = (
    "(?=[、，。；）)和与及等]|[两二三四五六七八九十]*(?:省|市|地|区|州)|之|毗邻|交界|接壤|边界|协作|合作|$)"
)
_LIST = "[{forms}](?:[、和与][{forms}])+"
# A single one stands behind these; 新 is a word of its own there.
_SINGLE = "[驻援治][{forms}]|全疆|[入进][疆藏](?!传)"
_UNCLEAR = "新"


def compile_abbreviations(forms: Mapping[str, DivisionName]) -> re.Pattern[str]:
    """A pattern for lists of `forms` (group 1), and for single ones behind 驻 and its kin."""
    characters = "".join(sorted(forms))
    single = _SINGLE.format(forms=characters.replace(_UNCLEAR, ""))
    return re.compile(f"({_LIST.format(forms=characters)}){_BEHIND}|{single}", re.MULTILINE)


def abbreviated_divisions(
    text: str, pattern: re.Pattern[str], forms: Mapping[str, DivisionName]
) -> list[Candidate]:
    """Each division of each list in `text`, and the single ones."""
    found: list[Candidate] = []
    for one in pattern.finditer(text):
        if one[1] is None:
            found.append(_division(text, one.end() - 1, forms))
        elif one.start() == 0 or text[one.start() - 1] in _BEFORE:
            found += [_division(text, at, forms) for at in range(one.start(), one.end(), 2)]
    return found


def _division(text: str, at: int, forms: Mapping[str, DivisionName]) -> Candidate:
    return Candidate(at, at + 1, "admin_area", text[at], "divisions", None, forms[text[at]])
