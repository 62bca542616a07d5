"""A PDF with a text layer to lines."""

from __future__ import annotations

import re

import pypdfium2 as pdfium

from gangyao.document.metadata import Field, Finding
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.pdf.glyphs import read_page

# The longest plan known has 700 pages; more than this is no document, or one built to stall a reader.
MOST_PAGES = 3_000
# A page with fewer characters than this on average has no text layer but for a stamp or a page number.
_FEWEST_CHARS = 8
_FIELDS: tuple[tuple[str, Field], ...] = (("Title", "title"), ("Author", "author"))
# What programs write for a title that nobody gave.
_NO_TITLE = re.compile(
    r"(?i)\s*(?:untitled|无标题|microsoft word.*"
    r"|.*\.(?:docx?|wps|pdf|ofd|indd|html?)|document\d*|about:blank)?"
    r"\s*"
)


def open_pdf(data: bytes, name: str) -> pdfium.PdfDocument:
    """Open a PDF. Raises SeedError for one that is encrypted, damaged or too long."""
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
    """Read the text layer of a PDF, page by page.

    Raises SeedError as `open_pdf` does, and for one without a text layer.
    """
    document = open_pdf(data, name)
    try:
        pages = [_page(document, index, name) for index in range(len(document))]
        findings = _findings(document)
    finally:
        document.close()
    if sum(len(run.text) for page in pages for run in page.runs) < _FEWEST_CHARS * len(pages):
        raise SeedError(
            name,
            "",
            f"has no text layer: its {len(pages)} pages are pictures",
            "install the extra `ocr` (pip install 'gangyao[ocr]'), or give a PDF with text",
        )
    return Content(printed_lines(pages), findings, len(pages))


def _page(document: pdfium.PdfDocument, index: int, name: str) -> Page:
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
    found = document.get_metadata_dict(skip_empty=True)
    return tuple(
        Finding(field, " ".join(found[key].split()), f"PDF information: {key}")
        for key, field in _FIELDS
        if key in found and not _NO_TITLE.fullmatch(found[key])
    )
