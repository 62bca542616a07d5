"""Words of pages with their boxes, as tesseract writes them (`tsv`, `hocr`), to lines.

A row of a table is a page, a block, a paragraph, a line (`level` 1 to 4) or a word (5); in hOCR (Breuel 2007)
each is an element. Which lines belong together is told by their places, as for any printed page; what the
file says of blocks and paragraphs is not asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run, hull
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.kinds import HOCR, WORD_BOXES

_PAGE, _WORD = "1", "5"
_COLUMNS = WORD_BOXES.count(b"\t") + 1
# Words of a line that leave so much room between them, in heights of the line, stand in two columns or cells
# (by hand: blanks between words of a line are less than one character).
_APART = 2.0
# What is narrower than a Chinese character takes this share of its room.
_NARROW = 0.52
_PERCENT = 100.0
# What a line may be called in hOCR.
_LINES = ".ocr_line, .ocr_header, .ocr_caption, .ocr_textfloat"
_BOX = re.compile(r"\bbbox (\d{1,7}) (\d{1,7}) (\d{1,7}) (\d{1,7})")
_CERTAINTY = re.compile(r"\bx_wconf (\d{1,3})")
# No page has more pixels on one side (tesseract reads none of more than 32,767).
_LARGEST = 1e6


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, its box in pixels, and how sure the recogniser is of it (0 to 1)."""

    text: str
    box: Box
    score: float


# The size of each page, and the words of each line by its page and place.
_Words = tuple[Mapping[int, Box], Mapping[tuple[int, ...], Sequence[_Word]]]


def read_word_boxes(data: bytes, name: str) -> Content:
    """Read the words of all pages. Raises SeedError for a damaged file, and for one without a word."""
    try:
        sizes, lines = _of_hocr(data) if HOCR.search(data) is not None else _of_rows(data)
        by_page: defaultdict[int, list[Run]] = defaultdict(list)
        for (page, *_), words in lines.items():
            by_page[page] += _runs(words)
    except ValueError as error:
        raise SeedError(name, "", f"is a damaged list of words with boxes: {error}", _AGAIN) from None
    pages = [_page(number, sizes.get(number), by_page[number]) for number in sorted(sizes.keys() | by_page)]
    printed = printed_lines(pages)
    if not printed:
        raise SeedError(
            name, "", "is a list of words with boxes that holds no word", "give the picture itself"
        )
    return Content(printed, (), len(pages))


def _of_rows(data: bytes) -> _Words:
    """Read a table of words. Raises ValueError where it is damaged."""
    sizes: dict[int, Box] = {}
    lines: defaultdict[tuple[int, ...], list[_Word]] = defaultdict(list)
    page, told = 0, ""
    for number, row in enumerate(data.decode("utf-8-sig").split("\n"), start=1):
        fields = row.rstrip("\r").split("\t")
        if len(fields) < _COLUMNS - 1:
            if row.strip():
                raise ValueError(f"line {number} has not its {_COLUMNS} columns")
            continue
        # Files of several pages that were put together each count from 1.
        if fields[0] == _PAGE or fields[1] != told:
            page, told = page + (fields[1].isdigit()), fields[1]
        if fields[0] == _PAGE:
            sizes[page] = _box(fields[6:10])
        elif fields[0] == _WORD and (text := "\t".join(fields[_COLUMNS - 1 :]).strip()):
            key = (page, *(int(field) for field in fields[2:5]))
            lines[key].append(_Word(text, _box(fields[6:10]), _score(fields[10])))
    return sizes, lines


def _of_hocr(data: bytes) -> _Words:
    """Read hOCR, whose elements say their boxes in `title`. Raises ValueError where it is damaged."""
    sizes: dict[int, Box] = {}
    lines: defaultdict[tuple[int, ...], list[_Word]] = defaultdict(list)
    tree = LexborHTMLParser(data.decode("utf-8-sig"))
    for number, page in enumerate(tree.css(".ocr_page"), start=1):
        if (size := _box_of(page)) is not None:
            sizes[number] = size
        for count, line in enumerate(page.css(_LINES)):
            for word in line.css(".ocrx_word"):
                box, text = _box_of(word), word.text().strip()
                if box is not None and text:
                    score = _CERTAINTY.search(word.attributes.get("title") or "")
                    lines[number, count].append(_Word(text, box, _score(score[1]) if score else 0.0))
    return sizes, lines


def _box_of(element: LexborNode) -> Box | None:
    found = _BOX.search(element.attributes.get("title") or "")
    if found is None:
        return None
    left, top, right, bottom = (int(edge) for edge in found.groups())
    return _box([str(number) for number in (left, top, right - left, bottom - top)])


def _box(fields: Sequence[str]) -> Box:
    """Return the box of a row. Raises ValueError for one that lies on no page."""
    numbers = [float(value) for value in fields]
    if not all(0 <= value <= _LARGEST for value in numbers):
        raise ValueError(f"{', '.join(fields)} is no box on a page")
    left, top, width, height = numbers
    # A mark may be told without any room.
    return Box(left, top, left + max(width, 1.0), top + max(height, 1.0))


def _score(field: str) -> float:
    """Return how sure the recogniser is, from 0 to 1; -1 stands for what it does not say."""
    percent = float(field)
    return min(percent, _PERCENT) / _PERCENT if percent > 0 else 0.0


_AGAIN = "write it again with `tesseract PICTURE OUTPUT tsv` (or `hocr`)"


def _page(number: int, size: Box | None, runs: Sequence[Run]) -> Page:
    box = hull([run.box for run in runs]) if size is None else size
    return Page(number, box.right, box.bottom, tuple(runs))


def _runs(words: Sequence[_Word]) -> Iterator[Run]:
    """Yield the words of a line, those together that stand close to each other."""
    line = hull([word.box for word in words])
    height = line.bottom - line.top
    edges = [i for i, (a, b) in enumerate(pairwise(words), 1) if b.box.left - a.box.right > _APART * height]
    for start, end in pairwise([0, *edges, len(words)]):
        yield _run(words[start:end], line)


def _run(words: Sequence[_Word], line: Box) -> Run:
    text, scores = "", list[float]()
    for word in words:
        between = " " if _needs_blank(text[-1:], word.text[0]) else ""
        text += between + word.text
        scores += [word.score] * len(between + word.text)
    left, right = words[0].box.left, max(word.box.right for word in words)
    weight = sum(_NARROW if char.isascii() else 1.0 for char in text)
    size = min((right - left) / weight, line.bottom - line.top)
    middle = (line.top + line.bottom) / 2
    return Run(text, Box(left, middle - size / 2, right, middle + size / 2), size, scores=tuple(scores))


def _needs_blank(before: str, after: str) -> bool:
    """Tell whether a blank parts two words: tesseract makes a word of any few Chinese characters."""
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
