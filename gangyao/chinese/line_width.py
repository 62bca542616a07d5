"""How wide a line is printed, in half characters: 2 for Han and full-width forms, 1 for ASCII."""

from __future__ import annotations


def line_width(text: str) -> int:
    """Return the printed width of a line in half characters."""
    # Counted by what an encoder drops: a list of all wide characters takes ten times as long.
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
