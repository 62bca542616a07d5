"""Rows of `problems`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from gangyao.document.problems import DocumentProblem

Row = tuple[object, ...]


def problem_rows(problems: Iterable[DocumentProblem]) -> list[Row]:
    """Return one row per problem, by document, those of a document in an order of their own content."""
    ordered = sorted(
        problems, key=lambda one: (one.document_id, one.source_file, _numbered(one.place), one.message)
    )
    return [
        (
            document_id,
            position,
            one.source_file or None,
            one.place or None,
            one.severity,
            one.message,
            one.remedy,
        )
        for document_id, of_document in groupby(ordered, lambda one: one.document_id)
        for position, one in enumerate(of_document, start=1)
    ]


def _numbered(place: str) -> tuple[int, str]:
    """Sort `row 9` before `row 10`."""
    last = place.rpartition(" ")[2]
    return (int(last) if last.isascii() and last.isdigit() else 0, place)
