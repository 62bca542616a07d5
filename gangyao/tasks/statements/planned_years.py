"""Figures that a section on a year plans, though no verb sets them: 教育支出72亿元，增长5.1%."""

from __future__ import annotations

import re
from collections.abc import Mapping

# 2026年预算草案, 2026年工作安排: in such a section figures are planned where nothing of the past is told but
# what they are compared with.
_PLANS_YEAR = re.compile("(20[0-9]{2})年[^，。]{0,12}(?:预算|安排|计划|草案|目标|打算|重点|任务)(?!执行)")
_PLANNED = re.compile("(?:安排|预期|提高[到至]?|增[长加]|下降|减少|压减|控制在|达到?)[^，。；0-9]{0,12}[0-9]")
_THAN_LAST = re.compile("[比较](?:上年|去年)(?:同期|年初)?(?:执行数|预算数?|完成数|实际)?")
_FACT = re.compile(
    "19[0-9]{2}年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|没有|未能|例如|实际|完成预算|执行结果|决算|全国"
)
_DONE = re.compile("了|已|曾|截至|目前|现有|去年|上年|同期|过去|以来")
_YEAR = re.compile("20[0-9]{2}(?=年|[-—–~～至])")


def years_planned(titles: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return by path the year whose budget or work a section plans; `titles` are those down to each."""
    found = {path: list(filter(None, map(_PLANS_YEAR.search, those))) for path, those in titles.items()}
    return {path: int(those[-1][1]) for path, those in found.items() if those}


def is_planned(sentence: str, year: int) -> bool:
    """Tell whether a sentence says how much there is to be in `year`: 教育支出安排72亿元，比上年增长5%."""
    if _PLANNED.search(sentence) is None or any(int(one[0]) < year for one in _YEAR.finditer(sentence)):
        return False
    return _DONE.search(_THAN_LAST.sub("", sentence)) is None and _FACT.search(sentence) is None
