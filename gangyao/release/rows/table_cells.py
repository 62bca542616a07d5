"""Rows of `table_cells`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]


def cell_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per cell of the document's tables."""
    document_id = read.document.spec.document_id
    text = read.cleaned.text
    rows: list[Row] = []
    for number, table in enumerate(read.tables, 1):
        for row in table.rows:
            paragraphs = [
                at.paragraph_holding(placed.start, placed.end) if placed.end > placed.start else None
                for placed in row
            ]
            task_id = _task_of(read, at, next((n for n in paragraphs if n is not None), None))
            for placed, paragraph in zip(row, paragraphs, strict=True):
                cell = placed.cell
                shift = 0 if paragraph is None else read.outline.paragraphs[paragraph].start
                rows.append(
                    (
                        f"{document_id}/table{number}",
                        cell.row,
                        cell.column,
                        document_id,
                        cell.row_span,
                        cell.column_span,
                        cell.is_header,
                        placed.text(text),
                        cell.raw_start,
                        cell.raw_end,
                        None if paragraph is None else at.paragraph_ids[paragraph],
                        None if paragraph is None else placed.start - shift,
                        None if paragraph is None else placed.end - shift,
                        task_id,
                    )
                )
    return rows


def _task_of(read: ReadDocument, at: Places, paragraph: int | None) -> str | None:
    """Return the id of the first task of a row's paragraph."""
    if paragraph is None or not read.tasks[paragraph]:
        return None
    return f"{at.paragraph_ids[paragraph]}/t{read.tasks[paragraph][0].position}"
