"""Pages of words with boxes, as recognisers write them in their several formats, to content."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from gangyao.document.printed import Box, PrintedLine
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, hull, widths_of
from gangyao.ingest.printed_pages.words import Word, runs_of_words, text_of_words
from gangyao.ingest.readers.content import Content

#: No page has more pixels on one side (tesseract reads none of more than 32,767).
LARGEST = 1e6
# Of pieces that stand by themselves a newspaper page has some 1,500; so many of one text take a minute.
_MOST_PIECES = 10_000


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Text of one line, how sure a recogniser is of it, and its box; None where the file does not say."""

    text: str
    score: float | None
    box: Box | None


@dataclass(frozen=True, slots=True)
class TextPage:
    """The pieces of each line of a page; `box` is that of the page, None where the file does not tell it."""

    lines: Sequence[Sequence[TextPiece]]
    box: Box | None = None


def content_of(pages: Sequence[TextPage], name: str, what: str) -> Content:
    """Return the lines of pages, numbered from 1; `what` says what the file `name` is.

    Where a piece tells no place, all pages are taken in the order of the file: nothing is lost that way.
    Raises SeedError where no page has a word, and for pages with more on them than is ever printed.
    """
    lines = (
        printed_lines([_page(number, page, name) for number, page in enumerate(pages, 1)])
        if all(piece.box is not None for page in pages for line in page.lines for piece in line)
        else _in_order(pages)
    )
    if not lines:
        raise SeedError(name, "", f"is {what} that holds no word", "give the picture itself")
    return Content(lines, (), len(pages))


def _in_order(pages: Sequence[TextPage]) -> tuple[PrintedLine, ...]:
    """Return the lines of pages as they stand in the file, without boxes."""
    return tuple(
        PrintedLine(" ".join(joined.split()), number)
        for number, page in enumerate(pages, 1)
        for line in page.lines
        if (joined := text_of_words([piece.text for piece in line]))
    )


def box_on_page(left: float, top: float, right: float, bottom: float) -> Box:
    """Return a box that lies on a page. Raises ValueError for edges that no page has."""
    edges = (left, top, right, bottom)
    if not all(-LARGEST <= edge <= LARGEST for edge in edges):
        raise ValueError(f"{', '.join(f'{edge:g}' for edge in edges)} is no box on a page")
    # What is recognised at the edge of a picture may be said to begin before it, and a mark to have no room.
    left, top = max(min(left, right), 0.0), max(min(top, bottom), 0.0)
    return Box(left, top, max(*edges[::2], left + 1.0), max(*edges[1::2], top + 1.0))


def size_told(width: str | None, height: str | None) -> Box | None:
    """Return the box of a page whose size a file tells, else None. Raises ValueError as above."""
    return box_on_page(0, 0, float(width), float(height)) if width and height else None


def certainty(told: float, most: float) -> float | None:
    """Return a certainty from 0 to 1 that is told from 0 to `most`; None for what is below, or no number."""
    return min(told / most, 1.0) if 0 <= told < math.inf else None


def _words(pieces: Sequence[TextPiece]) -> list[Word]:
    """Return the words of a line, each with its share of the box of the piece that it is told in."""
    return [word for piece in pieces if piece.box is not None for word in _shared(piece, piece.box)]


def _shared(piece: TextPiece, box: Box) -> list[Word]:
    words = piece.text.split()
    blank = widths_of(" ")
    ends = list(accumulate((widths_of(word) + blank for word in words), initial=0.0))
    width = (box.right - box.left) / (ends[-1] - blank) if words else 0.0
    return [
        Word(
            word,
            Box(box.left + start * width, box.top, box.left + (end - blank) * width, box.bottom),
            piece.score,
        )
        for word, (start, end) in zip(words, pairwise(ends), strict=True)
    ]


def _page(number: int, page: TextPage, name: str) -> Page:
    runs = [run for line in page.lines if (words := _words(line)) for run in runs_of_words(words)]
    if len(runs) > _MOST_PIECES:
        what = f"has {len(runs):,} pieces of text, more than {_MOST_PIECES:,}"
        raise SeedError(name, f"page {number}", what, "give the picture itself")
    # What lies beyond the edge that is told would be off the page.
    boxes = [run.box for run in runs] + ([page.box] if page.box is not None else [])
    size = hull(boxes) if boxes else Box(0, 0, 1, 1)
    return Page(number, size.right, size.bottom, tuple(runs))
