"""Documents from the seeds folder, or from a file alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gangyao.document.source import Document, DocumentSpec, Source
from gangyao.ingest.copies import read_copy
from gangyao.ingest.errata import ERRATA_FILE, read_errata
from gangyao.ingest.errors import SeedError
from gangyao.ingest.ids import check_document_id
from gangyao.ingest.join import join_files
from gangyao.ingest.spec import read_spec

DOCUMENTS = "documents"


def load_seeds(seeds: Path) -> tuple[Document, ...]:
    """Load every document of `seeds/documents/`, sorted by id.

    Raises SeedError when there is none, when one is wrong, or when two ids differ in case or Unicode form
    only (they would be one folder on some machines).
    """
    root = seeds / DOCUMENTS
    if not root.is_dir():
        raise SeedError(str(root), "", "no such folder", "name the folder that holds documents/ and lexicon/")
    folders = sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    if not folders:
        raise SeedError(
            str(root), "", "holds no document", "register one with `gangyao new FILE --id ID --title TITLE`"
        )
    seen: dict[str, Path] = {}
    documents: list[Document] = []
    for folder in folders:
        document = load_document(folder)
        twin = seen.setdefault(document.spec.document_id.casefold(), folder)
        if twin is not folder:
            raise SeedError(
                str(folder), "", f"has the same document id as {twin}", "rename one of the folders"
            )
        documents.append(document)
    return tuple(sorted(documents, key=lambda document: document.spec.document_id))


def load_document(folder: Path) -> Document:
    """Load the document of one folder: document.yaml, its files, errata.csv and copies. Raises SeedError."""
    spec = read_spec(folder)
    where = f"{folder}/"
    source = join_files([(name, (folder / name).read_bytes()) for name in spec.files], where)
    _check_text(source, str(folder))
    errata_path = folder / ERRATA_FILE
    errata = read_errata(errata_path) if errata_path.is_file() else ()
    witnesses = tuple(replace(read_copy(folder / name), name=name) for name in spec.witnesses)
    return Document(spec, source, errata, witnesses, folder)


def document_from_file(path: Path) -> Document:
    """Take a text file alone as a document; its id and title are the file's name without suffix.

    Raises SeedError when there is no such file or its name is no safe id, DecodeError when it is no text.
    """
    if not path.is_file():
        raise SeedError(str(path), "", "no such file", "name a text file, or a document id with --document")
    document_id = check_document_id(path.stem, str(path))
    spec = DocumentSpec(document_id, title=document_id, files=(path.name,))
    source = join_files([(path.name, path.read_bytes())], f"{path.parent}/")
    _check_text(source, str(path))
    return Document(spec, source)


def _check_text(source: Source, file: str) -> None:
    if not source.text.strip():
        raise SeedError(
            file, "", "holds no text", "give a file with the document's text, or leave the document out"
        )
