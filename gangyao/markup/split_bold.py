"""Bold spans that an editor split: `**一、****总体****要求**` is `**一、总体要求**`.

Where one span ends and the next one begins at once, four stars stand, which mark nothing. Stars that hide
something (`张****`) stand in a line that has no others.
"""

from __future__ import annotations

import re

_STARS = re.compile(r"\*{2,}")
_SEAM = re.compile(r"(?<=[^\s*])\*{4}(?=[ \u3000]?[^\s*])")
_PAIR = 2
# Behind them no name stands that stars could hide.
_PARTS = frozenset("，。；：、")


def seams_of_bold(line: str) -> list[tuple[int, int]]:
    """Return the spans of four stars in a line that end one bold span and begin the next."""
    if "** **" in line and (runs := _runs_of_bold(line)):
        return runs
    if "****" not in line:
        return []
    runs = [found.span() for found in _STARS.finditer(line)]
    sizes = [end - start for start, end in runs]
    pairs = sizes.count(_PAIR)
    if pairs < 2 or pairs % 2 or not {_PAIR, 2 * _PAIR}.issuperset(sizes):
        return []
    seams: list[tuple[int, int]] = []
    is_open = False
    for run, size in zip(runs, sizes, strict=True):
        if size == _PAIR:
            is_open = not is_open
        elif _SEAM.match(line, run[0]) and (is_open or line[run[0] - 1] in _PARTS):
            seams.append(run)
    return seams


def _runs_of_bold(line: str) -> list[tuple[int, int]]:
    """Return all marks of a line whose bold spans stand apart by a blank: `**一** **、** **发展** 目标`.

    Each span has words at both of its edges, so that no mark can be taken for the other one of its pair.
    """
    runs = [found.span() for found in _STARS.finditer(line)]
    if len(runs) % 2 or len(runs) < 2 * _PAIR or any(end - start != _PAIR for start, end in runs):
        return []
    inner = [line[a[1] : b[0]] for a, b in zip(runs[::2], runs[1::2], strict=True)]
    return (
        runs if all(words and not words[0].isspace() and not words[-1].isspace() for words in inner) else []
    )


def without_seams(line: str) -> str:
    """Return a line without the stars between its bold spans."""
    for start, end in reversed(seams_of_bold(line)):
        line = line[:start] + line[end:]
    return line
