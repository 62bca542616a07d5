"""Headings of a page by their tags: which are none, and which is the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import PrintedLine

# Editors set whole texts in the tags of headings, for their look: where so many lines of one level, and this
# share of them, are sentences or as long as this, the level is none of headings.
_FEWEST = 3
_SHARE = 0.3
_LONG = 45


def with_true_headings(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines; those of levels that hold sentences are text, the only highest on top is a title."""
    levels: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        if line.role == "heading":
            levels.setdefault(line.level, []).append(number)
    found = list(lines)
    for level, numbers in list(levels.items()):
        texts = [lines[number].text for number in numbers]
        sentences = sum(ends_sentence(text) or len(text) > _LONG for text in texts)
        if len(texts) >= _FEWEST and sentences >= _SHARE * len(texts):
            del levels[level]
            for number in numbers:
                found[number] = replace(found[number], role="text", level=0)
    first = next((number for number, line in enumerate(lines) if line.role != "furniture"), None)
    if levels and levels[min(levels)] == [first] and first is not None:
        found[first] = replace(found[first], level=1)
    return found
