"""Scanned pages, read once and again: errors, order, what the second reading finds, and what it costs."""

from __future__ import annotations

import os
import random
import resource
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from evaluation.sources.misreadings import Found, compare, lines_of
from evaluation.sources.scans import Scanner, pages_of, scan
from evaluation.sources.scoring import Recognition, score_recognition
from gangyao.document.printed import PrintedLine
from gangyao.document.read_document import ReadDocument
from gangyao.ingest.readers.pdf.read import read_pdf
from gangyao.ingest.second_reading import with_second_readings
from gangyao.ingest.seeds import document_from_file
from gangyao.pipeline import Engine, read_document

# The last page of a document may hold no more than its foot.
_FEWEST_LINES = 5


@dataclass(frozen=True, slots=True)
class PageScore:
    """A page by its scanner, with the processor seconds of both readings."""

    scanner: str
    first: Recognition
    second: Found | None
    seconds: float
    seconds_again: float


def score_page(
    pdf: Path, page: int, scanner: Scanner, rng: random.Random, engine: Engine, again: bool
) -> PageScore:
    """Scan page `page` (from 0) of a PDF, read it, and read it `again` where that is asked."""
    pixels = scan(pdf, page, scanner, rng)
    wanted = page_lines(pdf, page)
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "scan.png"
        Image.fromarray(pixels).save(picture)
        start = _seconds()
        document = document_from_file(picture)
        seconds = _seconds() - start
        first = score_recognition(document.source.files[0].lines, wanted)
        if not again:
            return PageScore(scanner.name, first, None, seconds, 0.0)
        start = _seconds()
        document = with_second_readings(document)
        seconds_again = _seconds() - start
    read = read_document(document, engine)
    return PageScore(
        scanner.name, first, score_second(read, wanted, frame_lines(pdf, page)), seconds, seconds_again
    )


def page_lines(pdf: Path, page: int) -> list[str]:
    """Return the lines that a page of a PDF prints, but for what frames it."""
    return [line.text for line in _on_page(pdf, page) if line.role not in ("furniture", "note")]


def frame_lines(pdf: Path, page: int) -> list[str]:
    """Return the lines that frame a page of a PDF."""
    return [line.text for line in _on_page(pdf, page) if line.role in ("furniture", "note")]


def _on_page(pdf: Path, page: int) -> list[PrintedLine]:
    lines = read_pdf(pdf.read_bytes(), pdf.name).lines
    return [line for line in lines if line.page == page + 1]


def score_second(read: ReadDocument, wanted: Sequence[str], frame: Sequence[str]) -> Found:
    """Compare the doubts of second readings with the errors that are left in the cleaned text."""
    doubts = [
        (suspect.start, suspect.end)
        for suspect in read.cleaned.suspects
        if suspect.detector == "second_reading"
    ]
    return compare(read.cleaned.text, lines_of(read), doubts, wanted, frame)


def _seconds() -> float:
    """Return the processor seconds of this process and of those that it started, the living ones included."""
    return sum(map(_of_process, _family(os.getpid()))) + _of_the_ended()


def _of_the_ended() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _of_process(process: int) -> float:
    # Fields 14 to 17 of /proc/PID/stat (proc(5)): user and system time, its own and that of ended children.
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    count = 4 if process != os.getpid() else 2
    return sum(map(int, fields[11 : 11 + count])) / os.sysconf("SC_CLK_TCK")


def _family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(int(child) for child in children)]


def some_pages(pdf: Path, most: int, rng: random.Random) -> list[int]:
    """Return some pages of a PDF, from 0, that hold more than a few lines."""
    pages = [page for page in range(pages_of(pdf)) if len(page_lines(pdf, page)) >= _FEWEST_LINES]
    return sorted(rng.sample(pages, min(most, len(pages))))
