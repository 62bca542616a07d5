"""A place for files that several machines see: a folder, or S3-compatible storage.

Written as `/mnt/shared/gangyao` or `s3://bucket/prefix`; region, endpoint and scheme may follow as a query
(`?region=…&endpoint_override=host:port&scheme=http`, see Arrow's `FileSystem.from_uri`), credentials come
from the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`) or the machine's role.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyarrow import fs

from gangyao.errors import DataError


class Spoilt(DataError):
    """A file in storage that is not what it is named or said to be."""


@dataclass(frozen=True, slots=True)
class Storage:
    """Files by their names (`/` between folders); a value that can be sent to other machines.

    A reader sees a whole file or none. All methods raise OSError where the storage cannot be reached.
    """

    uri: str

    def write(self, name: str, data: bytes) -> None:
        """Write a file, in place of one of that name."""
        files, base = _opened(self.uri)
        place = f"{base}/{name}"
        if not isinstance(files, fs.LocalFileSystem):
            with files.open_output_stream(place, compression=None) as stream:
                stream.write(data)
            return
        # What is put into S3 is there at once or not at all; in a folder a rename does that.
        staged = Path(place).with_name(f".{uuid.uuid4().hex}")
        staged.parent.mkdir(parents=True, exist_ok=True)
        try:
            staged.write_bytes(data)
            staged.replace(place)
        finally:
            staged.unlink(missing_ok=True)

    def read(self, name: str) -> bytes:
        """Return what a file holds."""
        files, base = _opened(self.uri)
        with files.open_input_stream(f"{base}/{name}", compression=None) as stream:
            return bytes(stream.read())

    def holds(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        files, base = _opened(self.uri)
        return bool(files.get_file_info(f"{base}/{name}").is_file)

    def remove_folder(self, name: str) -> None:
        """Remove a folder and all that is in it; nothing happens where there is none."""
        files, base = _opened(self.uri)
        if files.get_file_info(f"{base}/{name}").type is not fs.FileType.NotFound:
            files.delete_dir(f"{base}/{name}")

    def send(self, path: Path, name: str) -> str:
        """Copy a file of this machine into the storage; returns its SHA-256."""
        data = path.read_bytes()
        self.write(name, data)
        return hashlib.sha256(data).hexdigest()


@lru_cache(maxsize=8)
def _opened(uri: str) -> tuple[fs.FileSystem, str]:
    """Return the file system of a place, and the place in it. Raises DataError for what is no place."""
    if "://" not in uri:
        return fs.LocalFileSystem(), str(Path(uri).absolute()).rstrip(os.sep)
    try:
        files, base = fs.FileSystem.from_uri(uri)
    except (ValueError, OSError) as error:
        raise DataError(f"{uri}: is no storage: {error}; name a folder, or s3://bucket/prefix") from None
    return files, str(base).rstrip("/")
