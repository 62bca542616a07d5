"""What is laid over a text, and the text as it is without it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.document.layout import WATERMARK, Aside
from gangyao.document.source import Source, SourceFile
from gangyao.layout.overlay.edges import find_common_edges
from gangyao.layout.overlay.line_counters import find_line_counters
from gangyao.layout.overlay.watermarks import find_watermarks
from gangyao.layout.split import INVISIBLE, line_end_of

_EDGE = "what most lines of the file begin or end with"
_NUMBER = "the number of the line"
_WATERMARK = "a string that interrupts lines of the file again and again"
# Of what is left so much is Han, and costs no more bits: official prose costs 4 to 6, mojibake 14 and more.
_SAMPLE, _HAN_SHARE, _DEAREST = 4000, 0.3, 11.0
_HAN = re.compile("[\u3400-\u9fff]")
# What stands in the place of an edge, a blank that is no indent, and of a watermark: that has no width.
_BLANK, _NOTHING = "\u2009", "\u2060"


def lift_overlays(source: Source, model: CharacterModel) -> tuple[Source, tuple[Aside, ...]]:
    """Return the source without what is laid over the text of its text files, and that, in order.

    Blanks stand in its place: every other character stays where it is.
    """
    found = tuple(
        aside
        for file in source.files
        if not file.lines
        for aside in sorted(_of_file(source.text, file, model), key=lambda aside: aside.raw_start)
    )
    return (replace(source, text=_blanked(source.text, found)) if found else source), found


def _of_file(text: str, file: SourceFile, model: CharacterModel) -> list[Aside]:
    printed = text[file.raw_start : file.raw_end]
    edges = list(_edges(printed, model))
    marks = find_watermarks(_blanked(printed, edges), model)
    if edges:
        starts = [one.raw_start for one in edges]
        marks = [(a, b) for a, b in marks if not edges[max(bisect_left(starts, b) - 1, 0)].raw_end > a]
    found = [*edges, *(Aside(start, end, WATERMARK, _WATERMARK) for start, end in marks)]
    if found and not _is_chinese(_blanked(printed, sorted(found, key=lambda one: one.raw_start)), model):
        return []
    shift = file.raw_start
    return [replace(one, raw_start=one.raw_start + shift, raw_end=one.raw_end + shift) for one in found]


def _edges(printed: str, model: CharacterModel) -> Iterator[Aside]:
    """Yield what is laid over the edges of the lines of a file."""
    lines = printed.split(line_end_of(printed))
    texts = [line.strip(INVISIBLE) for line in lines]
    numbers = find_line_counters(texts)
    bare = [text[a : len(text) - b] for text, (a, b) in zip(texts, numbers, strict=True)]
    read = [n for n, text in enumerate(bare) if text.strip(INVISIBLE)]
    edges = dict(zip(read, find_common_edges([bare[n].strip(INVISIBLE) for n in read], model), strict=True))
    place = 0
    for n, (line, text) in enumerate(zip(lines, texts, strict=True)):
        start = place + (line.find(text[0]) if text else 0)
        end = start + len(text)
        place += len(line) + 1
        first, last = numbers[n]
        yield from _span(start, start + first, "page-number", _NUMBER)
        head, tail = edges.get(n, (0, 0))
        inner = start + first + len(bare[n]) - len(bare[n].lstrip(INVISIBLE))
        yield from _span(inner, inner + head, "written-out", _EDGE)
        inner = end - last - len(bare[n]) + len(bare[n].rstrip(INVISIBLE))
        yield from _span(inner - tail, inner, "written-out", _EDGE)
        yield from _span(end - last, end, "page-number", _NUMBER)


def _span(start: int, end: int, rule: str, reason: str) -> Iterator[Aside]:
    if start < end:
        yield Aside(start, end, rule, reason)


def _is_chinese(text: str, model: CharacterModel) -> bool:
    """Tell whether what is left reads as Chinese: what was read in a wrong encoding comes again by chance."""
    chars = [char for char in text if not char.isspace() and char != _NOTHING][:_SAMPLE]
    sample = "".join(chars)
    han = _HAN.findall(sample)
    if len(han) < _HAN_SHARE * len(sample) or not han:
        return False
    is_han = np.fromiter((_HAN.match(char) is not None for char in sample), np.bool_, len(sample))
    return float(model.surprise(sample)[is_han].mean()) <= _DEAREST


def _blanked(text: str, asides: Sequence[Aside]) -> str:
    """Return a text with blanks in the place of spans, which are in order."""
    parts: list[str] = []
    end = 0
    for one in asides:
        filled = _NOTHING if one.rule == WATERMARK else _BLANK
        parts += [text[end : one.raw_start], filled * (one.raw_end - one.raw_start)]
        end = one.raw_end
    return "".join([*parts, text[end:]]) if parts else text
