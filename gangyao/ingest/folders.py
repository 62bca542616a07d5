"""The files that a folder holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gangyao.ingest.errors import SeedError


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files among `paths` and those in the folders among them, at any depth.

    Hidden files and folders (`.git`, `.DS_Store`) are left out. Raises SeedError for a folder without files.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(
            file
            for file in path.rglob("*")
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        if not inside:
            raise SeedError(str(path), "", "the folder holds no files", "name files, or a folder with some")
        found += inside
    return found
