"""A second reading of documents that come from scans, as a witness that doubts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from gangyao.document.source import Document, SourceFile, Witness


def with_second_readings(document: Document) -> Document:
    """Read the scanned files of a document again and add what is read to its witnesses.

    A document without scanned files comes back as it is. Raises OSError for a file that is gone.
    """
    if document.files_in is None:
        return document
    witnesses = tuple(
        _second_reading(file, document.files_in)
        for file in document.source.files
        if any(line.scores for line in file.lines)
    )
    return replace(document, witnesses=(*document.witnesses, *witnesses))


def _second_reading(file: SourceFile, folder: Path) -> Witness:
    second = import_module("gangyao.ingest.readers.picture.second")
    texts = [second.read_again(pixels) for pixels in _scans(file, (folder / file.name).read_bytes())]
    name = f"{file.name}, read again by {second.second_recogniser()}"
    return Witness(name, "\n".join(texts), is_second_reading=True)


def _scans(file: SourceFile, data: bytes) -> Iterator[object]:
    """Yield the pictures of the pages that were recognised."""
    if file.kind == "picture":
        yield from import_module("gangyao.ingest.readers.picture.open_picture").open_pictures(data, file.name)
        return
    scanned = {line.page for line in file.lines if line.scores}
    pages = import_module("gangyao.ingest.readers.picture.pdf_pages")
    yield from pages.draw_pages(data, [page - 1 for page in sorted(page for page in scanned if page)])
