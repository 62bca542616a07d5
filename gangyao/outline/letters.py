"""Headings counted with letters, Roman numbers and the ten stems: I.  A.  (i)  (a)  甲、 （甲）.

Hong Kong policy addresses and papers count with letters, older rules and those of Taiwan with stems. One
letter alone may be either (I, V, X; i, v, x) or open any line, and 甲、乙 are parties and classes too, so
such a heading is known only by its series.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.chinese.heading_labels import Family
from gangyao.chinese.headings import Heading
from gangyao.outline.blocks import Block

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LABEL = re.compile(
    r"(?P<label>(?P<capital>[IVXLC]{1,7}|[A-Z]|[Ⅰ-Ⅻ])[ \u3000]*[.．、]"
    rf"|(?P<stem>[{_STEMS}])[ \u3000]*[.．、](?![ \u3000]*[{_STEMS}])"
    rf"|[（(](?:(?P<small>[ivxlc]{{1,7}}|[a-z]|[ⅰ-ⅻ])|(?P<stem_bracket>[{_STEMS}]))[)）])[ \u3000]*"
    r"(?P<title>[\u4e00-\u9fff「『“《〈（【0-9].{0,59})"
)
_STARTS = frozenset(_STEMS + "（(ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")
_FINAL = "。！？；：，、,;:…!"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# What a label counts by its form: as a Roman number, and as a letter. Stems are no Roman numbers.
_FAMILIES: dict[str, tuple[Family, Family]] = {
    "capital": ("roman", "letter"),
    "small": ("roman_bracket", "letter_bracket"),
    "stem": ("stem", "stem"),
    "stem_bracket": ("stem_bracket", "stem_bracket"),
}
# Families from the outermost to the innermost; 甲、 may stand above or below any other, so it ends none.
_FAMILY_ORDER: tuple[Family, ...] = ("roman", "letter", "roman_bracket", "letter_bracket")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that opens with a letter or a stem: both readings of it, where they are numbers."""

    index: int
    form: str
    roman: int | None
    letter: int | None
    found: re.Match[str]


def letter_headings(blocks: Sequence[Block]) -> dict[int, Heading]:
    """Return the lines that letters, Roman numbers or stems count, by block, with their headings.

    A line counts where its number is one more than the last of its family, or 1. A family that counts no
    further than 1 is none.
    """
    lines = [line for index, block in enumerate(blocks) if (line := _read(index, block)) is not None]
    if len(lines) < _FEWEST:
        return {}
    last: Counter[Family] = Counter()
    headings: dict[int, Heading] = {}
    highest: Counter[Family] = Counter()
    for line in lines:
        roman, letter = _FAMILIES[line.form]
        chosen = _choose(line, last[roman], last[letter])
        if chosen is None:
            continue
        family, number = (roman, line.roman) if chosen else (letter, line.letter)
        if number is None:
            continue
        last[family] = number
        highest[family] = max(highest[family], number)
        if family in _FAMILY_ORDER:
            for inner in _FAMILY_ORDER[_FAMILY_ORDER.index(family) + 1 :]:
                last[inner] = 0
        headings[line.index] = _heading(line, family, number)
    return {index: heading for index, heading in headings.items() if highest[heading.family] >= _FEWEST}


def _choose(line: _Line, roman: int, letter: int) -> bool | None:
    """Tell whether the line is read as a Roman number (True) or a letter (False); None if neither counts."""
    if line.roman is not None and line.roman == roman + 1 and not (letter > 1 and line.letter == letter + 1):
        return True
    if line.letter is not None and line.letter in (letter + 1, 1):
        return False
    return True if line.roman == 1 else None


def _read(index: int, block: Block) -> _Line | None:
    text = block.text
    if block.is_table or block.formal is not None or not ("A" <= text[0] <= "Z" or text[0] in _STARTS):
        return None
    found = _LABEL.fullmatch(text)
    if found is None or text[-1] in _FINAL:
        return None
    form = next(form for form in _FAMILIES if found[form] is not None)
    token = found[form]
    if form in ("stem", "stem_bracket"):
        return _Line(index, form, None, _STEMS.index(token) + 1, found)
    letter = ord(token.lower()) - 96 if len(token) == 1 and token.isascii() else None
    return _Line(index, form, _roman(token), letter, found)


def _roman(token: str) -> int | None:
    """Return the value of a Roman number, None where the letters are none."""
    if not token.isascii():
        return ord(token.upper()) - ord("Ⅰ") + 1
    values = [_ROMAN.get(c) for c in token.lower()]
    total = 0
    for value, after in zip(values, [*values[1:], 0], strict=True):
        if value is None or after is None:
            return None
        total += -value if value < after else value
    return total if _to_roman(total) == token.lower() else None


def _to_roman(number: int) -> str:
    parts = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = ""
    for value, letters in parts:
        while number >= value:
            text += letters
            number -= value
    return text


def _heading(line: _Line, family: Family, number: int) -> Heading:
    label, title = line.found["label"], line.found["title"]
    start = line.found.start("title")
    return Heading(family, label, number, (number,), 0, len(label), title, start, start + len(title), None)
