"""JSON of recognisers to lines: lines and words as printed pages, blocks as they stand in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import cast

from gangyao.document.printed import PrintedLine, Role
from gangyao.ingest.decode import decode
from gangyao.ingest.errors import DecodeError, SeedError
from gangyao.ingest.printed_pages.page import widths_of
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.recogniser_json.paged import PlacedPiece, paged
from gangyao.ingest.readers.recogniser_json.pieces import Recognised, recognised
from gangyao.ingest.readers.recogniser_json.records import records_of
from gangyao.ingest.readers.recogniser_json.told_again import told_once
from gangyao.ingest.readers.word_pages import TextPage, TextPiece, content_of
from gangyao.markup.block_labels import FURNITURE, HEADING

_AGAIN = "write it again with the program that recognised the pages, or give the pictures themselves"
# Of a text on one line in its box, a character is this much as wide as the box is high, at least; two lines
# make it a quarter at most.
_ON_ONE_LINE = 0.35
# Where so much of a file is told in blocks, its order is that of a model.
_IN_BLOCKS = 0.3
# A page has some thousand lines and ten times as many words.
_MOST_PIECES = 50_000
# A place beside a text in JSON.
_BOX_OF_TEXT = re.compile(r"\"[a-z_]{0,20}(?:box|poly|points)[a-z_]{0,20}\"\s*:\s*[\[{]", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)


def is_recogniser_json(data: bytes, name: str) -> bool:
    """Tell whether bytes are JSON that a recogniser wrote: texts with boxes.

    Raises SeedError for such that break off.
    """
    return _recognised(data, name) is not None


def read_recogniser_json(data: bytes, name: str) -> Content:
    """Read the pieces of all pages. Raises SeedError for boxes that lie on no page."""
    found = _recognised(data, name)
    if found is None:
        raise SeedError(name, "", "is JSON without texts that have boxes", _AGAIN)
    try:
        pages = paged(found.pieces)
    except ValueError as error:
        raise SeedError(name, "", f"is damaged JSON of a recogniser: {error}", _AGAIN) from None
    for number, page in enumerate(pages, 1):
        if len(page) > _MOST_PIECES:
            what = f"has {len(page):,} pieces of text, more than {_MOST_PIECES:,}"
            raise SeedError(name, f"page {number}", what, "give the picture itself")
    pages = [told_once(page) for page in pages]
    content = (
        Content(tuple(_blocks(pages)), (), len(pages))
        if _is_in_blocks(pages)
        else content_of([_page(page) for page in pages], name, "JSON of a recogniser")
    )
    # What stands at no place and is said nowhere else.
    unplaced = tuple(PrintedLine(" ".join(text.split()), role="furniture") for text in found.unplaced)
    return Content(content.lines + unplaced, (), content.pages)


def _recognised(data: bytes, name: str) -> Recognised | None:
    try:
        text = decode(data, name).text.removeprefix("\ufeff")
    except DecodeError:
        return None
    if len(_BOX_OF_TEXT.findall(text)) > 1 and _breaks_off(text):
        raise SeedError(name, "", "is JSON of a recogniser that breaks off", "get another copy of the file")
    value = _value(text)
    return None if value is None else recognised(records_of(value))


def _breaks_off(text: str) -> bool:
    """Tell whether a value of JSON begins that does not end."""
    try:
        json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return error.msg.startswith("Unterminated") or error.pos > len(text.rstrip()) - len("\\u4e00")
    except (ValueError, RecursionError):
        return False
    return False


def _value(text: str) -> object | None:
    """Return what a text says, or the list of what each of its lines says; None where it is no JSON."""
    try:
        return cast(object, json.loads(text, strict=False))
    except (ValueError, RecursionError):
        lines = [line for line in text.split("\n") if line.strip()]
    try:
        return [json.loads(line, strict=False) for line in lines] if len(lines) > 1 else None
    except (ValueError, RecursionError):
        return None


def _is_in_blocks(pages: Sequence[Sequence[PlacedPiece]]) -> bool:
    """Tell whether a model put the pieces together: it says what they are, or many are of several lines.

    The lines of these have no boxes of their own.
    """
    pieces = [piece for page in pages for piece in page]
    if any(HEADING.fullmatch(piece.label) for piece in pieces):
        return True
    blocks = sum(len(piece.text) for piece in pieces if _is_block(piece))
    return blocks > _IN_BLOCKS * sum(len(piece.text) for piece in pieces)


def _is_block(piece: PlacedPiece) -> bool:
    if "\n" in piece.text or piece.box is None:
        return True
    box = piece.box
    return box.right - box.left < _ON_ONE_LINE * widths_of(piece.text) * (box.bottom - box.top)


def _blocks(pages: Sequence[Sequence[PlacedPiece]]) -> Iterator[PrintedLine]:
    """Yield the lines of blocks in the order of the file, which is that in which a model reads them."""
    for number, page in enumerate(pages, 1):
        for piece in page:
            role: Role | None = "furniture" if FURNITURE.fullmatch(piece.label) else None
            texts = [piece.text] if _TABLE.search(piece.text) else piece.text.split("\n")
            for text in texts:
                if text.strip():
                    yield PrintedLine(" ".join(text.split()), number, piece.box, role=role)


def _page(page: Sequence[PlacedPiece]) -> TextPage:
    return TextPage([[TextPiece(piece.text, piece.score, piece.box)] for piece in page])
