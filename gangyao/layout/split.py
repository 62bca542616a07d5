"""Raw lines: where each line of the source begins and ends."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.document.source import Source

# What a line may hold and still be blank: white space (which holds the page break \f, and rare line ends), a
# byte order mark, zero-width characters.
INVISIBLE = " \t\r\n\f\v\x85\u2028\u2029\u00a0\u3000\u2002\u2003\u2009\ufeff\u200b\u200c\u200d\u2060"
#: Of these, the characters without width.
ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_TAG = re.compile("</?[A-Za-z][^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class RawLine:
    """One raw line without its terminator: its span in the source, its file, its text without margins,
    and where in the source that text begins.
    """

    start: int
    end: int
    source_file: str
    text: str
    text_start: int


def split_lines(source: Source, cuts: Sequence[int] = ()) -> list[RawLine]:
    r"""Split the source into raw lines, file by file.

    A line ends at `\n` or `\r\n`; in a file without any `\n`, at `\r`. Terminators belong to no line.
    `cuts` are raw offsets within lines at which mark-up ends a line: the next one begins right there.
    """
    lines = _printed_lines(source)
    return _cut(lines, source.text, sorted(set(cuts))) if cuts else lines


def line_end_of(text: str) -> str:
    """Return the last character of the line ends of a file."""
    return "\n" if "\n" in text else "\r"


def _printed_lines(source: Source) -> list[RawLine]:
    lines: list[RawLine] = []
    for file in source.files:
        text = source.text[file.raw_start : file.raw_end]
        if not text:
            continue
        terminator = line_end_of(text)
        parts = text.split(terminator)
        if not parts[-1]:
            parts.pop()
            ended = len(parts)
        else:
            ended = len(parts) - 1
        position = file.raw_start
        for index, part in enumerate(parts):
            size = len(part)
            # The \r of \r\n is part of the terminator only where a \n follows it.
            visible = size - 1 if index < ended and terminator == "\n" and part.endswith("\r") else size
            lines.append(_raw_line(position, position + visible, file.name, part))
            position += size + 1
    return lines


def _raw_line(start: int, end: int, source_file: str, printed: str) -> RawLine:
    inner = printed.strip(INVISIBLE)
    margin = printed.find(inner[0]) if inner else 0
    return RawLine(start, end, source_file, inner, start + margin)


def _cut(lines: Sequence[RawLine], text: str, cuts: Sequence[int]) -> list[RawLine]:
    """Part the lines at `cuts`, which are in order."""
    parted: list[RawLine] = []
    place = 0
    for line in lines:
        edges = [line.start]
        while place < len(cuts) and cuts[place] < line.end:
            if cuts[place] > edges[-1]:
                edges.append(cuts[place])
            place += 1
        if len(edges) == 1:
            parted.append(line)
            continue
        edges.append(line.end)
        parted += [_raw_line(a, b, line.source_file, text[a:b]) for a, b in pairwise(edges)]
    return parted


def without_tags(text: str) -> str:
    """Return a line as a reader of the page sees it, without remnants of HTML.

    Tags would hide the number that a line begins with and the mark that it ends with. A line of nothing but
    tags stays as it is.
    """
    if "<" not in text and "&" not in text:
        return text
    return html.unescape(_TAG.sub("", text)).strip(INVISIBLE) or text
