"""The files that a folder holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gangyao.ingest.errors import SeedError


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files among `paths` and those in the folders among them, at any depth.

    Hidden files and folders (`.git`, `.DS_Store`) are left out. What is no file that can be read (a link to
    nothing or to a folder elsewhere, a pipe, a folder that may not be entered) is returned too, since whoever
    reads it says what is wrong with it. Raises SeedError for a folder without files.
    """
    given = list(paths)
    roots = [path.resolve() for path in given if path.is_dir()]
    found: list[Path] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(_below(path, roots))
        if not inside:
            raise SeedError(str(path), "", "the folder holds no files", "name files, or a folder with some")
        found += inside
    return found


def _below(folder: Path, roots: Sequence[Path]) -> Iterator[Path]:
    """Yield what lies in a folder, at any depth; a link to a folder that is read anyway is none of it."""
    closed: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [Path(root, name) for name in folders if Path(root, name).is_symlink()]
        yield from (Path(root, name) for name in files if not name.startswith("."))
        yield from (link for link in links if not any(link.resolve().is_relative_to(one) for one in roots))
    yield from closed
