"""The head of an official dispatch or report: letterhead, number, title, addressees.

GB/T 9704-2012 (党政机关公文格式, the layout of official documents) fixes their order: title, number,
addressees ending in a colon; after the text the enclosure list, the issuer's name, the date and the note on
publication; then what is attached.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.duty_labels import is_duty_line, is_label_line
from gangyao.chinese.duty_lines import is_line_of_duties
from gangyao.outline.blocks import Block
from gangyao.outline.document_titles import (
    TITLE_LINES,
    ends_as_title,
    marked_run,
    title_depth,
)
from gangyao.outline.formal_lines import OFFICE_NAME, ORGANIZATION, formal_line, names_offices
from gangyao.outline.letterhead import is_labelled
from gangyao.outline.page_heads import page_head_end

_ADDRESSEES = re.compile(r"[^。；！？]{2,400}[：:]")
_ADDRESSED = re.compile(
    r"人民政府|国务院|各部委|直属机构|委员会|各省|各市|各区|各县|各地|有关单位|办公厅|办公室|党委|军委|党组"
    r"|[局厅部委院办行]、|[局厅部委会院]$|主席$|委员$|同志$|公司$"
)
_NOT_ADDRESSED = re.compile(r"如下|以下|[工任]作$|[包括是为有下]$|要求$|目标$|原则$|意见$|规定$|问题$")
# 甲市教育局, 甲市财政局, and below them 文件.
_FILES = re.compile(r"文\s*件")
_LETTERHEAD_LINES, _LONGEST_NAME = 8, 30
#: A head is looked for among this many blocks.
HEAD_BLOCKS = 40


def mark_head(blocks: Sequence[Block], first: int, title: str, is_attached: bool = False) -> int:
    """Set `formal` on the head that begins at block `first`; return the index of the first block after it.

    `title` is the document's known title. The title lines of an attached document were read before.
    """
    wanted = _plain(title)
    depth = title_depth(blocks, first)
    separated = False
    index = _letterhead_end(blocks, first)
    index = page_head_end(blocks, first) if index == first and not (wanted or is_attached) else index
    for block in blocks[first:index]:
        block.formal = "letterhead"
        separated = True
    addressed = titled = False
    while index < min(len(blocks), first + HEAD_BLOCKS):
        block = blocks[index]
        if block.is_table:
            break
        kind = formal_line(block)
        if kind == "occasion" and not titled and ends_as_title(block.text):
            # 在全市经济工作会议上的讲话 is the title itself where none stands above it.
            kind = "title"
        if kind is None and block.heading is not None and block.heading.family != "markdown":
            break
        if kind is None and not addressed and is_addressees(block.text):
            kind, addressed = "addressees", True
        if kind is None and not is_attached:
            count = _title_lines(blocks, first, index, depth, is_titled=titled)
            for line in blocks[index : index + count]:
                line.formal = "title"
            if count:
                titled = separated = True
                index += count
                continue
            if not titled and is_labelled(block.text) and _title_near(blocks, index + 1):
                # 办理结果：B类, between number and title.
                kind = "letterhead"
        if kind is None and separated and not is_attached and _is_author(block):
            kind = "byline"
        if kind is None and not is_attached and _is_title_line(block, wanted, separated, depth):
            kind, separated = "title", separated or block.heading is not None
        if kind is None:
            break
        # Whose letterhead it is stands over the title.
        titled = titled or (kind == "title" and not names_offices(block.text))
        separated = separated or kind not in ("title", "letterhead")
        block.formal = kind
        index += 1
    if index - first >= 2 and _is_text_after_all(blocks, first, index, wanted, is_attached=is_attached):
        index -= 1
        blocks[index].formal = None
    return index


def _is_text_after_all(
    blocks: Sequence[Block], first: int, end: int, wanted: str, *, is_attached: bool
) -> bool:
    """Tell whether the last line of a head is a task, for which the next says who answers, or a heading."""
    if end < len(blocks) and blocks[end - 1].formal == "title":
        after = blocks[end].text
        if is_duty_line(after) or is_line_of_duties(after):
            return True
    return not is_attached and _is_heading_under_title(blocks, first, end - 1, wanted)


def _letterhead_end(blocks: Sequence[Block], first: int) -> int:
    """Return the index behind the names of several offices over 文件; `first` where none stand there."""
    for index in range(first, min(len(blocks), first + _LETTERHEAD_LINES)):
        text = blocks[index].text
        if index > first and _FILES.fullmatch(text):
            return index + 1
        if blocks[index].is_table or ORGANIZATION.search(text) is None or len(text) > _LONGEST_NAME:
            break
    return first


def _is_heading_under_title(blocks: Sequence[Block], first: int, last: int, wanted: str) -> bool:
    """Tell whether the last line of a run of title lines is already the first heading.

    The lines before it make up a whole title, it adds nothing to that, and text begins right below it.
    """
    if any(b.formal != "title" for b in blocks[first : last + 1]) or last + 1 >= len(blocks):
        return False
    before = _plain("".join(b.text.lstrip("# ") for b in blocks[first:last]))
    own = _plain(blocks[last].text)
    return (before == wanted or ends_as_title(before)) and own not in wanted and not ends_as_title(own)


def _is_author(block: Block) -> bool:
    """Tell whether a line below the title is the name of the office that reports."""
    text = block.text
    return (
        block.heading is None
        and block.is_short
        and (len(text) <= 24 or re.search(r"\s", text) is not None)
        and (OFFICE_NAME.fullmatch(text) is not None or (" " in text and names_offices(text)))
    )


def is_addressees(text: str) -> bool:
    """Tell whether a line names those to whom a dispatch goes: 各省、自治区、直辖市人民政府：."""
    if not _ADDRESSEES.fullmatch(text):
        return False
    names = text[:-1]
    return bool(_ADDRESSED.search(names)) and not _NOT_ADDRESSED.search(names)


def _is_title_line(block: Block, wanted: str, separated: bool, depth: int) -> bool:
    """Tell whether a short line of the head belongs to the title, which the file marks at `depth` if it does.

    Before any number, date or byline every short line does; after one, only what repeats the known title
    or ends as titles of documents do.
    """
    if not block.is_short or is_label_line(block.text) or is_line_of_duties(block.text):
        return False
    if block.heading is not None and (block.heading.markdown_depth != depth or separated):
        return False
    text = _plain(block.text.lstrip("# "))
    if wanted and text and (text in wanted or wanted in text):
        return True
    return not separated or ends_as_title(text)


def _title_near(blocks: Sequence[Block], start: int) -> bool:
    """Tell whether a title stands below further lines that only say something of the document."""
    for index in range(start, min(start + TITLE_LINES, len(blocks))):
        if not is_labelled(blocks[index].text) and formal_line(blocks[index]) is None:
            return title_run(blocks, index) > 0
    return False


def title_run(blocks: Sequence[Block], start: int) -> int:
    """Return how many short lines from `start` on make up a title by its ending; 0 where none does."""
    title = ""
    for count, block in enumerate(blocks[start : start + TITLE_LINES], start=1):
        if (
            block.is_table
            or not block.is_short
            or block.heading is not None
            or formal_line(block) is not None
        ):
            return 0
        if count == 1 and is_labelled(block.text):
            return 0
        title += block.text
        # 关于印发《某方案 goes on: （2025—2027年）》的通知.
        if ends_as_title(title) and title.count("《") <= title.count("》"):
            return count
    return 0


def _title_lines(blocks: Sequence[Block], first: int, start: int, depth: int, *, is_titled: bool) -> int:
    """Return how many lines from `start` on are the title; 0 where none are.

    Below the number of a dispatch with a letterhead stands its title, over several lines. A page prints its
    title over day and source, and the text has it again, broken otherwise.
    """
    if not is_titled:
        return (title_run(blocks, start) if start > first else 0) or marked_run(blocks, start, depth)
    count = title_run(blocks, start)
    again = _plain("".join(block.text for block in blocks[start : start + count]))
    had = _plain("".join(block.text.lstrip("# ") for block in blocks[first:start] if block.formal == "title"))
    return count if again and again in had else 0


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000《》“”\"]", "", text)
