"""Pictures of pages to lines with boxes and the recogniser's certainty.

Imported only where the extra `ocr` is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.printed import Box, PrintedLine
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.picture.open_picture import open_pictures, pages_in
from gangyao.ingest.readers.picture.page import Back, recognise_page
from gangyao.ingest.readers.progress import tell_page


def recognise_picture(data: bytes, name: str) -> Content:
    """Recognise the text of a picture, page by page; a TIFF may hold several.

    Raises SeedError for a picture that cannot be read or holds no text.
    """
    pages: list[Page] = []
    ways_back: list[Back] = []
    for number, pixels in enumerate(open_pictures(data, name), start=1):
        page, back = recognise_page(pixels, number)
        pages.append(page)
        ways_back.append(back)
        tell_page(name, number, pages_in(data))
    lines = printed_lines(pages)
    if not lines:
        raise SeedError(name, "", "is a picture in which no text is recognised", "give a sharper scan")
    return Content(as_scanned(lines, ways_back), (), len(pages))


def as_scanned(lines: Sequence[PrintedLine], ways_back: Sequence[Back]) -> tuple[PrintedLine, ...]:
    """Return lines with their boxes on the pages as they were scanned, not as they were set upright."""
    return tuple(replace(line, box=_on_scan(line, ways_back)) for line in lines)


def _on_scan(line: PrintedLine, ways_back: Sequence[Back]) -> Box | None:
    return None if line.box is None or line.page is None else ways_back[line.page - 1](line.box)
