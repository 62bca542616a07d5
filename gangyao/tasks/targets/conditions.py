"""Figures that say of whom, where or at what price something holds: cases, zones, fines, rates of taxes."""

from __future__ import annotations

import re

from gangyao.tasks.targets.units import Unit

# 面积为90平方米及以下的，减按…; 逾期30日的，处…: a clause that ends with 的 names a case.
_OF_CASE = re.compile("[^，。；：\\d]{0,16}的，")
# 铁路两侧500米范围内: where, not how far something is to reach.
_AROUND = re.compile(
    "(?:两侧|周边|周围|四周|外围|方圆|半径|边缘|边界|距[^，。；]{1,12}|距离[^，。；]{0,12})$"
)
_RANGE = re.compile("以?内?的?(?:范围|区域|地带|缓冲区)")
# 处1万元以上5万元以下的罚款, and what is to be paid a day for being late (滞纳金).
_FINE = re.compile("[^，。；：]{0,14}?的?(?:罚款|罚金|滞纳金)")
_FINES = re.compile("处[^，。；]{0,30}$|并处[^，。；]{0,30}$|加收[^，。；]{0,30}$")
# 减按1%的税率征收.
_RATE = re.compile("的?[^，。；：\\d]{0,4}(?:税率|征收率|费率|利率)")
_RATED_BY = re.compile("(?:按照?|依|适用|减按)[^，。；]{0,6}$")
_FINED = ("money", "percent", "multiple")
# 80岁以上老年人每餐补贴3元 tells of whom; 人均预期寿命提高到80岁, 退休年龄 measure an age.
_AGES = frozenset(("岁", "周岁"))
_AGE_MEASURED = re.compile("(?:寿命|年龄)[^，。；：、]*$")
# 75%以上（含75%）
_WITH = ("（含", "(含", "（不含", "(不含")
_SPAN = 34


def is_condition(text: str, start: int, end: int, unit: Unit) -> bool:
    """Tell whether the quantity at `start`:`end` is one that only tells when, where or how a rule holds."""
    if text.endswith(_WITH, 0, start):
        return True
    before = text[max(0, start - _SPAN) : start]
    if unit.printed in _AGES:
        return _AGE_MEASURED.search(before) is None
    if unit.kind == "length":
        return _AROUND.search(before) is not None or _RANGE.match(text, end) is not None
    if unit.kind == "percent" and _RATE.match(text, end) is not None:
        return _RATED_BY.search(before) is not None
    if unit.kind in _FINED and _FINE.match(text, end) is not None and _FINES.search(before) is not None:
        return True
    return _OF_CASE.match(text, end) is not None
