"""Hours before the items of an agenda, `[08:30] 报到`, which look like the times of a recording.

A recording begins with its first minutes, and what is said begins at any second; meetings begin in the
morning or later, at full minutes that five divides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CLOCK = re.compile(r"[\[(【]?(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?![\d:.,])")
# No agenda begins earlier; fewer hours prove nothing (by hand).
_EARLIEST, _LATEST, _FEWEST = 6, 23, 3


def is_schedule(heads: Iterable[str]) -> bool:
    """Tell whether what stands before lines are the hours of an agenda."""
    hours: list[tuple[int, int]] = []
    for head in heads:
        clock = _CLOCK.match(head)
        if clock is None or int(clock["minute"]) % 5:
            return False
        hours.append((int(clock["hour"]), int(clock["minute"])))
    if len(hours) < _FEWEST:
        return False
    return all(_EARLIEST <= hour <= _LATEST for hour, _ in hours)
