"""Documents that are there twice: by their bytes, so that their tasks would count twice, or by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gangyao.document.problems import DocumentProblem, problem
from gangyao.document.source import Document


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


def same_ids(document_ids: Iterable[str]) -> dict[int, DocumentProblem]:
    """Name the ids that differ from one before them in case only, by their rank.

    On some machines the two are one folder.
    """
    first: dict[str, tuple[int, str]] = {}
    errors = {}
    for rank, document_id in enumerate(document_ids):
        twin_rank, twin = first.setdefault(document_id.casefold(), (rank, document_id))
        if twin_rank != rank:
            errors[rank] = problem(
                document_id,
                "error",
                "",
                "",
                f"another document has the id {twin}, the same on some machines",
                "rename one of the two",
            )
    return errors
