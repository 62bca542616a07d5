"""The years of a paragraph that its quantities are due in or compared with, by place."""

from __future__ import annotations

import re
from bisect import bisect_left

from gangyao.tasks.targets.deadlines import MULTIPLIED, Deadline
from gangyao.tasks.targets.numerals import parse_number

# `re` passes fast over what neither a comparing word nor a year begins with.
_BASE_YEAR = re.compile(
    r"[比较在以基12](?:(?:(?<=基)于|(?<![基12]))(?P<year>(?:19|20)\d{2}|(?<=[比较])[一二][九〇○零][〇○零一二三四五六七八九]{2})年(?:末|底)?(?!以来|以后|[底末]?前)"
    rf"|(?:(?<=1)9|(?<=2)0)\d{{2}}年(?={MULTIPLIED}))"
)
_YEAR_DIGITS = 4


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
        found = self._found[at]
        year = parse_number(found["year"] or found[0][:_YEAR_DIGITS])
        return None if year is None else int(year)


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
