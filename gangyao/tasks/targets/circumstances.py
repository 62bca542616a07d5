"""When a figure holds, and from which one on: words beside what is measured that are no part of its name."""

from __future__ import annotations

import re

from gangyao.tasks.targets.numerals import NUMBER

_DIGITS = "一二三四五六七八九〇零○"
_YEAR = rf"(?:(?:19|20)\d{{2}}|[{_DIGITS}]{{4}})年"
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?"
_DAY = rf"(?:{NUMBER}日(?:(?:[早晚]|[上下]午)?{NUMBER}时)?)?"
# 上年同期, 本世纪初; 年 alone ends names (学年, 统计年).
_TIME = (
    rf"(?:{_YEAR}(?:度|[年底末初]|代)?(?:{_MONTH}[底末初]?{_DAY})?|(?:上|去|前|今|本|当)年(?:度|同期|年?[底末初]|{_MONTH})?"
    r"|年[底末初]|上年同期|同期|本世纪(?:初|末)|[上下]半年|[一二三四]季度|当[前时]|目前|现在|过去|以往)"
)
_UNTIL = rf"(?:[从自由]{_TIME}(?:[到至—-]{_TIME}|以来|起)?|{_TIME}[到至—-]{_TIME}间?)"
_YEARS = rf"{NUMBER}(?:个月|年)"
# What may follow a number of years: 五年中|央财政, 1987年来|华旅游 and 两年里|程 are cut elsewhere.
_WITHIN = "(?:来(?![华自往源宾])|间|内|中(?![央国等小])|里(?!程))"
# 九年义务教育, 三年行动: years alone may begin a name.
_LASTING = rf"(?:(?:连续|过去|近|这|头|前){_YEARS}{_WITHIN}?|{_YEARS}{_WITHIN})"
_WHEN = rf"(?:{_UNTIL}(?:的?{_LASTING})?|{_LASTING}|{_TIME})"
# No unit is longer than six characters.
_FIGURE = (
    r"(?:预计|预期|计划|实际|现行|原来?|下降|增长)?的?(?:约|近|不足|仅)?(?:每[人户家年月日天亩]|人均|平均|全年)*"
    rf"(?:百分之)?{NUMBER}(?:多|余)?(?!年[间来内中])(?:个百分点|[^，、；。：\d]{{0,6}})"
)

# 筹资标准|由每人每年50元|提高到, 产量|从1980年的6.2亿吨|增加到: where it begins.
_FROM = re.compile(rf"(?:将|也|已|就|又|逐步)?[由从](?:{_TIME})?的?{_FIGURE}$")
# 工资总额|1980年为773亿元，…增加: what it was before.
_WAS = re.compile(rf"{_TIME}(?:的|[为是有]|达到?|约|只有)?{_FIGURE}$")
# 外商投资|五年, 基本养老金|今年: when, behind the name; behind the first two characters, which are the name.
_WHEN_BEHIND = re.compile(rf"(?<=..)(?<![\d{_DIGITS}])在?(?:{_WHEN}|{_YEARS})$")
# 例如|1953年|供应社会的商品总量: when, before the name, which a mark or 的 may part from it.
_WHEN_BEFORE = re.compile(
    rf"(?:例如|其中|尤以|但是?|则|到了?|在)?{_WHEN}(?:期间|的(?=.))?|{_YEARS}(?:(?=共|累计|合计|投[资入])|$)"
)
# 人才总量超过650万、|高技能人才占比: another figure with its name.
_OTHER = re.compile(
    r".*(?:超过?|达到?|突破|增长|提[高升]|下降|降低|增加)到?至?[^、\d]{0,3}\d[^、]*、(?=[^、]{2})"
)
# 比上年, 较2020年: with what it is compared, which is no time of its own.
_COMPARED = re.compile("(?:(?<![占同环])比|较)(?![例重率值热])[^，、]{2,12}$")
# 中央财政|五年|投入扶贫资金
_YEARS_INSIDE = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?<![第一二三四五六七八九十〇零○])[二两三四五六七八九十]年(?=投[资入]|累计|共)"
)
# 中央财政|今年|安排就业资金; not 比去年.
_YEAR_INSIDE = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?<![比较同由从至到在自以])(?<!提出)[今去明全]年(?=[\u4e00-\u9fff]{3})(?![度底初末中均比较同])"
)
_FROM_STARTS = frozenset("由从将也已就又逐")
# 比第五个五年计划期间的五百七十七亿元|增加百分之六十八: what it is compared with.
_THAN_FIGURE = re.compile(rf"[比较][^，、\d]{{2,14}}的{_FIGURE}$")
_LAST_OF_WHEN = frozenset("年月底末初度来间内中里期时前在去往份起")


def without_circumstances(phrase: str) -> str:
    """Return what is left of the words before a figure: its name, with verbs and adverbs; "" for no name.

    What stands before it may be a time alone: 1987年|提高到463元 tells what the clause before names.
    """
    if "、" in phrase and (other := _OTHER.match(phrase)) is not None:
        phrase = phrase[other.end() :]
    phrase = _YEAR_INSIDE.sub("", _YEARS_INSIDE.sub("", phrase)) if "年" in phrase else phrase
    if phrase[:1] in _FROM_STARTS and _FROM.fullmatch(phrase) is not None:
        # …的比重，|由今年预计的44%|提高到45%
        return ""
    if (when := _WHEN_BEFORE.match(phrase)) is not None:
        phrase = phrase[when.end() :]
    if "由" in phrase or "从" in phrase:
        phrase = _FROM.sub("", phrase)
    phrase = without_time_behind(phrase)
    if "年" in phrase or "时" in phrase or "期" in phrase:
        phrase = _WAS.sub("", _THAN_FIGURE.sub("", phrase))
    return phrase


def without_time_behind(phrase: str) -> str:
    """Return a name without the time that stands behind it: 外商投资|五年; "" for a time alone: 两年."""
    if phrase[-1:] == "年" and _WHEN_BEFORE.fullmatch(phrase) is not None:
        return ""
    if phrase[-1:] in _LAST_OF_WHEN and _COMPARED.search(phrase) is None:
        return _WHEN_BEHIND.sub("", phrase)
    return phrase
