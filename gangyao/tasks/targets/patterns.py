"""Patterns that several modules of targets read, and word lists as alternatives of one."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What stands behind a number of years, months or days that a ban or a relief lasts: 3年|内不得申报.
LASTS = re.compile(
    "(?:[之以]?内)，?(?:均|一律|都)?"
    "(?:不得|不予|不再|不准|不许|禁止|暂停|停止|取消|免征|免缴|免收|免交|减征|减免|减半|限制)"
)


def longest_first(words: Iterable[str]) -> str:
    """Return `words` as alternatives, longest first: 以上水平 before 以上.

    `re` tries alternatives one by one. Here one look tells that none of them can fit, and those that begin
    alike are tried only behind their first character.
    """
    behind: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        behind.setdefault(word[0], []).append(re.escape(word[1:]))
    firsts = "".join(map(re.escape, sorted(behind)))
    alternatives = "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in behind.items())
    return f"(?=[{firsts}])(?:{alternatives})"


# Whom or what 万 and 亿 count without a counter.
_COUNTED_HEADS = (
    "人口|群众|居民|农民工|[农牧市村移]民|农户|劳动力|劳动者|职工|员工|务工人员|工人|人员|人才|党员|干部|会员|用户|住户"
    "|学生|学子|师生|毕业生|青年|儿童|孩子|妇女|老人|老年人|残疾人|患者|游客|旅客|群体|主体|企业"
)
#: What 万 and 亿 count without a counter, as far as the end of its name: 1.8万|农业转移人口|落户.
COUNTED = rf"[\u4e00-\u9fff]{{0,8}}?(?:{_COUNTED_HEADS})"
