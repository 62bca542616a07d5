"""What is laid over a text, line by line: in the midst of lines that are read, and on lines of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from gangyao.document.layout import WATERMARK, Aside, LineKind
from gangyao.layout.set_aside import SetAside
from gangyao.layout.split import RawLine

#: What is laid over each line, by its index.
ByLine = Mapping[int, Sequence[Aside]]


def overlays_by_line(overlays: Sequence[Aside], raw: Sequence[RawLine]) -> dict[int, list[Aside]]:
    """Return what is laid over each of the lines."""
    starts = [line.start for line in raw] if overlays else []
    found: dict[int, list[Aside]] = {}
    for one in overlays:
        index = bisect_right(starts, one.raw_start) - 1
        if one.raw_end <= raw[index].end:
            found.setdefault(index, []).append(one)
    return found


def set_bare_overlays_aside(aside: SetAside, overlays: ByLine) -> None:
    """Say of lines that are nothing but what is laid over them that they are furniture."""
    for index, marks in overlays.items():
        if aside.kinds[index] == "blank":
            aside.kinds[index] = "furniture"
            aside.page_ends[index] = any(mark.rule == WATERMARK for mark in marks)


def with_overlays(
    glued: Mapping[int, Sequence[Aside]],
    overlays: ByLine,
    raw: Sequence[RawLine],
    kinds: Sequence[LineKind | None],
) -> dict[int, list[Aside]]:
    """Return what is to be taken out of lines that are read, with what is laid over their midst."""
    found = {index: list(asides) for index, asides in glued.items()}
    for index, marks in overlays.items():
        if kinds[index] is not None:
            continue
        line = raw[index]
        end = line.text_start + len(line.text)
        inside = [mark for mark in marks if line.text_start <= mark.raw_start and mark.raw_end <= end]
        if inside:
            others = found.get(index, [])
            found[index] = sorted([*others, *_apart(inside, others)], key=lambda aside: aside.raw_start)
    return found


def with_left_over(asides: Iterable[Aside], overlays: ByLine, read: Sequence[int]) -> list[Aside]:
    """Return the asides of lines that are read, in order, with what else is laid over these."""
    taken = sorted(asides, key=lambda aside: aside.raw_start)
    ends = [aside.raw_end for aside in taken]
    others = [
        one
        for index in read
        for one in overlays.get(index, ())
        if (place := bisect_right(ends, one.raw_start)) == len(taken) or taken[place].raw_start >= one.raw_end
    ]
    return sorted([*taken, *others], key=lambda aside: aside.raw_start) if others else taken


def _apart(overlays: Sequence[Aside], others: Sequence[Aside]) -> list[Aside]:
    """Return what of the overlays lies apart from the others."""
    return [
        one
        for one in overlays
        if all(other.raw_end <= one.raw_start or one.raw_end <= other.raw_start for other in others)
    ]
