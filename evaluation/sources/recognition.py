"""Scanned pages, read once and again: errors, order, what the second reading finds, and what it costs."""

from __future__ import annotations

import os
import random
import resource
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rapidfuzz.distance import Levenshtein

from evaluation.sources.scans import Scanner, pages_of, scan
from evaluation.sources.scoring import Recognition, score_recognition
from gangyao.collation.characters import compared_characters
from gangyao.document.read_document import ReadDocument
from gangyao.ingest.readers.pdf.read import read_pdf
from gangyao.ingest.second_reading import with_second_readings
from gangyao.ingest.seeds import document_from_file
from gangyao.pipeline import Engine, read_document

# What differs over more characters than this is a line that was not read, no misreading.
_LONGEST_ERROR = 12
# The last page of a document may hold no more than its foot.
_FEWEST_LINES = 5


@dataclass(frozen=True, slots=True)
class SecondScore:
    """Of `errors` left in `characters`, the second reading doubts `found`; `false` doubts are wrong."""

    characters: int
    errors: int
    found: int
    false: int


@dataclass(frozen=True, slots=True)
class PageScore:
    """A page by its scanner, with the processor seconds of both readings."""

    scanner: str
    first: Recognition
    second: SecondScore | None
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
    return PageScore(scanner.name, first, score_second(read, wanted), seconds, seconds_again)


def page_lines(pdf: Path, page: int) -> list[str]:
    """Return the lines that a page of a PDF prints, but for what frames it."""
    lines = read_pdf(pdf.read_bytes(), pdf.name).lines
    return [line.text for line in lines if line.page == page + 1 and line.role not in ("furniture", "note")]


def score_second(read: ReadDocument, wanted: Sequence[str]) -> SecondScore:
    """Compare the doubts of second readings with the errors that are left in the cleaned text."""
    doubts = [
        (suspect.start, suspect.end)
        for suspect in read.cleaned.suspects
        if suspect.detector == "second_reading"
    ]
    return compare(read.cleaned.text, doubts, wanted)


def compare(text: str, doubts: Sequence[tuple[int, int]], wanted: Sequence[str]) -> SecondScore:
    """Compare doubted spans of a text with its differences from the lines that were set."""
    truth, found = compared_characters("\n".join(wanted)), compared_characters(text)
    errors = []
    for op in Levenshtein.opcodes(truth.codes.tolist(), found.codes.tolist()):
        longest = max(op.src_end - op.src_start, op.dest_end - op.dest_start)
        if op.tag != "equal" and longest <= _LONGEST_ERROR:
            errors.append(_span(found.positions, op.dest_start, op.dest_end))
    return SecondScore(
        len(truth),
        len(errors),
        sum(any(_touch(error, doubt) for doubt in doubts) for error in errors),
        sum(not any(_touch(error, doubt) for error in errors) for doubt in doubts),
    )


def _span(positions: NDArray[np.int64], start: int, end: int) -> tuple[int, int]:
    """Return a span of compared characters as one of the text; an empty one at its place."""
    first = int(positions[min(start, len(positions) - 1)])
    return (first, int(positions[end - 1]) + 1) if end > start else (first, first)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


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
