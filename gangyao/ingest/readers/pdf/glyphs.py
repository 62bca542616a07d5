"""The characters of a PDF page, as pdfium gives them, and the page of them and its ruled lines."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page, Run
from gangyao.ingest.readers.pdf.placement import Placement, placement_of
from gangyao.ingest.readers.pdf.ruled_lines import ruled_lines
from gangyao.ingest.readers.pdf.turns import Drawn, quarter_of, turn_of, upright

# Characters go on a run while they are on its line and no further than this from its end, in heights.
_WIDEST_GAP = 0.5
# Their baselines then lie within this, in heights.
_SAME_BASELINE = 0.1
# A gap of this height that is wider than the others of its run is a space that the file does not draw;
# between Han and other characters programs leave a quarter of a height, which is none.
_SPACE = 0.2
_MIXED_SPACE = 0.42
# The box of a character among what is known of it.
_BOX = slice(1, 5)
_UNMAPPED = "\ufffd"
# What pdfium gives for a hyphen at the end of a line. It is printed, and may be part of the word (COVID-19).
_HYPHEN_AT_END = "\x02"
# What is set smaller than this many points is not seen.
_SMALLEST = 1.0


def read_page(document: pdfium.PdfDocument, index: int) -> tuple[Page, Callable[[Box], Box] | None]:
    """Read page `index`, from 0, turned until most of its text is upright.

    Returns with it the way back from its boxes to those of the page as it is shown; None where it is upright.
    """
    page = document[index]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        place = placement_of(page)
        drawn = list(_drawn(text_page, place, page.get_rotation() // 90, width, height))
        turn = turn_of(drawn, width, height)
        runs = tuple(_runs(text_page, upright(drawn, turn)))
        rules = tuple(map(turn.box, ruled_lines(page, place)))
        return Page(index + 1, turn.width, turn.height, runs, rules), turn.back if turn.is_turned else None
    finally:
        text_page.close()
        page.close()


def _drawn(
    text_page: pdfium.PdfTextPage, place: Placement, rotation: int, width: float, height: float
) -> Iterator[Drawn]:
    """Yield the characters that stand on the page, large enough to be read.

    pdfium's own spaces and line ends are left out, and what is set aslant. `rotation`: by how many quarters
    the page, `width` by `height`, is shown turned, clockwise.
    """
    raw, show = text_page.raw, place.box
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
        left, top, right, bottom = show(rect.left, rect.bottom, rect.right, rect.top)
        is_on_page = right > 0 and left < width and bottom > 0 and top < height
        if is_on_page and (right - left >= _SMALLEST or bottom - top >= _SMALLEST):
            pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
            yield Drawn(char, left, top, right, bottom, *place.point(x.value, y.value), quarter, index)


def _runs(text_page: pdfium.PdfTextPage, glyphs: Iterable[Drawn]) -> Iterator[Run]:
    """Put characters that are drawn one after the other, side by side, into runs."""
    before: Drawn | None = None
    group: list[Drawn] = []
    for glyph in glyphs:
        if before is not None and not _goes_on(before, glyph):
            yield from _run(text_page, group)
            group = []
        group.append(glyph)
        before = glyph
    yield from _run(text_page, group)


def _goes_on(before: Drawn, glyph: Drawn) -> bool:
    if before.left == glyph.left:
        # One drawn sign that stands for several characters: a dash of two.
        return before[_BOX] == glyph[_BOX] and glyph.rank == before.rank + 1
    size = max(before.bottom - before.top, glyph.bottom - glyph.top)
    is_level = abs(before.y - glyph.y) <= _SAME_BASELINE * size
    return is_level and before.left < glyph.left <= before.right + _WIDEST_GAP * size


def _run(text_page: pdfium.PdfTextPage, glyphs: list[Drawn]) -> Iterator[Run]:
    """Yield the run of glyphs, without the white space at its ends; nothing where there is no more."""
    while glyphs and glyphs[0].text.isspace():
        glyphs = glyphs[1:]
    while glyphs and glyphs[-1].text.isspace():
        glyphs = glyphs[:-1]
    if not glyphs:
        return
    sizes = sorted([glyph.bottom - glyph.top for glyph in glyphs])
    box = Box(
        glyphs[0].left,
        min([glyph.top for glyph in glyphs]),
        max([glyph.right for glyph in glyphs]),
        max([glyph.bottom for glyph in glyphs]),
    )
    # Fonts without metrics give marks and 一 boxes as small as their ink.
    size = sizes[3 * len(sizes) // 4]
    yield Run(_spaced(glyphs, size), box, size, _font(text_page, glyphs[0].rank), glyphs[0].rank)


def _spaced(glyphs: list[Drawn], size: float) -> str:
    """Return the text of glyphs with spaces where the gap is wider than justified lines make all of them."""
    gaps = [after.left - glyph.right for glyph, after in pairwise(glyphs)]
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
