"""The files that a folder holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.document.problems import DocumentProblem, problem
from gangyao.ingest.errors import SeedError
from gangyao.ingest.inventory import as_id

_COPY = "copy the files into the folder, or name them, too"


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files that were named or lie in folders that were, and what of these folders is not read."""

    files: tuple[Path, ...]
    problems: tuple[DocumentProblem, ...]


def files_in(paths: Iterable[Path]) -> FoundFiles:
    """Return the files among `paths` and those in the folders among them, at any depth.

    Hidden files and folders (`.git`, `.DS_Store`) are left out. Links in a folder to files outside of all
    that is named are not followed, but told: whoever made the folder may not be who runs this. What is no
    file that can be read (a link to nothing or to a folder elsewhere, a pipe, a folder that may not be
    entered) is among the files, since whoever reads it says what is wrong with it. Raises SeedError for a
    folder without files.
    """
    given = list(paths)
    roots = [path.resolve() for path in given]
    found: list[Path] = []
    told: list[DocumentProblem] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(_below(path, roots))
        if not inside:
            raise SeedError(str(path), "", "the folder holds no files", "name files, or a folder with some")
        leaving = {file for file in inside if _leaves(file, roots)}
        if len(leaving) == len(inside):
            raise SeedError(str(path), "", "the folder holds nothing but links that leave it", _COPY)
        found += [file for file in inside if file not in leaving]
        told += [_not_followed(file) for file in inside if file in leaving]
    return FoundFiles(tuple(found), tuple(told))


def _leaves(file: Path, roots: Sequence[Path]) -> bool:
    """Tell whether `file` is a link to a file that lies in nothing that was named."""
    if not (file.is_symlink() and file.is_file()):
        return False
    target = file.resolve()
    return not any(target.is_relative_to(root) for root in roots)


def _not_followed(file: Path) -> DocumentProblem:
    what = "is a link that leaves the folder, and is not followed"
    return problem(as_id(file.stem), "error", file.name, "", what, _COPY)


def _below(folder: Path, roots: Sequence[Path]) -> Iterator[Path]:
    """Yield what lies in a folder, at any depth; a link to a folder that is read anyway is none of it."""
    closed: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [Path(root, name) for name in folders if Path(root, name).is_symlink()]
        yield from (Path(root, name) for name in files if not name.startswith("."))
        yield from (link for link in links if not any(link.resolve().is_relative_to(one) for one in roots))
    yield from closed
