"""The names of elements and attributes of OpenDocument 1.3."""

from __future__ import annotations

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (
    f"{{{_NAMES}{one}:1.0}}" for one in ("office", "text", "table", "style", "drawing")
)
