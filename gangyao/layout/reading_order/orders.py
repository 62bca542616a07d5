"""The front of an order: whose it is, its number, the sentence that puts something out, signature and date.

It stands above the title of what is put out, and so do the announcement (公告) by which a congress does the
same and the notice that hands rules on.
"""

from __future__ import annotations

import re

_LONGEST_HEAD, _LONGEST_SIGNATURE = 80, 40
# Not 责令, 指令, 法令: who gives orders ends so.
_ORDER = re.compile(r"[\u4e00-\u9fff]{1,40}[府院部委局署会厅行办室军席]令")
_ANNOUNCEMENT = re.compile(r"[\u4e00-\u9fff]{1,40}[府院部委局署会厅行席]公告")
# 第12号, （第12号）, 〔十四届〕第2号, 2021年第41号.
_NUMBER = re.compile(
    r"[（(]?(?:[〔\[（(].{1,8}[〕\]）)]\s*|\d{4}\s*年?\s*)?第?\s*[\d一二三四五六七八九十百零〇]{1,6}\s*号[）)]?"
)
_SIGNATURE = re.compile(
    r"[\u4e00-\u9fff]{0,30}(?:主席|总理|委员长|[省市县区州]长|主任|部长|局长|署长|行长|院长|检察长|会长|书记)"
    r"[\s：:]+[\u4e00-\u9fff·]{1,6}(?:\s[\u4e00-\u9fff]{1,2})?"
)
_PUTS_OUT = re.compile(
    "现予?以?(?:公布|发布|颁布|公告|施行|印发)|予以(?:公布|发布|颁布|公告|施行|印发)|印发给?你们|转发给?你们|下发给?你们"
)


def is_order(text: str) -> bool:
    """Tell whether a line says whose order this is: 青山市人民政府令, 青山市人民政府令第12号."""
    if "令" not in text or len(text) > _LONGEST_HEAD:
        return False
    name, mark, number = text.partition("令")
    if _ORDER.fullmatch(name + mark) is None:
        return False
    return not number or _NUMBER.fullmatch(number.strip()) is not None


def is_number_of_order(line: str, before: str) -> bool:
    """Tell whether a line is the number of the order, or announcement, that the one before it names."""
    is_announced = before.endswith("公告") and _ANNOUNCEMENT.fullmatch(before) is not None
    is_named = is_announced or is_order(before)
    return is_named and _NUMBER.fullmatch(line) is not None


def is_signature(text: str) -> bool:
    """Tell whether a line names an office and who holds it, as below an order: 市长　李小明."""
    return len(text) <= _LONGEST_SIGNATURE and _SIGNATURE.fullmatch(text) is not None


def puts_out(text: str) -> bool:
    """Tell whether an order, or a notice, says here that it puts out what stands below it.

    So do …，现予公布，自…起施行。 and 现将…印发给你们。
    """
    return _PUTS_OUT.search(text) is not None
