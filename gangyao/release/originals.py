"""The files that documents were read from, stored untouched in a release: what is no text can be shown again.

Of a text file the table `lines` gives every byte back, so it is not stored twice.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gangyao.errors import DataError
from gangyao.release.files import original_file, sha256
from gangyao.release.table_source import TableSource

_KIND_OF_LINES = "text"


@dataclass(frozen=True, slots=True)
class Original:
    """A file that is no text, as `source_files` names it."""

    document_id: str
    name: str
    sha256: str


def originals(tables: TableSource) -> Iterator[Original]:
    """Yield the files that a release stores."""
    for piece in tables.pieces("source_files", "document_id", "source_file", "kind", "sha256"):
        for row in piece.to_pylist():
            if row["kind"] != _KIND_OF_LINES:
                yield Original(row["document_id"], row["source_file"], row["sha256"])


def store_originals(tables: TableSource, site: Path, places: Mapping[str, Path], previous: Path) -> None:
    """Store the originals in the folder `site`: from the release before, or from where `places` has them.

    `places` are the documents' folders or files, by document id. Raises DataError for a file that is gone, or
    no longer what was read.
    """
    for original in originals(tables):
        target = original_file(site, original.sha256)
        if target.exists():
            continue
        target.parent.mkdir(exist_ok=True)
        before = original_file(previous, original.sha256)
        if before.is_file():
            _link(before, target)
        else:
            _copy(_place(original, places), target)
        if sha256(target) != original.sha256:
            raise DataError(
                f"{original.name} of {original.document_id} is no longer the file that was read: build again"
            )


def _place(original: Original, places: Mapping[str, Path]) -> Path:
    place = places.get(original.document_id)
    if place is None:
        raise DataError(f"it is not known where {original.name} of {original.document_id} lies: build anew")
    return place / original.name if place.is_dir() else place


def _link(before: Path, target: Path) -> None:
    """Give the file of the release before a second name; where the file system cannot, copy it."""
    try:
        os.link(before, target)
    except OSError:
        _copy(before, target)


def _copy(before: Path, target: Path) -> None:
    try:
        shutil.copyfile(before, target)
    except OSError as error:
        raise DataError(f"{before} cannot be stored in the release: {error.strerror}") from None
