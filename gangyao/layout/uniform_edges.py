"""What a program puts around every line: `text: …`, `('…', 0.98)`, `… |`, `{"text": "…", "page": 1}`.

Readers of pages, editors and terminals each have their own way to dump lines, and none is looked for here.
What all lines of a file have at their edges, but for the numbers in it, is no text of theirs if no document
prints it so: it holds letters, quotes or brackets of a program, or stands before the number of a chapter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from gangyao.chinese.heading_levels import OF_TEXT
from gangyao.chinese.headings import parse_heading
from gangyao.document.layout import Aside
from gangyao.layout.edge_tokens import BAR, fold, size_of
from gangyao.layout.schedules import is_schedule
from gangyao.layout.split import INVISIBLE, RawLine

# What ends an edge: a Chinese character, or a mark that Chinese texts print.
_TEXT = re.compile("[\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
# Characters that a program wrote as numbers are text, too.
_WRITTEN_OUT = re.compile(r"\\u[0-9a-fA-F]{4}|%u[0-9A-F]{4}|&#x?[0-9a-fA-F]{2,6};")
_BLANK = re.escape(INVISIBLE)
_TOKEN = re.compile(rf"\d+|[{_BLANK}]+|[^\d{_BLANK}]")
# A short text has so many lines; with fewer nothing shows what comes again.
_FEWEST = 3
_FEWEST_QUOTED = 8
# So many of the lines have the edge; one more may be without it, as the head of a column is.
_SHARE = 0.95
_LONGEST = 240
# Marks by which programs set off what they say: no text prints them before each line, or behind.
_EMPHASIS = frozenset("*_~")
_PROGRAM = re.compile(r"[A-Za-z]{2}|[|\\\[\]{}<>=@\"'`_^│┃║]|^/")
_SIGN_BEHIND = re.compile(r"[A-Za-z]{2}|[|\\{}<>=@_^│┃║↵⏎¶$·]|,{2}")
# Names of things in Latin letters, with which items may begin or end: AI+制造, KPI3, …App.
_NAME = re.compile(r"[A-Za-z]{1,5} ?\d{0,3}[+＋]?")
# Where a line stands on the page, or in a recording: (88,60),(910,102).
_BOX = re.compile(r"[(\[<{]\s*\d+(?:\.\d+)?\s*[,:]\s*\d+|<[A-Za-z]{1,12}_?\d+>")
# A heading of Markdown; what counts lines has a number behind.
_MARKDOWN = re.compile(r"#+(?!\s?\d)")
# A number behind each line is the page of an entry, unless a program prints it: how sure it is, in shares.
_SURE = re.compile(r"[01]\.\d+")
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">", ")": "(", "]": "[", "}": "{", ">": "<"}
_REASON = "what a program put around each line of the file"


@dataclass(frozen=True, slots=True)
class _Edge:
    """What lines have in common at one edge: digits as `0`, white space as one blank; read inwards."""

    tokens: tuple[str, ...]

    def size(self, tokens: Sequence[str]) -> int:
        """Return how many characters of a line, given in its tokens, the edge takes; 0 if it has none."""
        return size_of(self.tokens, tokens)


def set_uniform_edges_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without what all lines of their file have at their edges, and that by line."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for _, group in groupby(range(len(raw)), key=lambda index: raw[index].source_file):
        printed = [index for index in group if raw[index].text]
        for index, (start, end) in zip(printed, _edges([raw[n].text for n in printed]), strict=True):
            line = raw[index]
            spans = [(a, b) for a, b in ((0, start), (end, len(line.text))) if a < b]
            if spans:
                found[index] = [
                    Aside(line.text_start + a, line.text_start + b, "written-out", _REASON) for a, b in spans
                ]
                lines[index] = replace(line, text=line.text[start:end], text_start=line.text_start + start)
    return lines, found


def _edges(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return for each line where its text begins and ends."""
    whole = [(0, len(text)) for text in texts]
    least = _least(len(texts))
    # “…” round each: a list of strings that an editor made typographic; no document is a quotation a line.
    quoted = [len(text) > 2 and text[0] == "“" and text[-1] == "”" for text in texts]
    if len(texts) >= _FEWEST_QUOTED and sum(quoted) >= least:
        return [
            (1, len(text) - 1) if is_quoted else (0, len(text))
            for text, is_quoted in zip(texts, quoted, strict=True)
        ]
    without = sum(_TEXT.match(text[0]) is not None and _TEXT.match(text[-1]) is not None for text in texts)
    if len(texts) < _FEWEST or len(texts) - without < least:
        return whole
    if sum(_WRITTEN_OUT.search(text) is not None for text in texts) * 2 >= len(texts):
        return whole
    heads = [_tokens(text) for text in texts]
    tails = [_tokens_from_behind(text) for text in texts]
    before, behind = _common(heads, least), _common(tails, least)
    found: list[tuple[int, int]] = []
    for text, head, tail in zip(texts, heads, tails, strict=True):
        start, size = before.size(head), behind.size(tail)
        found.append((start, len(text) - size) if start + size < len(text) else (0, 0))
    heads_of = [text[:start] for text, (start, _) in zip(texts, found, strict=True)]
    tails_of = [text[end:] for text, (_, end) in zip(texts, found, strict=True)]
    inner = [text[start:end].strip(INVISIBLE) for text, (start, end) in zip(texts, found, strict=True)]
    takes_head, takes_tail = _are_programs(heads_of, tails_of, inner)
    return [
        (start if takes_head else 0, end if takes_tail and (start or end) else len(text))
        for text, (start, end) in zip(texts, found, strict=True)
    ]


def _tokens(text: str) -> list[str]:
    """Return the tokens before the first character that is text."""
    first = _TEXT.search(text)
    return _TOKEN.findall(text[: min(first.start() if first else len(text), _LONGEST)])


def _tokens_from_behind(text: str) -> list[str]:
    """Return the tokens behind the last character that is text, the last one first."""
    end = next((n for n in range(len(text) - 1, -1, -1) if _TEXT.match(text[n])), -1)
    return _TOKEN.findall(text[max(end + 1, len(text) - _LONGEST) :])[::-1]


def _least(lines: int) -> int:
    """Return how many of so many lines must have an edge."""
    return max(min(lines - 1, int(_SHARE * lines)), _FEWEST - 1)


def _common(lines: Sequence[Sequence[str]], least: int) -> _Edge:
    """Return the longest edge that so many of the lines have."""
    taken: list[str] = []
    left = list(lines)
    while True:
        place = len(taken)
        times = Counter(fold(line[place]) for line in left if len(line) > place)
        if not times:
            return _Edge(tuple(taken))
        token, count = times.most_common(1)[0]
        if count < least:
            return _Edge(tuple(taken))
        taken.append(token)
        left = [line for line in left if len(line) > place and fold(line[place]) == token]


def _are_programs(heads: Sequence[str], tails: Sequence[str], inner: Sequence[str]) -> tuple[bool, bool]:
    """Tell whether what stands before the lines, and what stands behind them, was put there by a program."""
    head = Counter(filter(None, map(str.strip, heads))).most_common(1)
    tail = Counter(filter(None, map(str.strip, tails))).most_common(1)
    before, behind = head[0][0] if head else "", tail[0][0] if tail else ""
    if before and _EMPHASIS.issuperset(before + behind):
        return False, False
    # Below a title that has it not, such a word is one of the items.
    if is_schedule(filter(None, heads)):
        return False, False
    if not (heads[0] or tails[0]) and _NAME.fullmatch(before or behind) and _TEXT.search(inner[0]):
        return False, False
    bars = sum(BAR.search(text) is not None for text in inner)
    if bars * 4 >= len(inner) or len(BAR.findall(before)) > 1 or not _is_closed(before + behind):
        return False, False
    # Behind the number of a line that of an item is a second one: `3\t1.加强监管`.
    is_numbered = any(char.isdecimal() for char in before)
    has_headings = any(
        heading.number is not None if is_numbered else heading.family in OF_TEXT and not heading.is_weak
        for heading in map(parse_heading, inner)
        if heading is not None
    )
    takes_head = (
        bool(before)
        and _MARKDOWN.match(before) is None
        and (_counts(heads) or _are_sizes(heads))
        and (has_headings or _PROGRAM.search(before) is not None or _are_sizes(heads))
    )
    boxed = all(_BOX.search(text) is not None for text in tails if text)
    signed = boxed or _SIGN_BEHIND.search(behind) is not None or any("\t" in text for text in tails)
    numbers = [number for text in tails for number in _NUMBERS.findall(text)]
    takes_tail = bool(behind) and (
        (takes_head and _PROGRAM.search(before + behind) is not None and behind not in ".;:!?,")
        or (
            signed
            and (
                takes_head
                or boxed
                or len({*numbers}) <= 1
                or all(map(_SURE.fullmatch, numbers))
                or "}" in behind
            )
        )
    )
    if takes_tail != bool(behind) and not _is_closed(before):
        return False, False
    return takes_head, takes_tail


def _is_closed(edges: str) -> bool:
    """Tell whether each bracket of the edges has its partner in them."""
    return all(edges.count(mark) == edges.count(_PAIRS[mark]) for mark in _PAIRS if mark in edges)


def _are_sizes(heads: Sequence[str]) -> bool:
    """Tell whether the numbers before the lines are those of boxes, or how sure a program is of each."""
    filled = [head for head in heads if head]
    return all(map(_BOX.search, filled)) or all(map(_SURE.fullmatch, map(str.strip, filled)))


def _counts(heads: Sequence[str]) -> bool:
    """Tell whether numbers before the lines are those of lines or pages: they never go back."""
    columns = zip(*([int(n) for n in re.findall(r"\d+", head)] for head in heads if head), strict=False)
    return all(all(a <= b for a, b in pairwise(column)) for column in columns)
