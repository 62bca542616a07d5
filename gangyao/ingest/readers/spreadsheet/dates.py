"""Days and times of a spreadsheet, which are numbers, as their format shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from gangyao.chinese.numerals import chinese_number

#: What is a part of a day or time in a format, as a regular expression.
DATE_PART = r"y{1,4}|e{1,4}(?![+-])|m{1,5}|d{1,4}|h{1,2}|s{1,2}(?:\.0{1,3})?|a{3,4}|AM/PM|A/P|上午/下午"

# Days count from 1 January 1900, a leap year by error (ECMA-376 part 1, 18.17.4), or from 1904 on.
_BEFORE_1900, _LEAP_ERROR = datetime(1899, 12, 31), 60
_FIRST_1904 = datetime(1904, 1, 1)
_LAST_DAY = 2_958_466
_WEEKDAYS = "一二三四五六日"
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_HALVES = {"am/pm": ("AM", "PM"), "a/p": ("A", "P"), "上午/下午": ("上午", "下午")}
_IN_ENGLISH = {"mmm": "%b", "mmmm": "%B", "ddd": "%a", "dddd": "%A"}


def shown_date(value: float, tokens: Sequence[tuple[str, str]], numerals: str, is_1904: bool) -> str | None:
    """Return a day or time by the tokens (kind, text) of a format; None for a number that is none.

    `numerals` is not empty where numbers are shown in Chinese.
    """
    if not 0 <= value < _LAST_DAY:
        return None
    # A program keeps times to the millisecond.
    moment = timedelta(milliseconds=round(value * 86_400_000))
    if is_1904:
        at = _FIRST_1904 + moment
    else:
        at = _BEFORE_1900 + moment - timedelta(days=int(value >= _LEAP_ERROR))
    is_halved = any(text.lower() in _HALVES for kind, text in tokens if kind == "date")
    if not any("." in text for kind, text in tokens if kind == "date"):
        at = (at + timedelta(milliseconds=500)).replace(microsecond=0)
    parts = [
        _part(text, at, _is_minute(tokens, n), is_halved, numerals)
        if kind == "date"
        else _elapsed(text, moment)
        if kind == "elapsed"
        else text
        if kind in ("literal", "mark")
        else ""
        for n, (kind, text) in enumerate(tokens)
    ]
    return "".join(parts).removesuffix("@").strip()


def _is_minute(tokens: Sequence[tuple[str, str]], place: int) -> bool:
    """Tell whether `m` means minutes: behind hours or before seconds."""
    if tokens[place][1].lower() not in ("m", "mm"):
        return False
    parts = [n for n, (kind, _) in enumerate(tokens) if kind in ("date", "elapsed")]
    rank = parts.index(place)
    before = tokens[parts[rank - 1]][1].lower() if rank else ""
    after = tokens[parts[rank + 1]][1].lower() if rank + 1 < len(parts) else ""
    return before.startswith("h") or after.startswith("s")


def _part(text: str, at: datetime, is_minute: bool, is_halved: bool, numerals: str) -> str:
    form = text.lower()
    if form in _HALVES:
        return _HALVES[form][at.hour >= 12]
    if form[0] == "a":
        return ("星期" if len(form) > 3 else "") + _WEEKDAYS[at.weekday()]
    if form in _IN_ENGLISH:
        return at.strftime(_IN_ENGLISH[form])
    if form == "mmmmm":
        return at.strftime("%b")[0]
    if form[0] in "ye":
        year = f"{at.year:04d}" if len(form) > 2 or form[0] == "e" else f"{at.year % 100:02d}"
        return year.translate(_DIGITS) if numerals else year
    if "." in form:
        return f"{at.second:02d}.{at.microsecond // 1000:03d}"[: len(form) + (2 - form.index("."))]
    hour = (at.hour - 1) % 12 + 1 if is_halved else at.hour
    number = {"m": at.minute if is_minute else at.month, "d": at.day, "h": hour, "s": at.second}[form[0]]
    if numerals:
        return chinese_number(number)
    return f"{number:0{min(len(form), 2)}d}"


def _elapsed(text: str, moment: timedelta) -> str:
    """Return a time that counts on beyond a day: [h]:mm."""
    size = {"h": 3600, "m": 60, "s": 1}[text[0].lower()]
    return f"{int(moment.total_seconds() + 0.5) // size:0{len(text)}d}"
