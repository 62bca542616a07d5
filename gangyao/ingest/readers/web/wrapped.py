"""Lines of a page that were printed lines before it was one: `pre`, a `br` or a `p` for each, pdf2htmlEX.

Sites copy laws and notices from text files and from the text layer of PDFs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from gangyao.ingest.readers.web.links import Block
from gangyao.ingest.wrapped_lines import KeptLine, set_lines, wrapped_lines

_PAGE_NUMBER = re.compile(r"[-—–·\s]*[0-9]{1,4}[-—–·\s]*")
# Elements of their own are paragraphs; where they are lines, so many go on the one before them.
_FEWEST_ELEMENTS = 3


def join_wrapped(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, those that go on the line before them marked so (`PrintedLine.joins_previous`).

    The number at the end of a printed page is furniture.
    """
    marked = _without_page_numbers(blocks)
    texts = [number for number, one in enumerate(marked) if one.line.role == "text" and not one.line.cell]
    goes_on: set[int] = set()
    single: list[int] = []
    for run, group in groupby(texts, lambda number: bool(marked[number].set_in) or marked[number].run):
        numbers = list(group)
        lines = [_kept(marked[number]) for number in numbers]
        if run and marked[numbers[0]].set_in:
            found = set_lines(lines, [marked[number].set_in for number in numbers])
        elif run and len(numbers) > 1:
            found = wrapped_lines(lines)
        else:
            found = set()
            single += numbers
        goes_on |= {numbers[place] for place in found}
    for _, group in groupby(single, lambda number: marked[number].within):
        numbers = list(group)
        found = wrapped_lines([_kept(marked[number]) for number in numbers], _FEWEST_ELEMENTS)
        goes_on |= {numbers[place] for place in found if numbers[place] - 1 == numbers[place - 1]}
    return [
        replace(one, line=replace(one.line, joins_previous=True)) if number in goes_on else one
        for number, one in enumerate(marked)
    ]


def _kept(block: Block) -> KeptLine:
    return KeptLine(block.line.text, block.margin, block.is_apart)


def _without_page_numbers(blocks: Sequence[Block]) -> list[Block]:
    """Mark the numbers that stand last on their printed pages as furniture."""
    marked = list(blocks)
    for number, one in enumerate(blocks):
        is_last = number + 1 == len(blocks) or blocks[number + 1].run != one.run
        if one.set_in and is_last and one.line.role == "text" and _PAGE_NUMBER.fullmatch(one.line.text):
            marked[number] = replace(one, line=replace(one.line, role="furniture"))
    return marked
