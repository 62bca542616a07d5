"""What a figure measures, from its indicator, its quantity and the clause around it."""

from __future__ import annotations

import re

from gangyao.document.figures import Indicator, Measured, MeasureKind, MoneyPart
from gangyao.document.tasks import Target
from gangyao.tasks.indicators.base_units import counter_of, to_base
from gangyao.tasks.indicators.money import money_part
from gangyao.tasks.indicators.names import IndicatorNames, Named, name_of

# 提高到65%, 达到100家: the level that is reached; 提高5%, 新增100家: what is added.
_REACHES = re.compile("到|至|为|达|超过?|突破|保持|稳定|控制|不[低高少多]于|不超|以内")
_REACHES_SHARE = re.compile("[到至]")
_REACHES_LEVEL = re.compile("[到至达]|突破|保持|稳定")
_CHANGES = re.compile("增|涨|降|减|提高|提升|改善|上升|下滑|扩大|回落|压缩|翻|缩短|递")
# 新增 before what is counted: 新增国家高新技术企业1200家. 新建 and its like add as well, but 新建和改造 does
# not say how much is new.
_NEW_BEFORE = re.compile(
    "(?:新增|净增|增加(?!值)|扩增|新(?:建成?|设立?|落户|入驻|入选|开工|开通|认定|培育|引进|登记|注册|签约?|创建|组建|投[产运用]|获批|布局|筹集"
    "|招引|挂牌)"
    "(?![和及、与]?(?:改|续|扩|提升|提质|修)))(?![^，。；]{0,30}[到至])[^，。；到至]{0,60}$"
)
_PARTLY_NEW = re.compile("新建?[和及、与]?(?:改|续|扩|提升|提质|修)")
# The whole of what was just named: 新增企业20家、总数达到98家.
_WHOLE = re.compile("^(?:总数|总量|总规模|总计|累计|总里程|总容量|总面积|总额)(?:达到?|已|增至|超过?|突破)?$")
# 零售总额完成1.48亿元，增速74.6%: how fast what was just named grows.
_ITS_SPEED = ("增速", "增幅", "增长率", "涨幅", "降幅")
_GROWTH_OF_NOTHING = re.compile("^(?:经济|经济增长(?:速度|率|幅度)?|经济增速|经济总量增长)$")
# 设立1000亿元|财政金融专项资金: the fund or loan that a sum is. 10亿元以上|重大项目 is a size, no sum.
_FUND_BEHIND = re.compile(
    "的?([^，。；、的]{0,20}?(?:资金|基金|债券|国债|贷款|补贴|补助|投资|消费券))(?!到位|支持率)"
)
_FIGURE = re.compile(r"(?<!\d)\d+(?:\.\d+)?\s*(?:[%％]|个百分点|万?元)")
_SHARE = re.compile("[约共各]?占(?:了)?(?P<whole>[^，占]{2,14}?)的?(?:比重|比例)?")
_RANKS = "位"
_SUMS = re.compile("(?:增加值|产值|总额|收入|支出|投资|余额|规模)$")
# 标准分别再提高30元和|5元: the verb of the figure before is this one's too.
_GOES_ON = re.compile(
    r"(?:提高|提升|增[加长]|上[调涨]|下[降调]|减少|降低)(?:了|约|近)?\d[\d.]*[^，。；、和与及\d]{1,6}"
    r"(?:[、和与及]\d[\d.]*[^，。；、和与及\d]{1,6}){0,4}[、和与及]$"
)
# A clause with a list of figures is as long as this: 新增甲800万吨、乙130万千瓦、丙2060万千瓦、丁60万千瓦.
_CLAUSE = 64
# What is measured in years, days or hours.
_TIMES = ("年限", "寿命", "年龄", "时间", "时长", "时数", "天数", "工期", "周期", "间隔")
_REACH = 40
#: The name of the growth of an economy where the text calls it nothing else.
GDP = "地区生产总值"


def measured(target: Target, text: str, names: IndicatorNames, before: Indicator | None = None) -> Measured:
    """Return what a target or result of the paragraph `text` measures.

    `before` is what the figure before it in its sentence measures, whose whole it may be (总数达到98家).
    """
    clause = text[max(0, target.start - _CLAUSE) : target.start]
    mark = max(clause.rfind("，"), clause.rfind("。"), clause.rfind("；"), clause.rfind("："))
    clause = clause[mark + 1 :]
    base = to_base(target.unit, target.unit_printed)
    factor = base[1] if base is not None else None
    fund = _FUND_BEHIND.match(text, target.end) if target.kind == "money" else None
    return Measured(
        None
        if base is None or (target.kind == "duration" and not _is_time(target.indicator))
        else _whole(target, base[0], before)
        or _share_of_before(target, base[0], before, clause)
        or _indicator(target, text, clause, base[0], names, fund),
        _in_base(target.value, factor),
        _in_base(target.value_to, factor),
        base[0] if base else None,
        counter_of(target.unit, target.unit_printed),
        _part(target, clause[-_REACH:], fund) if target.kind == "money" else None,
    )


def _is_time(indicator: str | None) -> bool:
    """Tell whether what lasts is named by the time it takes: 平均受教育年限; not 试点|两年."""
    return indicator is not None and indicator.endswith(_TIMES)


def _in_base(value: float | None, factor: float | None) -> float | None:
    # Twelve digits: more than documents print, fewer than binary fractions leave behind (8.8万亩).
    if value is None or factor is None:
        return None
    return float(f"{value * factor:.12g}")


def _whole(target: Target, unit: str, before: Indicator | None) -> Indicator | None:
    """Return what a figure measures that gives the whole of what was named before it, or its speed."""
    said = target.indicator
    if before is None or said is None:
        return None
    if said in _ITS_SPEED and target.kind == "percent" and before.measure == "level":
        return Indicator(before.name, before.scope, "growth", unit)
    if said[0] not in "总累" or _WHOLE.match(said) is None:
        return None
    if before.base_unit == unit or before.measure == "growth":
        return Indicator(before.name, before.scope, "level", unit)
    return None


def _share_of_before(target: Target, unit: str, before: Indicator | None, clause: str) -> Indicator | None:
    """Return which share of a whole what was named before it makes: 出口198亿元，|占进出口总额|的69%."""
    said = target.indicator
    if before is None or said is None or target.kind not in ("percent", "fraction") or "分别" in clause:
        return None
    found = _SHARE.fullmatch(said)
    if found is None or "占" in before.name:
        return None
    return Indicator(f"{before.name}占{found['whole']}比重", before.scope, "share", unit)


def _part(target: Target, clause: str, fund: re.Match[str] | None) -> MoneyPart | None:
    part = money_part(target.indicator, clause)
    return part if part is not None or fund is None else money_part(fund[1], "")


def _indicator(
    target: Target, text: str, clause: str, unit: str, names: IndicatorNames, fund: re.Match[str] | None
) -> Indicator | None:
    named = _named(target, text, clause, names)
    if named is None and fund is not None:
        named = name_of(fund[1], names)
    if named is None:
        return None
    return Indicator(named.name, named.scope, _measure(target, named, clause), unit)


def _named(target: Target, text: str, clause: str, names: IndicatorNames) -> Named | None:
    said = target.indicator
    if said is None:
        # 经济增长5%左右 names nothing else.
        is_growth = target.kind == "percent" and clause.endswith("经济")
        return name_of(GDP, names) if is_growth else None
    if "城乡" in said:
        said = _town_or_village(said, text, target.start)
    if _GROWTH_OF_NOTHING.match(said) and target.kind == "percent":
        return name_of(GDP, names)
    is_behind = text.startswith(said, target.end)
    if target.kind == "count" and said in names.by_form and _SUMS.search(names.by_form[said].name):
        # 10个战略性新兴产业 counts them, and not what they add.
        return Named(said, None, None, is_rate=False, says_new=False)
    if is_behind and target.kind == "money":
        # A sum counts no projects that stand behind it; what it is stands in its fund.
        return None
    return name_of(said, names, is_behind=is_behind)


def _town_or_village(said: str, text: str, start: int) -> str:
    """Return what one of two figures is of that share a name: 城乡居民收入分别增长5%、7%, of towns first."""
    each = text.rfind("分别", max(0, start - _REACH), start)
    clause_end = text.rfind("。", max(0, start - _REACH), start)
    if each < 0 or clause_end > each:
        return said
    before = len(_FIGURE.findall(text, each, start))
    return said.replace("城乡", ("城镇", "农村")[before]) if before < 2 else said


def _measure(target: Target, named: Named, clause: str) -> MeasureKind | None:
    """Tell how a figure measures; None where it does not say how much of it is added."""
    reaches = _REACHES.search(target.text) is not None
    changes = _CHANGES.search(target.text) is not None or (
        (target.kind != "count" or target.unit_printed == _RANKS)
        and target.text[:1].isdigit()
        and _GOES_ON.search(clause) is not None
    )
    default = named.known.measure if named.known is not None else None
    match target.kind:
        case "percentage_points":
            return "increase"
        case "multiple":
            return "growth"
        case "percent" | "fraction" if named.says_speed:
            return "growth"
        case "percent" | "fraction":
            # 增长超20% is growth, 提高到20% a level.
            if changes and _REACHES_SHARE.search(target.text) is None:
                return "growth"
            moves = target.direction in ("increase", "decrease") and not reaches
            if (default == "growth" or moves) and not named.is_rate:
                return "growth"
            return "share"
        case _:
            is_new = named.says_new or _NEW_BEFORE.search(clause) is not None
            if default == "increase" or ((is_new or changes) and not _REACHES_LEVEL.search(target.text)):
                return "increase"
            # What is neither added nor compared is how much there is, or is to be: 建成基地3个, 培训500人.
            return None if _PARTLY_NEW.search(clause) else "level"
