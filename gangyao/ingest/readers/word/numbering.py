"""The numbers that Word generates: 一、 第一章 （一） 1. before paragraphs that do not hold them as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn

from gangyao.chinese.numerals import chinese_number

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographTraditional",
        "japaneseDigitalTenThousand",
    }
)
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `form` names how numbers are written, `pattern` is as `第%1章`."""

    start: int
    form: str
    pattern: str


class Counter:
    """Counts the lists of one document, paragraph by paragraph, in their order."""

    def __init__(self, lists: Mapping[str, tuple[Level, ...]]) -> None:
        self._lists = lists
        self._counts: dict[str, list[int]] = {}

    def label(self, list_id: str, level: int) -> str:
        """Count a paragraph of list `list_id` at `level` (from 0) and return its printed number."""
        levels = self._lists.get(list_id)
        if not levels or not 0 <= level < len(levels):
            return ""
        counts = self._counts.setdefault(list_id, [one.start - 1 for one in levels])
        counts[level] += 1
        for deeper in range(level + 1, len(levels)):
            counts[deeper] = levels[deeper].start - 1
        text = levels[level].pattern
        for place in range(len(levels)):
            if f"%{place + 1}" in text:
                number = max(counts[place], levels[place].start)
                text = text.replace(f"%{place + 1}", written(number, levels[place].form))
        return text


def written(number: int, form: str) -> str:
    """Write a number in one of Word's forms (ST_NumberFormat); forms that are not known in digits."""
    if form in ("bullet", "none"):
        return ""
    if form in _CHINESE:
        return chinese_number(number)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if form in ("upperLetter", "lowerLetter") and 1 <= number <= 26:
        return chr((ord("A") if form == "upperLetter" else ord("a")) + number - 1)
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _roman(number: int) -> str:
    parts = []
    for value, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        while number >= value:
            parts.append(sign)
            number -= value
    return "".join(parts)


def read_lists(numbering: object) -> dict[str, tuple[Level, ...]]:
    """Read the lists of a numbering part (its root element), by their ids; bullets are kept as they are."""
    abstract: dict[str, dict[int, Level]] = {}
    lists: dict[str, tuple[Level, ...]] = {}
    for element in numbering.findall(qn("w:abstractNum")):  # type: ignore[attr-defined]
        abstract[element.get(qn("w:abstractNumId"))] = {
            int(level.get(qn("w:ilvl"))): _level(level) for level in element.findall(qn("w:lvl"))
        }
    for element in numbering.findall(qn("w:num")):  # type: ignore[attr-defined]
        target = element.find(qn("w:abstractNumId"))
        levels = dict(abstract.get(target.get(qn("w:val")) if target is not None else "", {}))
        for override in element.findall(qn("w:lvlOverride")):
            number = int(override.get(qn("w:ilvl")))
            own, start = override.find(qn("w:lvl")), override.find(qn("w:startOverride"))
            if own is not None:
                levels[number] = _level(own)
            elif start is not None and number in levels:
                old = levels[number]
                levels[number] = Level(int(start.get(qn("w:val"))), old.form, old.pattern)
        if levels:
            lists[element.get(qn("w:numId"))] = tuple(
                levels.get(number, Level(1, "none", "")) for number in range(min(max(levels) + 1, _LEVELS))
            )
    return lists


def _level(element: object) -> Level:
    def value(tag: str, default: str) -> str:
        found = element.find(qn(tag))  # type: ignore[attr-defined]
        return default if found is None else found.get(qn("w:val")) or default

    form = value("w:numFmt", "decimal")
    pattern = value("w:lvlText", "")
    # A bullet is a sign of a symbol font, mostly in the private use area: no text.
    return Level(int(value("w:start", "1")), form, "" if form == "bullet" else pattern)
