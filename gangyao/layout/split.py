"""Raw lines: where each line of the source begins and ends."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from gangyao.document.source import Source

# What a line may hold and still be blank: white space (which holds the page break \f), a byte order mark,
# zero-width characters.
INVISIBLE = " \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\ufeff\u200b\u200c\u200d\u2060"
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


def split_lines(source: Source) -> list[RawLine]:
    r"""Split the source into raw lines, file by file.

    A line ends at `\n` or `\r\n`; in a file without any `\n`, at `\r`. Terminators belong to no line.
    """
    lines: list[RawLine] = []
    for file in source.files:
        text = source.text[file.raw_start : file.raw_end]
        if not text:
            continue
        terminator = "\n" if "\n" in text else "\r"
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
            inner = part.strip(INVISIBLE)
            margin = part.find(inner[0]) if inner else 0
            lines.append(RawLine(position, position + visible, file.name, inner, position + margin))
            position += size + 1
    return lines


def without_tags(text: str) -> str:
    """Return a line as a reader of the page sees it, without remnants of HTML.

    Tags would hide the number that a line begins with and the mark that it ends with. A line of nothing but
    tags stays as it is.
    """
    if "<" not in text and "&" not in text:
        return text
    return html.unescape(_TAG.sub("", text)).strip(INVISIBLE) or text
