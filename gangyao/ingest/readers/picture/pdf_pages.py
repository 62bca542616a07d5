"""Pages of a PDF that are pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pypdfium2 as pdfium

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page, Run
from gangyao.ingest.readers.picture.open_picture import Pixels
from gangyao.ingest.readers.picture.page import Back, recognise_page

# At 200 dpi a character of 16 points is 44 pixels high, one of a newspaper 25; larger sheets get fewer.
_DPI = 200
_LONGEST_SIDE = 5_000


def recognise_pdf_page(document: pdfium.PdfDocument, index: int) -> tuple[Page, Back]:
    """Draw page `index` (from 0) and recognise it; boxes are in points, as on pages with text."""
    pixels, scale = _draw(document, index)
    found, back = recognise_page(pixels, index + 1)

    def back_in_points(box: Box) -> Box:
        return scaled(back(scaled(box, scale)), 1 / scale)

    return _in_points(found, 1 / scale), back_in_points


def draw_pages(data: bytes, indexes: Sequence[int]) -> Iterator[tuple[Pixels, float]]:
    """Yield pages (from 0) of a PDF as RGB arrays, each with the pixels that a point has."""
    document = pdfium.PdfDocument(data)
    try:
        for index in indexes:
            yield _draw(document, index)
    finally:
        document.close()


def _draw(document: pdfium.PdfDocument, index: int) -> tuple[Pixels, float]:
    """Return a page as pixels, and how many of them a point has."""
    page = document[index]
    try:
        scale = min(_DPI / 72, _LONGEST_SIDE / max(page.get_size()))
        return np.asarray(page.render(scale=scale).to_pil().convert("RGB")), scale
    finally:
        page.close()


def _in_points(page: Page, factor: float) -> Page:
    runs = tuple(
        Run(run.text, scaled(run.box, factor), run.size * factor, scores=run.scores) for run in page.runs
    )
    rules = tuple(scaled(rule, factor) for rule in page.rules)
    return Page(page.number, page.width * factor, page.height * factor, runs, rules)


def scaled(box: Box, factor: float) -> Box:
    """Return a box in another unit."""
    return Box(box.left * factor, box.top * factor, box.right * factor, box.bottom * factor)
