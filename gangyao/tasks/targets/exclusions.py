"""Numbers with a unit that are no targets: ordinals, names, project capacities, values compared with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from gangyao.tasks.targets.patterns import LASTS
from gangyao.tasks.targets.units import Unit

_NO_BEFORE_YEARS = re.compile(
    r"(?:过去的?|今后|未来|后|最近|近|这|(?<!提)前|上|头|连续|改革开放|五千|几千|每)$"
)
_NO_AFTER_YEARS = re.compile(
    r"制?义务教育|学前教育|过渡期|期国债|(?:奋斗)?目标|(?:发展|滚动|立法|总体|专项|工作|建设|实施)?(?:规划|计划|方案)"
    r"|(?:建设)?任务|[\u4e00-\u9fff]{2,8}(?:攻坚|扶贫|发展)[\u4e00-\u9fff]{0,4}(?:行动|计划|纲要)"
    # 国企改革三年行动, 三年大变样: names of campaigns.
    # 消费水平五年增长27%, 五年共培养…: within which time, not how long.
    r"|(?:累计|共计?|合计|平均|年均|将)?(?:增[长加]|递增|提高|提升|下降|降低|翻|培养|培训|投资|投入|安排)|共(?!同|享|建)"
    r"|专?项?(?:大)?(?:行动|攻坚|会战|整治|提升|倍增|变样|改造)|来|以来|级|代|度|间|前|后|累计|年均|平均|多来|初|末|底|中|[1-9一二三四五六七八九十]|生|龄|历"
)
# 一年 is a quantity only where it is compared or bound: 一年以上, 提前一年.
_BOUND_AFTER = re.compile(r"以上|以内|以下|左右|期|之内")
# A day is a date unless it is bound (不少于30日), a small number in characters no amount (不得超过七米).
_BOUNDS = ("不少于", "不得少于", "不低于", "不得低于", "不超过", "不得超过", "不高于", "不得高于", "至少")
# 至少|举办三场
_AT_LEAST_TO = re.compile("至少[\u4e00-\u9fff]{2,4}$")
_SHIFTS = ("提前", "推迟", "延长")
# Things that a text counts up rather than sets as an aim: 八个方面, 四个环节.
_COUNTED_UP = re.compile(
    r"个?(?:方面|坚持|层面|维护|意识|自信|全面|故事|人心|步骤|环节|部分|问题|特点|阶段|转变|字|人民|百分|大局|面向)"
)
# What stands behind a counter that begins another word: 5|部门, 3|家庭, 2|期工程.
_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "人": ("民", "大代表", "大常", "大会议", "类", "心", "工智能"),
    "部": ("门", "委", "属"),
    "门": ("类", "诊", "槛"),
    "户": ("籍", "外", "均"),
    "条": ("例", "件", "约"),
    "类": ("创新药", "新药", "水质", "水体"),
    "期": ("间", "末", "货", "满", "限", "内", "工程", "项目", "建设"),
}
# 70周年, 一周期, 一天天地 are no durations, nor 下半年.
_DOUBLED: Mapping[str, tuple[str, ...]] = {"周": ("年", "期"), "天": ("天",)}
_MEETINGS = ("全会", "全体会议", "党代会", "人代会", "代表大会", "常务会议", "常委会")
_HALVES = ("上半", "下半", "前半", "后半")
# 每年举办四场: small counts of events are a frequency.
_FREQUENCY = re.compile(
    r"每(?:[一二两三四五六七八九十]|\d{1,2})?个?(?:年|半年|季度?|月|周|学期|学年)[^，。；]{0,12}$"
)
# 每出口4辆汽车就有1辆: a rate, not how many.
_RATE = re.compile("每(?![年月日天周季])[\u4e00-\u9fff]{1,3}$")
# 一二三次产业: digits in a row count nothing.
_DIGITS_IN_A_ROW = re.compile(r"[一二三四五六七八九]{2,}")
# An amount without a unit is one of these, or it has a fraction.
_INDEX = re.compile(r"(?:系数|指数|比值|得分|分值|满意度|PUE|数值|浓度|密度|容积率|弹性|增速|率)$")
_YEARS = range(1900, 2201)
# A longer span is a year, if only one of the Republic of China: 于115年完成.
_LONGEST_SPAN = 100
_INDEX_SPAN = 8
_GONE_BY = tuple(gone + about for gone in ("过去", "已", "已经") for about in ("", "近", "约", "了"))
_ADDS = ("新增", "新建", "建成", "不少于", "至少", "达到", "增加", "新设", "再建")
# A capacity inside the name of a project: 兰州石化120万吨乙烯改造项目.
_CAPACITIES = frozenset({"mass", "power", "volume", "energy", "voltage"})
# Several in a row share it: 400万吨煤制油、1500万吨/年煤炭分质利用项目.
_PROJECT = re.compile(
    r"(?:/年|级)?[^，。；、\d]{0,14}(?:、\d[\d.]{0,6}[十百千万亿]{0,2}(?:吨|千瓦|立方米)(?:/年|级)?[^，。；、\d]{0,14})?"
    "(?:项目|工程|装置|机组|生产线)"
)
_BUILDS = re.compile(r"(?:建设|新建|建成|新增|完成|投产|实施|推进|开工|建|增|达到?|超过?|约|形成)$")
# The value from which something changes: 由28.8%上升为42.3%.
_FROM = re.compile(r"(?:由|从)[^，。；、]{0,14}$")
_CHANGES_TO = re.compile(
    r"(?:左右|以上|以下)?，?(?:提高|上升|增加|下降|降低|提升|降|减少|扩大|缩短|增长|延长|压减|压缩|调整|上调|下调|增|升)"
    r"(?:到|至|为)|转为?(?:正|负)?(?:增长|下降|上涨)"
)
_CONDITION = re.compile(r"(?:超过|达到|达|低于|高于|大于|小于|不足|少于|多于|超出)[^，。；]*$")
# What the change begins with.
_CHANGE_STARTS = frozenset("左以，提上增下降减扩缩延压调转")
# The value compared with: 比…3856亿斤的水平超过…; 1980年为773亿元，1985年将达到….
_LEVEL_AFTER = re.compile(r"的(?:[^，。；]{0,4}水平|速度|规模)")
# 比“五五”时期的577亿元|增长一倍, 比前五年的11%|有了较大提高
_GROWN_SINCE = re.compile(
    "又?(?:增[长加]|提高|上升|下降|降低|减少|翻|[高低多少]出?|有了?[^，。；]{0,4}(?:提高|增长|增加|下降))"
)
_THAN_THAT_OF = re.compile("[比较][^，。；\\d]{2,16}的$")
_COMPARED = re.compile(r"(?:比|高于|低于|超过|多于|等于)[^；。]{0,40}$")
_YEAR_IS = ("年为", "年是")
_LATER_YEAR = re.compile(r"，(?:到|至)?(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年")


def is_compared_with(text: str, start: int, end: int) -> bool:
    """Tell whether the quantity is one that the aim is compared with, or that things change from.

    So is one that only says when something is done: 降雨量超过250毫米时，启动响应.
    """
    behind = text[end : end + 1]
    if behind == "时" and _CONDITION.search(text, max(0, start - 20), end):
        return True
    if (
        behind in _CHANGE_STARTS
        and _CHANGES_TO.match(text, end)
        and _FROM.search(text, max(0, start - 16), start)
    ):
        return True
    if behind == "的" and _LEVEL_AFTER.match(text, end) and _COMPARED.search(text, max(0, start - 40), start):
        return True
    if text[start - 1 : start] == "的" and _THAN_THAT_OF.search(text, max(0, start - 20), start):
        return _GROWN_SINCE.match(text, end) is not None
    return text.endswith(_YEAR_IS, 0, start) and _LATER_YEAR.search(text, end, end + 20) is not None


def is_no_quantity(text: str, span: tuple[int, int], number: str, value: Decimal, unit: Unit) -> bool:
    """Tell whether number and unit at `span` are part of a name, an ordinal or a way of speaking."""
    start, end = span
    before, after = text[max(0, start - 6) : start], text[end : end + 6]
    if before.endswith(("第", "每", "几", "就有", "时速")) or (unit.kind == "count" and _RATE.search(before)):
        return True
    if before and before[-1].isascii() and (before[-1].isalpha() or before[-1] in ".+/"):
        return True
    if value == 0 or before.endswith((*_GONE_BY, "×")) or _is_turn(before, after, unit):
        return True
    if after.startswith(_DOUBLED.get(unit.printed, "\n")) or text.endswith(_HALVES, start - 1, start + 1):
        return True
    if unit.kind in _CAPACITIES and _is_capacity(text, end, before, after, unit):
        return True
    spoken = not number[0].isdigit() and value < 10
    if unit.printed == "日":
        return not (before.endswith(_BOUNDS) or _BOUND_AFTER.match(after))
    if LASTS.match(text, end):
        return False
    if unit.printed == "年":
        return _is_no_span_of_years(before, after, value, spoken)
    if unit.kind == "count":
        if _COUNTED_UP.match(after) or after.startswith(_OTHER_WORDS.get(unit.printed, "\n")):
            return True
        return _DIGITS_IN_A_ROW.fullmatch(number) is not None or (
            spoken and not _is_counted(text, start, before, value, unit)
        )
    if number == "十" and unit.printed == "分":
        # 十分重要.
        return True
    if spoken and not unit.spoken and not before.endswith(_BOUNDS):
        return number != "半" and len(number) == 1
    return unit.kind == "multiple" and before.endswith("成")


def _is_turn(before: str, after: str, unit: Unit) -> bool:
    """Tell whether the number counts meetings gone through: 十届|十二次全会."""
    return unit.printed == "次" and (before.endswith("届") or after.startswith(_MEETINGS))


def _is_capacity(text: str, end: int, before: str, after: str, unit: Unit) -> bool:
    """Tell whether the quantity says of what class a thing is: 30万吨级航道, 开工750千伏输变电工程."""
    if after.startswith("级"):
        return True
    builds = _BUILDS.search(before)
    if unit.kind == "voltage":
        return builds is None or not builds[0].startswith("达")
    return builds is None and _PROJECT.match(text, end) is not None


def _is_no_span_of_years(before: str, after: str, value: Decimal, spoken: bool) -> bool:
    if value > _LONGEST_SPAN:
        return True
    if spoken and value == 1 and not _BOUND_AFTER.match(after) and not before.endswith(_SHIFTS):
        return True
    return bool(_NO_BEFORE_YEARS.search(before) or _NO_AFTER_YEARS.match(after))


def _is_counted(text: str, start: int, before: str, value: Decimal, unit: Unit) -> bool:
    """Tell whether a small spoken count is set and no way of speaking: 至少一次, 新建三座, 每年四场."""
    if (
        before.endswith(("至少有", *_BOUNDS))
        or _AT_LEAST_TO.search(before)
        or (before.endswith(_ADDS) and value > 1)
    ):
        return True
    return unit.counts_events and _FREQUENCY.search(text, max(0, start - 20), start) is not None


def is_no_amount(text: str, start: int, core: int, end: int) -> bool:
    """Tell whether the bare number at `core`:`end`, compared from `start` on, is no level of an indicator.

    One is (系数提高到0.58) where words compare it and it has a fraction or an index stands before it.
    """
    number = text[core:end]
    if start == core or ("." not in number and int(number) in _YEARS):
        return True
    return "." not in number and _INDEX.search(text, max(0, start - _INDEX_SPAN), start) is None
