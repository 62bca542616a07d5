"""Files that were written into a text as base64: `<img src="data:image/png;base64,iVBOR…"/>`, over any lines.

No line of Chinese text is sixty Latin letters and digits without a blank, small and capital by turns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = re.compile(
    r"(?:<(?:img|image|source|object|embed|a|link)\b[^<>]{0,200}?=\s*[\"']?|!\[[^\[\]]{0,80}\]\(\s*<?"
    r"|\burl\(\s*[\"']?|[\"'(])?data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w=.+-]{1,40}){0,4},"
)
_PART = re.compile(r"[A-Za-z0-9+/=%_-]+")
# What closes the mark-up behind the data: of a tag, of a picture in Markdown.
_CLOSING = re.compile(r"[\"']?[^<>\n\u4e00-\u9fff]{0,200}/?>|>?(?:\s\"[^\"\n]{0,60}\")?\s*\)|[\"')]")
_BARE = re.compile(r"[A-Za-z0-9+/]{60,}={0,2}")
_TAIL = re.compile(r"[A-Za-z0-9+/]{4,}={0,2}")
# A name or an address may be as long; letters of both kinds and digits by turns are none.
_KINDS = (re.compile("[a-z]"), re.compile("[A-Z]"), re.compile("[0-9]"))
_FEWEST_BARE = 2

#: A span of one line: its index, where the data begin in it and where they end.
Embedded = tuple[int, int, int]


def find_embedded(texts: Sequence[str]) -> list[Embedded]:
    """Return what of each of the lines is a file that was written out, in order."""
    found: list[Embedded] = []
    index = 0
    while index < len(texts):
        after = _take_marked(texts, index, found) if "data:" in texts[index] else index
        if after == index:
            after = _take_bare(texts, index, found)
        index = max(after, index + 1)
    return found


def _take_marked(texts: Sequence[str], index: int, found: list[Embedded]) -> int:
    """Take in the data that open on a line; return the index behind the last line of them."""
    text = texts[index]
    place = 0
    while (opening := _OPENING.search(text, place)) is not None:
        start, end = opening.start(), _end_of_part(text, opening.end())
        while end == len(text) and index + 1 < len(texts) and _goes_on(texts[index + 1]):
            found.append((index, start, end))
            index += 1
            text = texts[index]
            start, end = 0, _end_of_part(text, 0)
        closing = _CLOSING.match(text, end)
        place = closing.end() if closing is not None else end
        found.append((index, start, place))
    return index + 1 if place else index


def _end_of_part(text: str, start: int) -> int:
    part = _PART.match(text, start)
    return part.end() if part is not None else start


def _goes_on(text: str) -> bool:
    """Tell whether a line goes on the data on the line before it."""
    end = _end_of_part(text, 0)
    return end > 0 and (end == len(text) or _CLOSING.match(text, end) is not None)


def _take_bare(texts: Sequence[str], index: int, found: list[Embedded]) -> int:
    """Take in lines of data without a mark; the last of them may be shorter."""
    last = index
    while last < len(texts) and _is_bare(texts[last]):
        last += 1
    if last - index < _FEWEST_BARE:
        return index
    if last < len(texts) and _TAIL.fullmatch(texts[last]):
        last += 1
    found += [(line, 0, len(texts[line])) for line in range(index, last)]
    return last


def _is_bare(text: str) -> bool:
    return _BARE.fullmatch(text) is not None and all(kind.search(text) for kind in _KINDS)
