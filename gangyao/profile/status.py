"""Whether a text is a draft: 某市供水条例（草案）, （征求意见稿） below the title.

That it holds or holds no more, pages of governments say under a label (`fact_labels`): 有效性：失效.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.document.metadata import Finding

_DRAFT = "(?:征求意见|送审|讨论|审议|报批|公示|修改|代拟|建议|初)稿|草案|草稿"
# 《某市供水条例（草案修改二稿征求意见稿）》, 某条例草案; not 关于某条例（草案）的说明.
_TITLE = re.compile(
    rf"(?:[（(][^（）()]{{0,10}}(?:{_DRAFT})[^（）()]{{0,12}}[）)]|征求意见稿|(?<!预算)草案)》?$"
)
_LINE = re.compile(rf"[（(][^（）()]{{0,10}}(?:{_DRAFT})[^（）()]{{0,12}}[）)]")


def draft_status(title: str, first: Iterable[str]) -> Finding | None:
    """Return that the document is a draft, where its title or one of its `first` lines says so."""
    if _TITLE.search(title):
        return Finding("status", "draft", "title")
    if any(_LINE.fullmatch(line) for line in first):
        return Finding("status", "draft", "line below the title")
    return None
