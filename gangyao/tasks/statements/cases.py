"""Items of a list that says of what something holds: 有下列情形之一的，…：（一）未经审查出台措施；.

Each is a case or a thing, whatever verb opens it. What 职责, 措施 or 程序 list is to be done.
"""

from __future__ import annotations

import re

from gangyao.document.outline import Outline

_LISTS = re.compile(
    "(?:下列|以下)[^，。；：]{0,8}?(?:情形|行为|情况|条件|材料|信息|资料|文件|内容|因素|证明)(?:之一)?(?:的?，[^。；]*|的)?：$"
)
_ITEM = re.compile(r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])")
_BINDS = re.compile("应当?(?![急用届对收付税诊聘])|必须|不得(?!已)|务必")


def listed_cases(outline: Outline) -> frozenset[int]:
    """Return which paragraphs are items of such a list, and bind nobody themselves."""
    found: set[int] = set()
    lists, section = False, ""
    for index, paragraph in enumerate(outline.paragraphs):
        is_item = paragraph.section_path == section and _ITEM.match(paragraph.text) is not None
        if lists and is_item:
            if _BINDS.search(paragraph.text) is None:
                found.add(index)
            continue
        section = paragraph.section_path
        lists = paragraph.text.endswith("：") and _LISTS.search(paragraph.text) is not None
    return frozenset(found)
