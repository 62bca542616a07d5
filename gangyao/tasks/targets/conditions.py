"""Figures that say of whom, where or at what price something holds: cases, zones, fines, rates of taxes.

And those that score, or only count what the text speaks of.
"""

from __future__ import annotations

import re

from gangyao.tasks.targets.units import Unit

# 面积为90平方米及以下的，减按…; 逾期30日的，处…: a clause that ends with 的 names a case.
_OF_CASE = re.compile("[^，。；：\\d]{0,16}的，")
_LONGEST_CASE = 18
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
# 对单户担保金额500万元及以下的小微企业, of which no more than a share counts: 对行政村30%以上的….
_FOR = re.compile("对(?<![应相绝核校]对)(?![外口接标照应比象])[^，。；：]{2,28}$")
_OF_THEM = re.compile(
    "[^，。；：]{0,20}?的(?!奖|补|资助|标准|比例|罚款|支持|扶持|优惠|要求|目标)[^，。；：的]{2}"
)
_OF_RATE = re.compile("(?:率|比例|占比|比重)[^，。；：]{0,6}$")
_BOUNDED = re.compile("(?:不足|不满|不到|[少多大小低高]于|超过?|达到?)$")
_BOUNDS_BEHIND = ("以上", "以下", "以内", "及以上", "及以下")
# 单户担保金额500万元及以下|的占比, 一万立方米以上|的单位应当: how large those are.
_SIZED_KINDS = ("money", "volume", "area", "mass", "power", "energy")
_SIZE_BOUND = re.compile("及?以[上下]|以内")
_OF_SIZE = re.compile(
    "的(?!奖|补|资助|标准|比例|罚款|支持|扶持|优惠|要求|目标|任务|水平|规模|速度|幅度|贴息|跨越|增长|资金|投资|贷款"
    "|收入|能力|产能)[^，。；、：\\d]{1,12}?(?:(?P<mark>[，。；、])|占比|应当?|必须|不得|可以|需要?)"
)
# 总投资500亿元以上|的新材料项目: by which they are measured. 5万亩以上的农田 may be all there is to be.
_SIZE_NAMED = re.compile("(?:投资额?|产值|营收|收入|金额|税收|估值|资本|限额)$")
# 厚度低于0.01毫米|的地膜
_BELOW = re.compile("(?:低于|小于|少于|大于|不足|不满)$")
# 64个预增产值过10亿元、2334个过2000万元|的工业增长点
_COUNTED_SO = re.compile(r"\d[个家户条项][^，。；、\d]{0,10}(?:超过?|过|突破|达到?)$")
_THOSE = re.compile(r"的[\u4e00-\u9fff]|、\d+[个家户条项](?:[^，。；、\d]{0,8})(?:超过?|过|突破|达到?)\d")
# 超过定额不足20%|的部分, 所得额100万元至300万元|部分
_PART_STARTS = frozenset("及以之的")
_PART = re.compile("(?:及?以[上下]|以内|之间)?的部分")
# 按照基本水价的一点五倍|收取: what is to be paid.
_CHARGED = re.compile("(?:的标准)?(?:收取|征收|缴纳|计收|加收|支付)")
# 20户及以上|自然村: of which the text speaks.
_OF_AT_LEAST = re.compile("及以上的?[\u4e00-\u9fff]{2}")
# What is given or done to them stands behind its verb.
_DONE = re.compile("给予|予以|按|奖励|补贴|补助|处以|实施|实现|确保|控制|提高|提升|安排|开展|进行|落实")
# 完善相关手续（10分）, 得0.5分: marks of an assessment; 满意度达到90分 is none.
_MARKED = ("得", "扣", "计", "记", "加", "减", "赋", "（", "(")
# 以上28项指标, 排名前15家企业, 提出6项指标: how many the text speaks of.
_POINTED_AT = re.compile(
    "(?:^|[，。；：、“（抓按将对好成行照实])(?:以上|上述|以下|下列)(?:共计)?$|(?:排名|排在|位居|全[国省市县区])前$|性指标$"
)
_TELLS_OF = re.compile("(?:提出|共计|设置|设定|落实|执行|贯彻)了?$")
# What each of them ends with: few words before a count do.
_LAST_OF_POINTING, _LAST_OF_TELLING = frozenset("上述下列计前标"), frozenset("了出计置定实行彻")
_TOLD_OF = re.compile("(?:主要|重点|具体|重大|优化)?(?:指标|措施|举措|工程|要求|意见|建议)")


def is_condition(text: str, start: int, end: int, unit: Unit) -> bool:
    """Tell whether the quantity at `start`:`end` is one that only tells when, where or how a rule holds."""
    if text.endswith(_WITH, 0, start):
        return True
    before = text[max(0, start - _SPAN) : start]
    if unit.printed in _AGES:
        return _AGE_MEASURED.search(before) is None
    if unit.kind == "length":
        is_where = _AROUND.search(before) is not None or _RANGE.match(text, end) is not None
        return is_where or _is_size(text, end, before)
    if unit.kind == "percent" and _RATE.match(text, end) is not None:
        return _RATED_BY.search(before) is not None
    if unit.kind in _FINED and _FINE.match(text, end) is not None and _FINES.search(before) is not None:
        return True
    if unit.kind == "count" and _is_pointed_at(text, end, before):
        return True
    if unit.kind == "count" and _OF_AT_LEAST.match(text, end) is not None:
        return True
    if unit.kind == "score" and before.endswith(_MARKED):
        return True
    if unit.kind == "multiple" and _CHARGED.match(text, end) is not None:
        return True
    if (text[end : end + 1] in _PART_STARTS and _PART.match(text, end) is not None) or (
        unit.kind in _SIZED_KINDS and _is_size(text, end, before)
    ):
        return True
    is_case = text.find("的，", end, end + _LONGEST_CASE) >= 0 and _OF_CASE.match(text, end) is not None
    return is_case or _is_of_whom(text, end, before, unit)


def _is_pointed_at(text: str, end: int, before: str) -> bool:
    """Tell whether a count is one of things that the text, or another one, has already set out."""
    last = before[-1:]
    if last in _LAST_OF_POINTING and _POINTED_AT.search(before) is not None:
        return True
    return (
        last in _LAST_OF_TELLING
        and _TELLS_OF.search(before) is not None
        and _TOLD_OF.match(text, end) is not None
    )


def _is_size(text: str, end: int, before: str) -> bool:
    """Tell whether the figure that ends at `end` only says how large things are of which the text speaks."""
    bound = _SIZE_BOUND.match(text, end)
    if bound is None and _BELOW.search(before) is None:
        return _COUNTED_SO.search(before) is not None and _THOSE.match(text, end) is not None
    found = _OF_SIZE.match(text, end if bound is None else bound.end())
    if found is None:
        return False
    return found["mark"] is None or bound is None or _SIZE_NAMED.search(before) is not None


def _is_of_whom(text: str, end: int, before: str, unit: Unit) -> bool:
    """Tell whether the figure that ends at `end` tells for whom or what something is done.

    The annotation guide takes how long somebody has lived in a place for a target: 居住3年以上.
    """
    if unit.kind == "duration":
        return False
    found = _FOR.search(before)
    if found is None or _OF_THEM.match(text, end) is None or _DONE.search(found[0]) is not None:
        return False
    if unit.kind == "count":
        # 对全县30个乡镇的街道: how many there are.
        return _BOUNDED.search(before) is not None or text.startswith(_BOUNDS_BEHIND, end)
    return unit.kind != "percent" or _OF_RATE.search(before) is not None
