"""Rows of `citations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]


def citation_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per place where a document names another."""
    document_id = read.document.spec.document_id
    return [
        (
            f"{paragraph_id}/c{rank}",
            document_id,
            paragraph_id,
            one.relation,
            one.title,
            one.number,
            one.start,
            one.end,
        )
        for paragraph_id, citations in zip(at.paragraph_ids, read.citations, strict=False)
        for rank, one in enumerate(citations, 1)
    ]
