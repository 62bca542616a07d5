"""Plenums in a list (十九届二中、三中、四中全会): each is a name, though only the first tells whose it is.

Committees of provinces and cities count theirs by 次: 省委十四届六次、七次、八次全会.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGIT = "[一二三四五六七八九]"
_NUMBER = "[一二三四五六七八九十]{1,3}"
_FIRST = re.compile(f"届{_DIGIT}中$")
_FURTHER = re.compile(f"(?:、{_DIGIT}中)+(?=[、和]{_DIGIT}中全会)")
_ONE = re.compile(f"、({_DIGIT}中)")
_TERM = f"第?{_NUMBER}届"
# Whose plenums they are: 党的二十届, 省委十四届, 十二届市委.
_CENTRAL = f"(?:党的|中共|中国共产党)?{_TERM}"
_LOCAL_BODY = "(?:[省市县区州旗]委|自治区党委)"
_LOCAL = f"(?:{_LOCAL_BODY}{_TERM}|{_TERM}{_LOCAL_BODY})"
_ALL = "全(?:会|体会议)"
_PLENUM = re.compile(f"({_CENTRAL})?({_DIGIT}中)(?:{_ALL})?|({_LOCAL})?({_NUMBER}次)(?:{_ALL})?")
_BEFORE = re.compile(f"({_CENTRAL})(?:{_DIGIT}中(?:{_ALL})?[、和])+$")
_BEFORE_LOCAL = re.compile(f"({_LOCAL})(?:{_NUMBER}次(?:{_ALL})?[、和])+$")
# Behind the last of a list, or behind one that more follow.
_LIST_OF_LOCAL = re.compile(f"(?:[、和]{_NUMBER}次)*{_ALL}")
# As long as the list of all plenums of a committee.
_FARTHEST = 40


def further_plenums(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the plenums stand between the first one of a list, `text[start:end]`, and its last."""
    if text.endswith("中", start, end) and _FIRST.search(text, start, end) is not None:
        further = _FURTHER.match(text, end)
        if further is not None:
            yield from (one.span(1) for one in _ONE.finditer(text, end, further.end()))


def plenum_name(text: str, start: int, end: int) -> str | None:
    """Return the name of the plenum of a list that stands at `text[start:end]`; None for what is none."""
    may_be = text.find("中", start, end) >= 0 or text.find("次", start, end) >= 0
    plenum = _PLENUM.fullmatch(text, start, end) if may_be else None
    if plenum is None:
        return None
    is_local = plenum[4] is not None
    if is_local and not text[start:end].endswith(("全会", "会议")) and not _LIST_OF_LOCAL.match(text, end):
        return None
    before = (_BEFORE_LOCAL if is_local else _BEFORE).search(text, max(0, start - _FARTHEST), start)
    whose = plenum[3 if is_local else 1] or (before[1] if before else None)
    return f"{whose}{plenum[4 if is_local else 2]}全会" if whose else None
