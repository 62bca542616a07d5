"""What speaks for a line as the first, or as the last, of a whole document, in bits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.reading_order.continuity import Bits, Grounds, start_bits
from gangyao.layout.reading_order.endings import end_bits, ends_with_note, is_date
from gangyao.layout.reading_order.line_breaks import paragraph_end_bits
from gangyao.layout.reading_order.sides import read_sides
from gangyao.layout.reading_order.units import Unit

# In the units of `priors`, as development documents came out best (the first raised by 2 once joins were
# judged closely: a web page with an article above the document that it is about began with the document).
_TITLE_FIRST = 5.5
# Whose order it is stands above any title, that of what the order puts out, too.
_TOLD_BY_ORDER = 4
_OPEN_LAST = -5.0
# What begins as no document does (by hand).
_HARDLY_FIRST = -4.0
# A text that was cut elsewhere, too, is rather the whole document than an excerpt of it.
_OPEN_LAST_OF_WHOLE = -7.0
# The title of what a dispatch forwards stands after the dispatch.
_ANNOUNCED_FIRST = -3.0
_TITLE_LAST = -6.0


def bits_as_first(units: Sequence[Unit], starts: Sequence[int], grounds: Grounds) -> Bits:
    """Return for each of the units `starts` how well it begins the document, in bits."""
    bits = np.minimum(start_bits([units[index].text for index in starts], grounds.model), 0.0)
    opening = [index for index in starts if _opens_unannounced(units, index)]
    cuts = dict(zip(opening, _bits_of_cuts([units[index] for index in opening], grounds), strict=True))
    for place, index in enumerate(starts):
        if units[index].is_announced:
            bits[place] = _ANNOUNCED_FIRST
        elif not may_begin_document(units, index):
            bits[place] += _HARDLY_FIRST
        elif index in cuts:
            # A title, who issues it, what about: each makes the line likelier to be the first.
            unit = units[index]
            told = 1 + unit.is_document_title + unit.tells_issuer + unit.names_subject
            if unit.is_order:
                told = _TOLD_BY_ORDER
            bits[place] = max(_TITLE_FIRST * told + cuts[index], bits[place])
    return bits


def _opens_unannounced(units: Sequence[Unit], index: int) -> bool:
    """Tell whether a document may begin with the unit that no other one announces, and the unit opens one.

    Who signs a document above its date does not open it.
    """
    unit = units[index]
    signs = index + 1 < len(units) and units[index + 1].dates(unit) and not unit.is_document_title
    opens = not unit.is_announced and not signs and may_begin_document(units, index)
    return opens and unit.opens_document(units[index - 1] if index else None)


def _bits_of_cuts(units: Sequence[Unit], grounds: Grounds) -> list[float]:
    """Return what speaks against each unit as a title: what could be one by its form may have been cut."""
    doubtful = [unit for unit in units if not unit.opens_surely]
    bits = iter(bits_of_ends(doubtful, grounds).tolist() if doubtful else ())
    return [0.0 if unit.opens_surely else min(next(bits), 0.0) for unit in units]


def may_begin_document(units: Sequence[Unit], index: int) -> bool:
    """Tell whether a document may begin with the unit: not with 二、, nor in the midst of a paragraph."""
    unit = units[index]
    if unit.opens_surely or not index:
        return True
    goes_on = unit.goes_on and not ends_sentence(units[index - 1].text)
    return not goes_on and (unit.mark is None or unit.mark.number == 1)


def bits_of_ends(units: Sequence[Unit], grounds: Grounds) -> Bits:
    """Return by how many bits paragraphs end with each of the lines rather than that it was cut."""
    sides, _ = read_sides([unit.text for unit in units], [], grounds.model)
    return paragraph_end_bits([unit.end for unit in units], grounds.customs, sides)


def bits_as_last(units: Sequence[Unit], ends: Sequence[int], *, annexed: bool) -> Bits:
    """Return for each of the units `ends` how well it ends the document, in bits.

    Only an excerpt ends in mid-sentence: where lines break off elsewhere, too, it is likelier that the whole
    document is there. What an annex follows does not end where it says so, nor a speech before a salutation,
    nor an order, or a dispatch, with its date.
    """
    is_cut = any(unit.breaks_off for unit in units[:-1])
    hands_on = any(unit.is_announced for unit in units)
    bits = []
    for index in ends:
        unit = units[index]
        goes_on = (
            annexed
            or (hands_on and is_date(unit.text))
            or (index + 1 < len(units) and units[index + 1].is_salutation)
        )
        if (value := end_bits(unit.text)) > 0.0:
            bits.append(0.0 if goes_on else value)
        elif unit.is_document_title or unit.opens_section or unit.is_cut or unit.is_salutation:
            bits.append(_TITLE_LAST)
        elif unit.breaks_off and not ends_with_note(unit.text):
            bits.append(_OPEN_LAST_OF_WHOLE if is_cut else _OPEN_LAST)
        else:
            bits.append(0.0)
    return np.array(bits)
