"""Edges of lines in tokens that are compared from line to line: digits, white space, other characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.layout.split import INVISIBLE

#: What stands between the cells of a table stands within its lines, too.
BAR = re.compile(r"[|│┃║]")


def fold(token: str) -> str:
    """Return a token as it is compared: digits as `0`, white space as one blank."""
    return "0" if token[0].isdecimal() else " " if token[0] in INVISIBLE else token


def size_of(edge: Sequence[str], tokens: Sequence[str]) -> int:
    """Return how many characters of a line, given in its tokens, a folded edge takes; 0 if it has it not."""
    own = tokens[: len(edge)]
    return sum(map(len, own)) if list(map(fold, own)) == list(edge) else 0
