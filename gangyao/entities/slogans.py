"""Coinages that hold a place: “投资江西”, “山西之夜”, 建设健康青海: each is one name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.openers import is_opened

# What stands before the place at the end of a slogan, and behind it where it begins one.
_BEFORE = re.compile("“([\u4e00-\u9fff]{2,4})$")
_BEHIND = re.compile("(?:之[\u4e00-\u9fff]{1,2}|有礼|有约|礼物|印象|记忆|故事|智造|制造|优品|好物|臻品)(?=”)")
_LONGEST_BEFORE = 5
# What a place is to become is a policy, what it is touted as a brand.
_AIMS = frozenset(
    ("平安", "法治", "数字", "健康", "美丽", "智慧", "清廉", "清洁", "幸福", "信用", "诚信", "绿色", "质量")
)
_AIM = 2
# What stands behind an aim that needs no marks: 建设[健康青海]，, 推进[法治青海]建设.
_AIM_ENDS = ("建设", "水平", "创建", "取得", "等", "，", "。", "；", "、", "和", "\n")


def place_slogans(text: str, names: Iterable[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The quoted slogans that begin or end with a division among `names`, and what it is to become."""
    found: list[Candidate] = []
    for one in names:
        if one.division is None or one.end - one.start < 2:
            continue
        if (
            text[one.start - _AIM : one.start] in _AIMS
            and text.startswith(_AIM_ENDS, one.end)
            and is_opened(text, one.start - _AIM, gazetteer.openers)
        ):
            start = one.start - _AIM
            found.append(Candidate(start, one.end, "policy", text[start : one.end], "grammar"))
        elif text.startswith("”", one.end):
            if before := _BEFORE.search(text, max(0, one.start - _LONGEST_BEFORE), one.start):
                _add(found, text, before.start(1), one.end, before[1], gazetteer)
        elif text.endswith("“", 0, one.start) and (behind := _BEHIND.match(text, one.end)):
            _add(found, text, one.start, behind.end(), "", gazetteer)
    return found


def _add(found: list[Candidate], text: str, start: int, end: int, before: str, gazetteer: Gazetteer) -> None:
    slogan = text[start:end]
    if slogan in gazetteer.not_names:
        return
    kind: EntityType = "policy" if before in _AIMS else "brand"
    found.append(Candidate(start, end, kind, slogan, "quoted"))
