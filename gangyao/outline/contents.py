"""A table of contents without dots or page numbers: headings in a row that all come again below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.outline.blocks import Block

_HEAD = re.compile(r"目\s*[录錄次]")
_PAGE = re.compile(r"[\s\u3000.．·…]*[0-9]{1,4}$")
_MIN_RUN = 4
#: This share of a run must come again for it to be a table of contents: one line may be damaged.
_SHARE = 0.75


def mark_contents(blocks: Sequence[Block]) -> None:
    """Set `formal` on the lines of a table of contents, and take their headings from them."""
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and _is_entry(blocks[end]):
            end += 1
        if end - start >= _MIN_RUN:
            for index in range(*_listed(blocks, start, end)):
                blocks[index].formal = "contents"
                blocks[index].heading = None
            if start and blocks[start].formal == "contents" and _HEAD.fullmatch(blocks[start - 1].text):
                blocks[start - 1].formal = "contents"
        start = end + 1


def _listed(blocks: Sequence[Block], start: int, end: int) -> tuple[int, int]:
    """Return the part of a run of headings that is a table of contents: what comes again after it.

    The run may end with the first headings of the text itself, which repeat those that open it.
    """
    keys = [_key(block) for block in blocks[start:end]]
    repeated = next((i for i in range(_MIN_RUN, len(keys)) if keys[i] == keys[0]), len(keys))
    later = {_key(b) for b in blocks[start + repeated :] if b.heading is not None}
    again = sum(key in later for key in keys[:repeated])
    return (start, start + repeated) if again >= _SHARE * repeated else (start, start)


def _is_entry(block: Block) -> bool:
    heading = block.heading
    return heading is not None and heading.body_start is None and not block.is_table and bool(heading.title)


def _key(block: Block) -> tuple[str, tuple[int, ...], str]:
    heading = block.heading
    if heading is None:
        return "plain", (), block.text
    return heading.family, heading.numbers, re.sub(r"\s", "", _PAGE.sub("", heading.title))
