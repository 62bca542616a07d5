"""Rows of tables that are drawn with bars, one on a line, where no table was read of them."""

from __future__ import annotations

import re

_BAR = "|"
# A ruled line, or what is left of one: +-----+-----+.
_RULED = re.compile(r"[+\-=\s]{3,}")


def are_rows(last: str, first: str) -> bool:
    """Tell whether two lines, one printed after the other, are rows of a table or parts of such."""
    return _is_row(last) and _is_row(first)


def _is_row(text: str) -> bool:
    # What a converter goes on with in the next line of a cell ends with a backslash.
    return _BAR in text or text.endswith("\\") or _RULED.fullmatch(text) is not None
