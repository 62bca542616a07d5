"""Lines that stand together at the head of a document: those of a title, those above a speech."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.layout.reading_order.endings import end_bits
from gangyao.layout.reading_order.units import Unit

_MOST_TITLE_LINES = 4


def is_in_title(units: Sequence[Unit], cut: int) -> bool:
    """Tell whether the units before and after `cut` are lines of one document's title.

    Such a title names who issued the document, or its subject, or stands after the end of another one; its
    last line says what kind of document it is.
    """
    first = cut - 1
    if not units[first].is_title_like or units[first].is_document_title:
        return False
    while not (units[first].names_issuer or units[first].names_subject):
        first -= 1
        if first < 0 or cut - first > _MOST_TITLE_LINES or not _may_begin_title(units[first]):
            return False
        if end_bits(units[first].text) > 0.0:
            break
    for unit in units[cut : cut + _MOST_TITLE_LINES]:
        if not unit.is_title_like:
            return False
        if unit.is_document_title:
            return True
    return False


def is_in_speech_head(units: Sequence[Unit], cut: int) -> bool:
    """Tell whether the units before and after `cut` stand between the title of a speech and its address.

    Between the two stand when and where it was given, by whom, and where it was printed.
    """
    after = next((unit for unit in units[cut : cut + _MOST_TITLE_LINES] if not unit.is_in_head), None)
    if after is None or not after.is_address:
        return False
    for unit in reversed(units[max(cut - _MOST_TITLE_LINES, 0) : cut]):
        if unit.is_document_title:
            return True
        if not unit.is_in_head:
            return False
    return False


def _may_begin_title(unit: Unit) -> bool:
    """Tell whether a title goes on after the line: it is one of its lines, or ends what stands before it."""
    return end_bits(unit.text) > 0.0 or (unit.is_title_like and not unit.is_document_title)
