"""Lines of a page that were printed lines before it was one: `pre`, a `br` behind each line, pdf2htmlEX.

Sites copy laws and notices from text files and from the text layer of PDFs. A line that is full and breaks
off goes on in the next one, where the text itself shows that its lines are equally wide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.ingest.readers.web.links import Block

# Widths are in half characters: 2 for Han and full-width forms, 1 for ASCII. Lines narrower than the first
# are cells or items; a full line may end this far short of the widest (a word, or a mark that hangs over).
_NARROWEST, _WIDEST = 40, 120
_SLACK = 6
# Lines of a PDF are set in fonts whose figures are narrower or wider than half a character.
_SET_NARROWEST, _SET_SLACK = 30, 10
# Paragraphs are indented by two characters; half of that is enough.
_INDENT = 2
# So many of the lines that are not indented, but for the first after a gap, must follow a full one.
_SURE = 0.8
# Without indents: so many lines break off full and go on, and this share of what goes on ends a sentence.
_FEWEST = 3
_ENDED = 1 / 3
_PAGE_NUMBER = re.compile(r"[-—–·\s]*[0-9]{1,4}[-—–·\s]*")


def join_wrapped(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, those that go on the line before them marked so (`PrintedLine.joins_previous`).

    The number at the end of a printed page is furniture.
    """
    marked = _without_page_numbers(blocks)
    texts = [number for number, one in enumerate(marked) if one.line.role == "text" and not one.line.cell]
    goes_on: set[int] = set()
    for run, group in groupby(texts, lambda number: bool(marked[number].set_in) or marked[number].run):
        numbers = list(group)
        if run and len(numbers) > 1:
            lines = [marked[number] for number in numbers]
            found = _set_lines(lines) if lines[0].set_in else _typed_lines(lines)
            goes_on |= {numbers[place] for place in found}
    return [
        replace(one, line=replace(one.line, joins_previous=True)) if number in goes_on else one
        for number, one in enumerate(marked)
    ]


def _without_page_numbers(blocks: Sequence[Block]) -> list[Block]:
    """Mark the numbers that stand last on their printed pages as furniture."""
    marked = list(blocks)
    for number, one in enumerate(blocks):
        is_last = number + 1 == len(blocks) or blocks[number + 1].run != one.run
        if one.set_in and is_last and one.line.role == "text" and _PAGE_NUMBER.fullmatch(one.line.text):
            marked[number] = replace(one, line=replace(one.line, role="furniture"))
    return marked


def _width(one: Block) -> int:
    text = one.line.text
    # As the layout measures lines (`gangyao.layout.wrapping.line_width`).
    return one.margin + 2 * len(text) - len(text.encode("ascii", "ignore"))


def _follows(before: Block, line: Block) -> bool:
    """Tell whether nothing but the widths speaks against a line that goes on the one before it."""
    return not line.is_apart and parse_heading(line.line.text) is None and not ends_sentence(before.line.text)


def _set_lines(lines: Sequence[Block]) -> set[int]:
    """Return which lines of a PDF go on the one before: it is known that each was a line in print."""
    widest: dict[str, int] = {}
    for one in lines:
        widest[one.set_in] = max(widest.get(one.set_in, 0), _width(one))
    return {
        number
        for number, (before, line) in enumerate(pairwise(lines), 1)
        if before.set_in == line.set_in
        and _follows(before, line)
        and _width(before) >= max(_SET_NARROWEST, widest[before.set_in] - _SET_SLACK)
    }


def _typed_lines(lines: Sequence[Block]) -> set[int]:
    """Return which lines of a text go on the one before, if it is wrapped at all."""
    widest = max(map(_width, lines))
    if not _NARROWEST <= widest <= _WIDEST:
        return set()
    full = {number for number, one in enumerate(lines) if _width(one) >= widest - _SLACK}
    if any(one.margin >= _INDENT for one in lines):
        return _flush_lines(lines, full)
    open_ones = {n for n in full if n + 1 < len(lines) and not ends_sentence(lines[n].line.text)}
    going_on = {n + 1 for n in open_ones if _follows(lines[n], lines[n + 1])}
    ended = sum(ends_sentence(lines[n].line.text) for n in going_on)
    if len(going_on) < max(_FEWEST, _SURE * len(open_ones)) or ended < _ENDED * len(going_on):
        return set()
    return going_on


def _flush_lines(lines: Sequence[Block], full: set[int]) -> set[int]:
    """Return the lines that begin at the edge after a full one, where what begins anew is indented."""
    flush = [n for n in range(1, len(lines)) if lines[n].margin < _INDENT and not lines[n].is_apart]
    after_full = {n for n in flush if n - 1 in full and parse_heading(lines[n].line.text) is None}
    breaks_off = any(not ends_sentence(lines[n - 1].line.text) for n in after_full)
    return after_full if breaks_off and len(after_full) >= _SURE * len(flush) else set()
