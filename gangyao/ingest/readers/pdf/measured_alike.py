"""A PDF that does not hold its fonts is measured the same on every machine.

pdfium puts one of the machine's fonts in place of one that is not in the file and measures its letters. On a
machine without any for Chinese it finds no height in them, leaves out what is set sideways, and gives
characters in another order. While a file is read it gets the stand-in font instead, whatever the machine
has. What is drawn is drawn with the machine's fonts: a file has to be opened anew for that, since pdfium
keeps what it has put in place as long as the file is open.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium_c

from gangyao.ingest.readers.pdf.stand_in_font import stand_in_font

# The fonts that every reader of PDF has (ISO 32000-1, 9.6.2.2) and pdfium brings along; a file may say
# nothing of their widths. pdfium calls others that are meant for them (Arial) by these names.
_STANDARD = frozenset(
    f"{family}{style}".encode()
    for family, styles in {
        "Helvetica": ("", "-Bold", "-Oblique", "-BoldOblique"),
        "Times": ("-Roman", "-Bold", "-Italic", "-BoldItalic"),
        "Courier": ("", "-Bold", "-Oblique", "-BoldOblique"),
    }.items()
    for style in styles
)
# What pdfium is given for the font and gives back: no address, so that it is none of the machine's fonts.
_STAND_IN = 1
_NAME = b"Gangyao stand-in\0"
# Any character set (DEFAULT_CHARSET of Windows).
_ANY = 1


@contextmanager
def measured_alike() -> Iterator[None]:
    """Within, files are opened whose missing fonts are all the stand-in font."""
    fonts = _fonts()
    before, fonts.is_measuring = fonts.is_measuring, True
    try:
        yield
    finally:
        fonts.is_measuring = before


class _Fonts:
    """Where pdfium asks for the fonts that a file lacks: the machine's, but while it is measured.

    Arguments and answers are those of `fpdf_sysfontinfo.h`.
    """

    def __init__(self, of_machine: Any) -> None:
        self.is_measuring = False
        self._machine = of_machine
        self._data = stand_in_font()
        self._raw = pdfium_c.FPDF_SYSFONTINFO()
        # The one version in which pdfium asks for the machine's fonts to be listed, which they have to be.
        self._raw.version = 1
        kinds = dict(pdfium_c.FPDF_SYSFONTINFO._fields_)
        for name, answer in (
            ("EnumFonts", self._list),
            ("MapFont", self._map),
            ("GetFont", self._named),
            ("GetFontData", self._read),
            ("GetFaceName", self._name),
            ("GetFontCharset", self._charset),
            ("DeleteFont", self._delete),
        ):
            setattr(self._raw, name, kinds[name](answer))
        pdfium_c.FPDF_SetSystemFontInfo(self._raw)

    def _list(self, _: Any, mapper: Any) -> None:
        self._machine.EnumFonts(self._machine, mapper)

    def _map(
        self, _: Any, weight: int, is_italic: int, charset: int, pitch: int, face: Any, exact: Any
    ) -> Any:
        if not self.is_measuring:
            return self._machine.MapFont(self._machine, weight, is_italic, charset, pitch, face, exact)
        return None if ctypes.cast(face, ctypes.c_char_p).value in _STANDARD else _STAND_IN

    def _named(self, _: Any, face: Any) -> Any:
        return None if self.is_measuring else self._machine.GetFont(self._machine, face)

    def _read(self, _: Any, font: int, table: int, buffer: Any, size: int) -> int:
        if font != _STAND_IN:
            return int(self._machine.GetFontData(self._machine, font, table, buffer, size))
        # Asked for one table alone, it is asked whether the file is a collection of fonts.
        return 0 if table else _given(self._data, buffer, size)

    def _name(self, _: Any, font: int, buffer: Any, size: int) -> int:
        if font != _STAND_IN:
            return int(self._machine.GetFaceName(self._machine, font, buffer, size))
        return _given(_NAME, buffer, size)

    def _charset(self, _: Any, font: int) -> int:
        return _ANY if font == _STAND_IN else int(self._machine.GetFontCharset(self._machine, font))

    def _delete(self, _: Any, font: int) -> None:
        if font != _STAND_IN:
            self._machine.DeleteFont(self._machine, font)


class _NoFonts:
    """In place of the others where pdfium tells nothing of the machine's fonts, which are then left alone."""

    is_measuring = False


@cache
def _fonts() -> _Fonts | _NoFonts:
    of_machine = pdfium_c.FPDF_GetDefaultSystemFontInfo()
    return _Fonts(of_machine.contents) if of_machine else _NoFonts()


def _given(data: bytes, buffer: Any, size: int) -> int:
    """Put data where they are wanted, if there is room; tell how long they are."""
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)
