"""Documents that are there twice: by their bytes, so that their tasks would count twice, or by their ids."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.document.problems import DocumentProblem, problem
from gangyao.document.source import Document

Parted = tuple[tuple[Document, ...], tuple[DocumentProblem, ...]]


def part_identical(documents: Sequence[Document]) -> Parted:
    """Keep the first of the documents whose files have the same bytes, and warn of the others."""
    first: dict[tuple[str, ...], Document] = {}
    warnings = []
    for document in documents:
        twin = first.setdefault(tuple(file.sha256 for file in document.source.files), document)
        if twin is not document:
            names = ", ".join(file.name for file in document.source.files)
            others = ", ".join(file.name for file in twin.source.files)
            warnings.append(
                problem(
                    document.spec.document_id,
                    "warning",
                    names,
                    "",
                    f"has the same bytes as {others} of document {twin.spec.document_id}, and was left out",
                    "delete one of the two, or give the file that was meant",
                )
            )
    return tuple(first.values()), tuple(warnings)


def part_same_ids(documents: Sequence[Document]) -> Parted:
    """Keep the first of the documents whose ids differ in case only: on some machines they are one folder."""
    first: dict[str, Document] = {}
    errors = []
    for document in documents:
        document_id = document.spec.document_id
        twin = first.setdefault(document_id.casefold(), document)
        if twin is not document:
            errors.append(
                problem(
                    document_id,
                    "error",
                    "",
                    "",
                    f"another document has the id {twin.spec.document_id}, the same on some machines",
                    "rename one of the two",
                )
            )
    return tuple(first.values()), tuple(errors)
