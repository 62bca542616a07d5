"""The blocks of a cleaned text (what stands between two line feeds) with what their form says of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from gangyao.chinese.heading_labels import MAYBE_HEADING
from gangyao.chinese.headings import Heading, parse_heading
from gangyao.document.changes import Cleaned
from gangyao.document.layout import Layout
from gangyao.document.reading_text import ReadingText

#: Parts of a document's head and foot that are neither headings nor body.
Formal = Literal[
    "title",  # the document's own title, or that of an attached document
    "letterhead",  # 机密, 特急, 甲省人民政府文件: what stands over number and title
    "number",  # 国发〔2019〕5号
    "issue",  # 甲县人民政府办公室　2025年6月12日: who and when on one line
    "addressees",  # 各省、自治区、直辖市人民政府：
    "salutation",  # 各位代表：
    "byline",  # 国务院总理 …, 来源：…, 新华社北京…电
    "date",  # 2019年1月16日
    "occasion",  # ——2024年3月5日在…会议上
    "publication",  # （此件公开发布）
    "signature",  # the issuer's name over the date
    "contents",  # a line of a table of contents that layout did not set aside
    "imprint",  # 抄送：…, …办公厅 2023年5月6日印发 (版记, GB/T 9704)
    "enclosure",  # 附件：1.…, the list of what is attached
    "note",  # ① 再生水：指…, [1] …, 注：…
]

_NO_TITLE_END = "。！？；：，、,;:…!"
_MAX_SHORT = 60
# What stands over a table, in print larger than its cells.
_UNIT_LINE = re.compile(r"[（(]?(?:计量|金额|面积|填报|货币)?单位[：:]")
_GLUED = re.compile(
    r"[。！？；”）]\s*(?P<heading>第[0-9一二三四五六七八九十百]{1,4}[篇章节][ \u3000]*[^。！？；：]{2,40})$"
)


@dataclass(slots=True)
class Block:
    """One block: `text` is `cleaned.text[start:end]`, without the white space around it.

    `heading` is what the grammar of headings says of it; `formal` is set by `gangyao.outline.head`,
    but for the notes that a file shows to be some. `is_glued` is a heading or a part of a head on the line of
    the block before it: one piece with that unless it opens a section.
    """

    start: int
    end: int
    text: str
    is_table: bool
    heading: Heading | None
    formal: Formal | None = None
    is_glued: bool = False

    @property
    def is_short(self) -> bool:
        """Tell whether it can be a title by its form: short, with no mark at its end."""
        return 2 <= len(self.text) <= _MAX_SHORT and self.text[-1] not in _NO_TITLE_END


def read_blocks(cleaned: Cleaned, layout: Layout) -> list[Block]:
    """Cut the cleaned text at its line feeds and read each block that is not empty."""
    tables = _table_blocks(cleaned.reading, layout)
    levels = _heading_levels(cleaned.reading, layout)
    notes = _blocks_beginning_with({line.number for line in layout.lines if line.is_note}, cleaned.reading)
    blocks: list[Block] = []
    maybe = MAYBE_HEADING.match
    start = 0
    for number, line in enumerate(cleaned.text.split("\n")):
        text = line.strip()
        if text:
            first = start if text is line else start + line.index(text)
            if number in notes:
                blocks.append(Block(first, first + len(text), text, False, None, "note"))
                start += len(line) + 1
                continue
            is_table = number in tables
            glued = None if is_table else _glued_heading(text)
            if glued is not None:
                body = text[:glued].rstrip()
                blocks.append(Block(first, first + len(body), body, False, _heading(body)))
                first, text = first + glued, text[glued:]
            heading = _heading(text) if maybe(text) and not is_table else None
            if heading is None and number in levels and _may_be_marked(text):
                heading = _marked_heading(text, levels[number])
            blocks.append(
                Block(first, first + len(text), text, is_table, heading, is_glued=glued is not None)
            )
        start += len(line) + 1
    return blocks


def _heading(text: str) -> Heading | None:
    """Parse a heading; a line of a table of contents that layout did not set aside is none."""
    heading = parse_heading(text)
    return None if heading is None or heading.has_leader else heading


def _may_be_marked(text: str) -> bool:
    """Tell whether a line that is set like headings can be one: neither a sentence nor 单位：万元."""
    if len(text) > _MAX_SHORT or _UNIT_LINE.match(text):
        return False
    return text[-1] not in "。；：，" or "，" not in text


def _marked_heading(text: str, level: int) -> Heading:
    """Return a heading that its file marks as one, by tag, style or size, and that has no number."""
    return Heading("markdown", "", None, (), 0, 0, text, 0, len(text), None, markdown_depth=level)


def _glued_heading(text: str) -> int | None:
    """Return where a chapter or section heading begins that went on the line of the paragraph before it."""
    if text[-1] in _NO_TITLE_END:
        return None
    found = _GLUED.search(text, max(len(text) - _MAX_SHORT, 0))
    return found.start("heading") if found and _heading(found["heading"]) else None


def _table_blocks(reading: ReadingText, layout: Layout) -> frozenset[int]:
    """Number the blocks (from 0) that begin with a line that layout calls a table or box."""
    table_lines = {line.number for line in layout.lines if line.kind == "table"}
    return frozenset(_blocks_beginning_with(table_lines, reading))


def _heading_levels(reading: ReadingText, layout: Layout) -> dict[int, int]:
    """Return the level of each block (numbered from 0) that the file marks as a heading."""
    levels = {line.number: line.heading_level for line in layout.lines if line.heading_level}
    return {block: levels[line] for block, line in _blocks_beginning_with(levels, reading).items()}


def _blocks_beginning_with(lines: Collection[int], reading: ReadingText) -> dict[int, int]:
    """Return the number (from 0) of each block that begins with one of `lines`, and that line's number."""
    found: dict[int, int] = {}
    if not lines:
        return found
    number = 0
    for index, piece in enumerate(reading.pieces):
        begins = index == 0 or (piece.start > 0 and reading.text[piece.start - 1] == "\n")
        if begins and index:
            number += 1
        if begins and piece.line in lines:
            found[number] = piece.line
    return found
