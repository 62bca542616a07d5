"""The pages of pictures, and of PDF files that are pictures, read again.

Imported only where the extra `ocr` is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.ingest.readers.content import ReadAgain
from gangyao.ingest.readers.picture.open_picture import open_pictures
from gangyao.ingest.readers.picture.pdf_pages import draw_pages, scaled
from gangyao.ingest.readers.picture.second import SECOND_RECOGNISERS, read_page_again


def read_picture_again(data: bytes, name: str, pages: Sequence[int]) -> ReadAgain:
    """Read pages (from 1) of a picture again; boxes are in its pixels."""
    lines = [
        line
        for number, pixels in enumerate(open_pictures(data, name), start=1)
        if number in pages
        for line in read_page_again(pixels, number)
    ]
    return ReadAgain(SECOND_RECOGNISERS, tuple(lines))


def read_pdf_again(data: bytes, name: str, pages: Sequence[int]) -> ReadAgain:
    """Read pages (from 1) of a PDF again; boxes are in points."""
    drawn = draw_pages(data, [page - 1 for page in pages])
    lines = [
        replace(line, box=scaled(line.box, 1 / scale))
        for number, (pixels, scale) in zip(pages, drawn, strict=True)
        for line in read_page_again(pixels, number)
    ]
    return ReadAgain(SECOND_RECOGNISERS, tuple(lines))
