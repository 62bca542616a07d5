"""What readers of a page say below its text, from its head on: 网友评论（3条）, names with times, replies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.headings import parse_heading

_COUNT = r"\s*(?:[（(]?\s*(?:共\s*)?\d{1,6}\s*条?\s*[）)]?)?"
_HEAD = re.compile(
    rf"[#*\s]{{0,4}}(?:(?:网友|读者|用户|最新|热门|全部|精彩|相关|文章)(?:评论|留言|跟帖)|评论(?:区|列表)?|留言(?:区|板|列表)|跟帖){_COUNT}[：:*]{{0,3}}"
    rf"|(?:共\s*)?\d{{1,6}}\s*条(?:评论|留言|跟帖)|(?:[Cc]omments?|COMMENTS?){_COUNT}[：:]?"
)
# 小城故事 2025-05-02 09:14, 3楼 李某, 回复 赞(12).
_SIGNED = re.compile(
    r".{1,24}\s(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|昨天|今天|\d{1,2}\s?(?:分钟|小时|天)前)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s.{0,12})?"
    r"|\d{1,4}\s?楼.{0,24}|@\S{1,24}.{0,40}"
    r"|(?:回复|赞|顶|踩|举报|点赞)\s?(?:[（(]?\d{0,6}[）)]?)(?:\s+(?:回复|赞|顶|踩|举报|点赞)\s?(?:[（(]?\d{0,6}[）)]?)){0,4}"
)
# So many lines below a head are signed, one of so many at least; a head is no longer (by hand).
_FEWEST_SIGNED, _MOST_LINES = 1, 4
_LONGEST_HEAD = 24


def find_comments(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it belongs to what readers say below the text.

    The head of the comments stands behind the text; names and times are below it, and no numbered headings.
    """
    heads = {n for n, text in enumerate(texts) if 0 < len(text) <= _LONGEST_HEAD and _HEAD.fullmatch(text)}
    begins = len(texts)
    first = next((n for n, text in enumerate(texts) if text), begins)
    signed = lines = 0
    # From the end up: each line is looked at once, however many heads there are.
    for index in range(begins - 1, max(first, min(heads, default=begins) - 1), -1):
        text = texts[index]
        if index in heads and signed >= _FEWEST_SIGNED and _MOST_LINES * signed >= lines:
            begins = index
        if _is_numbered(text):
            break
        lines += bool(text)
        signed += _SIGNED.fullmatch(text) is not None
    return [n >= begins and bool(text) for n, text in enumerate(texts)]


def _is_numbered(text: str) -> bool:
    heading = parse_heading(text)
    return heading is not None and heading.number is not None and not heading.is_weak
