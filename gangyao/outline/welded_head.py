"""Heads whose lines a page ran together: 某省人民政府关于某事的意见某政发〔2024〕6号各市人民政府：.

Web pages lose the line ends of a dispatch's head more often than those of its text. Parts whose bounds the
form of a head fixes (GB/T 9704-2012: title, number, addressees) say what lines of their own would; what is
published stays one paragraph, since a line of the source belongs to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.outline.blocks import Block
from gangyao.outline.document_titles import ends_as_title
from gangyao.outline.head import is_addressees

# Letterhead, place or the name of a column may stand over it.
_AMONG_FIRST = 4
_YEAR_AND_COUNT = re.compile(
    rf"{OPENS_YEAR}\s*(?:19|20)\d\d\s*{CLOSES_YEAR}\s*(?:第\s*)?\d{{1,5}}\s*号"  # 〔2014〕69号
)
# 国发 is the shortest office in a number, 14 characters as in `letterhead` the longest.
_SHORTEST_OFFICE, _LONGEST_OFFICE = 2, 14
_OFFICE = re.compile("[\u4e00-\u9fff]+")
_TITLE = re.compile("[^。；！？：:，]{6,120}")
_END = "的(?:[\u4e00-\u9fff]{2}意见|意见|通知|通报|决定|批复|公告|通告|函)"
_DISPATCH_END = re.compile(f"{_END}$")
# Without a number between them the title must end as those of dispatches do, and 各 begin the names.
_DISPATCH = re.compile(f"[^。；！？：:，]{{4,120}}{_END}(?=各)")
# What a dispatch says to those it names: 你市《关于…的请示》收悉, 为…，现….
_SPEECH = re.compile("[：:](?=你|贵|为|现|经|根据|按照|《|近年来|近期|来函)")


def part_welded_head(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, with the first that runs lines of a head together parted into these lines.

    The parts have the offsets of what they hold, in order, and leave nothing out but white space; those after
    the first are glued to it.
    """
    for index, block in enumerate(blocks[:_AMONG_FIRST]):
        if block.is_table or block.heading is not None or block.formal is not None:
            continue
        bounds = _bounds(block.text)
        if bounds:
            below = index + 1
            parts = list(_parts(block, bounds))
            if below < len(blocks) and not parts[-1].text.endswith(("：", ":")):
                opened = _parts(blocks[below], _names_end(blocks[below]))
                return [*blocks[:index], *parts, *opened, *blocks[below + 1 :]]
            return [*blocks[:index], *parts, *blocks[below:]]
    return list(blocks)


def _bounds(text: str) -> list[int]:
    """Return where the second line of a welded head begins, and those after it; nothing where it is none."""
    numbered = _YEAR_AND_COUNT.search(text)
    if numbered is None:
        dispatch = _DISPATCH.match(text)
        if dispatch is None or not is_addressees(text[dispatch.end() :]):
            return []
        return [dispatch.end()]
    title = _title_end(text, numbered.start())
    if title is None:
        return []
    rest = text[numbered.end() :]
    if not rest:
        return [title]
    speech = _SPEECH.search(rest)
    names = rest if speech is None else rest[: speech.start() + 1]
    if not is_addressees(names):
        return []
    return [title, numbered.end(), *([] if speech is None else [numbered.end() + len(names)])]


def _title_end(text: str, year: int) -> int | None:
    """Return where the title ends before the number whose year begins at `year`.

    An office may hold what titles end in (办法规函): 的通知 and its kin are surer ends, then the shortest
    office.
    """
    ends: list[int] = []
    for end in range(year - _SHORTEST_OFFICE, max(year - _LONGEST_OFFICE, 0) - 1, -1):
        office, title = text[end:year].strip(), text[:end].rstrip()
        if not _OFFICE.fullmatch(office):
            break
        if len(office) >= _SHORTEST_OFFICE and ends_as_title(title) and _TITLE.fullmatch(title):
            ends.append(end)
    return next((end for end in ends if _DISPATCH_END.search(text[:end].rstrip())), ends[0] if ends else None)


def _names_end(block: Block) -> list[int]:
    """Return where the text begins that goes on behind the addressees, below a head that was parted."""
    speech = _SPEECH.search(block.text) if block.heading is None and not block.is_table else None
    if speech is None or not is_addressees(block.text[: speech.end()]):
        return []
    return [speech.end()]


def _parts(block: Block, bounds: Sequence[int]) -> Iterator[Block]:
    """Yield what stands between the bounds, each as a block without the white space around it."""
    if not bounds:
        yield block
        return
    for first, end in pairwise([0, *bounds, len(block.text)]):
        text = block.text[first:end]
        start = block.start + first + len(text) - len(text.lstrip())
        is_glued = block.is_glued or first > 0
        yield replace(block, start=start, end=start + len(text.strip()), text=text.strip(), is_glued=is_glued)
