"""Rows of `corrections` and `suspects`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]


def _place(at: Places, paragraph_starts: list[int], start: int, end: int) -> Row:
    paragraph = at.paragraph_holding(start, end)
    if paragraph is None:
        return (None, None, None)
    shift = paragraph_starts[paragraph]
    return (at.paragraph_ids[paragraph], start - shift, end - shift)


def correction_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per applied change, in reading order."""
    document_id = read.document.spec.document_id
    starts = [paragraph.start for paragraph in read.outline.paragraphs]
    return [
        (
            f"{document_id}/c{change.raw_start}-{change.raw_end}",
            document_id,
            change.raw_start,
            change.raw_end,
            change.before,
            change.after,
            change.category,
            change.evidence,
            change.rule,
            change.reason,
            change.source,
            *_place(at, starts, change.start, change.end),
        )
        for change in read.cleaned.corrections
    ]


def suspect_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per doubted span, in reading order."""
    document_id = read.document.spec.document_id
    starts = [paragraph.start for paragraph in read.outline.paragraphs]
    seen: dict[str, int] = {}
    rows: list[Row] = []
    for suspect in read.cleaned.suspects:
        suspect_id = f"{document_id}/s{suspect.raw_start}-{suspect.raw_end}/{suspect.detector}"
        times = seen[suspect_id] = seen.get(suspect_id, 0) + 1
        rows.append(
            (
                suspect_id if times == 1 else f"{suspect_id}.{times}",
                document_id,
                suspect.raw_start,
                suspect.raw_end,
                suspect.text,
                suspect.suggestion or None,
                suspect.reason,
                suspect.detector,
                suspect.score,
                *_place(at, starts, suspect.start, suspect.end),
            )
        )
    return rows
