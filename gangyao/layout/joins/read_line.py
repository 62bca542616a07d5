"""A line as it is read, for whoever asks whether it goes on the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from gangyao.chinese.headings import parse_heading

#: What is printed between a line that is read and the one read before it: nothing, only blank lines, or
#: furniture or a form feed that shows the end of a page.
Gap = Literal["none", "blank", "page"]

_ITEM = re.compile(r"[—–－\-·•●■◆▲★○◇□]{1,2}(?![0-9])|#")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line that is read: its text without margins and furniture, its indent in half characters.

    `taken_out` is the width of what stood inside it and was no text, in half characters.
    `is_over_furniture` tells that furniture stands between it and the line read before it, `is_interrupted`
    that this interrupts a sentence, which goes on in the line.
    """

    text: str
    indent: int = 0
    gap: Gap = "none"
    is_over_furniture: bool = False
    is_interrupted: bool = False
    taken_out: int = 0


def opens_block(text: str) -> bool:
    """Tell whether a line begins a heading or an item."""
    return _ITEM.match(text) is not None or parse_heading(text) is not None
