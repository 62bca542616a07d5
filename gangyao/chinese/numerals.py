"""Numbers as headings print them: Chinese (十一, 一百二十), Arabic, full-width, circled."""

from __future__ import annotations

import unicodedata

CHINESE = "〇○零一二三四五六七八九十百廿卅"
#: The forms that cannot be altered with a stroke; plans printed in Taiwan count their chapters so.
FORMAL = "壹贰貳叁參参肆伍陆陸柒捌玖拾"
CIRCLED = "①-⑳㉑-㉟㊱-㊿"
# No heading counts further than its year; a longer row of digits is a code or noise.
LONGEST = 6
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_PLAIN = str.maketrans(FORMAL, "一二二三三三四五六六七八九十")
# Zero in each script of the Basic Multilingual Plane that has digits of its own: the other nine stand behind.
_ZEROS = (
    "0030 0660 06f0 07c0 0966 09e6 0a66 0ae6 0b66 0be6 0c66 0ce6 0d66 0de6 0e50 0ed0 0f20 1040 1090 "
    "17e0 1810 1946 19d0 1a80 1a90 1b50 1bb0 1c40 1c50 a620 a8d0 a900 a9d0 a9f0 aa50 abf0 ff10"
)
#: What `\d` of a pattern fits, as far as that plane goes.
DIGITS = tuple(chr(int(zero, 16) + value) for zero in _ZEROS.split() for value in range(10))


def read_number(text: str) -> int | None:
    """Return the value of a heading's number, None where `text` is no well-formed number.

    White space inside the number (OCR) is ignored; more than `LONGEST` digits are no number.
    Chinese numbers run to 9999, digit by digit (二〇二五) or with 十, 百 and 千.
    """
    text = "".join(text.split()).translate(_PLAIN)
    if not text:
        return None
    if len(text) == 1 and unicodedata.category(text) == "No":
        return int(unicodedata.numeric(text))
    thousands, mark, rest = text.partition("千")
    if mark and thousands in _DIGITS:
        # Codes have more than a thousand articles: 第一千零五十二条.
        below = _chinese_below_thousand(rest.lstrip("零〇○")) if len(rest) <= LONGEST else None
        return None if below is None else 1000 * _DIGITS[thousands] + below
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    return _chinese_below_thousand(text)


def chinese_number(value: int) -> str:
    """Write a number from 1 to 999 as headings do: 十一, 一百二十; others in Arabic digits."""
    if not 0 < value < 1000:
        return str(value)
    signs = "零一二三四五六七八九"
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    text = f"{signs[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{signs[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (signs[ones] if ones else "")


def _chinese_below_thousand(text: str) -> int | None:
    total = 0
    digit: int | None = None
    last_unit = 1000
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
        elif c == "百" and last_unit > 100:
            total, digit, last_unit = total + 100 * (1 if digit is None else digit), None, 100
        elif c in _TENS and last_unit > 10:
            if c == "十":
                total += 10 * (1 if digit is None else digit)
            elif digit is None:
                total += _TENS[c]
            else:
                return None
            digit, last_unit = None, 10
        else:
            return None
    return total + (digit or 0)
