"""How wide a line is printed, in half characters: 2 for Han and full-width forms, 1 for ASCII."""

from __future__ import annotations

#: The widest line that a wrapped text has, in half characters; a full line may end so far short of the widest
#: (a word, or a mark that hangs over).
WIDEST_LINE, FULL_LINE_SLACK = 120, 6
#: Lines narrower than this may be cells or items.
WIDER_THAN_CELLS = 40
#: Of the lines that go on full ones, this share ends a sentence at least.
ENDED_SHARE = 1 / 3


def line_width(text: str) -> int:
    """Return the printed width of a line in half characters."""
    # Counted by what an encoder drops: a list of all wide characters takes ten times as long.
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
