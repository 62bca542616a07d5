"""Attributes that pandoc writes behind spans, links and headings: `[文本]{.underline}`, `# 标题 {#id}`.

They say how a file shows its text and are no part of it. Two classes say more: what is marked as `.deletion`
was struck out of the file, and `.comment-start` holds what a reader of it remarked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A name or a value of a Word file is hardly longer.
_VALUE = r"(?:\"[^\"\n{}]{0,200}\"|[^\s\"{}]{1,80})"
_TOKEN = rf"(?:[#.][^\s{{}}\"=]{{1,120}}|[A-Za-z][\w:-]{{0,40}}={_VALUE})"
_ATTRIBUTES = re.compile(rf"\{{(?:-|{_TOKEN}(?:[ \t]+{_TOKEN}){{0,12}})[ \t]*\}}")
_STRUCK = re.compile(r"\.(?:paragraph-)?deletion\b|\.comment-start\b")
_HEADING = re.compile(r"[ \t\u3000]*#{1,6}[ \t]")
# Brackets of a span stand no further apart.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class AttributeMark:
    """A span of mark-up to leave out; `is_struck`: with text in it that the file marks as taken out."""

    start: int
    end: int
    is_struck: bool = False


def find_attribute_marks(text: str) -> list[AttributeMark]:
    """Return the marks in a text, in its order: brackets of spans, attributes, and what was struck out."""
    marks: list[AttributeMark] = []
    if "{" not in text:
        return marks
    for found in _ATTRIBUTES.finditer(text):
        start, end = found.span()
        before = text[start - 1 : start]
        opening = _opening(text, start - 1) if before == "]" else None
        if opening is not None and _STRUCK.search(found[0]):
            marks.append(AttributeMark(opening, end, is_struck=True))
        elif opening is not None:
            marks += [AttributeMark(opening, opening + 1), AttributeMark(start - 1, end)]
        elif _is_behind_link(text, start) or _ends_heading(text, start, end):
            marks.append(AttributeMark(start, end))
    return _outermost(marks)


def without_attributes(text: str) -> str:
    """Return the text without attributes and the brackets of their spans."""
    for mark in reversed(find_attribute_marks(text)):
        text = text[: mark.start] + text[mark.end :]
    return text


def _opening(text: str, closing: int) -> int | None:
    """Return the place of the bracket that the one at `closing` closes, on its line."""
    depth = 0
    for place in range(closing, max(closing - _LONGEST, -1), -1):
        char = text[place]
        if char == "\n":
            return None
        if char == "]":
            depth += 1
        elif char == "[":
            depth -= 1
            if depth == 0:
                return place
    return None


def _is_behind_link(text: str, start: int) -> bool:
    if text[start - 1 : start] != ")":
        return False
    line = text.rfind("\n", 0, start) + 1
    target = text.rfind("](", max(line, start - _LONGEST), start)
    return target >= 0 and ")" not in text[target : start - 1]


def _ends_heading(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return not text[end : stop if stop >= 0 else len(text)].strip() and bool(_HEADING.match(text, line))


def _outermost(marks: list[AttributeMark]) -> list[AttributeMark]:
    """Leave out the marks within what was struck out; spans within spans do not overlap."""
    kept: list[AttributeMark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
