"""What speaks for a line as the first or the last of a document, and for two lines as neighbours in print.

All in bits, beside what the two sides of a break (`continuity`) and the numbers (`numbering`) tell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.bars import are_rows
from gangyao.layout.reading_order.continuity import Bits, Continuity, Grounds
from gangyao.layout.reading_order.document_ends import (
    bits_as_first,
    bits_as_last,
    bits_of_ends,
    may_begin_document,
)
from gangyao.layout.reading_order.document_heads import is_in_speech_head, is_in_title
from gangyao.layout.reading_order.endings import end_bits
from gangyao.layout.reading_order.sections import misplaced_sections
from gangyao.layout.reading_order.units import Unit, has_annex

# All in bits, in units of the score of two fragments that are no neighbours in print. Those marked "fitted"
# began as the log-odds of a conditional logistic regression over the orders that the search weighs, on pages
# cut out of the corpus as newspapers print them, and were kept or moved as pages of development documents
# came out best; the others are set by hand. `python -m training.reading_order_priors` fits those of excerpts
# anew: its numbers put the true order first on 7 more of 183 pages that the fit had not seen, but of pages of
# development documents that layout read whole, 2 of 80 fewer came out right, and 4 of 32 without numbers.
# An excerpt may end after a heading (the fit gave -3.7, on few).
HEADING_LAST_OF_EXCERPT = -6.0
# A column of 12 to 20 characters is cut before it is full in nine pages of ten (by hand, less than that: of
# 170 wrapped pages in order, one is turned round by a bit more).
_FULL_LAST_OF_WRAPPED = -1.5
_BEFORE_TITLE = -6.0
# What it is worth that two fragments are neighbours in print: after a line that breaks off, which in itself
# shows a break (fitted). Where no line breaks off, a text was parted between its paragraphs, and rather
# between its sections: after a heading, and before a line that opens no section (by hand, as chapters of
# invented plans and of development documents came out best that were printed in another order).
AFTER_OPEN = -0.6
AFTER_HEADING = 8.0
_WITHIN_SECTION = 4.0
# Where the numbers of a text's outermost headings, each of which it has once, do not ascend, it may have been
# parted before these headings alone: so unlikely is that before anything is read (by hand). Then a break
# before one of them is likelier, as there are fewer of them than of lines, and so much is more
# than what speaks for any other.
_PARTED_BY_SECTIONS, _NOT_PARTED = -4.0, 30.0
# Then nothing but the numbers shows that it was parted, so that they tell more (by hand).
_NUMBERS_OF_SECTIONS = 2.0
# Between two lines of a title, or signature and date; after a likely end, and from how many bits on it is so;
# after a number without what it numbers.
_IN_TITLE = 14.0
# Between two rows of a table that is drawn with bars: characters tell little of which is the next (by hand).
_IN_TABLE = 14.0
_AFTER_END = -0.5
_STRONG_END = 6.0
_AFTER_BARE_NUMBER = 0.0
_USUALLY_BROKEN = 10.0
# Between two lines, and two wrapped lines of a paragraph: the more there are, the fewer are the last of a
# column. By doublings of the number of lines (fitted; of two lines raised by 1.5 once joins were judged
# closely: of 787 pages of development documents 8 more came out right and none less; for wrapped lines moved,
# to where pages and columns of whole documents come out best).
KEPT, KEPT_PER_DOUBLING = -2.2, 1.3
WRAPPED, WRAPPED_PER_DOUBLING = 12.0, 0.5
_LEAST_KEPT, _MOST_KEPT = 1.0, 8.0
# After furniture or a rare blank line, where there are so many at most, a column may have ended as well as
# not (fitted).
AFTER_GAP = 0.0
#: More gaps than this are the ends of the pages of a long text.
MOST_COLUMNS = 8
# So many lines that break off, and such a share of all lines, are the custom of the document and show
# nothing.
_MOST_OPEN = 10
_USUAL = 0.05
# How likely a page is to hold a whole document, its beginning only, or neither, where a line on it hardly
# stands elsewhere than at the head of one; and a whole document or not, where there is none. What ends as
# documents do and begins as they do need not be more than two paragraphs of an excerpt.
_EXCERPT_DESPITE_TITLE, _OPENING = -10.0, -4.0
_WHOLE_WITHOUT_TITLE = 0.0
# So well does a usual line begin a paragraph, or end one; what stands first and last in a document often does
# better (by hand).
USUAL_BEGINNING, _USUAL_END = 3.0, 4.7


@dataclass(frozen=True, slots=True)
class Priors:
    """What speaks, in bits, for fragments as neighbours in print (`kept` as two lines, `joined` as one), and
    for each as the first and as the last of its page; `likelihood`: for the hypothesis itself. `numbers`: so
    many times as much as usual tell the numbers of headings.
    """

    kept: Bits
    joined: Bits
    first: Bits
    last: Bits
    likelihood: float = 0.0
    numbers: float = 1.0


def hypotheses(
    units: Sequence[Unit],
    bounds: Sequence[tuple[int, int]],
    continuity: Continuity,
    grounds: Grounds,
) -> tuple[Priors, ...]:
    """Return what speaks for the orders of a page as an excerpt, a whole document, the beginning of one.

    Each comes twice where the page may have been parted between its sections alone.
    """
    excerpt = priors_of_excerpt(units, bounds, grounds)
    whole = _priors_of_whole(units, bounds, grounds)
    begins = [may_begin_document(units, start) for start, _ in bounds]
    # A document begins and ends with a whole paragraph, as two lines in its midst do where one ends.
    whole = replace(
        whole,
        first=whole.first + np.where(begins, np.maximum(continuity.begins - USUAL_BEGINNING, 0.0), 0.0),
        last=whole.last + np.maximum(continuity.stops - _USUAL_END, 0.0),
    )
    found: tuple[Priors, ...]
    if not any(unit.opens_surely for unit in units):
        found = (excerpt, replace(whole, likelihood=_WHOLE_WITHOUT_TITLE))
    else:
        found = (
            replace(excerpt, likelihood=_EXCERPT_DESPITE_TITLE),
            whole,
            replace(whole, last=excerpt.last, likelihood=_OPENING),
        )
    sections = misplaced_sections(units)
    if not sections:
        return found
    starts = [start for start, _ in bounds[1:]]
    more = np.array([0.0 if units[start].opens_surely else _NOT_PARTED for start in starts])
    more[[start in sections for start in starts]] = -math.log2(len(units) / len(sections))
    return found + tuple(_with_kept(more, priors) for priors in found)


def _with_kept(more: Bits, priors: Priors) -> Priors:
    """Return what speaks for the orders of a page that was parted between sections alone.

    `more` is what neighbours in print are worth besides. An order without any break is as likely as by
    `priors`, but for the hypothesis itself.
    """
    likelihood = priors.likelihood + _PARTED_BY_SECTIONS - float(more.sum())
    return Priors(
        priors.kept + more,
        priors.joined + more,
        priors.first,
        priors.last,
        likelihood,
        _NUMBERS_OF_SECTIONS,
    )


def _priors_of_whole(units: Sequence[Unit], bounds: Sequence[tuple[int, int]], grounds: Grounds) -> Priors:
    """Return what speaks for the orders of a page that holds a whole document."""
    annexed = has_annex(units)
    kept, joined = _printed_bonus(units, bounds)
    after_end: dict[int, float] = {}
    for place, (_, end) in enumerate(bounds[:-1]):
        last, first = units[end - 1], units[end]
        if first.is_announced or last.is_cut or is_one_block(units, end) or last.is_heading:
            continue
        if _opens_after(first, last):
            kept[place] = _BEFORE_TITLE
        elif (bits := end_bits(last.text)) > 0.0:
            keeps = bits < _STRONG_END or annexed or first.is_salutation
            after_end[place] = kept[place] / 2 if keeps else _AFTER_END
    for place, value in after_end.items():
        # The document ends but once: the more lines could be its last, the less does each tell.
        kept[place] += (value - kept[place]) / len(after_end)
    return Priors(
        kept,
        joined,
        bits_as_first(units, [start for start, _ in bounds], grounds),
        bits_as_last(units, [end - 1 for _, end in bounds], annexed=annexed),
    )


def priors_of_excerpt(units: Sequence[Unit], bounds: Sequence[tuple[int, int]], grounds: Grounds) -> Priors:
    """Return what speaks for the orders of a page that begins and ends anywhere in a document.

    Its first and its last line were cut like the columns between them, so that neither says anything but
    that a heading hardly stands last. In a wrapped text columns end with full lines, or where a paragraph
    does, but the page with a line that was cut before it was full.
    """
    kept, joined = _printed_bonus(units, bounds)
    last = [units[end - 1] for _, end in bounds]
    ends = np.array([HEADING_LAST_OF_EXCERPT if unit.opens_section or unit.is_cut else 0.0 for unit in last])
    if any(unit.goes_on for unit in units):
        ends = ends + np.where(_are_cut_early(last, grounds), 0.0, _FULL_LAST_OF_WRAPPED)
    return Priors(kept, joined, np.zeros(len(bounds)), ends)


def _are_cut_early(units: Sequence[Unit], grounds: Grounds) -> npt.NDArray[np.bool_]:
    """Tell which lines do not fill the width of a wrapped text and are rather cut than a paragraph's end."""
    early = np.array([unit.ends_early and unit.ends_open for unit in units], dtype=bool)
    if early.any():
        lines = [unit for unit, is_early in zip(units, early.tolist(), strict=True) if is_early]
        early[early] = bits_of_ends(lines, grounds) < 0.0
    return early


def _printed_bonus(units: Sequence[Unit], bounds: Sequence[tuple[int, int]]) -> tuple[Bits, Bits]:
    """Return what it is worth that each fragment and the next are neighbours in print: as two lines, as one.

    The more lines there are, the less likely is a break between two given ones.
    """
    broken_off = sum(a.breaks_off and not b.goes_on for a, b in pairwise(units))
    usual = broken_off > _MOST_OPEN and broken_off > _USUAL * len(units)
    doublings = math.log2(len(units))
    kept = min(max(KEPT + KEPT_PER_DOUBLING * doublings, _LEAST_KEPT), _MOST_KEPT)
    are_columns = sum(unit.after_gap for unit in units) <= MOST_COLUMNS
    cut_anywhere = any(unit.breaks_off for unit in units)
    bonus = np.full(max(len(bounds) - 1, 0), kept)
    joined = np.full(max(len(bounds) - 1, 0), _USUALLY_BROKEN if usual else AFTER_OPEN)
    for place, (_, cut) in enumerate(bounds[:-1]):
        last, first = units[cut - 1], units[cut]
        if first.after_gap and are_columns:
            bonus[place], joined[place] = AFTER_GAP, AFTER_GAP
        elif first.goes_on:
            joined[place] = WRAPPED + WRAPPED_PER_DOUBLING * doublings
        if first.is_announced:
            continue
        if last.is_cut:
            bonus[place] = _AFTER_BARE_NUMBER
        elif is_one_block(units, cut):
            bonus[place] = _IN_TITLE
        elif are_rows(last.text, first.text):
            bonus[place] = _IN_TABLE
        elif not cut_anywhere and last.is_heading:
            bonus[place] += AFTER_HEADING
        elif not cut_anywhere and not first.opens_section and not first.opens_surely:
            bonus[place] += _WITHIN_SECTION
    return bonus, joined


def _opens_after(first: Unit, last: Unit) -> bool:
    """Tell whether a document opens with the line `first`, printed after the line `last`."""
    is_head = first.is_main_title or first.is_order or (first.is_address and not last.is_title_like)
    return is_head and first.opens_document(last)


def is_one_block(units: Sequence[Unit], cut: int) -> bool:
    """Tell whether the lines before and after `cut` are lines of a title, or a signature and its date.

    So are those between the title of a speech and its address.
    """
    last, first = units[cut - 1], units[cut]
    if is_in_speech_head(units, cut):
        return True
    if _opens_after(first, last):
        return False
    return is_in_title(units, cut) or first.dates(last) or (last.is_main_title and first.is_title_like)
