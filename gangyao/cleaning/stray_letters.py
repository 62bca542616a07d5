"""Where letters of other scripts stand stray in Chinese text.

Foreign words that belong to the text are none: a word of three letters and more, letters beside Latin
letters, a name in brackets. Where a text has such words, its quotations may hold single letters of their
script: “花の谷” beside トヨタ.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from gangyao.cleaning.character_classes import Kind, Scan

# U+FFFD stands for a lost character; private use characters for a glyph of an unknown font.
_RANGES = (
    (0x00C0, 0x00D6), (0x00D8, 0x00F6), (0x00F8, 0x024F), (0x1E00, 0x1EFF),  # Latin with diacritics
    (0x0370, 0x03FF), (0x0400, 0x052F), (0x0530, 0x07FF), (0x0900, 0x0E7F), (0x0E80, 0x10FF),  # Greek to Thai
    (0x1100, 0x115E), (0x1161, 0x11FF), (0x1200, 0x167F), (0x1780, 0x17B3), (0x17B6, 0x17FF),
    (0x3041, 0x30FA), (0x30FC, 0x3163), (0x3165, 0x318F), (0x31A0, 0x31BF), (0x31F0, 0x31FF),  # kana, jamo
    (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FB), (0xE000, 0xF8FF),  # Hangul, private use
    (0xFF66, 0xFF9F), (0xFFA1, 0xFFDC), (0xFFFD, 0xFFFD),
)  # fmt: skip
FOREIGN = frozenset().union(*(range(first, last + 1) for first, last in _RANGES))

# Characters of the line on either side that the particle model may look at.
_REACH = 16
_WORD = 3
# Names that are quoted are no longer on either side of a letter (by hand).
_QUOTED = 10
_OPENING, _CLOSING = frozenset("(（[［【〔"), frozenset(")）]］】〕")
#: Greek letters that Chinese text uses as symbols (γ射线, β受体): they are never changed in silence.
SYMBOLS = frozenset("αβγδεζηθκλμνπρστυφχψωΓΔΘΛΠΣΦΨΩ")
_HYPHENS = frozenset("-－‐")


@dataclass(frozen=True, slots=True)
class Stray:
    """A stray letter with the white space that recognition left around it, and what stands beside it."""

    start: int
    end: int
    printed: str
    left: str
    right: str


def find_strays(scan: Scan) -> list[Stray]:
    """Return the stray letters of a text, in order; two with only white space between them are one."""
    runs = list(scan.runs(Kind.FOREIGN))
    at_home = frozenset(_script(scan.text[start]) for start, end in runs if end - start >= _WORD)
    strays = [
        _stray(scan.text, *run)
        for run in runs
        if not _belongs(scan, *run)
        and not _names_matter(scan.text, *run)
        and not (_script(scan.text[run[0]]) in at_home and _is_quoted(scan.text, *run))
    ]
    return [stray for index, stray in enumerate(strays) if not index or strays[index - 1].end <= stray.start]


def _names_matter(text: str, start: int, end: int) -> bool:
    """Tell whether a letter names a kind of a chemical or a ray: α-六六六, β-内酰胺."""
    return end - start == 1 and text[start] in SYMBOLS and text[end : end + 1] in _HYPHENS


def _belongs(scan: Scan, start: int, end: int) -> bool:
    """Tell whether the letters are a foreign word of the text."""
    text = scan.text
    if scan.at(start - 1) & Kind.LETTER or scan.at(end) & Kind.LETTER:
        return True
    if end - start >= _WORD:
        return True
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] in _CLOSING


def _script(letter: str) -> str:
    """Return the script of a letter, as Unicode names it; the two of Japanese are one."""
    name = unicodedata.name(letter, "").split(" ", 1)[0]
    return "KATAKANA" if name == "HIRAGANA" else name


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether the letters stand in a short quotation."""
    opened, closed = text.rfind("“", max(start - _QUOTED, 0), start), text.find("”", end, end + _QUOTED)
    return opened >= 0 and closed >= 0 and not {"“", "”"} & {*text[opened + 1 : closed]}


def _stray(text: str, start: int, end: int) -> Stray:
    printed = text[start:end]
    while start > 0 and text[start - 1] in " \u3000":
        start -= 1
    while end < len(text) and text[end] in " \u3000":
        end += 1
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    right = text[end : stop if stop >= 0 else len(text)]
    return Stray(start, end, printed, text[line:start][-_REACH:], right[:_REACH])
