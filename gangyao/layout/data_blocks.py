"""Text within data that a program wrote: blocks of a page in JSON, or lines as PaddleOCR prints them.

`[{"bbox": [120, 80, 870, 130], "category": "Title", "text": "# 某市种业方案"}, …]` holds the text in one
value of each block, `['某市种业方案', '一、总体要求']` in each of its strings,
`[[[27.0, 59.0], …], ('一、总体要求', 0.99)]` in the first of a pair. All else is set aside, and so are blocks
that say of themselves that they are heads, feet or numbers of pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gangyao.chinese.heading_levels import OF_TEXT
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.json_text import find_text_in_json, is_json
from gangyao.layout.split import INVISIBLE, RawLine

_READ_LINE = re.compile(
    r"^\s*\[\[\[[-\d.,\s\[\]]+\]\],?\s*\(['\"](?P<text>.*)['\"],\s*\d\.\d+(?:e-\d+)?\)\],?\s*$", re.MULTILINE
)
# What a key of JSON begins with.
_OBJECT = re.compile(r"\{\s*\"")
# A string of Python or JSON, on one line.
_STRING = re.compile(r"\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\\\n]|\\.)*)'")
# Chinese, or what stands for it in JSON that is written in ASCII.
_HAN = re.compile(r"(?:[\u4e00-\u9fff]|\\u[4-9][0-9a-fA-F]{3}){2}")
# So many lines, and such a share of all of them, make a text that PaddleOCR printed.
_FEWEST_READ, _READ = 2, 0.8

# What is left of such data without its strings.
_LITERAL = re.compile(r"(?:[\[\](){},:;.\d\s+\-]|\b[eE]|True|False|None|null|true|false)*")
_ROW = re.compile(r"[\[({]")
_DELIMITERS = ("\t", ",", "|")
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:\.\d{1,9})?%?|")
_RULE = re.compile(":?-{2,}:?")
_FEWEST_ROWS, _FEWEST_HEADINGS = 4, 2
# A number and a tab count lines (`line_numbers.py`).
_FEWEST_FIELDS = 3

Span = tuple[int, int]


def find_text_in_data(text: str) -> list[Span]:
    """Return the spans of what is text in data; none where the raw text is no such data."""
    first = text.lstrip(INVISIBLE)[:1]
    if first == "[" and (found := list(_READ_LINE.finditer(text))):
        count = sum(bool(line.strip()) for line in text.split("\n"))
        if len(found) >= max(_FEWEST_READ, _READ * count):
            return [line.span("text") for line in found]
    as_json = first in ("[", "{") and is_json(text)
    if as_json and _OBJECT.search(text) is not None:
        return find_text_in_json(text)
    if first in ("[", "(", "{") and (listed := _listed(text)):
        return listed
    if rows := find_text_in_rows(text):
        return rows
    return find_text_in_json(text) if as_json else []


def _listed(text: str) -> list[Span]:
    """Return the words where a text is nothing but a list of strings, or of rows with numbers beside them.

    Of the strings of a row the words are those at the place where most rows have Chinese.
    """
    strings = list(_STRING.finditer(text))
    around = _STRING.sub("", text)
    if len(strings) < _FEWEST_READ or _LITERAL.fullmatch(around) is None:
        return []
    places: list[int] = []
    end = 0
    for one in strings:
        opened = _ROW.search(text, end, one.start()) is not None
        places.append(0 if opened or not places else places[-1] + 1)
        end = one.end()
    is_flat = around.count("[") <= 1 and "(" not in around and "{" not in text
    chinese = Counter(place for place, one in zip(places, strings, strict=True) if _HAN.search(one[0]))
    if not chinese:
        return []
    wanted = chinese.most_common(1)[0][0]
    return [
        one.span("double" if one["double"] is not None else "single")
        for place, one in zip(places, strings, strict=True)
        if is_flat or place == wanted
    ]


def find_text_in_rows(text: str) -> list[Span]:
    """Return the words of lines that readers of pages table, with boxes and how sure they are beside.

    All lines have so many fields, one of them words, headings and sentences among them, the others numbers.
    """
    for mark in _DELIMITERS:
        if text.count(mark) >= _FEWEST_ROWS and (found := _fields(text, mark)):
            return found
    return []


def _fields(text: str, mark: str) -> list[Span]:
    rows: list[list[Span]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip(INVISIBLE):
            rows.append(_parted(line, start, mark))
            if len(rows[0]) < _fewest_fields(line, mark) or len(rows[-1]) != len(rows[0]):
                return []
        start += len(line) + 1
    if len(rows) > 2 and all(_RULE.fullmatch(text[a:b].strip()) for a, b in rows[1]):
        # The head of a table of Markdown, and the rule below it.
        del rows[:2]
    if len(rows) < _FEWEST_ROWS:
        return []
    columns = list(zip(*rows, strict=True))
    words = [n for n, column in enumerate(columns) if any(_HAN.search(text[a:b]) for a, b in column)]
    others = [field for n, column in enumerate(columns) if n not in words for field in column]
    if len(words) != 1 or not all(_NUMBER.fullmatch(text[a:b].strip()) for a, b in others):
        return []
    said = [text[a:b].strip() for a, b in columns[words[0]]]
    if not any(map(ends_sentence, said)):
        return []  # A table of figures, whose items are counted: 一、教育支出 3400.
    headings = list(map(parse_heading, said))
    counted = sum(one is not None and one.family in OF_TEXT and not one.is_weak for one in headings)
    return list(columns[words[0]]) if counted >= _FEWEST_HEADINGS else []


def _fewest_fields(line: str, mark: str) -> int:
    """Return how many fields a row has at least: a row of Markdown between two bars may have one."""
    if mark != "|":
        return _FEWEST_FIELDS
    return 1 if line[0] == line[-1] == "|" and len(line) > 1 else 2


def _parted(line: str, start: int, mark: str) -> list[Span]:
    """Return the spans of the fields of a line; the marks round a row of Markdown part none."""
    first, last = (1, len(line) - 1) if mark == "|" and line[0] == line[-1] == "|" else (0, len(line))
    spans: list[Span] = []
    for field in line[first:last].split(mark):
        spans.append((start + first, start + first + len(field)))
        first += len(field) + len(mark)
    return spans


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
