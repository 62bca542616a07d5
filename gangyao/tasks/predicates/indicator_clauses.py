"""Clauses that say of an indicator what it is to reach: 灌溉水利用系数提高到0.58, 排放量分别下降9%."""

from __future__ import annotations

import re
from functools import lru_cache

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import coined
from gangyao.tasks.predicates.verb_group import VerbGroup
from gangyao.tasks.targets.comparison import Comparisons

_NUMBER = "(?=[约近]?(?:[0-9]|[一二两三四五六七八九十百千万]{1,4}[个家项成亿]|百分之|[二三四五]分之))"
# 扩展倍数控制在基于2020年城镇建设用地规模的1.35倍以内: what is multiplied stands before the number.
_MULTIPLE = r"(?:控制|保持|稳定)在(?=[^，。；]{2,24}的\d[\d.]*倍)"
_ADVERBS = (
    "(?:分别|年均|平均|每年|累计|均|都|再|要|将|应|稳定|稳步|进一步|总体|基本|力争|同比|持续|逐步|努力)*"
)
# Comparing words that are no verbs: they stand inside an object.
_NO_VERBS = frozenset(
    {"最低", "最少", "最高", "最多", "最大", "最长", "起码", "至少", "至少有", "至多", "约", "近", "大约"}
    | {"约为", "接近", "上限为", "涨幅", "增幅", "降幅", "净增", "超", "增长", "增加"}
)
# 提高到, 控制在: with these even a clause that an act opens speaks of its indicator (新增面积控制在…).
_LEVELS = ("到", "至", "为", "在")
# 办结时限压缩50%: what changes by a share.
_CHANGES = ("压缩", "下降", "降低", "缩短", "提高", "提升")
# Verbs that take such a clause as their object: 确保覆盖率达到90%.
_GOVERN = frozenset(
    ["力争", "确保", "实现", "推动", "促进", "使", "让", "争取", "努力", "做到", "完成", "保持"]
)
_RATES = re.compile("(?:率|系数|指数|比重|占比|比例|增速|强度|涨幅|增幅|降幅)$")
# 研发经费投入年均增长10%, 旅游收入翻一番: amounts, of which a word that is a noun or a verb says what of.
_AMOUNTS = re.compile(
    "(?:收入|支出|投入|投资|总[额量值]|产量|产值|数量|增加值|规模|面积|里程|人数|人次|能力|时间|成本|费用|余额|寿命)$"
)
# 研究与试验发展经费支出占生产总值比重1.9%: a share, whatever opens it.
_SHARE = re.compile("占[^，]{2,12}(?:比重|比例)$")
_DIGIT = re.compile("[0-9]")
_FIGURE = re.compile("[0-9分](?:(?<=[0-9])|之)")

# What says a figure beside the lexicon's words; 抢占 and 侵占 are acts.
_SAYS = ("增长", "增加", "递增", "净增", "超", "保持", "维持", "(?<![抢侵])占")


@lru_cache(maxsize=4)
def _pattern(comparisons: Comparisons) -> re.Pattern[str]:
    verbs = sorted(
        (word for word in comparisons.says if comparisons.prefix.match(word) and word not in _NO_VERBS),
        key=lambda word: (-len(word), word),
    )
    says = "|".join([*map(re.escape, verbs), *_SAYS])
    return re.compile(rf"(?<![的和与、]){_ADVERBS}(?:(?:{says}){_NUMBER}|{_MULTIPLE}|翻[一两]番)")


def has_figures(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` has a quantity in digits or as a fraction; an indicator needs one."""
    return _FIGURE.search(text, start, end) is not None


def read_indicator(
    text: str, start: int, end: int, opening: VerbGroup | None, grammar: Grammar
) -> VerbGroup | None:
    """Return the verb group of a clause with figures whose subject is an indicator; None for any other.

    `opening` is the verb group that the start of the clause looks like.
    """
    # 平均每年|递增百分之七: the indicator stands in the clause before.
    first = start if text.startswith("平均", start) else start + 2
    match = _pattern(grammar.targets.comparisons).search(text, first, end)
    if match is None:
        return None
    if opening is not None and not _is_part_of_subject(text, opening, match):
        return None
    verb = coined(match[0], "transitive")
    return VerbGroup(match.start(), match.end(), (verb.text,), verb, verb, is_reached=True)


def names_rate(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` ends with the name of a rate: 充电桩比例."""
    return _RATES.search(text, start, end) is not None


def _is_part_of_subject(text: str, opening: VerbGroup, match: re.Match[str]) -> bool:
    """Tell whether the verb that opens the clause is part of its subject: 新增面积, 绿化覆盖率."""
    if opening.end > match.start() or opening.modals or opening.first.text in _GOVERN:
        return False
    if opening.first.verb in ("catenative", "sponsor", "taker") or opening.is_basis:
        return False
    subject = text[opening.end : match.start()]
    if opening.has_adverb and opening.first.verb != "nominal":
        return False
    if opening.first.verb in ("nominal", "dual") and _AMOUNTS.search(subject) is not None:
        return True
    return bool(_RATES.search(subject)) or (bool(subject) and match[0].endswith((*_LEVELS, *_CHANGES)))


def is_indicator_alone(text: str, start: int, end: int, opening: VerbGroup) -> bool:
    """Tell whether the clause is a rate and a number, which have no verb: 登记失业率4%以内."""
    digit = _DIGIT.search(text, start, end)
    if digit is None or opening.end > digit.start():
        return False
    subject = text[start : digit.start()]
    if opening.first.verb not in ("nominal", "dual"):
        return opening.first.text not in _GOVERN and _SHARE.search(subject) is not None
    return _RATES.search(subject) is not None
