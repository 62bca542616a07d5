"""Numbers as planning documents print them: 2.5亿, 1,200, 一千二百, 两, 半, 1.5万亿."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = (("亿", 100_000_000), ("万", 10_000))
_INEXACT = str.maketrans("", "", ",，多余几")

# A cleaned text may print the comma of thousands in its Chinese form.
# Digits are taken whole, and so is a scale once: what may be divided in many ways is tried in all of them.
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})++(?!\d)|\d++)(?:\.\d++)?"
CHINESE = r"[〇零○一二两三四五六七八九十百千万亿多余几]+(?:点[〇零○一二三四五六七八九]++[百千万亿]*)?"
# 多, 余 and 几 say that a number is not exact.
NUMBER = rf"(?:{ARABIC}[多余]?[十百千万亿]*[多余]?(?:{ARABIC}[百千万]{{1,2}}[多余]?)?|{CHINESE}|半)"

# A hundred million million yuan, more than any plan sets, has fifteen digits: longer runs are misread.
_MOST_DIGITS = 15
_ARABIC_PLACES = re.compile(r"(\d+(?:\.\d+)?)([十百千]*)")


@lru_cache(maxsize=4096)
def parse_number(printed: str) -> Decimal | None:
    """Return the value of a printed number, or None where it is none (`万千`, `几`, an empty string).

    `多`, `余` and `几` are left out: `三十多` is 30. Kept, since the same small numbers make up most texts.
    """
    return _value(printed.translate(_INEXACT))


def _value(text: str) -> Decimal | None:
    for scale, factor in _SCALES:
        if scale in text:
            left, _, right = text.rpartition(scale)
            high = _value(left)
            low = _value(right) if right else Decimal(0)
            return None if high is None or low is None else high * factor + low
    if text == "半":
        return Decimal("0.5")
    if arabic := _ARABIC_PLACES.fullmatch(text):
        if len(arabic[1]) > _MOST_DIGITS:
            return None
        value = Decimal(arabic[1])
        for place in arabic[2]:
            value *= _PLACES[place]
        return value
    whole, _, fraction = text.partition("点")
    value_whole = _chinese_integer(whole)
    if value_whole is None or any(digit not in _DIGITS for digit in fraction):
        return None
    return Decimal(f"{value_whole}.{''.join(str(_DIGITS[digit]) for digit in fraction) or '0'}")


def _chinese_integer(text: str) -> int | None:
    """Return the value of `一千二百`, `十五`, `百二十` or digit by digit (`一九五八`); None for `千百`."""
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        if len(text) == 2:
            return None  # 一两, 三四 is an estimate
        return int("".join(str(_DIGITS[c]) for c in text))
    total = 0
    digit: int | None = None
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
        elif c in _PLACES and (digit is not None or (c == "十" and total % 100 == 0)):
            total += (1 if digit is None else digit) * _PLACES[c]
            digit = None
        else:
            return None
    return total + (digit or 0)
