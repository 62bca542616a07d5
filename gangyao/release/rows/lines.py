"""Rows of `lines`, `line_boxes`, `line_cells` and `breaks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.document.changes import Cleaned
from gangyao.document.layout import SET_ASIDE
from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]
# A hundredth of a point is finer than any printer.
_DECIMALS = 2


def cleaned_spans(cleaned: Cleaned) -> dict[int, tuple[int, int]]:
    """Return, for each line that is read, by its number, the span of the cleaned text that it became."""
    spans: dict[int, tuple[int, int]] = {}
    corrections = cleaned.corrections
    pieces = cleaned.reading.pieces
    position = 0
    next_correction = 0
    for index, piece in enumerate(pieces):
        raw_end = piece.raw_start + piece.end - piece.start
        length = piece.end - piece.start
        while next_correction < len(corrections):
            correction = corrections[next_correction]
            if not piece.raw_start <= correction.raw_start <= correction.raw_end <= raw_end:
                break
            length += len(correction.after) - (correction.raw_end - correction.raw_start)
            next_correction += 1
        spans[piece.line] = (position, position + length)
        position += length
        if index + 1 < len(pieces):
            # A new block of text is preceded by one line end, a joined line by nothing.
            position += pieces[index + 1].start - piece.end
    return spans


def line_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per raw line."""
    document_id = read.document.spec.document_id
    text = read.document.source.text
    spans = cleaned_spans(read.cleaned)
    rows: list[Row] = []
    for line in read.layout.lines:
        kind: str = line.kind
        section_id: str | None = None
        paragraph_id: str | None = None
        if line.kind not in SET_ASIDE:
            start, end = spans[line.number]
            # A line that cleaning emptied stands where its neighbours in the block do.
            paragraph = at.paragraph_touching(start, end) if end > start else at.paragraph_holding(start, end)
            if paragraph is not None:
                section_id = at.section_ids_of_paragraphs[paragraph]
                paragraph_id = at.paragraph_ids[paragraph]
            else:
                section_id = at.heading_touching(start, end)
            if line.kind != "table":
                kind = "heading" if paragraph is None else "paragraph"
        rows.append(
            (
                document_id,
                line.number,
                line.source_file,
                text[line.raw_start : line.raw_end],
                line.raw_start,
                line.raw_end,
                kind,
                line.block,
                line.reading_position,
                line.joins_previous,
                section_id,
                paragraph_id,
            )
        )
    return rows


def box_rows(read: ReadDocument) -> list[Row]:
    """Return one row per raw line of a file with pages."""
    document_id = read.document.spec.document_id
    printed = read.document.source.printed([line.source_file for line in read.layout.lines])
    rows: list[Row] = []
    for line, known in zip(read.layout.lines, printed, strict=True):
        if known is None or known.page is None:
            continue
        box = known.box
        edges = (None,) * 4 if box is None else (box.left, box.top, box.right, box.bottom)
        rounded = [None if edge is None else round(edge, _DECIMALS) for edge in edges]
        rows.append((document_id, line.number, known.page, *rounded, _rounded(known.score)))
    return rows


def line_cell_rows(read: ReadDocument) -> list[Row]:
    """Return one row per raw line of a spreadsheet."""
    document_id = read.document.spec.document_id
    printed = read.document.source.printed([line.source_file for line in read.layout.lines])
    return [
        (document_id, line.number, known.sheet.sheet, known.sheet.cell, known.sheet.is_hidden)
        for line, known in zip(read.layout.lines, printed, strict=True)
        if known is not None and known.sheet is not None
    ]


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)


def break_rows(read: ReadDocument) -> list[Row]:
    """Return one row per place where the printed order was cut."""
    document_id = read.document.spec.document_id
    return [
        (document_id, cut.position, cut.after_line, cut.before_line, cut.evidence, cut.confidence)
        for cut in read.layout.breaks
    ]
