"""The dots that lead from an entry of a table of contents to its page: 第一章 总则……………3."""

from __future__ import annotations

import re

_DOTS = r".．·•…‥。_\-—"
# Sought from the first of a row of dots only, and each row is taken whole: a line may be nothing else.
_LEADER = re.compile(
    rf"(?:(?<![{_DOTS}\s])\s*|(?<=[{_DOTS}])\s{{2,}})(?:[{_DOTS}]\s?){{4,}}+[（(\s]*[0-9０-９IVXivx]*[）)]?\s*$"
)
# A line without two dots side by side has no row of them.
_TWO = re.compile(rf"[{_DOTS}]\s?[{_DOTS}]")


def leader_start(text: str) -> int | None:
    """Return where the dots at the end of a text begin, with the blanks before them; None without dots."""
    found = _LEADER.search(text) if _TWO.search(text) is not None else None
    return None if found is None else found.start()
