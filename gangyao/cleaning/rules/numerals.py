"""Letters in the place of digits: `2O25`, `l0%`, `二O二五年`. No value changes in silence.

A letter is read as a digit only inside a number that shows other digits and where no code can stand (`O2O`,
`5G` and `B2B` are words). Where a number could be read in two ways, it is a suspect.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("numeral", "numeral", "a letter in the place of the digit of its shape")
_CHINESE_ZERO = Grounds("numeral", "chinese_numeral", "a letter or digit in the place of the Chinese zero")
_CHINESE_TEN = Grounds("numeral", "chinese_numeral", "a plus sign in the place of the Chinese ten")

_ZEROS = "OoОоΟοQ○〇◯⚪"
_CIRCLES = "○〇◯⚪"
_ONES = "lI|"
_DIGIT_OF = str.maketrans(_ZEROS + _ONES, "0" * len(_ZEROS) + "1" * len(_ONES))
_NUMBER = re.compile(rf"(?<![A-Za-z0-9_.])[\d{_ZEROS}{_ONES}]+(?:\.[\d{_ZEROS}{_ONES}]+)?(?![A-Za-z_])")
_CHINESE_NUMBER = re.compile(r"[〇○零一二三四五六七八九O0oОоΟοQ◯⚪]{3,}")
_CHINESE_DIGITS = frozenset("〇○零一二三四五六七八九")
# What is to be written as a zero stands right behind a Chinese digit somewhere in its number.
_MIXED = re.compile("[O0oОоΟοQ◯⚪](?<=[〇○零一二三四五六七八九].)")
# A letter alone before what is counted: a number, or a mark that means nothing.
_LONE = re.compile(r"[lI](?<=[\u4e00-\u9fff].)(?=[个项家名次条座户台套种位批])")
_OF_DATE = re.compile(r"年..月|月..[日号]")
# A plus sign in the place of 十, where nothing else can stand: “+五五”, 第二+三条.
_PLUS_FOR_TEN = re.compile(
    r"(?<=[“‘《\"])[+＋](?=[一二三四五六七八九]五[”’》\"规时期期间])"
    r"|(?<=第)[+＋](?=[一二三四五六七八九]?[个届次条章节批期])"
    r"|(?<=第[一二三四五六七八九])[+＋](?=[一二三四五六七八九]?[个届次条章节批期])"
)
_UNIT = re.compile(r"[^\S\n]?[%％‰年月日亿万千百个项家名人次处条座元吨米公倍度平亩户所座台辆架天小时分]")


def find_numerals(scan: Scan) -> Findings:
    """Read letters inside numbers as digits where only one reading is possible."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    text = scan.text
    if scan.has(Kind.NUMERAL):
        seen = -1
        for offset in scan.where(Kind.NUMERAL):
            if offset < seen or not _by_digit(scan, offset):
                continue
            start = offset
            while start > 0 and offset - start < 12 and _numeric(text[start - 1]):
                start -= 1
            match = _NUMBER.match(text, start)
            if match and match.end() > offset:
                seen = match.end()
                _read(text, match, edits, doubts)
        doubts += [
            Doubt(lone.start(), lone.end(), "1", "a letter before what is counted", "numeral")
            for lone in _LONE.finditer(text)
        ]
    edits += _chinese(scan)
    if "+" in text or "＋" in text:
        edits += [Edit(*plus.span(), "十", _CHINESE_TEN) for plus in _PLUS_FOR_TEN.finditer(text)]
    edits.sort(key=lambda edit: edit.start)
    return Findings(edits, doubts)


def _numeric(char: str) -> bool:
    return char in _ZEROS or char in _ONES or char == "." or (char.isascii() and char.isdigit())


def _by_digit(scan: Scan, offset: int) -> bool:
    """Tell whether a digit stands within two characters."""
    return any(scan.at(offset + step) & Kind.DIGIT for step in (-2, -1, 1, 2))


def _read(text: str, match: re.Match[str], edits: list[Edit], doubts: list[Doubt]) -> None:
    printed = match.group()
    digits = sum(char.isdigit() for char in printed)
    value = printed.translate(_DIGIT_OF)
    if value == printed or not digits:
        return
    letters = [char for char in printed if not char.isdigit() and char != "."]
    unit = _UNIT.match(text, match.end())
    # `2O25`, `1O%`, `l0个`, `O.5%`; but `3I` and `O2` alone may be names.
    certain = unit is not None or (digits >= 2 and digits >= len(letters))
    if sum(char in _CIRCLES for char in printed) > 1:
        certain = False  # `20○○年` leaves the year open
    if value[0] == "0" and len(value) > 1 and value[1] != ".":
        # `2024年O3月`, `5月O8日`: months and days of two digits.
        certain = len(value) == 2 and _OF_DATE.match(text, match.start() - 1) is not None
    if certain:
        edits += [
            Edit(match.start() + index, match.start() + index + 1, new, _GROUNDS)
            for index, (old, new) in enumerate(zip(printed, value, strict=True))
            if old != new
        ]
    elif printed[0].isdigit() and len(letters) < len(printed) and "|" not in printed:
        doubts.append(Doubt(match.start(), match.end(), value, "letters inside a number", "numeral"))


def _chinese(scan: Scan) -> list[Edit]:
    """Write the Chinese zero for a letter or digit between Chinese digits, as the document prints it."""
    if not scan.has(Kind.NUMERAL | Kind.DIGIT) or _MIXED.search(scan.text) is None:
        return []
    edits = []
    text = scan.text
    zero = "○" if text.count("○") > text.count("〇") else "〇"
    for match in _CHINESE_NUMBER.finditer(text):
        printed = match.group()
        chinese = sum(char in _CHINESE_DIGITS for char in printed)
        if chinese == len(printed) or chinese < 2 or printed[0] not in _CHINESE_DIGITS:
            continue
        if (
            not re.match("年|至|—|[^〇○零一二三四五六七八九\\w]", text[match.end() : match.end() + 1])
            and len(printed) < 4
        ):
            continue
        edits += [
            Edit(match.start() + index, match.start() + index + 1, zero, _CHINESE_ZERO)
            for index, char in enumerate(printed)
            if char not in _CHINESE_DIGITS
        ]
    return edits
