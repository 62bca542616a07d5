"""The ruled lines of a PDF page (thin paths, sides of frames, rules of tables), and what it shades."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gangyao.document.printed import Box
from gangyao.ingest.readers.pdf.placement import Placement

# A path is a ruled line where it is this thin (points); a rectangle that is not is four of them if it
# is stroked.
_THICKEST_RULE = 3.0
# A page with more paths than this is a drawing, whose lines are no tables.
_MOST_PATHS = 20_000
# A rectangle has so many segments at most; what is lighter than this (of 255) is white.
_RECTANGLE = 5
_WHITE = 252
# Deeper in nested forms stands nothing that a page of text prints.
_DEEPEST_FORM = 5


def ruled_lines(page: pdfium.PdfPage, place: Placement) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Return the ruled lines of a page as thin boxes, and the stretches of it that are shaded."""
    rules: list[Box] = []
    shades: list[Box] = []
    for path in islice(_paths(page), _MOST_PATHS):
        box = place.box(*path.get_bounds())
        if min(box.right - box.left, box.bottom - box.top) <= _THICKEST_RULE:
            rules.append(box)
        elif _is_stroked(path):
            rules += _sides(path, box, place)
        elif _is_shade(path):
            shades.append(box)
    return tuple(rules), tuple(shades)


def _is_shade(path: pdfium.PdfObject) -> bool:
    """Tell whether a path is a rectangle in a colour that is seen on white."""
    if pdfium_c.FPDFPath_CountSegments(path.raw) > _RECTANGLE:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium_c.FPDFPageObj_GetFillColor(path.raw, red, green, blue, alpha)
    return bool(alpha.value) and min(red.value, green.value, blue.value) < _WHITE


def _paths(page: pdfium.PdfPage) -> Iterator[pdfium.PdfObject]:
    """Yield the paths of a page and of the forms on it.

    The thousands of pieces of text beside them are passed over before pypdfium2 makes an object of each.
    """
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        raw = pdfium_c.FPDFPage_GetObject(page.raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(raw)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield pdfium.PdfObject(raw, page=page)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM:
            form = pdfium.PdfObject(raw, page=page)
            yield from page.get_objects([pdfium_c.FPDF_PAGEOBJ_PATH], _DEEPEST_FORM, form, level=1)


def _is_stroked(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path.raw, fill, stroke)
    return bool(stroke.value)


def _sides(path: pdfium.PdfObject, box: Box, place: Placement) -> Iterator[Box]:
    """Yield the straight lines of a path: the sides of a frame, or the rules of a whole table."""
    count = pdfium_c.FPDFPath_CountSegments(path.raw)
    if count <= _RECTANGLE:
        yield Box(box.left, box.top, box.right, box.top + 1)
        yield Box(box.left, box.bottom - 1, box.right, box.bottom)
        yield Box(box.left, box.top, box.left + 1, box.bottom)
        yield Box(box.right - 1, box.top, box.right, box.bottom)
        return
    matrix = path.get_matrix()
    at: tuple[float, float] | None = None
    for index in range(min(count, _MOST_PATHS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path.raw, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        if at is not None and pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO:
            line = place.box(
                min(at[0], point[0]), min(at[1], point[1]), max(at[0], point[0]), max(at[1], point[1])
            )
            if min(line.right - line.left, line.bottom - line.top) <= _THICKEST_RULE:
                yield line
        at = point
