"""What accounts and sites print between their headline and a text: 原创 某县发布 2026年3月18日 17:30 河北.

Names, a day with the time of day, and the place of the account, in any order and on one line or several. An
hour alone proves nothing in a text (a roll of floods, a timetable): only lines above the text are taken, and
no more than a page has of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.headlines import is_headline
from gangyao.chinese.page_lines import DAY_AND_CLOCK
from gangyao.layout.furniture.breadcrumbs import is_crumb_row

# What is in front of a text takes no more lines with words, and none of these is longer.
_REACH, _LONGEST = 16, 60
# When it was put out, and when it was changed; a timetable has more.
_MOST_STAMPS = 2
_NAME = r"[^\s·|｜：:，。；]{1,16}"
_STAMPED = re.compile(
    rf"(?P<names>(?:原创[\s·|｜]+)?(?:{_NAME}[\s·|｜]+){{0,3}})(?:{DAY_AND_CLOCK})"
    rf"(?:[\s·|｜]*(?:(?:发表于|发布于)\s*)?{_NAME}){{0,2}}"
)
_BYLINE = re.compile(
    rf"原创(?:\s+{_NAME}){{1,3}}|以下(?:文章|内容)来源于[^。；]{{2,40}}|{_NAME}(?:官方账号|官方帐号)(?:\s+(?:\+\s?)?关注)?"
    rf"|{_NAME}\s+(?:刚刚|今天|昨天|前天|\d{{1,2}}(?:分钟|小时|天|周|个?月)前)(?:\s+[\u4e00-\u9fff]{{2,6}})?"
    r"|[\u4e00-\u9fff]{2,10}\d{1,2}月\d{1,2}日[讯电訊電]"
)
# Accounts and papers are called so; the last line of a title over the hour is not.
_ACCOUNT = re.compile(
    "微[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,8}(?:发布|融媒|融媒体|日报|晚报|新闻|传媒|网|在线|电视台|广播|之声|政务|头条)"
)

_LONGEST_ACCOUNT = 16
# 河北, 黑龙江: the place of the account.
_PLACE = re.compile(
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南"
    "|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾"
)


def find_page_bylines(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it says above the text who put it out and when."""
    flags = [False] * len(texts)
    seen_at: list[int] = []
    stamps = 0
    for index, text in enumerate(texts):
        if not text:
            continue
        if len(seen_at) >= _REACH or _begins_text(text):
            break
        stamped = _STAMPED.fullmatch(text) if len(text) <= _LONGEST else None
        if stamped is not None or (len(text) <= _LONGEST and _is_byline(text)):
            flags[index] = True
            stamps += stamped is not None
            if stamps > _MOST_STAMPS:
                return [False] * len(texts)
            if stamped is not None and not stamped["names"]:
                for other in _beside(texts, seen_at, index):
                    flags[other] = True
        seen_at.append(index)
    # Above no text nothing is a byline: a roll of two lines is the text.
    last = next((index for index in range(len(texts) - 1, -1, -1) if texts[index]), 0)
    return flags if not any(flags) or not flags[last] else [False] * len(texts)


def _beside(texts: Sequence[str], above: Sequence[int], stamp: int) -> Iterator[int]:
    """Yield the lines above and below a day with the time of day that say whose it is, and where they are."""
    if above:
        name = texts[above[-1]]
        is_below_headline = len(above) > 1 and above[-2] == above[0] and is_headline(texts[above[0]])
        if _ACCOUNT.fullmatch(name) or (is_below_headline and len(name) <= _LONGEST_ACCOUNT):
            yield above[-1]
    if stamp + 1 < len(texts) and _PLACE.fullmatch(texts[stamp + 1]):
        yield stamp + 1


def _is_byline(text: str) -> bool:
    return _BYLINE.fullmatch(text) is not None or is_crumb_row(text)


def _begins_text(text: str) -> bool:
    heading = parse_heading(text)
    return (heading is not None and heading.family != "markdown") or text[-1] == "。"
