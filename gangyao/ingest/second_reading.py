"""A second reading of documents that come from scans, as witnesses that doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from gangyao.document.printed import Box, PrintedLine
from gangyao.document.recognised import joined
from gangyao.document.source import Document, SecondReading, SourceFile, Witness
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.bounded import read_again_bounded
from gangyao.ingest.readers.content import LineAgain, ReadAgain


def with_second_readings(document: Document) -> Document:
    """Read the scanned files of a document again and add what is read to its witnesses.

    A document without scanned files comes back as it is. Raises OSError for a file that is gone.
    """
    if document.files_in is None:
        return document
    witnesses = [
        witness
        for file in document.source.files
        if any(line.scores for line in file.lines)
        for witness in _second_readings(file, document.files_in)
    ]
    return replace(document, witnesses=(*document.witnesses, *witnesses))


def _second_readings(file: SourceFile, folder: Path) -> Iterator[Witness]:
    """Yield a witness for each recogniser; one that says why where the file is not read again."""
    pages = sorted({line.page for line in file.lines if line.scores and line.page is not None})
    try:
        again = read_again_bounded(file.kind, (folder / file.name).read_bytes(), file.name, pages)
    except SeedError as error:
        yield Witness(f"{file.name}, not read again: it {error.problem}", "")
        return
    beside = _beside(file, again)
    for rank, recogniser in enumerate(again.recognisers):
        readings = tuple(
            SecondReading(start, end, joined(line.readings[rank] for line in lines))
            for start, end, lines in beside
        )
        text = "\n".join(one.reading.text for one in readings)
        yield Witness(f"{file.name}, read again by {recogniser}", text, readings)


def _beside(file: SourceFile, again: ReadAgain) -> list[tuple[int, int, list[LineAgain]]]:
    """Return the raw span of each line that was recognised, and the lines that were read again there."""
    starts = accumulate((len(line.text) + 1 for line in file.lines), initial=file.raw_start)
    spans = [(line, start, start + len(line.text)) for line, start in zip(file.lines, starts, strict=False)]
    recognised = [(line, start, end) for line, start, end in spans if line.scores and line.box is not None]
    found: dict[int, list[LineAgain]] = {}
    for one in again.lines:
        place = _place(one, [line for line, _, _ in recognised])
        if place is not None:
            found.setdefault(place, []).append(one)
    return [
        (*recognised[place][1:], sorted(lines, key=lambda one: one.box.left))
        for place, lines in sorted(found.items())
    ]


def _place(again: LineAgain, lines: Sequence[PrintedLine]) -> int | None:
    """Return which of the lines one that was read again is: that whose middle is nearest to its own."""
    x, y = (again.box.left + again.box.right) / 2, (again.box.top + again.box.bottom) / 2
    near = [
        (abs(_middle(line.box) - y), place)
        for place, line in enumerate(lines)
        if line.page == again.page
        and line.box is not None
        and line.box.left <= x <= line.box.right
        and line.box.top <= y <= line.box.bottom
    ]
    return min(near)[1] if near else None


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2
