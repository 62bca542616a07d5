"""The scanned pages of a file, read again by other recognisers."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import cast

from gangyao.document.source import FileKind
from gangyao.ingest.readers.content import ReadAgain
from gangyao.ingest.readers.extras import is_readable, missing


def read_again(kind: FileKind, data: bytes, name: str, pages: Sequence[int]) -> ReadAgain:
    """Read pages (from 1) of the file `name` again, a picture or a PDF.

    Raises SeedError for a file that cannot be read, and where the extra `ocr` is not installed.
    """
    if not is_readable("picture"):
        raise missing("picture", name)
    module = import_module("gangyao.ingest.readers.picture.read_again")
    function = module.read_pdf_again if kind == "pdf" else module.read_picture_again
    return cast(ReadAgain, function(data, name, pages))
