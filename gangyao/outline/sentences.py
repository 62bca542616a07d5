"""Sentences: spans that end with a final mark outside quotes, brackets and book-title marks."""

from __future__ import annotations

import re

from gangyao.chinese.punctuation import BULLETS

_END = re.compile("[。！？；][。！？；]*")
# One set of first characters: `re` passes over all others at once.
_MARK = re.compile("[“”‘’「」『』《》〈〉()（）。！？；](?:(?<=[。！？；])[。！？；]*)?")
_ENCLOSES = re.compile("[“‘「『《〈(（]")
_CLOSES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "〉": "〈", ")": "(", "）": "("}
_OPENS = {"“": "“", "‘": "‘", "「": "「", "『": "『", "《": "《", "〈": "〈", "(": "(", "（": "("}

#: Marks further apart than this (code points) are no pair: one of them lost its own partner.
LONGEST_PAIR = 500


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Split a paragraph into sentences: half-open spans in `text`, without blanks and bullets before them.

    A sentence ends with 。！？ or ； (the marks belong to it), unless the mark stands inside “ ”, ‘ ’,
    「 」, 『 』, 《 》 or brackets. An opening mark that is never closed encloses nothing, nor does a pair
    further apart than `LONGEST_PAIR`, so that one lost mark does not glue the rest of the paragraph
    together. What follows the last final mark is a sentence too.
    """
    ends = [m.end() for m in _END.finditer(text)] if not _ENCLOSES.search(text) else _open_ends(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        # A piece ends with its mark: only its beginning can have a margin.
        spans.append((_margin_end(text, start, end), end))
        start = end
    end = len(text.rstrip())
    if start < end:
        spans.append((_margin_end(text, start, end), end))
    return tuple(spans)


def _margin_end(text: str, start: int, end: int) -> int:
    """Return where the white space and the bullets before a sentence end; one character is left at least."""
    while start < end - 1 and (text[start].isspace() or text[start] in BULLETS):
        start += 1
    return start


def _open_ends(text: str) -> list[int]:
    """Return where the final marks outside all pairs end."""
    marks = [(mark.group(), mark.start()) for mark in _MARK.finditer(text)]
    closed_by: dict[int, int] = {}
    open_marks: list[tuple[str, int]] = []
    count = dict.fromkeys(_OPENS.values(), 0)
    for index, (c, start) in enumerate(marks):
        if c in _OPENS:
            open_marks.append((_OPENS[c], index))
            count[_OPENS[c]] += 1
        elif c in _CLOSES and count[_CLOSES[c]]:
            # What was opened inside the pair and not closed encloses nothing.
            kind = ""
            while kind != _CLOSES[c]:
                kind, opened = open_marks.pop()
                count[kind] -= 1
            if start - marks[opened][1] <= LONGEST_PAIR:
                closed_by[opened] = index
    ends: list[int] = []
    inside_until = -1
    for index, (c, start) in enumerate(marks):
        if index <= inside_until:
            continue
        if index in closed_by:
            inside_until = closed_by[index]
        elif c[0] in "。！？；":
            ends.append(start + len(c))
    return ends
