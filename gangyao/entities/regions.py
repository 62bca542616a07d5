"""Parts of provinces that are named by a point of the compass: [渝东北], [豫西南], [苏中]."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.entities.candidates import Candidate

# Provinces by the character that such names open with; 新 and 云 open too many other words.
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁疆"
_PART = re.compile(
    f"[{_PROVINCES}](?:[东西][南北]|[东南西北]部?|中(?![心学国央医小等期型东间午年铁建核石石化车粮]))(?:地区)?"
)
# 京东 and 川西 as a part of 四川西部: what stands before belongs to the same name.
_NOT = ("京东",)
_BEFORE = re.compile("[四江黑新张香湛镇]$")


def compass_regions(text: str, names: Iterable[Candidate]) -> list[Candidate]:
    """Every such part that is none of the `names` already known, nor begins inside one."""
    taken = {at for one in names for at in range(one.start, one.end)}
    return [
        Candidate(one.start(), one.end(), "region", one[0], "grammar")
        for one in _PART.finditer(text)
        if one[0] not in _NOT
        and one.start() not in taken
        and not _BEFORE.search(text, max(0, one.start() - 1), one.start())
    ]
