"""OFD documents (GB/T 33190)."""

from __future__ import annotations

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.content import Content


def read_ofd(data: bytes, name: str) -> Content:
    """Refuse an OFD file."""
    raise SeedError(name, "", "is an OFD file, which is not read", "save it as PDF")
