"""What is there twice: documents and files by their bytes, so that tasks would count twice; or ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.document.problems import DocumentProblem, problem
from gangyao.document.source import Document
from gangyao.ingest.spec import SPEC_FILE


@dataclass(frozen=True, slots=True)
class Known:
    """What tells a document from others: its id, and the names and checksums of the files it consists of."""

    document_id: str
    names: tuple[str, ...]
    checksums: tuple[str, ...]


def known(document: Document) -> Known:
    """Return what tells a document from others."""
    files = document.source.files
    return Known(
        document.spec.document_id,
        tuple(file.name for file in files),
        tuple(file.sha256 for file in files),
    )


def identical(documents: Iterable[Known]) -> dict[int, DocumentProblem]:
    """Warn of the documents whose files have the same bytes as those of one before them, by their rank."""
    first: dict[tuple[str, ...], Known] = {}
    warnings = {}
    for rank, document in enumerate(documents):
        twin = first.setdefault(document.checksums, document)
        if twin is not document:
            warnings[rank] = problem(
                document.document_id,
                "warning",
                ", ".join(document.names),
                "",
                f"has the same bytes as {', '.join(twin.names)} of document {twin.document_id}, and was "
                "left out",
                "delete one of the two, or give the file that was meant",
            )
    return warnings


def once(
    document_id: str, files: Sequence[tuple[str, bytes]]
) -> tuple[list[tuple[str, bytes]], tuple[DocumentProblem, ...]]:
    """Return a document's files (name, bytes) without those whose bytes came before, and warn of these."""
    first: dict[bytes, int] = {}
    warnings = []
    for rank, (name, data) in enumerate(files):
        twin = first.setdefault(data, rank)
        if twin != rank:
            warnings.append(
                problem(
                    document_id,
                    "warning",
                    SPEC_FILE,
                    f"key 'files', item {rank + 1}",
                    f"{name!r} has the same bytes as {files[twin][0]!r}, item {twin + 1}, and was left out",
                    "list it once, or give the file that was meant",
                )
            )
    return [files[rank] for rank in first.values()], tuple(warnings)


def same_ids(named: Iterable[tuple[str, Path]]) -> dict[int, DocumentProblem]:
    """Name the ids that differ from one before them in case only, or not at all, by their rank.

    On some machines the two are one folder. `named`: ids, and where the documents lie.
    """
    first: dict[str, tuple[int, str, Path]] = {}
    errors = {}
    for rank, (document_id, path) in enumerate(named):
        twin_rank, twin, twin_path = first.setdefault(document_id.casefold(), (rank, document_id, path))
        if twin_rank != rank:
            own_name, twin_name = _apart(path, twin_path)
            errors[rank] = problem(
                document_id,
                "error",
                own_name,
                "",
                f"another document, {twin_name}, has the id {twin}, the same on some machines",
                "rename one of the two",
            )
    return errors


def _apart(one: Path, other: Path) -> tuple[str, str]:
    """Return two paths without the folders that both have: a release names no path of a machine."""
    shared = 0
    for left, right in zip(one.parts[:-1], other.parts[:-1], strict=False):
        if left != right:
            break
        shared += 1
    return "/".join(one.parts[shared:]), "/".join(other.parts[shared:])
