"""Raised figures: powers and the marks of notes, which beside the text are other numbers (10⁴, not 104)."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"[-+−]?[0-9]{1,3}")
_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def is_figure(text: str) -> bool:
    """Tell whether a raised text is a figure."""
    return _FIGURE.fullmatch(text) is not None


def raised(text: str) -> str:
    """Return a raised text: a figure as such and without the white space around it, any other as it is."""
    figure = text.strip()
    return figure.translate(_SUPERSCRIPT) if is_figure(figure) else text
