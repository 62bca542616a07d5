"""Headings that were glued to the line before them: `…完成扫描300万页。二、保障措施` between 一、 and 三、.

The number tells: the last line of its form that begins with a number counts one less, and the next one counts
one more. Behind the last of its form nothing follows; then the heading must end its line as titles do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from gangyao.chinese.numerals import read_number
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable

_NUMERAL = "[一二三四五六七八九十]"
_NUMBER = f"(?P<number>{_NUMERAL}{{1,3}})"
# Each form of a number: how it begins a line, and how it stands behind the end of a sentence (sought by its
# first character, since `re` passes over all others at once).
_FORMS = (
    (
        re.compile(rf"^[ \t\u3000#*]*{_NUMBER}[、．]", re.MULTILINE),
        re.compile(
            rf"(?P<number>{_NUMERAL}(?<=[。！？].){_NUMERAL}{{0,2}})[、．](?P<title>[^，。；：！？、\n]{{2,24}})(?P<end>$|。)?",
            re.MULTILINE,
        ),
    ),
    (
        re.compile(rf"^[ \t\u3000#*]*[（(]{_NUMBER}[）)]", re.MULTILINE),
        re.compile(
            rf"[（(](?<=[。！？].){_NUMBER}[）)](?P<title>[^，。；：！？\n]{{2,30}})(?P<end>$|。)?",
            re.MULTILINE,
        ),
    ),
)


def find_glued_heads(source: Source, tables: Sequence[PrintedTable]) -> list[int]:
    """Return the raw offsets at which headings begin in the midst of a line; none inside tables."""
    ends = [table.raw_end for table in tables]
    cuts = [
        place
        for file in source.files
        if not file.lines
        for at_head, inside in _FORMS
        for place in _glued(source.text[file.raw_start : file.raw_end], file.raw_start, at_head, inside)
    ]
    return sorted(place for place in cuts if not _in_table(place, tables, ends))


def _in_table(place: int, tables: Sequence[PrintedTable], ends: Sequence[int]) -> bool:
    at = bisect_right(ends, place)
    return at < len(tables) and tables[at].raw_start <= place


def _glued(text: str, shift: int, at_head: re.Pattern[str], inside: re.Pattern[str]) -> Iterator[int]:
    candidates = list(inside.finditer(text))
    if not candidates:
        return
    heads = [(found.start("number"), read_number(found["number"])) for found in at_head.finditer(text)]
    places = [place for place, _ in heads]
    lines = [text.rfind("\n", 0, found.start()) for found in candidates]
    for found, line in zip(candidates, lines, strict=True):
        number = read_number(found["number"])
        at = bisect_left(places, found.start())
        if number is None or at == 0 or heads[at - 1][1] != number - 1 or lines.count(line) > 1:
            continue
        following = heads[at][1] if at < len(heads) else None
        ends_line = found["end"] == ""
        if following == number + 1 or (following is None and ends_line):
            yield found.start() + shift
