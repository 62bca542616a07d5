"""The documents that a build is asked for, by their files' checksums; nothing is read out of them here."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.document.problems import DocumentProblem, problem
from gangyao.errors import DataError
from gangyao.ingest.errors import SeedError
from gangyao.ingest.files import is_readable
from gangyao.ingest.ids import id_from_name, id_with_digits
from gangyao.ingest.readers.kinds import is_packed
from gangyao.one_line import one_line
from gangyao.paths import DOCUMENTS

# A plan as a PDF with its fonts, or as a Word file, has some ten bytes for each of its text.
_BYTES_FOR_EACH_OF_TEXT = 10


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document by its place: a folder of the seeds, or a file given by itself.

    `checksum` is one over the names and contents of all its files, `size` their bytes together,
    `text_size` how many of them are text, as far as the files' first bytes tell.
    """

    document_id: str
    path: Path
    is_folder: bool
    checksum: str
    size: int
    text_size: int


def seed_folders(seeds: Path) -> list[Path]:
    """Return the folders of `seeds/documents/`, sorted. Raises SeedError when there is none."""
    root = seeds / DOCUMENTS
    if not root.is_dir():
        raise SeedError(str(root), "", "no such folder", "name the folder that holds documents/ and lexicon/")
    folders = sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    if not folders:
        raise SeedError(
            str(root), "", "holds no document", "register one with `gangyao new FILE --id ID --title TITLE`"
        )
    return folders


def list_seeds(seeds: Path, document_ids: Sequence[str] = ()) -> tuple[ListedDocument, ...]:
    """List the documents of `seeds/documents/`, all or those with `document_ids`, sorted by id.

    Raises SeedError when the folder holds no document, and DataError for an id that none has.
    """
    folders = asked_for(seed_folders(seeds), document_ids, lambda folder: folder.name)
    return _sorted(_listed(folder, folder.name, True, sorted(_files_below(folder))) for folder in folders)


def list_files(paths: Sequence[Path], document_ids: Sequence[str] = ()) -> tuple[ListedDocument, ...]:
    """List files as documents, all or those with `document_ids`, sorted by id (see `ids_among`).

    Raises DataError for an id that none has.
    """
    ids = ids_among(paths)
    files = asked_for(sorted(paths), document_ids, ids.__getitem__)
    return _sorted(_listed(path, ids[path], False, [path.name]) for path in files)


def strays(seeds: Path) -> tuple[DocumentProblem, ...]:
    """Tell what lies among the folders of documents and is none."""
    return tuple(
        _stray(path)
        for path in sorted((seeds / DOCUMENTS).iterdir())
        if not path.is_dir() and not path.name.startswith(".")
    )


def _stray(path: Path) -> DocumentProblem:
    if path.is_symlink() and not path.exists():
        remedy = "put back what it leads to, or delete the link"
        return problem(as_id(path.name), "error", "", "", "is a link to what is not there", remedy)
    what = "is no folder, and no document is made of it"
    remedy = "register it with `gangyao new FILE --id ID --title TITLE`, or move it away"
    return problem(as_id(path.name), "warning", path.name, "", what, remedy)


def ids_of_seeds(seeds: Path) -> tuple[str, ...]:
    """Return the ids of all documents of `seeds`. Raises SeedError when there is none."""
    return tuple(as_id(folder.name) for folder in seed_folders(seeds))


def ids_of_files(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return the ids of files as documents."""
    ids = ids_among(paths)
    return tuple(as_id(ids[path]) for path in paths)


def ids_among(paths: Iterable[Path]) -> dict[Path, str]:
    """Return the ids of files given by themselves: the name of each without suffix, as far as that tells them
    apart (see `id_from_name`).

    Where others have the same, it is with its suffix, then with as many of its folders before it as it takes.
    Names of one folder that differ in nothing that an id can hold end with digits of their checksums.
    """
    told = dict.fromkeys(paths, 0)
    while True:
        ids = {path: id_from_name(_told_apart(path, step)) for path, step in told.items()}
        shared = Counter(as_id(name).casefold() for name in ids.values())
        further = [
            path
            for path, step in told.items()
            if shared[as_id(ids[path]).casefold()] > 1 and step <= len(path.parent.parts)
        ]
        if not further:
            alike = [path for path in told if shared[as_id(ids[path]).casefold()] > 1]
            return ids | {path: id_with_digits(path.stem, path.name) for path in alike}
        told |= {path: told[path] + 1 for path in further}


def _told_apart(path: Path, step: int) -> str:
    """Return the name of a file without suffix, with it, then without, but with 1, 2, … of its folders."""
    if step == 1:
        return path.name
    folders = [part.strip("/") for part in path.parent.parts]
    return "-".join([*folders[len(folders) - max(step - 1, 0) :], path.stem])


def as_id(name: str) -> str:
    """Return a name of a file system as an id of a document: in NFC, what is no UTF-8 in it written out."""
    return unicodedata.normalize("NFC", name).encode("utf-8", "backslashreplace").decode()


def asked_for(
    paths: Sequence[Path], document_ids: Sequence[str], name_of: Callable[[Path], str]
) -> list[Path]:
    """Return the paths with these names, all where none is given. Raises DataError for an unknown name."""
    known = {as_id(name_of(path)) for path in paths}
    wanted = set(map(as_id, document_ids))
    for document_id in sorted(wanted - known):
        raise DataError(
            f"no document has the id {document_id!r}; there are: {one_line(', '.join(sorted(known)))}"
        )
    return [path for path in paths if not wanted or as_id(name_of(path)) in wanted]


def _sorted(listed: Iterator[ListedDocument]) -> tuple[ListedDocument, ...]:
    return tuple(sorted(listed, key=lambda one: (one.document_id, one.path)))


def _files_below(folder: Path) -> Iterator[str]:
    """Yield the paths of all files in a folder, from it; links to other folders are not followed."""
    for root, _, names in os.walk(folder):
        for name in names:
            yield (Path(root) / name).relative_to(folder).as_posix()


def _listed(path: Path, name: str, is_folder: bool, files: Sequence[str]) -> ListedDocument:
    digest = hashlib.sha256()
    size = text_size = 0
    for file in files:
        place = path / file if is_folder else path
        try:
            data = place.read_bytes() if is_readable(place) else b"is not read"
        except OSError as error:
            # Whoever reads the document says what is wrong with it.
            data = f"cannot be read: {error.errno}".encode()
        size += len(data)
        text_size += len(data) // (_BYTES_FOR_EACH_OF_TEXT if is_packed(data) else 1)
        digest.update(f"{file}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
    return ListedDocument(as_id(name), path, is_folder, digest.hexdigest(), size, text_size)
