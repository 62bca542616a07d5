"""Which blocks may be headings: attached documents, numbered lines, short lines, titles over two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.headings import Heading
from gangyao.outline.blocks import Block
from gangyao.outline.contents import mark_contents
from gangyao.outline.document_titles import ends_as_title
from gangyao.outline.foot import mark_feet
from gangyao.outline.formal_lines import formal_line
from gangyao.outline.further_documents import front_of, further_documents, title_below_front
from gangyao.outline.head import mark_head
from gangyao.outline.items import heads_glossary
from gangyao.outline.letters import letter_headings
from gangyao.outline.nodes import Entry
from gangyao.outline.notes import mark_notes
from gangyao.outline.titles import ordinal_titles, plain_titles

_INCOMPLETE_END = "的和与及、或暨—-"
#: The title of an attached document takes at most this many lines.
_MAX_TITLE_LINES = 4
# The caption of a table, picture or box below a title: 表1 主要指标, 图2-1, 专栏3.
_CAPTION = re.compile(
    r"(?:续?表|图|专栏)\s*[0-9０-９一二三四五六七八九十]+(?:[-—－.．][0-9０-９]+)*(?![0-9年月])"
)
# What stands between the title of a table and the table: 单位：万元, 填报单位：某局.
_FORM_LINE = re.compile(r"[（(]?[\u4e00-\u9fff]{0,4}(?:单位|日期|时间)(?:名称)?[：:]")


# 市总工会工作职责 is a title of its own.
_DUTIES = re.compile("[局委办厅院部会站队组联司团心位门关构府](?:的?(?:主要|工作))?职责(?:任务|分工)?$")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The lines to be placed as headings, in reading order.

    `documents` gives the blocks of an attached document's title by the first of them, `continued` the second
    block of a heading that stands on two.
    """

    entries: list[Entry]
    documents: dict[int, tuple[int, ...]]
    continued: dict[int, tuple[int, ...]]


def find_candidates(blocks: Sequence[Block], title: str) -> Candidates:
    """Find what may be a heading; marks the formal blocks of heads and feet (`Block.formal`)."""
    letters = letter_headings(blocks)
    for index, heading in letters.items():
        blocks[index].heading = heading
    if letters:
        _leave_paragraph_numbers(blocks)
    mark_contents(blocks)
    mark_notes(blocks)
    first = mark_head(blocks, 0, title)
    feet = mark_feet(blocks, first)
    documents = _attached(blocks, first, feet)
    ordinals = ordinal_titles(blocks)
    for index, heading in ordinals.items():
        blocks[index].heading = heading
    titles = (plain_titles(blocks) | ordinals.keys()) - {b for lines in documents.values() for b in lines}
    if titles == {first} and first > 0 and blocks[first - 1].formal == "title":
        # The only line of its kind, right under the title: a second line of that.
        blocks[first].formal = "title"
        titles = frozenset()
    titles, continued = _continued_titles(blocks, titles)
    return Candidates(_entries(blocks, documents, titles, continued), documents, continued)


def _leave_paragraph_numbers(blocks: Sequence[Block]) -> None:
    """Take their headings from numbered paragraphs: where letters count headings, 1. 2. … count those."""
    for block in blocks:
        if block.heading is not None and block.heading.family == "arabic" and block.text[-1] in "。！？；：":
            block.heading = None


def _attached(blocks: Sequence[Block], first: int, feet: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Find where attached documents begin: the blocks that hold their title, by the first of them."""
    starts = {b for b in feet if b < len(blocks)}
    starts |= {
        i
        for i, b in enumerate(blocks)
        if i >= first and b.heading is not None and b.heading.family == "annex" and b.formal is None
    }
    starts = {title_below_front(blocks, start) for start in starts} | further_documents(blocks, first)
    found: dict[int, tuple[int, ...]] = {}
    for start in sorted(starts):
        if any(start in lines for lines in found.values()):
            continue
        lines = _title_lines(blocks, start)
        if lines:
            found[start] = lines
            for block in blocks[front_of(blocks, start, first) : start]:
                block.formal = "letterhead"
            mark_head(blocks, lines[-1] + 1, "", is_attached=True)
    return found


def _title_lines(blocks: Sequence[Block], start: int) -> tuple[int, ...]:
    """Return the short lines from `start` on that make up the title of an attached document."""
    lines: list[int] = []
    label = blocks[start].heading
    has_title = label is None or bool(label.title)
    for index in range(start, min(start + _MAX_TITLE_LINES + 1, len(blocks))):
        block = blocks[index]
        is_label = index == start and block.heading is not None and block.heading.family == "annex"
        if block.is_table or block.formal is not None or not (block.is_short or is_label):
            break
        if block.heading is not None and not is_label and not _is_marked_below(blocks, start, index):
            break
        if lines and (formal_line(block) is not None or _FORM_LINE.match(block.text)):
            break
        if (index > start + 1 or has_title) and _CAPTION.match(block.text):
            break
        lines.append(index)
        if is_label and block.heading is not None and block.heading.body_start is not None:
            break  # Its paragraph has begun: no more of the title can follow.
    if len(lines) > _MAX_TITLE_LINES:
        # A run of short lines is a table or a list, of which the title is the first line or two.
        lines = lines[: 2 if blocks[start].heading is not None else 1]
    return tuple(lines)


def _is_marked_below(blocks: Sequence[Block], start: int, index: int) -> bool:
    """Tell whether a line is the title that a file marks right below the label 附件 at `start`."""
    label, heading = blocks[start].heading, blocks[index].heading
    return (
        index == start + 1
        and label is not None
        and label.family == "annex"
        and not label.title
        and heading is not None
        and heading.family == "markdown"
    )


def _continued_titles(
    blocks: Sequence[Block], titles: frozenset[int]
) -> tuple[frozenset[int], dict[int, tuple[int, ...]]]:
    """Tell the second line of a split heading from a heading of its own.

    A line with only a label takes the short line after it. A title that visibly stops short takes the next
    line, and so does any title where lines of this kind stand only under headings, and hardly ever.
    """
    after_heading = {i for i in titles if i and blocks[i - 1].heading is not None and i - 1 not in titles}
    is_rare = len(after_heading) == len(titles) and len(titles) <= 2
    continued: dict[int, tuple[int, ...]] = {}
    for index, (block, following) in enumerate(pairwise(blocks)):
        heading = block.heading
        if heading is None or heading.body_start is not None or block.formal or index in titles:
            continue
        if following.formal or following.is_table or not following.is_short:
            continue
        if _DUTIES.search(following.text):
            continue
        if _is_label_only(heading):
            # `第一章` over `总则`: a known name may be a title too.
            is_title = following.heading is None or following.heading.family == "named"
        elif following.heading is None:
            # A short title has no clauses: 二、保障 over 落实资金，加强监督.
            may_split = "，" in heading.title or "，" not in following.text
            is_split = is_rare and may_split and index + 1 in after_heading and _ends_line(block, heading)
            is_title = is_split or _stops_short(heading.title)
        else:
            is_title = False
        if is_title:
            continued[index] = (index + 1,)
    return titles - {b for lines in continued.values() for b in lines}, continued


def _is_label_only(heading: Heading) -> bool:
    return not heading.title and not heading.is_weak and heading.family not in ("annex", "named", "article")


def _ends_line(block: Block, heading: Heading) -> bool:
    return bool(heading.title) and heading.title_end == len(block.text) and heading.family != "article"


def _stops_short(title: str) -> bool:
    """Tell whether a title ends in a word that needs another, or inside quotes or brackets."""
    if not title or "。" in title:
        return False
    return title[-1] in _INCOMPLETE_END or any(
        title.count(a) > title.count(b) for a, b in ("“”", "《》", "（）", "()")
    )


def _entries(
    blocks: Sequence[Block],
    documents: dict[int, tuple[int, ...]],
    titles: frozenset[int],
    continued: dict[int, tuple[int, ...]],
) -> list[Entry]:
    taken = {b for lines in (*documents.values(), *continued.values()) for b in lines} - documents.keys()
    has_dotted = _numbers_with_dots(blocks)
    entries: list[Entry] = []
    for index, block in enumerate(blocks):
        heading = block.heading
        if index in documents:
            is_annex = heading is not None and heading.family == "annex"
            number = heading.number if is_annex and heading is not None else None
            title = "".join(blocks[b].text for b in documents[index])
            entries.append(
                Entry(index, "annex", number, heading if is_annex else None, title, opens_document=True)
            )
        elif index in taken or block.formal is not None:
            continue
        elif heading is None or heading.family == "ordinal":
            if index not in titles:
                continue
            if heading is not None:
                entries.append(Entry(index, "ordinal", heading.number, heading, heading.title))
            elif entries and documents and index > min(documents) and _opens_document(blocks, index):
                entries.append(Entry(index, "annex", None, None, block.text, opens_document=True))
            else:
                entries.append(
                    Entry(index, "named" if heads_glossary(block.text) else "plain", None, None, block.text)
                )
        elif (
            (heading.family == "dotted" and not has_dotted)
            or heading.family == "annex"
            or (heading.is_weak and heading.family == "chinese" and not _next_is_body(blocks, index))
        ):
            continue
        else:
            entries.append(Entry(index, heading.family, heading.number, heading, heading.title))
    return entries


def _numbers_with_dots(blocks: Sequence[Block]) -> bool:
    """Tell whether the document counts 1.1, 1.2 …, and not only prints decimals."""
    dotted = [b.heading.numbers for b in blocks if b.heading is not None and b.heading.family == "dotted"]
    parts = [numbers for numbers in dotted if len(numbers) > 1]
    return len(parts) > 1 and any(numbers[-1] == 1 for numbers in parts)


def _opens_document(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a title without number, after an attached document, is that of the next one.

    It ends as titles of documents do, and numbering starts again below it.
    """
    if not ends_as_title(blocks[index].text):
        return False
    following = next((b.heading for b in blocks[index + 1 :] if b.heading is not None), None)
    return following is not None and following.number == 1


def _next_is_body(blocks: Sequence[Block], index: int) -> bool:
    return index + 1 < len(blocks) and (
        len(blocks[index + 1].text) > 30 or blocks[index + 1].text[-1] in "。！？；："
    )
