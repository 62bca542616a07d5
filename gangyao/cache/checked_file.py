"""Files in the user's cache folder that carry the checksum of their content, so that damage shows."""

from __future__ import annotations

import hashlib
import mmap
import os
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_cache_path

CHECKSUM_BYTES = 32
Bytes = bytes | memoryview


def cache_root() -> Path:
    """Return the folder of all that is kept between runs: `GANGYAO_CACHE`, or the system's for caches."""
    return Path(os.environ.get("GANGYAO_CACHE") or user_cache_path("gangyao"))


def mapped(path: Path) -> memoryview:
    """Return the bytes of a file, mapped into memory. Raises OSError; ValueError where it is empty."""
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def read_checked(path: Path) -> memoryview:
    """Return the content of a file, mapped into memory. Raises OSError; ValueError where it is damaged.

    Processes that read the same file share its memory. It may be replaced or deleted meanwhile.
    """
    data = mapped(path)
    content = data[CHECKSUM_BYTES:]
    if _digest([content]).digest() != data[:CHECKSUM_BYTES]:
        raise ValueError(f"{path} is damaged")
    return content


def checksum(content: Iterable[Bytes]) -> str:
    """Return the SHA-256 of bytes that come in parts, in hexadecimal."""
    return _digest(content).hexdigest()


def write_checked(path: Path, content: Iterable[Bytes]) -> None:
    """Write a file with the checksum of its content. Raises OSError."""
    parts = list(content)
    write_whole(path, (_digest(parts).digest(), *parts))


def write_whole(path: Path, content: Iterable[Bytes]) -> None:
    """Write a file under a name of its own first: a reader sees the whole file or none. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        with staged.open("wb") as file:
            file.writelines(content)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)


def _digest(content: Iterable[Bytes]) -> hashlib._Hash:
    digest = hashlib.sha256()
    for part in content:
        digest.update(part)
    return digest
