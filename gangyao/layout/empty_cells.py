"""Commas behind a title or a note alone in its row, as spreadsheets save it: `任务清单,,,,`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.layout import Aside
from gangyao.layout.split import RawLine

# Commas of ASCII part the cells of such files; a text of its own has none behind the other.
_ALONE = re.compile(r"(?P<cell>[^,]+),{2,}")
_REASON = "what parts empty cells behind the only one of a row"


def set_empty_cells_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the commas of empty cells behind a single one, and those by line."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for index, line in enumerate(raw):
        if line.text.endswith(",,") and (alone := _ALONE.fullmatch(line.text)):
            end = line.text_start + len(line.text)
            found[index] = [Aside(line.text_start + alone.end("cell"), end, "written-out", _REASON)]
            lines[index] = replace(line, text=alone["cell"])
    return lines, found
