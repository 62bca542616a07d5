"""Tables of words with their boxes, as tesseract writes them (`tsv`), to lines.

A row is a page, a block, a paragraph, a line (`level` 1 to 4) or a word (5). Which lines belong together is
told by their places, as for any printed page; what the file says of blocks and paragraphs is not asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run, hull
from gangyao.ingest.printed_pages.words import Word, runs_of_words
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.kinds import WORD_BOXES

_PAGE, _WORD = "1", "5"
_COLUMNS = WORD_BOXES.count(b"\t") + 1
_PERCENT = 100.0
# No page has more pixels on one side (tesseract reads none of more than 32,767).
_LARGEST = 1e6


# The size of each page, and the words of each line by its page and place.
_Words = tuple[Mapping[int, Box], Mapping[tuple[int, ...], Sequence[Word]]]


def read_word_boxes(data: bytes, name: str) -> Content:
    """Read the words of all pages. Raises SeedError for a damaged file, and for one without a word."""
    try:
        sizes, lines = _of_rows(data)
        by_page: defaultdict[int, list[Run]] = defaultdict(list)
        for (page, *_), words in lines.items():
            by_page[page] += runs_of_words(words)
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
    lines: defaultdict[tuple[int, ...], list[Word]] = defaultdict(list)
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
            lines[key].append(Word(text, _box(fields[6:10]), _score(fields[10])))
    return sizes, lines


def _box(fields: Sequence[str]) -> Box:
    """Return the box of a row. Raises ValueError for one that lies on no page."""
    numbers = [float(value) for value in fields]
    if not all(0 <= value <= _LARGEST for value in numbers):
        raise ValueError(f"{', '.join(fields)} is no box on a page")
    left, top, width, height = numbers
    # A mark may be told without any room.
    return Box(left, top, left + max(width, 1.0), top + max(height, 1.0))


def _score(field: str) -> float | None:
    """Return how sure the recogniser is, from 0 to 1; None where it does not say (-1)."""
    percent = float(field)
    return min(percent, _PERCENT) / _PERCENT if percent >= 0 else None


_AGAIN = "write it again with `tesseract PICTURE OUTPUT tsv`"


def _page(number: int, size: Box | None, runs: Sequence[Run]) -> Page:
    box = hull([run.box for run in runs]) if size is None else size
    return Page(number, box.right, box.bottom, tuple(runs))
