"""Plenums in a list (十九届二中、三中、四中全会): each is a name, though only the first tells whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = "[一二三四五六七八九]"
_FIRST = re.compile(f"届{_NUMBER}中$")
_FURTHER = re.compile(f"(?:、{_NUMBER}中)+(?=[、和]{_NUMBER}中全会)")
_ONE = re.compile(f"、({_NUMBER}中)")
_PLENUM = re.compile(f"((?:党的|中共|中国共产党)?第?[一二三四五六七八九十]+届)?({_NUMBER}中)(?:全会)?")
_BEFORE = re.compile(f"((?:党的|中共|中国共产党)?第?[一二三四五六七八九十]+届)(?:{_NUMBER}中[、和])+$")
# As long as the list of all plenums of a committee.
_FARTHEST = 40


def further_plenums(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the plenums stand between the first one of a list, `text[start:end]`, and its last."""
    if _FIRST.search(text, start, end) is not None:
        further = _FURTHER.match(text, end)
        if further is not None:
            yield from (one.span(1) for one in _ONE.finditer(text, end, further.end()))


def plenum_name(text: str, start: int, end: int) -> str | None:
    """Return the name of the plenum of a list that stands at `text[start:end]`; None for what is none."""
    plenum = _PLENUM.fullmatch(text, start, end)
    if plenum is None:
        return None
    before = _BEFORE.search(text, max(0, start - _FARTHEST), start)
    whose = plenum[1] or (before[1] if before else None)
    return f"{whose}{plenum[2]}全会" if whose else None
