"""Towns, townships, villages and sub-districts (龙场镇). No table lists them, so they have no code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.openers import is_opened
from gangyao.entities.sites import is_proper

# 农村, 乡村 and 乡镇 are left out at once: they are most of what ends so.
_TOWN = re.compile("镇(?<![农乡].)|乡(?<![农乡].)|村(?<![农乡].)|街道")
_HAN = re.compile("[\u4e00-\u9fff]+$")
_LENGTHS = (2, 3)
_CLASS = re.compile("[各全所有建制中心城重]")


def town_names(text: str, names: Iterable[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Every town that stands behind the name of its county or where a name may begin.

    `names` has the divisions that are named in the text.
    """
    counties = frozenset(one.end for one in names if one.division and not one.division.is_short)
    found: list[Candidate] = []
    last = -1
    for town in _TOWN.finditer(text):
        start, end = town.span()
        if not gazetteer.limits.holds(town[0], text, start, end):
            continue
        for begin in (start - length for length in _LENGTHS):
            if begin < 0 or not _HAN.match(text, begin, start):
                break
            if _is_town(text, begin, start, last, counties, gazetteer):
                found.append(Candidate(begin, end, "admin_area", text[begin:end], "grammar"))
                last = end
                break
    return found


def _is_town(
    text: str, begin: int, end: int, last: int, counties: frozenset[int], gazetteer: Gazetteer
) -> bool:
    """Tell whether the town's name stands at `begin`:`end`.

    `last` is where the town before it ends, `counties` where the full names of divisions end.
    """
    inner = text[begin:end]
    if begin in counties:  # 静乐县[鹅城]镇
        return not (_CLASS.match(inner) or inner.endswith("集"))
    if begin == last:  # 常安乡[小娄峰]村
        return not gazetteer.limits.is_inside("towns", inner[1:])
    if not is_opened(text, begin, gazetteer.openers):
        return False
    return is_proper(inner, gazetteer, True) and not gazetteer.limits.is_inside("towns", inner)
