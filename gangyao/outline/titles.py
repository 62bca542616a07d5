"""Headings without a number: short lines that stand between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.duty_labels import is_duty_line, names_only_bodies
from gangyao.chinese.duty_lines import is_line_of_duties
from gangyao.chinese.headings import Heading, parse_ordinal_sentence
from gangyao.outline.blocks import Block

_HAN = re.compile("[\u4e00-\u9fff]")
_NO_TITLE = re.compile(
    r"^[（(—\-\[【*·●○■□◆◇＠@]|^(?:专栏|附?[表图注])\s*[0-9一二三四五六七八九十]|[。；→|│]|^\d+$"
    # A colon divides a title (`一屏：山区生态屏障`), and a key from its value in a form.
    r"|^(?:\S{0,4}单位|责任|主办|牵头|来源|备注|说明|时间|地点|联系|电话|\S{0,4}目标|组长|成员|附件)|：.*：|：.{0,3}$|^.{9,}："
    # What is to be ticked or filled in on a form.
    r"|[□☐☑☒]|[_＿]{2}"
)
_NOTE = re.compile(r"[（(〔【\[][^（）()]*(?:责任|牵头|负责|配合)[^（）()〔〕【】\[\]]*[）)〕】\]]。?")
#: A title is this long at most, and what stands under it at least.
MAX_PLAIN_TITLE = 45
_MIN_BODY = 40
#: Where this many short lines are headings, a longer line without a mark at its end is one too, up to
_ENOUGH = 4
_MAX_HEADLINE = 90
_MIN_SERIES = 3


def plain_titles(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the indices of the blocks that read like headings without a number.

    One is a short line with no mark at its end that stands after the end of a paragraph (or after a heading
    or the head) and before a paragraph or the first of a numbered series. A run of short lines, as a table
    leaves behind, holds none.
    """
    found = {i for i, b in enumerate(blocks) if _can_be_title(b) and _stands_alone(blocks, i)}
    if len(found) >= _MIN_SERIES - 1:
        # Where two more are headings: 水环境, as 大气环境.
        found |= {i for i, b in enumerate(blocks) if _can_be_title(b, fewest=2) and _stands_alone(blocks, i)}
    if len(found) >= _ENOUGH:
        found |= {i for i, b in enumerate(blocks) if _can_be_long_title(b) and _stands_alone(blocks, i)}
    return frozenset(found)


def ordinal_titles(blocks: Sequence[Block]) -> dict[int, Heading]:
    """Return the lines `第一，…。`, `第二，…。` that head what stands below them, with their headings.

    Such a line is a sentence of its paragraph as a rule. It is a title where each of a series from 1 on
    (three or more) is one sentence alone on its line and has a paragraph below it.
    """
    found: dict[int, Heading] = {}
    series: dict[int, Heading] = {}
    for index, block in enumerate(blocks):
        if not block.text.startswith("第"):
            continue
        heading = parse_ordinal_sentence(block.text) if block.heading is None and not block.is_table else None
        stands_alone = heading is not None and index + 1 < len(blocks) and _is_long(blocks[index + 1])
        if heading is not None and stands_alone and heading.number == len(series) + 1:
            series[index] = heading
            continue
        if heading is None and block.heading is not None:
            continue
        found |= series if len(series) >= _MIN_SERIES else {}
        series = {index: heading} if heading is not None and stands_alone and heading.number == 1 else {}
    return found | (series if len(series) >= _MIN_SERIES else {})


def _is_long(block: Block) -> bool:
    is_text = block.heading is None and block.formal is None
    return is_text and (len(block.text) >= _MIN_BODY or block.text[-1] == "：")


def _can_be_title(block: Block, fewest: int = 4) -> bool:
    if block.is_table or block.formal is not None or not block.is_short or len(block.text) > MAX_PLAIN_TITLE:
        return False
    if block.heading is not None and block.heading.family != "ordinal":
        return False
    text = block.text
    if len(_HAN.findall(text)) < max(fewest, 0.55 * len(text)) or _NO_TITLE.search(text):
        return False
    return not _names_bodies(text)


def _can_be_long_title(block: Block) -> bool:
    """Tell whether a line may be a headline of more than one sentence: it has no mark at its end."""
    if block.is_table or block.formal is not None or block.heading is not None:
        return False
    return (
        MAX_PLAIN_TITLE < len(block.text) <= _MAX_HEADLINE
        and _HAN.match(block.text[0]) is not None
        and _HAN.match(block.text[-1]) is not None
        and not is_line_of_duties(block.text)
    )


def _names_bodies(text: str) -> bool:
    """Tell whether a line names nothing but bodies, and maybe their parts."""
    return is_line_of_duties(text) or ("、" in text and names_only_bodies(text))


def _answers(text: str) -> bool:
    """Tell whether a line only says who answers for the one before."""
    return is_duty_line(text) or _names_bodies(text) or _NOTE.fullmatch(text) is not None


def _stands_alone(blocks: Sequence[Block], index: int) -> bool:
    if index + 1 >= len(blocks):
        return False
    after = blocks[index + 1]
    if after.is_table or after.formal not in (None, "salutation"):
        return False
    if _answers(after.text):
        # 完善评价机制 / 省教育厅、省财政厅等按职责分工负责: what they answer for is no heading.
        return False
    if after.heading is not None and after.heading.family != "ordinal":
        if after.heading.number != 1:
            return False
    elif not _is_body(after):
        return False
    if index == 0:
        return True
    before = blocks[index - 1]
    return (
        before.formal is not None
        or before.heading is not None
        or _is_body(before)
        or before.text[-1] in "。！？；”："
    )


def _is_body(block: Block) -> bool:
    return len(block.text) >= _MIN_BODY or block.text[-1] in "。！？；："
