"""Raised figures: powers and the marks of notes, which beside the text are other numbers (10⁴, not 104)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIGURE = re.compile(r"[-+−]?[0-9]{1,3}")
# What stands behind a letter or a figure is a power: m², 10⁴.
_NOTE_MARK = re.compile(r"(?<![0-9A-Za-zµμΩ㎡⁰¹²³⁴-⁹⁺⁻])[⁰¹²³⁴-⁹]+(?![⁺⁻])")
_ORDINARY = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def is_figure(text: str) -> bool:
    """Tell whether a raised text is a figure."""
    return _FIGURE.fullmatch(text) is not None


def raised(text: str) -> str:
    """Return a raised text: a figure as such and without the white space around it, any other as it is."""
    figure = text.strip()
    return figure.translate(_SUPERSCRIPT) if is_figure(figure) else text


def note_marks(text: str) -> Iterator[int]:
    """Yield the numbers of the notes that raised figures of a text refer to."""
    for mark in _NOTE_MARK.finditer(text):
        yield int(mark.group().translate(_ORDINARY))
