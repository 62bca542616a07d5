"""The numbers that an OpenDocument text generates before the items of its lists and before headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gangyao.ingest.readers.opendocument.names import STYLE, TEXT
from gangyao.ingest.readers.word.numbering import Level, written

# How `style:num-format` names what Word calls otherwise; it begins with the first numbers themselves.
_FORMS = {
    "1": "decimal",
    "一": "chineseCounting",
    "壹": "chineseCounting",
    "①": "decimalEnclosedCircle",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_LEVELS = 10
_SHOWN = frozenset(map(str, range(1, _LEVELS + 1)))
_OUTLINE = f"{TEXT}outline-style"


def read_list_styles(*roots: Any) -> dict[str, tuple[Level, ...]]:
    """Return the levels of list styles by their names; those of numbered headings under the empty name."""
    found: dict[str, tuple[Level, ...]] = {}
    for root in roots:
        for style in root.iter(f"{TEXT}list-style", _OUTLINE):
            levels = {number: level for number, level in map(_level, style) if number is not None}
            name = "" if style.tag == _OUTLINE else style.get(f"{STYLE}name") or ""
            found[name] = tuple(levels.get(n, Level(1, "none", "")) for n in range(1, _LEVELS + 1))
    return found


def _level(element: Any) -> tuple[int | None, Level]:
    told = element.get(f"{TEXT}level") or ""
    number = int(told) if told in _SHOWN else None
    form = _FORMS.get((element.get(f"{STYLE}num-format") or " ")[0], "none")
    if number is None or form == "none":
        return number, Level(1, "none", "")
    shown = element.get(f"{TEXT}display-levels") or "1"
    first = max(1, number + 1 - int(shown)) if shown in _SHOWN else number
    numbers = ".".join(f"%{n}" for n in range(first, number + 1))
    before, after = (element.get(f"{STYLE}num-{one}") or "" for one in ("prefix", "suffix"))
    start = element.get(f"{TEXT}start-value") or "1"
    return number, Level(
        int(start) if start.isascii() and start.isdecimal() else 1, form, before + numbers + after
    )


class ListCounter:
    """Counts the items of the lists of one text, in their order."""

    def __init__(self, styles: Mapping[str, tuple[Level, ...]]) -> None:
        self._styles = styles
        self._counts: dict[str, list[int]] = {}

    def begin(self, style: str) -> None:
        """Begin a list anew, which no other goes on."""
        self._counts.pop(style, None)

    def label(self, style: str, level: int) -> str:
        """Count an item at `level` (from 1) and return its printed number, empty where it has none."""
        levels = self._styles.get(style)
        if levels is None or not 1 <= level <= len(levels):
            return ""
        counts = self._counts.setdefault(style, [one.start - 1 for one in levels])
        counts[level - 1] += 1
        for deeper in range(level, len(levels)):
            counts[deeper] = levels[deeper].start - 1
        text = levels[level - 1].pattern
        for place, number in self._numbers(levels, counts):
            text = text.replace(f"%{place}", number)
        return text

    @staticmethod
    def _numbers(levels: tuple[Level, ...], counts: list[int]) -> Iterator[tuple[int, str]]:
        """Yield the places of levels and their numbers, the deepest first: `%10` holds `%1`."""
        for place in range(len(levels), 0, -1):
            one = levels[place - 1]
            yield place, written(max(counts[place - 1], one.start), one.form)
