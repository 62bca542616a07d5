"""The lines around the text of an official dispatch, by the forms of GB/T 9704.

Above the title stand copy number, secrecy, urgency, `…文件`, the number of the document and who signs it;
below the text the list of annexes, signature, date, notes, whom to ask, who gets a copy, who printed it. They
stand in this order and together, wherever columns end.
"""

from __future__ import annotations

import re

from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.layout.reading_order.orders import is_number_of_order, is_order

_YEAR = rf"{OPENS_YEAR}\s*(?:19|20)\d\d\s*{CLOSES_YEAR}"
_HEAD = re.compile(
    r"\d{6}|(?:绝密|机密|秘密)(?:\s*[★☆*].{0,8})?|特急|特提|加急|平急|急件|紧急"
    r"|[\u4e00-\u9fffA-Z]{3,40}文\s*件(?:\s*[（(].{1,12}[）)])?"
    rf"|[\u4e00-\u9fffA-Z]{{1,16}}{_YEAR}(?:第)?\s*\d{{1,4}}\s*号(?:\s*(?:签发人|签发).{{1,20}})?"
    r"|(?:签发人|签发|会签人|会签)\s*[：:].{1,30}"
)
_NUMBER = re.compile(rf".{{1,16}}{_YEAR}")
_TITLE_LIKE = re.compile(r"[^，。；：！？]{3,60}")
_ADDRESSEES = re.compile(
    r"[^。；！？]{2,200}(?:政府|部门|机构|单位|[局厅委办会院校区县市省州]|公司|银行|中心)(?:[）)])?[：:]"
)
_DATE = re.compile(
    r"[（(]?(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日[）)]?"
)
_FOOT = re.compile(
    r"[（(](?:此件|联系人|信息公开).{0,60}[）)]|(?:联系人|联系电话|联系方式)\s*[：:].{1,60}|(?:抄送|抄报|主送|分送)\s*[：:].*"
    r"|.{2,40}\d\s*日\s*印发|(?:共印|印数|份数).{0,4}\d+\s*份?.{0,4}|主题词\s*[：:].*"
)
# What each of them begins with, and how the one that may begin with anything ends.
_BEGINS_FOOT, _ENDS_FOOT = frozenset("（(联抄主分共印份"), "印发"
_ANNEXES = re.compile(r"附\s*件\s*[：:]?.{0,80}")
_NEXT_ANNEX = re.compile(r"[2-9１-９]\s*[.．、].{2,60}")


def is_head(text: str) -> bool:
    """Tell whether a line stands above the title of a dispatch."""
    return len(text) <= 80 and (_HEAD.fullmatch(text) is not None or is_order(text))


def is_foot(text: str) -> bool:
    """Tell whether a line stands below the date of a dispatch."""
    may_be = text[:1] in _BEGINS_FOOT or text.endswith(_ENDS_FOOT)
    return may_be and _FOOT.fullmatch(text) is not None


def stay_together(before: str, line: str) -> bool:
    """Tell whether `line` belongs to `before`, the line printed before it, in a dispatch's head or foot."""
    if is_head(before) or is_foot(line):
        return True
    if is_number_of_order(line, before):
        return True
    is_name = _TITLE_LIKE.fullmatch(before) is not None
    if _DATE.fullmatch(line) is not None or (line[-1:] in "：:" and _ADDRESSEES.fullmatch(line) is not None):
        return is_name
    if is_name and len(line) <= 60 and _NUMBER.match(line) is not None and is_head(line):
        return True
    return (
        before.startswith("附")
        and _ANNEXES.fullmatch(before) is not None
        and bool(_NEXT_ANNEX.fullmatch(line))
    )
