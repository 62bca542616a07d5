"""Documents from the seeds folder, or from a file alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gangyao.document.problems import DocumentProblem, problem, problems_of
from gangyao.document.source import Document, DocumentSpec, Source
from gangyao.ingest.copies import read_copy
from gangyao.ingest.doubles import identical, known, once, same_ids
from gangyao.ingest.errata import ERRATA_FILE, read_errata
from gangyao.ingest.errors import SeedError
from gangyao.ingest.files import file_bytes
from gangyao.ingest.ids import check_document_id, id_from_name
from gangyao.ingest.inventory import asked_for, seed_folders
from gangyao.ingest.join import join_files
from gangyao.ingest.rejections import REJECTIONS_FILE, read_rejections
from gangyao.ingest.spec import SPEC_FILE, inside, read_spec
from gangyao.one_line import ACTING


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents that can be read, sorted by id, and what kept others out."""

    documents: tuple[Document, ...]
    problems: tuple[DocumentProblem, ...]


def load_seeds(seeds: Path, document_ids: Sequence[str] = ()) -> Loaded:
    """Load the documents of `seeds/documents/`, all or those with `document_ids`; none stops the others.

    Of two ids that differ in case or Unicode form only (they would be one folder on some machines) the second
    is left out. Raises SeedError when the folder holds no document, and DataError for an id that none has.
    """
    documents: list[Document] = []
    problems: list[DocumentProblem] = []
    for folder in asked_for(seed_folders(seeds), document_ids, lambda path: path.name):
        try:
            documents.append(load_document(folder))
        # Whatever it is, also a fault of ours: the other documents are still wanted.
        except Exception as error:
            problems += problems_of(folder.name, error)
    documents.sort(key=lambda document: document.spec.document_id)
    warnings = identical(map(known, documents))
    singles = [document for rank, document in enumerate(documents) if rank not in warnings]
    clashes = same_ids((document.spec.document_id, Path(document.spec.document_id)) for document in singles)
    kept = tuple(document for rank, document in enumerate(singles) if rank not in clashes)
    problems += (warning for document in kept for warning in document.warnings)
    return Loaded(kept, (*problems, *warnings.values(), *clashes.values()))


def load_document(folder: Path) -> Document:
    """Load the document of one folder: description, files, curated tables, copies. Raises SeedError."""
    if folder.is_symlink() and not folder.resolve().is_relative_to(folder.parent.resolve()):
        raise SeedError(str(folder), "", "is a link that leaves the seeds", "copy the folder into the seeds")
    spec = read_spec(folder)
    where = f"{folder}/"
    files, warnings = once(spec.document_id, [(name, file_bytes(folder / name)) for name in spec.files])
    source = join_files(files, where)
    _check_text(source, str(folder))
    errata_path = inside(folder, ERRATA_FILE)
    errata = read_errata(errata_path) if errata_path.exists() else ()
    rejections_path = inside(folder, REJECTIONS_FILE)
    rejections = read_rejections(rejections_path) if rejections_path.exists() else ()
    witnesses = tuple(replace(read_copy(folder / name), name=name) for name in spec.witnesses)
    return Document(
        spec,
        source,
        errata,
        witnesses,
        folder,
        folder,
        rejections,
        (*warnings, *_unlisted(folder, spec), *source.warnings(spec.document_id)),
    )


def _unlisted(folder: Path, spec: DocumentSpec) -> tuple[DocumentProblem, ...]:
    """Warn of files that lie in a document's folder and are read for nothing: a page may be forgotten."""
    known = {SPEC_FILE, ERRATA_FILE, REJECTIONS_FILE}
    known |= {unicodedata.normalize("NFC", Path(name).as_posix()) for name in (*spec.files, *spec.witnesses)}
    others = sorted(
        path.name
        for path in folder.iterdir()
        if path.is_file()
        and not path.name.startswith(".")
        and unicodedata.normalize("NFC", path.name) not in known
    )
    if not others:
        return ()
    lie = "lies" if len(others) == 1 else "lie"
    what = f"{', '.join(others)} {lie} in the folder and in neither 'files' nor 'witnesses', and was not read"
    remedy = "list what belongs to the document, and move the rest out of its folder"
    return (problem(spec.document_id, "warning", SPEC_FILE, "key 'files'", what, remedy),)


def document_from_file(path: Path, document_id: str | None = None) -> Document:
    """Take a file alone as a document: its id is the file's name without suffix, its title what it says.

    Raises SeedError when there is no such file or its name is no safe id, DecodeError when it is no text.
    """
    _check_file(path)
    document_id = check_document_id(document_id or id_from_name(path.stem), str(path))
    spec = DocumentSpec(document_id, title="", files=(path.name,))
    source = join_files([(path.name, file_bytes(path))], f"{path.parent}/")
    _check_text(source, str(path))
    return Document(spec, source, files_in=path.parent, warnings=source.warnings(document_id))


def _check_file(path: Path) -> None:
    """Raise SeedError for what is no file, and say what it is."""
    if path.is_file():
        return
    if path.is_dir():
        if path.is_symlink():
            remedy = "name that folder too, or delete the link"
            raise SeedError(str(path), "", "is a link to a folder, which is not followed", remedy)
        raise SeedError(str(path), "", "is a folder that cannot be read", "make it readable, or move it away")
    if path.is_symlink():
        remedy = "put back the file that it leads to, or delete the link"
        raise SeedError(str(path), "", "is a link, and there is no such file", remedy)
    if path.exists():
        raise SeedError(str(path), "", "is no such file as can be read: a pipe or a device", "move it away")
    raise SeedError(str(path), "", "no such file", "name a text file, or a document id with --document")


def _check_text(source: Source, file: str) -> None:
    if not ACTING.sub("", source.text).strip():
        raise SeedError(
            file, "", "holds no text", "give a file with the document's text, or leave the document out"
        )
