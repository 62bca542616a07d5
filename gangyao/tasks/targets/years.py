"""The years of a paragraph that its quantities are due in or compared with, by place."""

from __future__ import annotations

import re
from bisect import bisect_left

from gangyao.tasks.targets.deadlines import MULTIPLIED, Deadline

_BASE_YEAR = re.compile(
    r"(?:比|较|在|以|基于)((?:19|20)\d{2})年(?:末|底)?(?!以来|以后|[底末]?前)"
    rf"|((?:19|20)\d{{2}})年(?={MULTIPLIED})"
)


class BaseYears:
    """The years that quantities are compared with, by place."""

    def __init__(self, text: str) -> None:
        self._found = list(_BASE_YEAR.finditer(text))
        self._starts = [found.start() for found in self._found]

    def between(self, start: int, end: int) -> int | None:
        """Return the first that `text[start:end]` names, None where it names none."""
        at = bisect_left(self._starts, start)
        if at == len(self._found) or self._found[at].end() > end:
            return None
        return int(self._found[at][1] or self._found[at][2])


class Years:
    """The years of deadlines, by place."""

    def __init__(self, deadlines: list[Deadline]) -> None:
        ordered = sorted(deadlines, key=lambda deadline: deadline.start)
        self._deadlines = [deadline for deadline in ordered if deadline.year]
        self._starts = [deadline.start for deadline in self._deadlines]

    def before(self, place: int, opening: int) -> int | None:
        """Return the year of the last deadline that ends before `place` and begins behind `opening`."""
        for at in range(bisect_left(self._starts, place) - 1, -1, -1):
            deadline = self._deadlines[at]
            if deadline.start < opening:
                return None
            if deadline.end <= place:
                return deadline.year
        return None
