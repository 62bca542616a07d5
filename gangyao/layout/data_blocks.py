"""Text within data that a program wrote: blocks of a page in JSON, or lines as PaddleOCR prints them.

`[{"bbox": [120, 80, 870, 130], "category": "Title", "text": "# 某市种业方案"}, …]` holds the text in one
value of each block, `['某市种业方案', '一、总体要求']` in each of its strings,
`[[[27.0, 59.0], …], ('一、总体要求', 0.99)]` in the first of a pair. All else is set aside, and so are blocks
that say of themselves that they are heads, feet or numbers of pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from gangyao.layout.split import INVISIBLE, RawLine

_VALUE = re.compile(
    r'"(?:text|content|block_content|rec_text|markdown|md|title|正文|内容|标题)"\s*:\s*"((?:[^"\\]|\\.)*)"',
    re.DOTALL,
)
_FURNITURE = re.compile(
    r'"(?:category|type|label|block_label|sub_type)"\s*:\s*"(?:page[-_ ]?)?'
    r'(?:header|footer|number|footnote_number|aside_text|discarded|abandon)"',
    re.IGNORECASE,
)
_READ_LINE = re.compile(
    r"^\s*\[\[\[[-\d.,\s\[\]]+\]\],?\s*\(['\"](?P<text>.*)['\"],\s*\d\.\d+(?:e-\d+)?\)\],?\s*$", re.MULTILINE
)
# A string of Python or JSON, on one line.
_STRING = re.compile(r"\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\\\n]|\\.)*)'")
_HAN = re.compile("[\u4e00-\u9fff]{2}")
# So many lines, and such a share of all of them, make a text that PaddleOCR printed.
_FEWEST_READ, _READ = 2, 0.8

Span = tuple[int, int]


def find_text_in_data(text: str) -> list[Span]:
    """Return the spans of what is text in data; none where the raw text is no such data."""
    first = text.lstrip(INVISIBLE)[:1]
    if first == "[" and (found := list(_READ_LINE.finditer(text))):
        count = sum(bool(line.strip()) for line in text.split("\n"))
        if len(found) >= max(_FEWEST_READ, _READ * count):
            return [line.span("text") for line in found]
    if first == "[" and (listed := _listed(text)):
        return listed
    if first not in ("[", "{") or not _is_json(text):
        return []
    return [value.span(1) for value in _VALUE.finditer(text) if not _is_furniture(text, value)]


def _listed(text: str) -> list[Span]:
    """Return what the strings of a list hold, where a text is nothing but a list of strings."""
    inner = text.strip(INVISIBLE)
    if inner[-1:] != "]" or _STRING.sub("", inner).strip("[], \t\r\n\u3000"):
        return []
    strings = list(_STRING.finditer(text))
    if len(strings) < _FEWEST_READ or not any(_HAN.search(one[0]) for one in strings):
        return []
    return [one.span("double" if one["double"] is not None else "single") for one in strings]


def lines_of_data(raw: Sequence[RawLine], spans: Sequence[Span]) -> frozenset[int]:
    """Return the lines, by index, that hold no text but what is written round it, if there is any text."""
    if not spans:
        return frozenset()
    starts = {start for start, _ in spans}
    inside: set[int] = set()
    place = 0
    for index, line in enumerate(raw):
        while place < len(spans) and spans[place][1] <= line.start:
            place += 1
        if line.start in starts or (place < len(spans) and spans[place][0] <= line.start < spans[place][1]):
            inside.add(index)
    return frozenset(range(len(raw))) - inside


def _is_json(text: str) -> bool:
    """Tell whether a text is one value of JSON, or one on each of its lines."""
    if _is_value(text):
        return True
    lines = [line for line in text.split("\n") if line.strip(INVISIBLE)]
    return len(lines) > 1 and all(_is_value(line) for line in lines)


def _is_value(text: str) -> bool:
    try:
        json.loads(text.strip(INVISIBLE), strict=False)
    # What is nested deeper than Python calls functions was written by no program that prints pages.
    except (ValueError, RecursionError):
        return False
    return True


def _is_furniture(text: str, value: re.Match[str]) -> bool:
    """Tell whether the block of a value says that it is what the page prints around its text."""
    opened, closed = text.rfind("{", 0, value.start()), text.find("}", value.end())
    around = text[opened : value.start()] + text[value.end() : closed if closed >= 0 else len(text)]
    return _FURNITURE.search(around) is not None
