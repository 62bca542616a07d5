"""Checksums of files that stay as they are from run to run, kept in the user's cache folder.

The engine's code and models are 27 MB in 600 files: to read them all took a thirtieth of the seed's build,
and most of a run in which nothing changed. A file is read again where anything differs that its system
changes with its content: its size, its times (that of its inode no program can set), or the inode itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from pathlib import Path

from gangyao.cache.checked_file import cache_root, read_checked, write_checked

# Seconds. Two writes within one tick of the system's clock leave the same time: what was written so lately
# may be written again, and is not kept. The coarsest clock (FAT's) has ticks of two.
_LATELY = 2.0
# What is kept of a file: size, both times, inode, checksum.
Kept = tuple[int, int, int, int, str]


class KeptChecksums:
    """SHA-256 of the files below a folder; `store` keeps for the next run those that had to be read.

    Whatever is wrong with what is kept costs time only.
    """

    def __init__(self, root: Path) -> None:
        name = hashlib.sha256(os.fsencode(root)).hexdigest()[:32]
        self.path = cache_root() / "checksums" / f"{name}.checksums"
        self._known = _read(self.path)
        self._found: dict[str, Kept] = {}
        self._now = time.time()

    def checksum(self, path: Path | os.DirEntry[str]) -> str:
        """Return the checksum of a file, in hexadecimal. Raises OSError.

        An entry of a folder is enough: to make paths of 700 takes longer than to ask for all their stamps.
        """
        name, left = os.fspath(path), path.stat()
        stamp = left.st_size, left.st_mtime_ns, left.st_ctime_ns, left.st_ino
        known = self._known.get(name)
        if known is not None and known[:4] == stamp:
            self._found[name] = known
            return known[4]
        with Path(path).open("rb") as file:
            checksum = hashlib.file_digest(file, "sha256").hexdigest()
        if max(left.st_mtime, left.st_ctime) < self._now - _LATELY:
            self._found[name] = (*stamp, checksum)
        return checksum

    def store(self) -> None:
        """Write the checksums of all files that were asked for, where they are others than were kept."""
        if self._found != self._known:
            with contextlib.suppress(OSError):
                write_checked(self.path, [json.dumps(self._found).encode()])
            self._known = dict(self._found)


def _read(path: Path) -> dict[str, Kept]:
    with contextlib.suppress(OSError, ValueError):
        kept = json.loads(bytes(read_checked(path)))
        return {name: (*stamp, checksum) for name, (*stamp, checksum) in kept.items()}
    return {}
