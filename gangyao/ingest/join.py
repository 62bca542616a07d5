"""The files of a document as one text with one count of offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from gangyao.document.source import Source, SourceFile
from gangyao.ingest.decode import decode


def join_files(files: Sequence[tuple[str, bytes]], where: str = "") -> Source:
    r"""Decode `files` (name, bytes) and join them in their order.

    A file that does not end in a line end is followed by one `\n` that belongs to no file, so that its last
    line is not glued to the first line of the next file. `where` is put before a name in an error.
    Raises DecodeError.
    """
    parts: list[str] = []
    spans: list[SourceFile] = []
    position = 0
    for index, (name, data) in enumerate(files):
        decoded = decode(data, where + name)
        text = decoded.text
        spans.append(
            SourceFile(
                name, hashlib.sha256(data).hexdigest(), decoded.encoding, position, position + len(text)
            )
        )
        parts.append(text)
        position += len(text)
        if index + 1 < len(files) and text and not text.endswith(("\n", "\r")):
            parts.append("\n")
            position += 1
    return Source("".join(parts), tuple(spans))
