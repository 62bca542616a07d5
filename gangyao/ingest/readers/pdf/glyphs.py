"""The characters and ruled lines of a PDF page, as pdfium gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page, Run
from gangyao.ingest.readers.pdf.turns import Drawn, Turn, quarter_of, turn_of

# A path is a ruled line where it is this thin (points); a rectangle that is not is four of them if it
# is stroked.
_THICKEST_RULE = 3.0
# A page with more paths than this is a drawing, whose lines are no tables.
_MOST_PATHS = 20_000
# Deeper in nested forms stands nothing that a page of text prints.
_DEEPEST_FORM = 5
# Characters go on a run while they are on its line and no further than this from its end, in heights.
_WIDEST_GAP = 0.5
# Their baselines then lie within this, in heights.
_SAME_BASELINE = 0.1
# A gap of this height that is wider than the others of its run is a space that the file does not draw;
# between Han and other characters programs leave a quarter of a height, which is none.
_SPACE = 0.2
_MIXED_SPACE = 0.42
_UNMAPPED = "\ufffd"
# What pdfium gives for a hyphen at the end of a line. It is printed, and may be part of the word (COVID-19).
_HYPHEN_AT_END = "\x02"
_SCALE = 100


# What is set smaller than this many points is not seen.
_SMALLEST = 1.0


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    box: Box
    size: float
    baseline: float
    index: int


def read_page(document: pdfium.PdfDocument, index: int) -> tuple[Page, Callable[[Box], Box] | None]:
    """Read page `index`, from 0, turned until most of its text is upright.

    Returns with it the way back from its boxes to those of the page as it is shown; None where it is upright.
    """
    page = document[index]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        place = _to_upper_left(page, width, height)
        drawn = list(_drawn(text_page, place, page.get_rotation() // 90, Box(0, 0, width, height)))
        turn = turn_of(drawn, width, height)
        glyphs = (_upright(glyph, turn) for glyph in drawn if glyph.quarter == turn.quarter)
        runs = tuple(_runs(text_page, glyphs))
        rules = tuple(map(turn.box, _rules(page, place)))
        return Page(index + 1, turn.width, turn.height, runs, rules), turn.back if turn.is_turned else None
    finally:
        text_page.close()
        page.close()


Placement = Callable[[float, float, float, float], Box]


def _to_upper_left(page: pdfium.PdfPage, width: float, height: float) -> Placement:
    """Return what turns left, bottom, right, top of the page's own space into a box as it is shown.

    The page may be rotated and its corner may lie anywhere: three points tell the affine map.
    """
    size = (round(width * _SCALE), round(height * _SCALE))

    def shown(x: float, y: float) -> tuple[float, float]:
        at_x, at_y = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, at_x, at_y)
        return at_x.value / _SCALE, at_y.value / _SCALE

    far = 1000.0
    (x0, y0), (x1, y1), (x2, y2) = shown(0, 0), shown(far, 0), shown(0, far)
    a, b, c, d = (x1 - x0) / far, (y1 - y0) / far, (x2 - x0) / far, (y2 - y0) / far

    def place(left: float, bottom: float, right: float, top: float) -> Box:
        xs = (x0 + a * left + c * bottom, x0 + a * right + c * top)
        ys = (y0 + b * left + d * bottom, y0 + b * right + d * top)
        return Box(min(xs), min(ys), max(xs), max(ys))

    return place


def _drawn(text_page: pdfium.PdfTextPage, place: Placement, rotation: int, shown: Box) -> Iterator[Drawn]:
    """Yield the characters that stand on the page; pdfium's own spaces and line ends are left out.

    `rotation`: by how many quarters the page is shown turned, clockwise. What is set aslant is left out.
    """
    raw = text_page.raw
    rect = pdfium_c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    pending = ""
    for index in range(text_page.count_chars()):
        if pdfium_c.FPDFText_IsGenerated(raw, index):
            continue
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
        char = _UNMAPPED if pdfium_c.FPDFText_HasUnicodeMapError(raw, index) or not code else chr(code)
        if 0xD800 <= code < 0xDC00:
            # pdfium gives characters beyond the first plane as two UTF-16 units.
            pending = char
            continue
        if pending:
            char = (pending + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            pending = ""
        if char == _HYPHEN_AT_END:
            char = "-"
        quarter = quarter_of(pdfium_c.FPDFText_GetCharAngle(raw, index), rotation)
        if char in "\r\n" or quarter is None:
            continue
        pdfium_c.FPDFText_GetLooseCharBox(raw, index, rect)
        box = place(rect.left, rect.bottom, rect.right, rect.top)
        if not _is_seen(box, shown):
            continue
        pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
        origin = place(x.value, y.value, x.value, y.value)
        yield Drawn(char, box, origin.left, origin.top, quarter, index)


def _is_seen(box: Box, shown: Box) -> bool:
    """Tell whether a character stands on the page, large enough to be read."""
    is_on_page = (
        box.right > shown.left
        and box.left < shown.right
        and box.bottom > shown.top
        and box.top < shown.bottom
    )
    return is_on_page and max(box.right - box.left, box.bottom - box.top) >= _SMALLEST


def _upright(drawn: Drawn, turn: Turn) -> _Glyph:
    if not turn.is_turned:
        box, baseline = drawn.box, drawn.y
    else:
        box = turn.box(drawn.box)
        # Of vertical columns, the origin lies above the character: its box tells the line.
        baseline = box.bottom if turn.is_column else turn.box(Box(drawn.x, drawn.y, drawn.x, drawn.y)).top
    return _Glyph(drawn.text, box, box.bottom - box.top, baseline, drawn.index)


def _runs(text_page: pdfium.PdfTextPage, glyphs: Iterator[_Glyph]) -> Iterator[Run]:
    """Put characters that are drawn one after the other, side by side, into runs."""
    group: list[_Glyph] = []
    for glyph in glyphs:
        if group and not _goes_on(group[-1], glyph):
            yield from _run(text_page, group)
            group = []
        group.append(glyph)
    yield from _run(text_page, group)


def _goes_on(before: _Glyph, glyph: _Glyph) -> bool:
    a, b = before.box, glyph.box
    if a == b and glyph.index == before.index + 1:
        return True  # one drawn sign that stands for several characters: a dash of two
    size = max(before.size, glyph.size)
    is_level = abs(before.baseline - glyph.baseline) <= _SAME_BASELINE * size
    return is_level and a.left < b.left <= a.right + _WIDEST_GAP * size


def _run(text_page: pdfium.PdfTextPage, glyphs: list[_Glyph]) -> Iterator[Run]:
    """Yield the run of glyphs, without the white space at its ends; nothing where there is no more."""
    while glyphs and glyphs[0].text.isspace():
        glyphs = glyphs[1:]
    while glyphs and glyphs[-1].text.isspace():
        glyphs = glyphs[:-1]
    if not glyphs:
        return
    sizes = sorted(glyph.size for glyph in glyphs)
    box = Box(
        glyphs[0].box.left,
        min(glyph.box.top for glyph in glyphs),
        max(glyph.box.right for glyph in glyphs),
        max(glyph.box.bottom for glyph in glyphs),
    )
    # Fonts without metrics give marks and 一 boxes as small as their ink.
    size = sizes[3 * len(sizes) // 4]
    yield Run(_spaced(glyphs, size), box, size, _font(text_page, glyphs[0].index), glyphs[0].index)


def _spaced(glyphs: list[_Glyph], size: float) -> str:
    """Return the text of glyphs with spaces where the gap is wider than justified lines make all of them."""
    gaps = [after.box.left - glyph.box.right for glyph, after in pairwise(glyphs)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    parts = [glyphs[0].text]
    for gap, (before, glyph) in zip(gaps, pairwise(glyphs), strict=True):
        is_mixed = before.text.isascii() != glyph.text.isascii()
        wide = (_MIXED_SPACE if is_mixed else _SPACE) * size
        if gap - usual >= wide and not (before.text.isspace() or glyph.text.isspace()):
            parts.append(" ")
        parts.append(glyph.text)
    return "".join(parts)


def _font(text_page: pdfium.PdfTextPage, index: int) -> str:
    """Return the name of the font of a character, without the prefix of a subset (`ABCDEF+`)."""
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(text_page.raw, index, None, 0, flags)
    if length <= 1:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFText_GetFontInfo(text_page.raw, index, buffer, length, flags)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]


def _rules(page: pdfium.PdfPage, place: Placement) -> Iterator[Box]:
    paths = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST_FORM)
    for path in islice(paths, _MOST_PATHS):
        box = place(*path.get_bounds())
        if min(box.right - box.left, box.bottom - box.top) <= _THICKEST_RULE:
            yield box
        elif _is_stroked(path):
            yield from _sides(path, box, place)


def _is_stroked(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path.raw, fill, stroke)
    return bool(stroke.value)


def _sides(path: pdfium.PdfObject, box: Box, place: Placement) -> Iterator[Box]:
    """Yield the straight lines of a path: the sides of a frame, or the rules of a whole table."""
    count = pdfium_c.FPDFPath_CountSegments(path.raw)
    if count <= 5:
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
            line = place(
                min(at[0], point[0]), min(at[1], point[1]), max(at[0], point[0]), max(at[1], point[1])
            )
            if min(line.right - line.left, line.bottom - line.top) <= _THICKEST_RULE:
                yield line
        at = point
