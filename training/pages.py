"""What a page may do to a text: print its pieces in another order, wrap its lines, show a part of it.

Texts are lists of paragraphs; so is what comes back, one entry per printed line.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from gangyao.chinese.line_width import line_width
from gangyao.chinese.punctuation import NEVER_FIRST
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.units import DEEPEST_SECTION

#: Code points that a piece has at least.
SHORTEST_PIECE = 100
# Code points on a page of a newspaper, at least and at most, and of a shorter text; how many columns it has.
_PAGE, _MOST_OF_TEXT, _COLUMNS = (6000, 11000), 0.85, (3, 6)
# What a newspaper prints above a column, and above how many.
_FURNITURE = (
    "05要闻",
    "（上接第二版）",
    "（下转第六版）",
    "光明日报 2022年3月14日 星期一",
    "— 5 —",
    "本版责编：李　明",
    "5",
)
_FURNISHED = 0.4
# So many numbered headings at least part a text into sections.
_FEWEST_SECTIONS = 3
# Columns side by side, as `pdftotext -layout` gives them: how many, how wide in code points, how many half
# characters between two, how many lines of each.
_BESIDE, _BESIDE_WIDTHS, _GUTTERS, _ROWS = (2, 2, 2, 3), (14, 18, 22, 28), (5, 6, 8, 10), (15, 45)


_Piece = TypeVar("_Piece")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A printed line, and which line of the excerpt it is; `rank` is None for furniture and blank lines."""

    text: str
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class NewspaperPage:
    """A page as a newspaper prints it, and the text that it holds, in its order, without line breaks."""

    lines: tuple[PageLine, ...]
    excerpt: str

    @property
    def text(self) -> str:
        """The lines with line breaks between them."""
        return "\n".join(line.text for line in self.lines)


def scramble(paragraphs: Sequence[str], pieces: int, rng: random.Random) -> list[str]:
    """Cut the paragraphs, taken as one text, at random places and print the pieces in another order."""
    text = "\n".join(paragraphs)
    edges = _edges(range(1, len(text)), len(text), pieces, rng)
    return _lines("\n".join(_in_another_order([text[a:b] for a, b in pairwise(edges)], rng)))


def scramble_lines(lines: Sequence[str], pieces: int, rng: random.Random) -> list[str]:
    """Print the lines as columns in another order: cut at ends of lines only."""
    text = "\n".join(lines)
    ends = [place for place, char in enumerate(text) if char == "\n"]
    edges = _edges(ends, len(text), pieces, rng)
    return _lines("\n".join(_in_another_order([text[a:b] for a, b in pairwise(edges)], rng)))


def wrap(paragraphs: Sequence[str], width: int) -> list[str]:
    """Break paragraphs into lines of `width` code points; no line begins with a closing mark."""
    lines = []
    for paragraph in paragraphs:
        start = 0
        while start < len(paragraph):
            end = min(start + width, len(paragraph))
            while end < len(paragraph) and paragraph[end] in NEVER_FIRST:
                end += 1
            lines.append(paragraph[start:end])
            start = end
    return _lines("\n".join(lines))


def excerpt(paragraphs: Sequence[str], rng: random.Random) -> list[str]:
    """Show a part of the text, cut anywhere at both ends: from a tenth of it to nine tenths."""
    text = "\n".join(paragraphs)
    length = round(len(text) * rng.uniform(0.1, 0.9))
    start = rng.randrange(len(text) - length)
    return _lines(text[start : start + length])


def excerpt_of_length(paragraphs: Sequence[str], length: int, rng: random.Random) -> list[str]:
    """Show so many code points of the text, or nearly all of a shorter one, cut anywhere at both ends."""
    text = "\n".join(paragraphs)
    length = min(length, round(_MOST_OF_TEXT * len(text)))
    start = rng.randrange(len(text) - length)
    return _lines(text[start : start + length])


def whole_sections(paragraphs: Sequence[str], rng: random.Random) -> list[str]:
    """Return some whole sections of the text, of its outermost headings or of those under them.

    Empty where it has fewer than three of either.
    """
    marks = {place: mark for place, text in enumerate(paragraphs) if (mark := read_mark(text)) is not None}
    ranks = Counter(mark.rank for mark in marks.values() if 0 < mark.rank <= DEEPEST_SECTION)
    outermost = sorted(rank for rank, count in ranks.items() if count >= _FEWEST_SECTIONS)[:2]
    if not outermost:
        return []
    rank = rng.choice(outermost)
    edges = [*(place for place, mark in marks.items() if 0 < mark.rank <= rank), len(paragraphs)]
    first, last = sorted(rng.sample(range(len(edges)), 2))
    return list(paragraphs[edges[first] : edges[last]])


def print_columns(paragraphs: Sequence[str], width: int | None, rng: random.Random) -> NewspaperPage:
    """Print a part of the text, cut anywhere at both ends, in three to six columns in another order.

    Columns are cut anywhere, or between lines of `width` code points; furniture stands above some.
    """
    part = _part_of(paragraphs, rng)
    return _print_page(_in_another_order(_cut_columns(part, width, rng), rng), part, rng)


def print_all_columns(paragraphs: Sequence[str], width: int | None, rng: random.Random) -> NewspaperPage:
    """Print all of the text as `print_columns` prints a part of it."""
    return _print_page(_in_another_order(_cut_columns(paragraphs, width, rng), rng), paragraphs, rng)


def print_in_order(paragraphs: Sequence[str], width: int | None, rng: random.Random) -> NewspaperPage:
    """Print a part of the text in columns as `print_columns` does, but in their order."""
    part = _part_of(paragraphs, rng)
    return _print_page(_cut_columns(part, width, rng), part, rng)


def _part_of(paragraphs: Sequence[str], rng: random.Random) -> list[str]:
    return excerpt_of_length(paragraphs, rng.randint(*_PAGE), rng)


def _cut_columns(part: Sequence[str], width: int | None, rng: random.Random) -> list[list[PageLine]]:
    """Cut a text to columns, in order."""
    lines = list(part) if width is None else wrap(part, width)
    whole = "\n".join(lines)
    places = range(1, len(whole)) if width is None else [p for p, char in enumerate(whole) if char == "\n"]
    columns: list[list[PageLine]] = []
    count = 0
    for first, last in pairwise(_edges(places, len(whole), rng.randint(*_COLUMNS), rng)):
        texts = _lines(whole[first:last])
        columns.append([PageLine(text, rank) for rank, text in enumerate(texts, count)])
        count += len(texts)
    return columns


def _print_page(
    columns: Sequence[Sequence[PageLine]], part: Sequence[str], rng: random.Random
) -> NewspaperPage:
    printed: list[PageLine] = []
    for column in columns:
        if rng.random() < _FURNISHED:
            printed += [PageLine(rng.choice(_FURNITURE)), PageLine("")]
        printed += column
    return NewspaperPage(tuple(printed), "".join(part))


def print_side_by_side(paragraphs: Sequence[str], rng: random.Random) -> NewspaperPage:
    """Print paragraphs, from one of the first half on, in two or three columns with blanks between them."""
    columns, width, gutter = rng.choice(_BESIDE), rng.choice(_BESIDE_WIDTHS), rng.choice(_GUTTERS)
    rows = rng.randint(*_ROWS)
    lines: list[str] = []
    for paragraph in paragraphs[rng.randrange(len(paragraphs) // 2 + 1) :]:
        lines += wrap([paragraph], width) if len(lines) < columns * rows else []
    lines = lines[: columns * rows]
    rows = -(-len(lines) // columns)
    printed: list[PageLine] = []
    for row in range(rows):
        line = ""
        for column, text in enumerate(lines[row::rows]):
            line += " " * (column * (2 * width + 2 + gutter) - line_width(line)) + text
        printed.append(PageLine(line))
    return NewspaperPage(tuple(printed), "".join(lines))


def _edges(places: Sequence[int], length: int, pieces: int, rng: random.Random) -> list[int]:
    """Choose where pieces begin and end; no piece is shorter than `SHORTEST_PIECE`.

    Raises ValueError for a text that has not so much.
    """
    if length < pieces * SHORTEST_PIECE:
        raise ValueError(f"{length} code points are too short for {pieces} pieces")
    while True:
        edges = [0, *sorted(rng.sample(places, pieces - 1)), length]
        if min(b - a for a, b in pairwise(edges)) >= SHORTEST_PIECE:
            return edges


def _in_another_order(pieces: Sequence[_Piece], rng: random.Random) -> list[_Piece]:
    order = list(range(len(pieces)))
    while order == sorted(order):
        rng.shuffle(order)
    return [pieces[index] for index in order]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
