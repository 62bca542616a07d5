"""Whether a figure binds (约束性) or is expected (预期性), where the sentence prints it."""

from __future__ import annotations

import re
from bisect import bisect_left

from gangyao.document.tasks import Binding

# （约束性） stands right behind its quantity.
_BEHIND = 6
_BINDING: tuple[tuple[str, Binding], ...] = (
    ("约束性", "binding"),
    ("预期性", "expected"),
    ("预期目标", "expected"),
)


def natures_said(text: str) -> tuple[tuple[int, int, list[int]], ...]:
    """Return of each word for a nature its place in `_BINDING`, its length and where it stands."""
    return tuple(
        (index, len(word), [found.start() for found in re.finditer(word, text)])
        for index, (word, _) in enumerate(_BINDING)
        if word in text
    )


def nature_of(
    natures: tuple[tuple[int, int, list[int]], ...], start: int, end: int, stops: list[int], length: int
) -> Binding | None:
    """Return the nature that the sentence prints: before the quantity, or in brackets right behind it."""
    at = bisect_left(stops, end)
    end = min(end + _BEHIND, stops[at] if at < len(stops) else length)
    for index, size, places in natures:
        first = bisect_left(places, start)
        if first < len(places) and places[first] + size <= end:
            return _BINDING[index][1]
    return None
