"""The marks of a quotation in Markdown or mail before each of its lines: `> 一、主要目标`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from gangyao.document.layout import Aside
from gangyao.layout.split import INVISIBLE, RawLine

_MARK = re.compile(rf"(?:>[{re.escape(INVISIBLE)}]?)+")
# One line alone may begin with the sign of a comparison; `gangyao.cleaning.rules.markdown` looks at those.
_FEWEST = 2
_REASON = "the mark of a quotation"


def set_quote_marks_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the marks of quotations, and those by the indices of the lines."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for is_quoted, group in groupby(range(len(raw)), key=lambda index: raw[index].text.startswith(">")):
        quoted = list(group)
        if not is_quoted or len(quoted) < _FEWEST:
            continue
        for index in quoted:
            line = raw[index]
            size = len(mark.group()) if (mark := _MARK.match(line.text)) is not None else 0
            found[index] = [Aside(line.text_start, line.text_start + size, "written-out", _REASON)]
            lines[index] = replace(line, text=line.text[size:], text_start=line.text_start + size)
    return lines, found
