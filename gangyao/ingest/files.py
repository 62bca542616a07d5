"""The files of documents as bytes: only what is a file, and only as much as any document has."""

from __future__ import annotations

from pathlib import Path

from gangyao.ingest.errors import SeedError

# Bytes. A scanned volume of a thousand pages has some 200 MB.
LARGEST_FILE = 500_000_000
# Bytes. Forty times the longest text of the corpus (0.7 MB); reading takes some 40 bytes of memory for each.
LARGEST_TEXT = 30_000_000


def is_readable(path: Path) -> bool:
    """Tell whether `path` is a file, and not too large: a pipe or device would be waited for without end."""
    return path.is_file() and path.stat().st_size <= LARGEST_FILE


def file_bytes(path: Path) -> bytes:
    """Return what a file of a document holds.

    Raises SeedError for what is no file and for a file that is too large, OSError where it cannot be read.
    """
    if not path.is_file():
        raise SeedError(str(path), "", "is no file", "give a file, or name another")
    if not is_readable(path):
        what = f"has {path.stat().st_size:,} bytes, more than {LARGEST_FILE:,}"
        raise SeedError(str(path), "", what, "split it into several files")
    return path.read_bytes()


def check_text_size(data: bytes, name: str) -> None:
    """Raise SeedError for a text file that is longer than any document."""
    if len(data) > LARGEST_TEXT:
        what = f"has {len(data):,} bytes of text, more than {LARGEST_TEXT:,}"
        raise SeedError(name, "", what, "give each document in it a file of its own")
