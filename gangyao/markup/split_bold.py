"""Bold spans that an editor split: `**一、****总体****要求**` is `**一、总体要求**`.

Where one span ends and the next one begins at once, four stars stand, which mark nothing. Stars that hide
something (`张****`) stand in a line that has no others.
"""

from __future__ import annotations

import re

_STARS = re.compile(r"\*{2,}")
_SEAM = re.compile(r"(?<=[^\s*])\*{4}(?=[ \u3000]?[^\s*])")


def seams_of_bold(line: str) -> list[tuple[int, int]]:
    """Return the spans of four stars in a line that end one bold span and begin the next."""
    if "****" not in line:
        return []
    runs = [len(found[0]) for found in _STARS.finditer(line)]
    pairs = sum(run == 2 for run in runs)
    if pairs < 2 or pairs % 2 or any(run not in (2, 4) for run in runs):
        return []
    seams = (found.span() for found in _SEAM.finditer(line))
    # Within a span that is open: an odd number of pairs stands before.
    return [span for span in seams if sum(len(run[0]) == 2 for run in _STARS.finditer(line[: span[0]])) % 2]


def without_seams(line: str) -> str:
    """Return a line without the stars between its bold spans."""
    for start, end in reversed(seams_of_bold(line)):
        line = line[:start] + line[end:]
    return line
