"""Parts of provinces that are named by a point of the compass: [渝东北], [豫西南], [苏中]."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from gangyao.entities.candidates import Candidate

# Provinces by the character that such names open with; 新 and 云 open too many other words.
_PART = re.compile(
    "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁疆]"
    "(?:[东西][南北]|[东南西北]部?|中(?![心学国央医小等期型东间午年铁建核石化车粮]))(?:地区)?"
)
_NOT = ("京东",)
# 四川西 is a part of 四川西部: what stands before belongs to the same name.
_BEFORE = re.compile("[四江黑新张香湛镇]$")
# So many known names before a place are looked at: more do not overlap there.
_REACH = 4


def compass_regions(text: str, names: Iterable[Candidate]) -> list[Candidate]:
    """Every such part that is none of the `names` already known, nor lies inside one."""
    known = sorted([(one.start, one.end) for one in names])
    starts = [start for start, _ in known]
    return [
        Candidate(one.start(), one.end(), "region", one[0], "grammar")
        for one in _PART.finditer(text)
        if one[0] not in _NOT
        and not _is_covered(one.start(), one.end(), known, starts)
        and not _BEFORE.search(text, max(0, one.start() - 1), one.start())
    ]


def _is_covered(start: int, end: int, known: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Tell whether one of the `known` spans that begin at or before `start` reaches `end`."""
    at = bisect_right(starts, start)
    return any(reached >= end for _, reached in known[max(0, at - _REACH) : at])
