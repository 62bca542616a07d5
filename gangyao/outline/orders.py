"""An order, and the text that it puts out: 某市人民政府令, 《某市供水条例》已经…会议通过，现予公布."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.outline import DispatchHead
from gangyao.outline.blocks import Block
from gangyao.outline.head import HEAD_BLOCKS
from gangyao.outline.letterhead import number_in

_PUT_OUT = re.compile(
    r"《(?P<title>[^《》]{4,80})》(?:（[^（）]{1,12}）)?[^，。]{0,6}已.{0,80}?(?:通过|批准|同意)"
    r"[^。]{0,20}(?:公布|发布|施行)"
)

# Within a title the marks of another are 〈 and 〉.
_MARKS = str.maketrans("〈〉", "《》")


def with_what_it_puts_out(head: DispatchHead, attached: str | None, blocks: Sequence[Block]) -> DispatchHead:
    """Return the head of an order with title and number of what it puts out.

    `attached` is the title that stands over that text; where it stands over none, the order's sentence names
    it. The number may stand below the signature, with the text.
    """
    texts = [block.text for block in blocks[:HEAD_BLOCKS] if not block.is_table]
    put_out = (
        found["title"].translate(_MARKS) for text in texts if (found := _PUT_OUT.match(text)) is not None
    )
    numbers = (number for text in texts if "号" in text and (number := number_in(text)) is not None)
    return replace(
        head,
        title=attached or next(put_out, head.title),
        document_number=head.document_number or next(numbers, None),
    )
