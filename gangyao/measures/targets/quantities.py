"""Numbers with a unit and what compares them: 5%左右, 2%—3%, 不低于100亿元, 翻一番, 2小时应急救援圈."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from gangyao.measures.targets.numerals import CHINESE, NUMBER, parse_number
from gangyao.measures.targets.units import UNIT, UNITS, Unit
from gangyao.measures.tasks import Comparator

_TO = r"(?:—+|-+|–|~|～|〜|至|到)"
_PATTERN = re.compile(
    rf"(?P<number>{NUMBER})(?:(?P<unit_from>{UNIT})?{_TO}(?P<number_to>{NUMBER}))?(?P<unit>{UNIT})"
    rf"(?P<per>(?:/|每)(?:{UNIT}|[^\W\d_]))?"
    rf"|(?P<per_cent>[百千万])分之(?P<part>{CHINESE})(?:{_TO}(?:[百千万]分之)?(?P<part_to>{CHINESE}))?"
    rf"|(?P<whole>[二三四五六七八九十])分之(?P<parts>[一二三四五六七八九])(?!\w*理论)"
    r"|翻(?P<doublings>[一二两三])番"
)
_SUFFIX = re.compile(r"(?:及其?)?(?:以上|以下|以内|之内|左右|上下|以上水平)")
_LEVEL = (
    r"达到?|突破|超过?|不?低于|不少于|不小于|不?高于|不超过|不多于|不大于|大于|小于|少于|多于|至少|控制在|保持在|稳定在"
    r"|维持在|控制到|提高到|提高至|提升到|提升至|增加到|增加至|增长到|扩大到|扩大至|降低到|降低至|降到|降至|下降到|下降至"
    r"|减少到|减少至|压减到|压缩到|压缩至|缩短到|缩短至|恢复到|增至|升至|降为|上升到|延长到|延长至|上调到|上调至"
)
_CHANGE = r"增长|增加|增幅|提高|提升|上升|上涨|下降|降低|减少|压减|压缩|缩短|缩减|削减|上调|下调|降幅|涨幅|收窄|延长|净增|年均增长"
_PREFIX = re.compile(rf"(?:(?:{_LEVEL})|(?:{_CHANGE}))?(?:不低于|不少于|不超过|超过|达到|大约|约|近|再|了)?$")
_PREFIX_SPAN = 8
_QUOTE = re.compile(r"“[^”]{1,14}”|《[^》]*》")
_AT_LEAST = ("不低于", "不少于", "不小于", "至少")
_AT_MOST = ("不超过", "不高于", "不多于", "不大于", "控制在")
# What stands before a number that is no quantity: 第三年, PM2.5, 近三年, 7×24小时.
_NO_BEFORE = re.compile(r"(?:第|[A-Za-z×+＋.\d/／]|过去|最近|近|这|前|上|头|连续|每隔|同比|[年月]|[届])$")
_NO_BEFORE_YEARS = re.compile(r"(?:过去的?|最近|近|这|前|上|头|连续|改革开放|五千|几千)$")
_NO_AFTER_YEARS = re.compile(
    r"(?:规划|计划(?!生育)|来|以来|级|代|度|间|前|后|多来|初|末|底|中|[1-9一二三四五六七八九十]|级|生|龄|历)"
)
_NO_AFTER_COUNT = re.compile(r"个?(?:方面|坚持|层面|维护|意识|自信|全面|故事|人心)")
# A capacity inside the name of a project is no target: 兰州石化120万吨乙烯改造项目.
_CAPACITIES = frozenset({"mass", "power", "volume", "energy", "voltage"})
_PROJECT = re.compile(r"(?:/年|级)?[^，。；、\d]{0,14}(?:项目|工程|装置|机组|生产线)")
_BUILDS = re.compile(r"(?:建设|新建|建成|新增|完成|投产|实施|推进|开工|建|增|达到?|超过?|约|形成)$")
# 一年 is a quantity only where it is compared or bound: 一年以上, 一年期.
_MEASURED_AFTER = re.compile(r"以上|以内|以下|左右|期|行动|之内")
# The value from which something changes is no target: 由28.8%上升为42.3%.
_FROM = re.compile(r"(?:由|从)[^，。；、]{0,14}$")
_CHANGES_TO = re.compile(
    r"(?:提高|上升|增加|下降|降低|提升|降|减少|扩大|缩短|增长|延长|压减|压缩|调整|上调|下调|增|升)(?:到|至|为)"
)
_HAN_NOUN = re.compile(r"[\u4e00-\u9fff]{1,10}?(?=[，。；：、”“)）(（]|的|和|与|及|建设|覆盖|达到|超过|$)")
_CONDITION = re.compile(
    r"(?:居住|工作|服务|任职|就业|缴费|从业|经营|参保|执业|连续|累计|有效期|期限|聘期|年满)$"
)
_COUNT_VERBS = ("新增", "新建", "建成", "不少于", "至少", "达到", "增加", "新设", "再建")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: `start`:`end` with its comparing words, `core` the start of the number itself."""

    start: int
    end: int
    core: int
    kind: str
    comparator: Comparator
    value: float
    value_to: float | None
    unit: str
    unit_printed: str
    is_level: bool


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a task sentence, in order. Numbers in names and short quotes are none."""
    matches = list(_PATTERN.finditer(text))
    if not matches:
        return []
    quotes = [match.span() for match in _QUOTE.finditer(text)] if "“" in text or "《" in text else []
    found = []
    for match in matches:
        if any(start < match.start() < end for start, end in quotes):
            continue
        quantity = _read(text, match)
        if quantity is not None:
            found.append(quantity)
    return found


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["doublings"]:
        return _compared(text, start, end, "multiple", _power_of_two(match["doublings"]), None, "times", "番")
    if match["per_cent"]:
        scale = Decimal(100) / {"百": 100, "千": 1000, "万": 10_000}[match["per_cent"]]
        part = parse_number(match["part"])
        part_to = parse_number(match["part_to"]) if match["part_to"] else None
        if part is None:
            return None
        value_to = None if part_to is None else part_to * scale
        return _compared(
            text, start, end, "percent", part * scale, value_to, "percent", match["per_cent"] + "分之"
        )
    if match["whole"]:
        whole, parts = parse_number(match["whole"]), parse_number(match["parts"])
        if not whole or parts is None:
            return None
        return _compared(text, start, end, "fraction", round(parts / whole, 6), None, "1", "分之")
    return _measured(text, match)


def _power_of_two(doublings: str) -> Decimal:
    return Decimal(2) ** (parse_number(doublings) or Decimal(1))


def _measured(text: str, match: re.Match[str]) -> Quantity | None:
    unit = UNITS[match["unit"]]
    first = parse_number(match["number"])
    second = parse_number(match["number_to"]) if match["number_to"] else None
    if first is None or (match["number_to"] and second is None):
        return None
    if not _is_quantity(text, match, unit, first):
        return None
    if second is not None and not match["unit_from"]:
        first *= _shared_scale(match["number"], match["number_to"])
    factor = Decimal(str(unit.factor))
    kind, name = unit.kind, unit.unit
    printed = match["number"][_digits_end(match["number"]) :] + match["unit"]
    if match["per"]:
        kind, name, printed = "rate", f"{name}/{_per(match['per'])}", printed + match["per"]
    value_to = None if second is None else second * factor
    return _compared(text, match.start(), match.end(), kind, first * factor, value_to, name, printed)


def _digits_end(number: str) -> int:
    """Return where the scale words (万, 亿) of a printed Arabic number begin; a Chinese number has none apart."""
    found = re.match(r"[\d.,]+[多余]?", number)
    return found.end() if found else len(number)


def _shared_scale(number: str, number_to: str) -> int:
    """Return the scale that the first number of a range takes from the second: 2—3万."""
    for scale, factor in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
        if number_to.endswith(scale):
            return 1 if number[-1] in "万亿" else factor
    return 1


def _per(printed: str) -> str:
    word = printed[1:]
    return UNITS[word].unit if word in UNITS and UNITS[word].kind != "count" else word


def _is_quantity(text: str, match: re.Match[str], unit: Unit, value: Decimal) -> bool:
    start, end = match.span()
    before, after = text[max(0, start - 6) : start], text[end : end + 6]
    number = match["number"]
    spoken_small = not number[0].isdigit() and value < 10
    if before.endswith(("第", "每")) or (
        before and (before[-1].isascii() and (before[-1].isalpha() or before[-1] in ".+/"))
    ):
        return False
    if unit.kind in _CAPACITIES and _PROJECT.match(text, end) and not _BUILDS.search(before):
        return False
    if _CHANGES_TO.match(text, end) and _FROM.search(text, max(0, start - 16), start):
        return False
    if unit.unit == "year" and unit.printed == "年":
        if number[0].isdigit() and value >= 1000 or value >= 1900:
            return False
        if spoken_small and value == 1 and not _MEASURED_AFTER.match(after):
            return False
        return not (_NO_BEFORE_YEARS.search(before) or _NO_AFTER_YEARS.match(after))
    if unit.kind == "count":
        if _NO_AFTER_COUNT.match(after):
            return False
        if spoken_small:
            return before.endswith(_COUNT_VERBS) and value > 1
    if spoken_small and not unit.spoken:
        return number == "半" or len(number) > 1
    return not (unit.kind == "multiple" and before.endswith("成"))


def _compared(
    text: str,
    core: int,
    end: int,
    kind: str,
    value: Decimal,
    value_to: Decimal | None,
    unit: str,
    printed: str,
) -> Quantity:
    """Widen a quantity by the words that compare it and read what they say."""
    start = core
    prefix = ""
    head = text[max(0, core - _PREFIX_SPAN) : core]
    if (found := _PREFIX.search(head)) and found[0]:
        prefix = found[0]
        start = core - len(prefix)
    suffix = ""
    if found := _SUFFIX.match(text, end):
        suffix = found[0]
        end = found.end()
    comparator: Comparator = _comparator(prefix, suffix)
    is_level = bool(prefix)
    if kind == "duration" and not prefix:
        if suffix and (condition := _CONDITION.search(head)):
            start = core - len(condition[0])
        elif not suffix and (noun := _HAN_NOUN.match(text, end)):
            end = noun.end()
    upper = None if value_to is None else float(value_to)
    return Quantity(start, end, core, kind, comparator, float(value), upper, unit, printed, is_level)


def _comparator(prefix: str, suffix: str) -> Comparator:
    if suffix in {"左右", "上下"}:
        return "~"
    if suffix.endswith(("以上", "以上水平")) or prefix.endswith(_AT_LEAST):
        return ">="
    if suffix.endswith(("以下", "以内", "之内")) or any(word in prefix for word in _AT_MOST):
        return "<="
    if prefix.endswith(("约", "近")):
        return "~"
    if prefix.endswith(("低于", "小于", "少于")):
        return "<"
    if prefix.endswith(("超过", "超", "突破", "高于", "大于", "多于")):
        return ">"
    return "="
