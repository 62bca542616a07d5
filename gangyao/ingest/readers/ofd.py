"""OFD documents (GB/T 33190), opened with ofdkit (Apache-2.0, no dependencies).

easyofd, the other library there is, draws with PyMuPDF, whose licence (AGPL) Gangyao cannot take on.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

import ofdkit
from lxml import etree

from gangyao.document.metadata import Finding
from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run
from gangyao.ingest.readers.archive import open_archive
from gangyao.ingest.readers.content import Content

# OFD counts in millimetres; boxes are published in points.
_POINTS = 72 / 25.4
# Of a character, this share of its height stands above the line it is written on.
_ASCENT = 0.86
_THICKEST_RULE = 1.0
_NUMBERS = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEP = re.compile(r"([MLC])\s*([-+0-9.eE\s,]*)")
_MOST_PATHS = 20_000


def read_ofd(data: bytes, name: str) -> Content:
    """Read an OFD document page by page. Raises SeedError for one that is damaged, a bomb or without text."""
    try:
        with open_archive(data, name) as archive, ofdkit.open(data) as document:
            pages = [
                _page(page, number, archive, name) for number, page in enumerate(document.pages, start=1)
            ]
            findings = _findings(document)
    except SeedError:
        raise
    except (ofdkit.OFDError, KeyError, ValueError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise SeedError(
            name, "", f"is a damaged OFD file: {' '.join(str(error).split())[:120]}", "get another copy of it"
        ) from None
    lines = printed_lines(pages)
    if not lines:
        raise SeedError(
            name, "", "has no text: its pages are pictures", "print it to PDF, which the extra `ocr` reads"
        )
    return Content(lines, findings, len(pages))


def _page(page: ofdkit.Page, number: int, archive: zipfile.ZipFile, name: str) -> Page:
    if page.location is None:
        raise SeedError(name, f"page {number}", "is missing in the file", "get another copy of it")
    left, top, width, height = page.box
    runs = [
        Run(
            run.text.strip(),
            Box(
                (run.x - left) * _POINTS,
                (run.y - top - _ASCENT * run.size) * _POINTS,
                (run.x - left + run.width) * _POINTS,
                (run.y - top + (1 - _ASCENT) * run.size) * _POINTS,
            ),
            run.size * _POINTS,
            stream=rank,
        )
        for rank, run in enumerate(page.runs)
        if run.text.strip()
    ]
    rules = tuple(_rules(archive, page.location, left, top))
    return Page(number, width * _POINTS, height * _POINTS, tuple(runs), rules)


def _rules(archive: zipfile.ZipFile, location: str, left: float, top: float) -> Iterator[Box]:
    """Yield the straight lines that the path objects of a page draw."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(archive.read(location.lstrip("/")), parser)
    for count, path in enumerate(root.iter("{*}PathObject")):
        if count == _MOST_PATHS:
            return
        boundary = [float(value) for value in _NUMBERS.findall(path.get("Boundary") or "")]
        drawn = path.find("{*}AbbreviatedData")
        if len(boundary) < 4 or drawn is None:
            continue
        matrix = [float(value) for value in _NUMBERS.findall(path.get("CTM") or "1 0 0 1 0 0")]
        for x0, y0, x1, y1 in _straight(drawn.text or ""):
            (a, b), (c, d) = _moved(matrix, x0, y0), _moved(matrix, x1, y1)
            x, y = boundary[0] - left, boundary[1] - top
            box = Box(min(a, c) + x, min(b, d) + y, max(a, c) + x, max(b, d) + y)
            if min(box.right - box.left, box.bottom - box.top) <= _THICKEST_RULE:
                yield Box(*(edge * _POINTS for edge in (box.left, box.top, box.right, box.bottom)))


def _moved(matrix: list[float], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix if len(matrix) == 6 else [1, 0, 0, 1, 0, 0]
    return a * x + c * y + e, b * x + d * y + f


def _straight(drawn: str) -> Iterator[tuple[float, float, float, float]]:
    """Yield the straight lines of a path (GB/T 33190, 9.1: M and L begin and draw, C closes)."""
    start: tuple[float, float] | None = None
    at: tuple[float, float] | None = None
    for step, numbers in _STEP.findall(drawn):
        values = [float(value) for value in _NUMBERS.findall(numbers)]
        if step == "C" and at is not None and start is not None:
            yield (*at, *start)
        elif len(values) >= 2:
            point = (values[0], values[1])
            if step == "M":
                start = point
            elif at is not None:
                yield (*at, *point)
            at = point


def _findings(document: ofdkit.OFDDocument) -> tuple[Finding, ...]:
    info = document.info
    found = []
    if info is not None and info.title and info.title.strip():
        found.append(Finding("title", info.title.strip(), "OFD.xml: Title"))
    if info is not None and info.author and info.author.strip():
        found.append(Finding("author", info.author.strip(), "OFD.xml: Author"))
    return tuple(found)
