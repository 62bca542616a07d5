"""Further documents in the midst of a file: dispatches, minutes, plans and reports one after the other.

Each has a head of its own: letterhead and number, a whole title, and below it what is said of the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.punctuation import ends_sentence
from gangyao.outline.blocks import Block
from gangyao.outline.document_titles import is_whole_title, without_page_marks
from gangyao.outline.formal_lines import formal_line, names_offices
from gangyao.outline.head import is_addressees, title_run
from gangyao.outline.letterhead import is_labelled, is_letterhead, number_in

# Letterhead, number and what is said between them and the title take up so many lines at most.
_FRONT = 6
# （2024—2026年） below the title of a plan.
_YEARS = re.compile(r"[（(]\s*(?:19|20)\d\d\s*年?(?:\s*[-—–－―~～至到]{1,2}\s*(?:19|20)\d\d\s*年?)?\s*[）)]")
_SAID_BELOW = ("number", "date", "issue", "byline", "occasion", "salutation")


def further_documents(blocks: Sequence[Block], first: int) -> set[int]:
    """Return where other documents begin from block `first` on, each by the first line of its title."""
    found: set[int] = set()
    own = _plain(without_page_marks("".join(one.text for one in blocks[:first] if one.formal == "title"))[0])
    for start in range(max(first, 1), len(blocks)):
        block = blocks[start]
        if block.formal is not None or block.is_table or not block.is_short or block.heading is not None:
            continue
        count = title_run(blocks, start)
        title = "".join(one.text for one in blocks[start : start + count])
        if not count or not is_whole_title(title) or _is_again(_plain(title), own):
            continue
        front = front_of(blocks, start, first)
        above = blocks[front - 1]
        if above.formal is None and not ends_sentence(above.text):
            continue
        is_numbered = any(number_in(one.text) is not None for one in blocks[front:start])
        if (is_numbered or _says_of_document(blocks, start + count)) and _has_text(blocks, start + count):
            found.add(start)
    return found


def _is_again(title: str, own: str) -> bool:
    """Tell whether a title is that of the document itself, which a page prints over its text, too."""
    return bool(own) and (title in own or own in title)


def _plain(title: str) -> str:
    return re.sub(r"[\s《》“”]", "", title)


def front_of(blocks: Sequence[Block], start: int, first: int) -> int:
    """Return where what stands over the title at `start` begins: letterhead, number, 办理结果：B类."""
    front = start
    while front > max(first, 1) and start - front < _FRONT and _is_in_front(blocks[front - 1]):
        front -= 1
    return front


def title_below_front(blocks: Sequence[Block], start: int) -> int:
    """Return where the title begins of a document whose first line is `start`; `start` where none does."""
    for index in range(start, min(start + _FRONT, len(blocks))):
        if index > start and title_run(blocks, index):
            return index
        if not _is_in_front(blocks[index]):
            break
    return start


def _is_in_front(block: Block) -> bool:
    text = block.text
    if block.formal is not None or block.is_table or block.heading is not None:
        return False
    return number_in(text) is not None or is_letterhead(text) or is_labelled(text) or names_offices(text)


def _has_text(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether text stands below a head, as it does not in a list of titles and days."""
    return any(ends_sentence(one.text) and not one.is_table for one in blocks[index : index + _FRONT])


def _says_of_document(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line below a title says something of the document: number, addressees, day, years."""
    if index >= len(blocks) or blocks[index].is_table:
        return False
    block = blocks[index]
    if is_addressees(block.text) or _YEARS.fullmatch(block.text):
        return True
    if names_offices(block.text):
        return index + 1 < len(blocks) and formal_line(blocks[index + 1]) == "date"
    return formal_line(block) in _SAID_BELOW
