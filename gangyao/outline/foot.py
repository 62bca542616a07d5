"""The foot of an official dispatch: signature and date, the enclosure list, notes, who printed it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.dates import DATE
from gangyao.chinese.document_numbers import NUMBER_LINE
from gangyao.outline.blocks import Block
from gangyao.outline.document_titles import ends_as_title, is_whole_title
from gangyao.outline.formal_lines import (
    LONGEST_FORMAL_LINE,
    OFFICE_NAME,
    ORGANIZATION,
    PUBLICATION,
    SALUTATION,
    is_office,
)
from gangyao.outline.letterhead import issue_line, number_in

_SOURCE = re.compile(r"[（(]?(?:信息)?来源\s*[:：].{1,40}")
_ENCLOSURE = re.compile(r"附件[：:].+")
# Whom to ask, over the signature.
# What a dispatch closes with: 请遵照执行。, 专此批复。
_LAST_WORDS = re.compile(
    "(?:执行|落实|施行|实施|办理|批复|函复|函告|通知|公告|通告|印发|此复|报送|报告)[。！]$"
)
_CONTACT = re.compile(r"[（(]?(?:联系|聯絡|咨询|經辦|经办|抄送|电话|電話|传真|邮箱|地址)[^：:]{0,6}[：:]")
# Who else gets a dispatch may be a list of a hundred bodies; who had it printed and when is one line.
_IMPRINT = re.compile(
    r"(?:抄\s*[送报]|分\s*送)[：:][^。；]{1,600}[。]?(?:\s*\S{4,40}\s*\d{4}年\d{1,2}月\d{1,2}日印\s*发)?"
    r"|(?:[^\s，。：；]{4,40}\s*)?\d{4}年\d{1,2}月\d{1,2}日印\s*发"
)
# Who had it printed may stand on the line above.
_PRINTED_ON = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印\s*发")
# Offices that issue something together, and the day.
_SIGNATURE = 8


def _is_imprint(text: str) -> bool:
    """Tell whether a line says who else gets a dispatch, or who had it printed and when."""
    # What the first of them begins with, and how the other ends.
    return (text[:1] in ("抄", "分") or text.endswith("发")) and _IMPRINT.fullmatch(text) is not None


def mark_feet(blocks: Sequence[Block], first: int) -> list[int]:
    """Set `formal` on every signature with its date from block `first` on.

    Returns, for each foot, the index of the first block after it.
    """
    after: list[int] = []
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block.formal is None and not block.is_table and _is_imprint(block.text):
            block.formal = "imprint"
            block.heading = None
            above = blocks[index - 1]
            if (
                _PRINTED_ON.fullmatch(block.text)
                and above.formal is None
                and OFFICE_NAME.fullmatch(above.text)
            ):
                above.formal, above.heading = "imprint", None
        if block.formal is not None or block.is_table or len(block.text) > LONGEST_FORMAL_LINE:
            continue
        text = block.text
        if PUBLICATION.fullmatch(text):
            block.formal = "publication"
            if after and after[-1] == index:
                after[-1] = index + 1
        elif after and after[-1] == index and _CONTACT.match(text):
            # （联系人：李某，电话：…） below the date is no document of its own.
            block.formal, block.heading = "byline", None
            after[-1] = index + 1
        elif _SOURCE.fullmatch(text):
            block.formal = "byline"
        elif SALUTATION.fullmatch(text):
            block.formal = "salutation"
        elif _ENCLOSURE.fullmatch(text) and block.heading is None:
            _mark_enclosures(blocks, index)
        elif text[-1] in "日月" and block.heading is None and issue_line(text) is not None:
            block.formal = "issue"
            after.append(index + 1)
        elif DATE.fullmatch(text) and (signed := _signature_before(blocks, index)):
            for line in signed:
                blocks[line].formal = "signature"
                blocks[line].heading = None
            block.formal = "date"
            after.append(index + 1)
        elif DATE.fullmatch(text) and _closes(blocks, index):
            block.formal, block.heading = "date", None
            after.append(index + 1)
    return after


def _closes(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a day stands right below the last words of a dispatch, whose issuer its head names."""
    above = blocks[index - 1].text if index else ""
    if not above.endswith(("。", "！")):
        return False
    below = blocks[index + 1].text if index + 1 < len(blocks) else "附件"
    return _LAST_WORDS.search(above) is not None or below.startswith("附") or ends_as_title(below)


def _mark_enclosures(blocks: Sequence[Block], index: int) -> None:
    """Mark `附件：1.…` and the numbered lines that continue it."""
    blocks[index].formal = "enclosure"
    expected = 2
    for block in blocks[index + 1 : index + 20]:
        heading = block.heading
        if (
            heading is None
            or heading.family != "arabic"
            or heading.number != expected
            or len(block.text) > LONGEST_FORMAL_LINE
        ):
            return
        block.formal = "enclosure"
        block.heading = None
        expected += 1


def _signature_before(blocks: Sequence[Block], index: int) -> list[int]:
    """Return the short lines (issuers' names) that stand right before the date at `index`."""
    found: list[int] = []
    for line in range(index - 1, max(index - 6, -1), -1):
        block = blocks[line]
        if block.formal is not None or block.is_table or not block.is_short or len(block.text) > 40:
            break
        if block.heading is not None and block.heading.family not in ("annex",):
            break
        if _CONTACT.match(block.text) or is_whole_title(block.text):
            # 2022年环境状况公报 over an office and a day opens a document.
            break
        found.insert(0, line)
    if not found:
        return []
    last = blocks[found[-1]].text
    return found if ORGANIZATION.search(last) else found[-1:] if is_office(last) else []


def number_at_foot(blocks: Sequence[Block]) -> str | None:
    """Return the number that stands right below the first signature and its day, None where none does.

    A number over another title is that of what is handed on.
    """
    signed = next((index for index, block in enumerate(blocks) if block.formal == "signature"), None)
    if signed is None:
        return None
    foot = blocks[signed : signed + _SIGNATURE]
    below = [block.text for block in foot if block.formal not in ("signature", "date")]
    if not below or NUMBER_LINE.fullmatch(below[0]) is None or ends_as_title("".join(below[1:2])):
        return None
    return number_in(below[0])
