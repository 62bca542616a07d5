"""The lines that are read, as a reader sees them: without furniture glued to them, with what lies between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence

from gangyao.document.layout import WATERMARK, Aside
from gangyao.document.source import Source
from gangyao.layout.joins.read_line import Gap, ReadLine
from gangyao.layout.set_aside import SetAside
from gangyao.layout.split import INVISIBLE, ZERO_WIDTH, RawLine, without_tags
from gangyao.markup.field_codes import without_field_codes
from gangyao.markup.latex_heads import without_latex_marks
from gangyao.markup.markdown_escapes import without_escapes
from gangyao.markup.span_attributes import without_attributes
from gangyao.markup.split_bold import without_seams

# A line of so many characters may be one whose characters stand apart: `加 快 建 设`.
_SHORTEST_SPACED = 7


def by_line(raw: Sequence[RawLine], read: Sequence[int], asides: Sequence[Aside]) -> dict[int, list[Aside]]:
    """Group asides, which are in order, by the raw line that each is glued to."""
    starts = [raw[index].start for index in read] if asides else []
    glued: dict[int, list[Aside]] = {}
    for aside in asides:
        glued.setdefault(read[bisect_right(starts, aside.raw_start) - 1], []).append(aside)
    return glued


def without(line: RawLine, asides: Sequence[Aside]) -> str:
    """Return the text of a line without the asides in it, which are in order."""
    text = line.text
    for aside in reversed(asides):
        text = text[: aside.raw_start - line.text_start] + text[aside.raw_end - line.text_start :]
    return text.strip(INVISIBLE)


def read_lines(
    source: Source,
    raw: Sequence[RawLine],
    aside: SetAside,
    printed: Sequence[int],
    glued: Mapping[int, Sequence[Aside]],
    items: Container[int] = (),
) -> list[ReadLine]:
    """Return the lines that are read as their reader sees them: no tags, no escapes, no furniture.

    `items` are lines that a bullet opens which was set aside.
    """
    lines: list[ReadLine] = []
    last = -1
    ends_page = False
    for place, index in enumerate(printed):
        if aside.kinds[index] is not None:
            continue
        line = raw[index]
        asides = glued.get(index, ())
        pages = [mark for mark in asides if mark.rule != WATERMARK]
        is_first = any(mark.raw_start == line.text_start for mark in pages)
        goes_on = last >= 0 and not ends_page and not is_first
        gap: Gap = _gap(source, raw, aside.page_ends, printed[last : place + 1]) if goes_on else "page"
        is_interrupted = last >= 0 and index in aside.goes_on
        ends_page = any(mark.raw_start != line.text_start for mark in pages)
        text = without(line, asides)
        margin = source.text[line.start : line.text_start]
        text = f"•{_as_read(text)}" if index in items else _as_read(text)
        is_over_furniture = last >= 0 and any(
            aside.kinds[n] == "furniture" for n in printed[last + 1 : place]
        )
        lines.append(
            ReadLine(
                text,
                _indent(margin),
                gap if (last >= 0 or is_first) and not is_interrupted else "none",
                is_over_furniture,
                is_interrupted,
                sum(2 * (mark.raw_end - mark.raw_start) for mark in asides if mark.rule == WATERMARK),
            )
        )
        last = place
    return lines


def _as_read(text: str) -> str:
    """Return a line without the marks of programs, which hide how it begins and ends."""
    plain = without_attributes(without_field_codes(without_tags(text))).strip(INVISIBLE)
    return without_seams(without_escapes(without_latex_marks(_without_spacing(plain))))


def _without_spacing(text: str) -> str:
    """Return a line without the blanks that part all of its characters."""
    is_spaced = len(text) >= _SHORTEST_SPACED and text[1] in INVISIBLE and len({*text[1::2]}) == 1
    return text[::2] if is_spaced else text


def _indent(margin: str) -> int:
    """Return the width of a margin in half characters."""
    return sum(2 if c == "\u3000" else 4 if c == "\t" else c in " \u00a0" for c in margin)


def _gap(source: Source, raw: Sequence[RawLine], page_ends: Sequence[bool], lines: Sequence[int]) -> Gap:
    """Tell what stands between the first and the last of `lines`, which are read one after the other."""
    between = lines[1:-1]
    ends_page = any(page_ends[index] for index in between)
    if ends_page or "\f" in source.text[raw[lines[0]].end : raw[lines[-1]].text_start]:
        return "page"
    if any(_is_invisible(raw[index], source) for index in between):
        return "page"
    return "blank" if between else "none"


def _is_invisible(line: RawLine, source: Source) -> bool:
    """Tell whether a line holds nothing but characters without width, as some pages end."""
    return not line.text and not ZERO_WIDTH.isdisjoint(source.text[line.start : line.end])
