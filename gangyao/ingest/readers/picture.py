"""Pictures of pages."""

from __future__ import annotations

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.content import Content


def read_picture(data: bytes, name: str) -> Content:
    """Refuse a picture."""
    raise SeedError(name, "", "is a picture, which is not read", "give a PDF with text, or the text")
