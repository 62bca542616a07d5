"""Candidate mentions in one text, before overlaps are settled; offsets are code points in that text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from gangyao.document.mentions import EntityType
from gangyao.entities.divisions import DivisionName


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a mention. `division` is set where it is read as an administrative division.

    No tuple: each is asked for its attributes thirty times, which takes half as long so.
    """

    start: int
    end: int
    type: EntityType
    name: str
    origin: str
    merged_by: str | None = None
    division: DivisionName | None = None
    areas: tuple[str, ...] = ()


_START, _END = attrgetter("start"), attrgetter("end")


def longest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Leftmost-longest selection without overlap; of equal spans the one given first wins.

    Of two that cross, the longer wins: 事关[中国式现代化], not 事[关中]国式现代化.
    """
    chosen: list[Candidate] = []
    end = -1
    # By start, of those the longest first, of equals the first: two stable sorts need no keys of Python.
    by_length = sorted(candidates, key=_END, reverse=True)
    for candidate in sorted(by_length, key=_START):
        if candidate.start < end:
            last = chosen[-1]
            crosses = candidate.start > last.start and candidate.end > end
            if not crosses or candidate.end - candidate.start <= end - last.start:
                continue
            chosen.pop()
        chosen.append(candidate)
        end = candidate.end
    return chosen
