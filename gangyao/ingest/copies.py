"""Another copy of a document's text, read from a file of any kind that a document may be in."""

from __future__ import annotations

from pathlib import Path

from gangyao.document.source import Witness
from gangyao.ingest.decode import decode
from gangyao.ingest.files import check_text_size, file_bytes
from gangyao.ingest.readers.bounded import read_bounded
from gangyao.ingest.readers.encoded_text import encoded_text
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.printed_text import printed_text


def read_copy(path: Path) -> Witness:
    """Read a copy from `path`; its name is the file's.

    Text may be in any encoding that seeds may be in; a web page in the one that it declares. Raises SeedError
    for a file of a kind that is not read or that is too large, DecodeError for bytes that are no text, and
    OSError for a file that cannot be read.
    """
    return copy_from_bytes(file_bytes(path), path.name)


def copy_from_bytes(data: bytes, name: str) -> Witness:
    """Take the text out of the bytes of the file `name` (see `read_copy`)."""
    kind = kind_of(data, name)
    if kind == "text":
        check_text_size(data, name)
        return Witness(name, decode(data, name).text.removeprefix("\ufeff"))
    if kind == "encoded text":
        check_text_size(data, name)
        return Witness(name, encoded_text(data, name).removeprefix("\ufeff"))
    return Witness(name, printed_text(read_bounded(kind, data, name)))
