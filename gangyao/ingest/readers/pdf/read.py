"""A PDF with a text layer to lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gangyao.document.metadata import Field, Finding
from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.extras import is_readable, missing
from gangyao.ingest.readers.pdf.drawn_forms import MOST_DRAWN, forms_drawn
from gangyao.ingest.readers.pdf.measured_alike import measured_alike
from gangyao.ingest.readers.pdf.page import read_page
from gangyao.ingest.readers.progress import tell_page

# The longest plan known has 700 pages; more than this is no document, or one built to stall a reader.
MOST_PAGES = 3_000
# A page with fewer characters than this has no text layer but for a stamp or a page number.
_FEWEST_CHARS = 8
# A scan covers this share of its page; it may lie there in strips.
_SCANNED = 0.5
_MOST_IMAGES = 200
_FIELDS: tuple[tuple[str, Field], ...] = (("Title", "title"), ("Author", "author"))
# What programs write for a title that nobody gave.
_NO_TITLE = re.compile(
    r"(?i)\s*(?:untitled|无标题|microsoft word.*"
    r"|.*\.(?:docx?|wps|pdf|ofd|indd|html?)|document\d*|about:blank)?"
    r"\s*"
)


def open_pdf(data: bytes, name: str) -> pdfium.PdfDocument:
    """Open a PDF. Raises SeedError for one that is encrypted, damaged, too long or drawn without end."""
    if forms_drawn(data) >= MOST_DRAWN:
        raise SeedError(
            name,
            "",
            "holds drawings that draw themselves without end",
            "print it to PDF again, or get another copy",
        )
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise SeedError(
                name, "", "is an encrypted PDF", "open it with its password and save it without one"
            ) from None
        raise SeedError(
            name, "", "is a damaged PDF that cannot be opened", "get another copy, or print it to PDF again"
        ) from None
    if not 0 < len(document) <= MOST_PAGES:
        pages = len(document)
        document.close()
        raise SeedError(
            name, "", f"has {pages:,} pages, and at most {MOST_PAGES:,} are read", "cut it into parts"
        )
    return document


def read_pdf(data: bytes, name: str) -> Content:
    """Read the text layer of a PDF, page by page; pages that are pictures are recognised.

    Raises SeedError as `open_pdf` does, and for pages that are pictures where the extra `ocr` is missing.
    """
    with measured_alike(), _opened(data, name) as document:
        read = [_page(document, index, name) for index in range(len(document))]
        pages = [page for page, _ in read]
        ways_back = {page.number: back for page, back in read if back is not None}
        scanned = [index for index, page in enumerate(pages) if _is_scan(document, index, page)]
        findings = _findings(document)
    if scanned:
        ways_back |= _recognise(data, pages, scanned, name)
    lines = printed_lines(pages)
    if not lines:
        raise SeedError(name, "", "holds no text", "give a file with the document's text")
    return Content(
        tuple(
            replace(line, box=ways_back[line.page](line.box)) if line.page in ways_back and line.box else line
            for line in lines
        ),
        findings,
        len(pages),
    )


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    document = open_pdf(data, name)
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


def _is_scan(document: pdfium.PdfDocument, index: int, page: Page) -> bool:
    """Tell whether a page is a picture: hardly a character, and an image over most of it."""
    if sum(len(run.text) for run in page.runs) >= _FEWEST_CHARS:
        return False
    drawn = document[index]
    try:
        images = list(drawn.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        boxes = [image.get_bounds() for image in images[:_MOST_IMAGES]]
    finally:
        drawn.close()
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return bool(covered >= _SCANNED * page.width * page.height)


def _recognise(
    data: bytes, pages: list[Page], scanned: Sequence[int], name: str
) -> dict[int, Callable[[Box], Box]]:
    """Put what is recognised in place of the pages that are pictures; return the ways back by page number.

    The file is opened anew, so that a stamp on a picture is drawn with the machine's fonts.
    """
    if not is_readable("picture"):
        shown = ", ".join(str(index + 1) for index in scanned[:5]) + (", …" if len(scanned) > 5 else "")
        raise missing("picture", name, f"has pages that are pictures without text ({shown})")
    recogniser = import_module("gangyao.ingest.readers.picture.pdf_pages")
    ways_back: dict[int, Callable[[Box], Box]] = {}
    with _opened(data, name) as document:
        for done, index in enumerate(scanned, start=1):
            pages[index], ways_back[index + 1] = recogniser.recognise_pdf_page(document, index)
            tell_page(name, done, len(scanned))
    return ways_back


def _page(document: pdfium.PdfDocument, index: int, name: str) -> tuple[Page, Callable[[Box], Box] | None]:
    try:
        return read_page(document, index)
    except pdfium.PdfiumError:
        raise SeedError(
            name,
            f"page {index + 1}",
            "is damaged and cannot be read",
            "get another copy, or take the page out",
        ) from None


def _findings(document: pdfium.PdfDocument) -> tuple[Finding, ...]:
    found = ((key, field, _said_of(document, key)) for key, field in _FIELDS)
    return tuple(
        Finding(field, " ".join(said.split()), f"PDF information: {key}")
        for key, field, said in found
        if not _NO_TITLE.fullmatch(said)
    )


def _said_of(document: pdfium.PdfDocument, key: str) -> str:
    """Return what a PDF says of itself; nothing where that is damaged: its text is read all the same."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""
