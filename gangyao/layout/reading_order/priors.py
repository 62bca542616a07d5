"""What speaks for a line as the first or the last of a document, and for two lines as neighbours in print.

All in bits, beside what the two sides of a seam (`continuity`) and the numbers (`numbering`) tell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.reading_order.continuity import Bits, start_bits
from gangyao.layout.reading_order.endings import end_bits, ends_with_note
from gangyao.layout.reading_order.units import Unit, is_in_title

_TITLE_FIRST = 3.5
_OPEN_LAST = -5.0
# A text that was cut elsewhere, too, is rather the whole document than an excerpt of it.
_OPEN_LAST_OF_WHOLE = -7.0
# The title of what a dispatch forwards stands after the dispatch.
_ANNOUNCED_FIRST = -3.0
_TITLE_LAST = -6.0
_BEFORE_TITLE = -6.0
# What it is worth, in bits, that two fragments are neighbours in print: after a sentence's end or a
# heading; after a line that could be a title; after a line that breaks off, which in itself shows a cut.
_AFTER_HEADING = 5.0
_AFTER_OPEN = 2.0
# Between two lines of a title, or signature and date; after a likely end, and from how many bits on it is so;
# after a number without what it numbers.
_IN_TITLE = 14.0
_AFTER_END = -0.5
_STRONG_END = 6.0
_AFTER_CUT = 0.0
_USUALLY_BROKEN = 10.0
# Between two wrapped lines of a paragraph: few lines are the last of a column.
_WRAPPED = 8.0
_LIKELY_CUTS = 3
_LEAST_KEPT, _MOST_KEPT = 1.0, 5.0
# So many lines that break off, and such a share of all lines, are the custom of the document and show
# nothing.
_MOST_CUTS = 10
_USUAL = 0.05


def printed_bonus(
    units: Sequence[Unit], bounds: Sequence[tuple[int, int]], *, annexed: bool
) -> tuple[Bits, Bits]:
    """Return what it is worth that each fragment and the next are neighbours in print: as two lines, as one.

    The more lines there are, the less likely is a cut between two given ones, unless the first is the end of
    a document or the second its title.
    """
    broken_off = sum(a.breaks_off and not b.goes_on for a, b in pairwise(units))
    usual = broken_off > _MOST_CUTS and broken_off > _USUAL * len(units)
    kept = min(max(math.log2(len(units) / _LIKELY_CUTS), _LEAST_KEPT), _MOST_KEPT)
    cut_anywhere = any(unit.breaks_off for unit in units)
    bonus = np.full(max(len(bounds) - 1, 0), kept)
    for place, (_, cut) in enumerate(bounds[:-1]):
        last, first = units[cut - 1], units[cut]
        if first.is_announced:
            continue
        is_head = first.is_main_title or (first.is_address and not last.is_title_like)
        if is_head and first.opens_document(last):
            bonus[place] = _BEFORE_TITLE
        elif last.is_cut:
            bonus[place] = _AFTER_CUT
        elif is_in_title(units, cut) or first.dates(last) or (last.is_main_title and first.is_title_like):
            bonus[place] = _IN_TITLE
        elif last.is_heading:
            bonus[place] = kept if cut_anywhere else kept + _AFTER_HEADING
        elif (bits := end_bits(last.text)) > 0.0:
            keeps = bits < _STRONG_END or annexed or first.is_salutation
            bonus[place] = kept / 2 if keeps else _AFTER_END
    as_one = _USUALLY_BROKEN if usual else _AFTER_OPEN
    joined = np.array([_WRAPPED if units[cut].goes_on else as_one for _, cut in bounds[:-1]])
    return bonus, joined


def as_first(units: Sequence[Unit], starts: Sequence[int], model: CharacterModel) -> Bits:
    """Return for each of the units `starts` how well it begins the document, in bits."""
    bits = np.minimum(start_bits([units[index].text for index in starts], model), 0.0)
    for place, index in enumerate(starts):
        if units[index].is_announced:
            bits[place] = _ANNOUNCED_FIRST
        elif units[index].opens_document(units[index - 1] if index else None):
            # A title, who issues it, what about: each makes the line likelier to be the first.
            unit = units[index]
            bits[place] = _TITLE_FIRST * (1 + unit.is_document_title + unit.names_issuer + unit.names_subject)
    return bits


def as_last(units: Sequence[Unit], ends: Sequence[int], *, annexed: bool) -> Bits:
    """Return for each of the units `ends` how well it ends the document, in bits.

    Only an excerpt ends in mid-sentence: where lines break off elsewhere, too, it is likelier that the whole
    document is there. What an annex follows does not end where it says so, nor a speech before a salutation.
    """
    is_cut = any(unit.breaks_off for unit in units[:-1])
    bits = []
    for index in ends:
        unit = units[index]
        goes_on = annexed or (index + 1 < len(units) and units[index + 1].is_salutation)
        if (value := end_bits(unit.text)) > 0.0:
            bits.append(0.0 if goes_on else value)
        elif unit.is_document_title or unit.opens_section or unit.is_cut or unit.is_salutation:
            bits.append(_TITLE_LAST)
        elif unit.breaks_off and not ends_with_note(unit.text):
            bits.append(_OPEN_LAST_OF_WHOLE if is_cut else _OPEN_LAST)
        else:
            bits.append(0.0)
    return np.array(bits)
