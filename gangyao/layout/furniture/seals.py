"""Seals that OCR reads again beside the date: the issuer's name, a star, the seal's number of 13 digits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.dates import DATE

_NUMBER = re.compile(r"[0-9]{13}")
_STAR = re.compile(r"[★☆⭐✩✮＊*]{1,3}|[（(\[【]?\s*(?:印章?|盖章|公章|签章|章)\s*[）)\]】]?")
# A seal stands right below the date, and the names that it repeats right above it.
_BELOW = 6
_ABOVE = 6


def find_seals(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is part of a seal."""
    flags = [False] * len(texts)
    for index, text in enumerate(texts):
        if text and "日" in text[-2:] and len(text) <= 16 and DATE.fullmatch(text):
            _take_seal(texts, index, flags)
    return flags


def _take_seal(texts: Sequence[str], date: int, flags: list[bool]) -> None:
    """Take in what stands beside a date and is the name above it again, a star or a seal's number."""
    above = [index for index in range(max(0, date - _ABOVE), date) if texts[index]]
    marks = [index for index in above if not _without_marks(texts[index])]
    for place, index in enumerate(above):
        # The name again, over the marks of the seal that it belongs to.
        is_again = bool(marks) and texts[index] in [texts[before] for before in above[:place]]
        flags[index] = flags[index] or index in marks or is_again
    names = {text for text in texts[max(0, date - _ABOVE) : date] if text}
    for index in range(date + 1, min(date + 1 + _BELOW, len(texts))):
        text = texts[index]
        if not text:
            continue
        rest = _without_marks(text)
        if rest and rest not in names:
            return
        flags[index] = True


def _without_marks(text: str) -> str:
    return _NUMBER.sub("", _STAR.sub("", text)).strip()
