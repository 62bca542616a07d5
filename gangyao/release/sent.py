"""Releases in storage that many readers see: a folder that is shared, or S3-compatible storage.

A release lies in a folder of its id and never changes there; `current` holds the id of the newest one, and is
written last, so that whoever begins with it finds a whole release.
"""

from __future__ import annotations

from pathlib import Path

from gangyao.errors import DataError
from gangyao.release.files import CHECKSUMS
from gangyao.release.kept import release_id
from gangyao.storage import Spoilt, Storage

CURRENT = "current"


def send_release(release: Path, storage: Storage) -> str:
    """Copy a release into the storage and make it the current one; returns its id.

    Raises DataError where there is no release, Spoilt where a file of it was changed since it was made.
    """
    name = release_id(release)
    if name is None:
        raise DataError(f"{release} holds no release: build one with `gangyao build`")
    lines = (release / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    for checksum, _, file in (line.partition("  ") for line in lines):
        if storage.send(release / file, f"{name}/{file}") != checksum:
            raise Spoilt(f"{release / file}: was changed since the release was made; build again")
    storage.send(release / CHECKSUMS, f"{name}/{CHECKSUMS}")
    storage.write(CURRENT, f"{name}\n".encode())
    return name
