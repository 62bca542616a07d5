"""The lines of a table as they are printed: the parts that stand on each, and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gangyao.chinese.punctuation import DRAWN
from gangyao.layout.split import INVISIBLE

#: How the parts of a line are set apart.
Mode = Literal["blanks", "tabs", "bars"]

_BARS = "│┃║|｜"
_BETWEEN: dict[Mode, re.Pattern[str]] = {
    "blanks": re.compile(r" {2,}[ \u3000]*| ?\u3000[ \u3000]*"),
    "tabs": re.compile(r"\t"),
    "bars": re.compile(f"[{_BARS}]"),
}
_RULE = re.compile(rf"[ \u3000]*(?:[{DRAWN}]{{2}}[{DRAWN} \r]*|\+[-=+]{{3,}}\+[ \r]*|[-=]{{6}}[-= \r]*)")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on a line between two wide blanks, tabs or rules: the raw span, without margins.

    `place` counts what sets parts apart before it on its line: tabs or upright rules.
    """

    start: int
    end: int
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of print with its parts from left to right."""

    start: int
    text: str
    parts: tuple[Part, ...]

    @property
    def end(self) -> int:
        """Where the last part of the line ends."""
        return self.parts[-1].end


def mode_of(line: str) -> Mode | None:
    """Return how the parts of a line are set apart; None where it is one part."""
    inner = line.strip(INVISIBLE)
    if inner[:1] in _BARS and inner[:1] and inner[-1:] in _BARS and len(inner) > 2:
        return "bars"
    if "\t" in inner:
        return "tabs"
    return "blanks" if _BETWEEN["blanks"].search(inner) else None


def is_rule(line: str) -> bool:
    """Tell whether a line is a drawn rule."""
    return _RULE.fullmatch(line) is not None


def printed_line(start: int, text: str, mode: Mode) -> PrintedLine:
    """Cut a line into its parts."""
    return PrintedLine(start, text, tuple(_parts(start, text, mode)))


def _parts(start: int, text: str, mode: Mode) -> Iterator[Part]:
    left = 0
    place = 0
    if mode == "bars":
        # The rule at the left edge parts nothing.
        left = len(text) - len(text.lstrip(INVISIBLE)) + 1
    for right, after in [*(found.span() for found in _BETWEEN[mode].finditer(text, left)), (len(text), -1)]:
        inner = text[left:right].strip(INVISIBLE)
        if inner:
            at = start + text.index(inner, left, right)
            yield Part(at, at + len(inner), inner, place)
        place, left = place + 1, after


def line_at(text: str, start: int) -> str:
    """Return the line of a text that begins at a place."""
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end]


def lines_from(text: str, start: int, most: int) -> Iterator[tuple[int, str]]:
    """Yield so many lines at most from a place on, each with where it begins."""
    while start < len(text) and most > 0:
        line = line_at(text, start)
        yield start, line
        start += len(line) + 1
        most -= 1
