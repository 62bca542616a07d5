"""Lines, and parts of lines, that are a file written out as base64 (see `gangyao.markup.embedded_data`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gangyao.document.layout import Aside, LineKind
from gangyao.layout.split import INVISIBLE, RawLine
from gangyao.markup.embedded_data import Embedded

_REASON = "a file that was written into the text"


def lines_of_embedded(raw: Sequence[RawLine], embedded: Sequence[Embedded]) -> frozenset[int]:
    """Return the lines that hold nothing else."""
    left = {index: raw[index].text for index, _, _ in embedded}
    for index, start, end in reversed(embedded):
        left[index] = left[index][:start] + left[index][end:]
    return frozenset(index for index, text in left.items() if not text.strip(INVISIBLE))


def with_embedded(
    glued: Mapping[int, Sequence[Aside]],
    raw: Sequence[RawLine],
    kinds: Sequence[LineKind | None],
    embedded: Sequence[Embedded],
) -> dict[int, list[Aside]]:
    """Return what is to be taken out of lines that are read, with what is embedded in them."""
    found = {index: list(asides) for index, asides in glued.items()}
    for index, start, end in embedded:
        if kinds[index] is not None:
            continue
        line = raw[index]
        span = Aside(line.text_start + start, line.text_start + end, "written-out", _REASON)
        others = [
            aside
            for aside in found.get(index, [])
            if aside.raw_end <= span.raw_start or span.raw_end <= aside.raw_start
        ]
        found[index] = sorted([*others, span], key=lambda aside: aside.raw_start)
    return found
