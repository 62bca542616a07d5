"""What a release was made from: the files, by their checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.document.source import Document
from gangyao.paths import DOCUMENTS, LEXICON
from gangyao.release.files import sha256

DESCRIPTION = "document.yaml"
ERRATA = "errata.csv"
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
    `expectations` apply. `is_whole`: they are all the documents of the seeds.
    """

    documents: tuple[InputFile, ...]
    lexicon: tuple[InputFile, ...]
    from_seeds: bool
    is_whole: bool
    expectations: Path | None = None

    @property
    def lexicon_sha256(self) -> str:
        """One checksum over the names and contents of the lexicon's files."""
        told = "".join(f"{file.sha256}  {file.path}\n" for file in self.lexicon)
        return hashlib.sha256(told.encode()).hexdigest()


def errata_rows(path: Path) -> tuple[str, ...]:
    """Return the lines of an errata file after its header."""
    return tuple(path.read_text(encoding="utf-8-sig").splitlines()[1:])


def release_inputs(documents: Sequence[Document], seeds: Path, lexicon: Path) -> Inputs:
    """Take the checksums of all that `documents` and the lexicon were read from; reads each file once."""
    root = seeds / DOCUMENTS
    from_seeds = bool(documents) and all(document.folder is not None for document in documents)
    files = [file for document in documents for file in _of_document(document)]
    known = {folder.name for folder in root.iterdir() if folder.is_dir()} if root.is_dir() else set()
    is_whole = from_seeds and known == {document.spec.document_id for document in documents}
    bounds = seeds / EXPECTATIONS
    return Inputs(
        documents=tuple(sorted(files, key=lambda file: file.path)),
        lexicon=lexicon_files(lexicon),
        from_seeds=from_seeds,
        is_whole=is_whole,
        expectations=bounds if from_seeds and bounds.is_file() else None,
    )


def lexicon_files(lexicon: Path) -> tuple[InputFile, ...]:
    """Return the checksums of a lexicon folder's files."""
    return tuple(
        InputFile(f"{LEXICON}/{path.name}", sha256(path))
        for path in sorted(lexicon.iterdir())
        if path.is_file() and not path.name.startswith(".")
    )


def _of_document(document: Document) -> list[InputFile]:
    spec, folder = document.spec, document.folder
    prefix = "" if folder is None else f"{DOCUMENTS}/{spec.document_id}/"
    files = [InputFile(prefix + file.name, file.sha256) for file in document.source.files]
    if folder is not None:
        for name in (DESCRIPTION, *spec.witnesses):
            if (folder / name).is_file():
                files.append(InputFile(prefix + name, sha256(folder / name)))
        if (folder / ERRATA).is_file():
            errata = folder / ERRATA
            files.append(InputFile(prefix + ERRATA, sha256(errata), errata_rows(errata)))
    return files
