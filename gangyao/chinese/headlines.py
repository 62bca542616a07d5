"""Headlines of accounts and papers, and words that lead over to a text: 重磅！…新政来了, 全文如下：."""

from __future__ import annotations

import re

# What a headline has and the title of an official text has not.
_HEADLINE = re.compile(r"[！!？?｜|丨→↓]|[…⋯]$|^【[^【】]{1,8}】$")
_LEADS_OVER = re.compile(r"(?:全文|原文|内容|详情|具体|通知|公告|文件)[^，。]{0,6}如下[：:]?$")
_LONGEST = 160


def is_headline(text: str) -> bool:
    """Tell whether a line has what headlines have and titles of official texts have not."""
    return _HEADLINE.search(text) is not None


def leads_over(text: str) -> bool:
    """Tell whether a line announces the text below it: 近日，某局印发《某办法》。全文如下：, 详情如下."""
    return len(text) <= _LONGEST and _LEADS_OVER.search(text) is not None
