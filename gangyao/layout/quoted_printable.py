"""Line ends of mails that were not decoded: `额度=` over `不超过20万元。=20`.

In quoted-printable a line that ends with `=` goes on in the next one, and a blank at its end is `=20`. A text
without codes of bytes, or with one such end only, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.layout import Aside
from gangyao.layout.split import RawLine

# A row of codes is read from its first one: from each of them a long one would be read again.
_END = re.compile(r"(?<!=20)(?<!=09)(?:=(?:20|09))*=?$")
_BYTES = re.compile(r"(?:=[0-9A-F]{2}){2}|=20(?:\n|=|$)")
_FEWEST = 2
#: Why what ends a line that goes on is no text.
GOES_ON = "the sign of a mail that was not decoded: its line goes on in the next one"
_BLANK = "a blank of a mail that was not decoded"


def set_quoted_ends_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the codes at their ends, and those by the indices of the lines."""
    lines = list(raw)
    ends = [n for n, line in enumerate(raw) if "=" in line.text[-6:] and _code(line.text)]
    if len(ends) < _FEWEST or not any("=" in line.text and _BYTES.search(line.text) for line in raw):
        return lines, {}
    found: dict[int, list[Aside]] = {}
    for index in ends:
        line = raw[index]
        size = len(line.text) - len(_code(line.text))
        reason = GOES_ON if line.text.endswith("=") else _BLANK
        end = line.text_start + len(line.text)
        found[index] = [Aside(line.text_start + size, end, "written-out", reason)]
        lines[index] = replace(line, text=line.text[:size])
    return lines, found


def _code(text: str) -> str:
    """Return the code that a line ends with; empty where it ends with none."""
    found = _END.search(text)
    return found[0] if found is not None else ""


def lines_below(asides: dict[int, list[Aside]], lines: int) -> frozenset[int]:
    """Return the lines that go on lines which say so."""
    return frozenset(
        index + 1
        for index, marks in asides.items()
        if index + 1 < lines and any(mark.reason == GOES_ON for mark in marks)
    )
