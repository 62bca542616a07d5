"""The files of a document as one text with one count of offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.source import Source, SourceFile
from gangyao.ingest.decode import decode
from gangyao.ingest.files import check_text_size
from gangyao.ingest.readers.bounded import read_bounded
from gangyao.ingest.readers.encoded_text import encoded_text
from gangyao.ingest.readers.kinds import kind_of


def join_files(files: Sequence[tuple[str, bytes]], where: str = "") -> Source:
    r"""Read `files` (name, bytes), each by its kind, and join them in their order.

    A file that does not end in a line end is followed by one `\n` that belongs to no file, so that its last
    line is not glued to the first line of the next file. `where` is put before a name in an error.
    Raises SeedError for a file that cannot be read, DecodeError for bytes that are no text.
    """
    parts: list[str] = []
    spans: list[SourceFile] = []
    position = 0
    for index, (name, data) in enumerate(files):
        text, file = _read(name, data, where + name)
        spans.append(replace(file, raw_start=position, raw_end=position + len(text)))
        parts.append(text)
        position += len(text)
        if index + 1 < len(files) and text and not text.endswith(("\n", "\r")):
            parts.append("\n")
            position += 1
    return Source("".join(parts), tuple(spans))


def _read(name: str, data: bytes, file: str) -> tuple[str, SourceFile]:
    """Return the text of one file, and what is known of it; its span is still to be set."""
    sha256 = hashlib.sha256(data).hexdigest()
    kind = kind_of(data, file)
    if kind == "text":
        check_text_size(data, file)
        decoded = decode(data, file)
        return decoded.text, SourceFile(name, sha256, decoded.encoding, 0, 0)
    if kind == "encoded text":
        check_text_size(data, file)
        text = encoded_text(data, file)
        of_text = hashlib.sha256(text.encode()).hexdigest()
        return text, SourceFile(name, of_text, "utf-8", 0, 0, kind, sha256)
    content = read_bounded(kind, data, file)
    text = content.text
    return text, SourceFile(
        name,
        hashlib.sha256(text.encode()).hexdigest(),
        "utf-8",
        0,
        0,
        kind,
        sha256,
        content.pages,
        content.lines,
        content.findings,
        content.remarks,
    )
