"""Numbers that white space splits: `20 25年`, `3 0年`, `12 000人`, `1 . 5亿`, `3, 989亿元`.

The halves are joined only where they can be nothing but one number. `1 5万` may be 15万 or 1.5万: a suspect;
unless the document prints every number with white space between its digits, which makes a habit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Doubt
from gangyao.document.ledger import Edit, Grounds

_YEAR_GROUNDS = Grounds("space", "split_year", "white space inside the digits of a year")
_NUMBER_GROUNDS = Grounds(
    "space", "split_number", "white space inside a number that can be read in one way only"
)
_GROUPS = Grounds("space", "split_number", "white space at the comma of a number in groups of three digits")
_HABIT = Grounds("space", "split_number", "white space between all digits, as in the whole document")
_NAME_GROUNDS = Grounds("space", "split_number", "white space inside the name of a measure or standard")
_POINT = Grounds("space", "split_number", "white space at a decimal point")

BLANK = "[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]"
# A number ends with its unit. What is counted has no decimals; what is measured may have lost its point.
# Texts in Traditional characters are cleaned as they are printed.
COUNTED = (
    "年月日个项家名人次处条座户所台辆架级批届位件种类篇部岁周天届幢栋套口只头艘册"
    "個項處條戶臺輛級屆種類歲週棟隻頭冊間"
)
MEASURED = "%％‰亿万千百元吨米公平亩度倍小立升克瓦帧英海分億萬噸畝圓"
# The numbers of tables, notes and clauses stand beside others.
_LABEL = "(?<![图表栏第注录号节章款])(?<!附件)(?<!文件)(?<!第.条)"
_HEAD = rf"(?<![\d.,，\-—:/]){_LABEL}"
# A year: its four digits in pieces, the first of which begin with 19 or 20.
_YEAR = re.compile(
    rf"(?<!\d)(?<!\d[ .，])(?=(?:1{BLANK}*9|2{BLANK}*0)(?:{BLANK}*\d){{2}}{BLANK}?年)"
    rf"[12](?:{BLANK}*\d){{3}}(?={BLANK}?年)"
)
# A date of eight digits, each apart: 《人民日报》1 9 5 4 0 9 2 4.
_DATE = re.compile(
    rf"(?<![\d.,，]){_LABEL}(?:1{BLANK}9|2{BLANK}0)(?:{BLANK}\d){{2}}{BLANK}(?:0{BLANK}[1-9]|1{BLANK}[0-2])"
    rf"{BLANK}(?:0{BLANK}[1-9]|[12]{BLANK}\d|3{BLANK}[01])(?!{BLANK}?\d)"
)
_COUNT = re.compile(rf"{_HEAD}[1-9]\d*(?:{BLANK}\d+)+(?=[{COUNTED}])")
# Nothing that is measured begins with a zero, save one below one; three zeros are no decimals.
_THOUSANDS = re.compile(
    rf"{_HEAD}[1-9]\d{{0,2}}(?:{BLANK}\d{{3}})*{BLANK}(?:000|\d{{3}}(?=\.\d))(?:\.\d+)?(?=[{COUNTED}{MEASURED}])"
)
_COMMAS = re.compile(
    rf"(?<![\d.,，]){_LABEL}[1-9]\d{{0,2}}(?:{BLANK}*[,，]{BLANK}*\d{BLANK}?\d{BLANK}?\d)+"
    rf"(?=(?:\.\d+)?{BLANK}?[{COUNTED}{MEASURED}])"
)
_LATE_GROUP = re.compile(
    rf"{_HEAD}[1-9]\d{{0,2}}(?:,\d{BLANK}?\d{BLANK}?\d)+(?=(?:\.\d+)?[{COUNTED}{MEASURED}])"
)
# Three digits or more, each apart: numbers of a list have marks between them.
_APART_DIGITS = re.compile(rf"{_HEAD}[1-9](?:{BLANK}\d){{2,}}(?={BLANK}?[{COUNTED}{MEASURED}])")
_MEASURE = f"(?={BLANK}?[{COUNTED}{MEASURED}])"
# `1. 6` may open an item, `1 .6` does not.
_DECIMAL = re.compile(
    rf"{_HEAD}\d+{BLANK}+\.{BLANK}*\d+{_MEASURE}|(?<=[\u4e00-\u9fff、，]){_LABEL}\d+\.{BLANK}+\d+{_MEASURE}"
)
# Three digits that end in a zero are no decimals, so `1 500万元` is one number in groups.
_ROUND_GROUP = re.compile(rf"(?<=[\u4e00-\u9fff]){_LABEL}[1-9]\d{{0,2}}{BLANK}\d\d0(?=[{MEASURED}])")
_SPACED_PAIR = re.compile(rf"\d{BLANK}(?=\d)")
_CLOSE_PAIR = re.compile(r"\d(?=\d)")
# So many pairs of digits with a blank prove the habit, if hardly any stand without one; so do so many of
# Chinese characters, which hardly any text parts.
_HABITUAL, _CLOSE_SHARE = 6, 0.05
_HABITUAL_HAN = 20
_APART = re.compile(rf"[\u4e00-\u9fff]({BLANK}{{1,3}})(?=[\u4e00-\u9fff])")
_CLOSE = re.compile(r"[\u4e00-\u9fff](?=[\u4e00-\u9fff])")
_NAME = re.compile(
    rf"PM{BLANK}*2{BLANK}*\.{BLANK}*5(?![\d.])|PM{BLANK}+10(?![\d.])|(?<![\d.])[2-6]{BLANK}G(?![A-Za-z])"
)
_BLANKS = re.compile(f"{BLANK}+")
_PATTERNS = (
    (_YEAR, _YEAR_GROUNDS),
    (_DATE, _NUMBER_GROUNDS),
    (_APART_DIGITS, _NUMBER_GROUNDS),
    (_COUNT, _NUMBER_GROUNDS),
    (_THOUSANDS, _NUMBER_GROUNDS),
    (_ROUND_GROUP, _NUMBER_GROUNDS),
    (_COMMAS, _GROUPS),
    (_LATE_GROUP, _GROUPS),
    (_DECIMAL, _POINT),
    (_NAME, _NAME_GROUNDS),
)
_WINDOW = 20
_INNER = frozenset(".,，")
_NAMES = frozenset(("M2", "M1", "2G", "3G", "4G", "5G", "6G"))
_WIDEST_RANGE = 50


def split_numbers(scan: Scan, blanks: Iterable[tuple[int, int]]) -> dict[int, Edit]:
    """Return the edits that join the halves of numbers, by the offsets of the `blanks` that they delete."""
    text = scan.text
    found = _by_habit(text)
    done = -1
    for start, end in blanks:
        if start < done or not _in_number(text, start, end):
            continue
        first, done = max(0, start - _WINDOW), end + _WINDOW
        for pattern, grounds in _PATTERNS:
            for match in pattern.finditer(text, first, done):
                if pattern is _COUNT and not _one_number(match.group()):
                    continue
                for blank in _BLANKS.finditer(text, match.start(), match.end()):
                    found.setdefault(blank.start(), Edit(blank.start(), blank.end(), "", grounds))
    return found


def _by_habit(text: str) -> dict[int, Edit]:
    """Return the edits that join all digits of a document that prints each digit apart."""
    spaced = len(_SPACED_PAIR.findall(text))
    width = _width_apart(text)
    if not (width or spaced >= _HABITUAL) or len(_CLOSE_PAIR.findall(text)) > _CLOSE_SHARE * max(
        spaced, width * _HABITUAL
    ):
        return {}
    found: dict[int, Edit] = {}
    gap = rf"{BLANK}{{0,{max(width, 1)}}}"
    for number in re.finditer(rf"\d(?:{gap}[\d.])*{gap}\d", text):
        for blank in _BLANKS.finditer(text, number.start(), number.end()):
            found[blank.start()] = Edit(blank.start(), blank.end(), "", _HABIT)
    return found


def _width_apart(text: str) -> int:
    """Return how much white space a document prints between all its characters; 0 for none."""
    widths = Counter(map(len, _APART.findall(text)))
    if not widths:
        return 0
    (width, count), *_ = widths.most_common(1)
    if count < _HABITUAL_HAN:
        return 0
    # Counted no further than that there are too many: most texts have nothing but such pairs.
    most = int(_CLOSE_SHARE * widths.total())
    return 0 if any(islice(_CLOSE.finditer(text), most, None)) else width


def _in_number(text: str, start: int, end: int) -> bool:
    """Tell whether white space stands between digits, or between a digit and a mark or letter of a number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    digits = before.isdigit() + after.isdigit()
    return digits == 2 or (
        digits == 1 and (before in _INNER or after in _INNER or (before + after) in _NAMES)
    )


def _one_number(printed: str) -> bool:
    """Tell whether pieces of digits can only be one number, not two of a list or a range (`3 5年`: 3—5年).

    The second number of a range is greater than the first, seldom by much, and does not begin with a zero.
    """
    pieces = _BLANKS.split(printed)
    if len(pieces) != 2 or max(map(len, pieces)) > 3:
        return False
    low, high = int(pieces[0]), int(pieces[1])
    return pieces[1][0] == "0" or high < low or high > _WIDEST_RANGE * low


def doubt_split(scan: Scan, start: int, end: int) -> Doubt:
    """Doubt white space between digits: one number or two, which is a matter of values."""
    text = scan.text
    first, last = start, end
    while first > 0 and text[first - 1].isdigit():
        first -= 1
    while last < len(text) and text[last].isdigit():
        last += 1
    suggestion = text[first:start] + text[end:last]
    return Doubt(first, last, suggestion, "white space between digits: one number or two", "space")
