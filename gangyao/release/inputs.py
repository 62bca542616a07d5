"""What a release was made from: the files, by their checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.document.source import Document
from gangyao.paths import DOCUMENTS, LEXICON
from gangyao.release.files import sha256

DESCRIPTION = "document.yaml"
ERRATA = "errata.csv"
REJECTIONS = "rejected.csv"
EXPECTATIONS = "expectations.yml"


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file; `path` is relative to the seeds, or the bare name of a file that was given directly.

    `rows` are the lines of an errata file, so that a check can say which of them is gone.
    """

    path: str
    sha256: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a release was made from.

    `from_seeds`: the paths of `documents` can be looked up in a seeds folder, and the bounds of
    `expectations` apply. `is_whole`: they and `left_out`, the files of the documents that could not be used,
    are all the documents of the seeds.
    """

    documents: tuple[InputFile, ...]
    lexicon: tuple[InputFile, ...]
    from_seeds: bool
    is_whole: bool
    expectations: Path | None = None
    left_out: tuple[InputFile, ...] = ()

    @property
    def lexicon_sha256(self) -> str:
        """One checksum over the names and contents of the lexicon's files."""
        told = "".join(f"{file.sha256}  {file.path}\n" for file in self.lexicon)
        return hashlib.sha256(told.encode()).hexdigest()


def errata_rows(path: Path) -> tuple[str, ...]:
    """Return the lines of an errata file after its header."""
    return tuple(path.read_bytes().decode("utf-8-sig", errors="replace").splitlines()[1:])


def release_inputs(
    documents: Sequence[Document], seeds: Path, lexicon: Path, left_out: Iterable[str] = ()
) -> Inputs:
    """Take the checksums of all that `documents` and the lexicon were read from; reads each file once.

    `left_out` are the ids of the documents that could not be used: their files too, so that a check can say
    which of them was mended since.
    """
    from_seeds = bool(documents) and all(document.folder is not None for document in documents)
    files = [file for document in documents for file in files_of_document(document)]
    used = {document.spec.document_id for document in documents}
    return inputs_from(files, used, seeds if from_seeds else None, lexicon, left_out)


def inputs_from(
    files: Iterable[InputFile],
    used: Collection[str],
    seeds: Path | None,
    lexicon: Path,
    left_out: Iterable[str],
) -> Inputs:
    """Put together what a release is made from: the files of the documents `used`, and the lexicon's.

    `seeds` is None where the documents are no seeds; `left_out` are the ids of those that could not be used.
    """
    root = None if seeds is None else seeds / DOCUMENTS
    known = set(document_folders(root)) if root is not None and root.is_dir() else set()
    unused = sorted(set(left_out) & known)
    bounds = None if seeds is None else seeds / EXPECTATIONS
    return Inputs(
        documents=tuple(sorted(files, key=lambda file: file.path)),
        lexicon=lexicon_files(lexicon),
        from_seeds=seeds is not None,
        is_whole=seeds is not None and known == {*used, *unused},
        expectations=bounds if bounds is not None and bounds.is_file() else None,
        left_out=tuple(file for name in unused if root is not None for file in _of_folder(root / name)),
    )


def document_folders(root: Path) -> tuple[str, ...]:
    """Return the names of the folders that hold a document each, sorted."""
    return tuple(sorted(path.name for path in root.iterdir() if path.is_dir() and path.name[:1] != "."))


def _of_folder(folder: Path) -> list[InputFile]:
    """Return the files of a document that was not read; what is a link, or cannot be read, is passed over."""
    files = []
    for path in sorted(folder.rglob("*")):
        try:
            if path.is_file() and not path.is_symlink():
                name = path.relative_to(folder.parent).as_posix()
                files.append(InputFile(f"{DOCUMENTS}/{name}", sha256(path)))
        except OSError:
            continue
    return files


def lexicon_files(lexicon: Path) -> tuple[InputFile, ...]:
    """Return the checksums of a lexicon folder's files."""
    return tuple(
        InputFile(f"{LEXICON}/{path.name}", sha256(path))
        for path in sorted(lexicon.iterdir())
        if path.is_file() and not path.name.startswith(".")
    )


def files_of_document(document: Document) -> tuple[InputFile, ...]:
    """Return the files that a document was read from, with their checksums."""
    spec, folder = document.spec, document.folder
    prefix = "" if folder is None else f"{DOCUMENTS}/{spec.document_id}/"
    files = [InputFile(prefix + file.name, file.file_sha256) for file in document.source.files]
    if folder is not None:
        for name in (DESCRIPTION, REJECTIONS, *spec.witnesses):
            if (folder / name).is_file():
                files.append(InputFile(prefix + name, sha256(folder / name)))
        if (folder / ERRATA).is_file():
            errata = folder / ERRATA
            files.append(InputFile(prefix + ERRATA, sha256(errata), errata_rows(errata)))
    return tuple(files)
