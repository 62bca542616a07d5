"""What was filled into the fields of a PDF form, which is shown on the page and is none of its text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Run
from gangyao.ingest.readers.pdf.placement import Placement

_WITH_TEXT = (
    pdfium_c.FPDF_FORMFIELD_TEXTFIELD,
    pdfium_c.FPDF_FORMFIELD_COMBOBOX,
    pdfium_c.FPDF_FORMFIELD_LISTBOX,
)
# A form has hundreds of fields; a page with more is built to stall a reader.
_MOST_FIELDS = 2_000
# What stands in a field of several lines is set so far apart, in heights of its characters.
_LINE = 1.2
_USUAL_SIZE = 12.0
# What stands before a field on its line, no further than so many heights, is its label.
_FURTHEST_LABEL = 10.0


def field_runs(document: pdfium.PdfDocument, page: pdfium.PdfPage, place: Placement) -> Iterator[Run]:
    """Yield the values of the fields of a page, each line a run in the room of its field."""
    if document.formenv is None:
        return
    for number in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MOST_FIELDS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        try:
            kind = pdfium_c.FPDFAnnot_GetFormFieldType(document.formenv.raw, annotation)
            text = _value(document, annotation) if kind in _WITH_TEXT else ""
            if text.strip():
                yield from _runs(text, _room(annotation, place))
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def behind_label(field: Run, drawn: Sequence[Run]) -> Run:
    """Return a field's value in all the room behind its label, on whose line it is read."""
    middle = (field.box.top + field.box.bottom) / 2
    ends = [
        run.box.right
        for run in drawn
        if run.box.top < middle < run.box.bottom
        and 0 <= field.box.left - run.box.right < _FURTHEST_LABEL * field.size
    ]
    return replace(field, box=replace(field.box, left=max(ends))) if ends else field


def _value(document: pdfium.PdfDocument, annotation: pdfium_c.FPDF_ANNOTATION) -> str:
    length = pdfium_c.FPDFAnnot_GetFormFieldValue(document.formenv.raw, annotation, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFAnnot_GetFormFieldValue(
        document.formenv.raw, annotation, ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), length
    )
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")


def _room(annotation: pdfium_c.FPDF_ANNOTATION, place: Placement) -> Box:
    room = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(annotation, room)
    return place.box(room.left, room.bottom, room.right, room.top)


def _runs(text: str, room: Box) -> Iterator[Run]:
    """Yield the lines of a value: one in the middle of its room, several from its top down."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    height = room.bottom - room.top
    size = min(_USUAL_SIZE, height / len(lines))
    top = (room.top + room.bottom - size) / 2 if len(lines) == 1 else room.top
    for line in lines:
        right = min(room.right, room.left + size * len(line))
        yield Run(line, Box(room.left, top, max(right, room.left + size), top + size), size)
        top += min(_LINE * size, height / len(lines))
