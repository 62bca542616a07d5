"""Numbers with a unit: 5%左右, 2%—3%, 不低于100亿元, 百分之五, 翻一番, 2小时应急救援圈."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gangyao.document.spans import Spans
from gangyao.document.tasks import Comparator, Direction
from gangyao.tasks.targets.comparison import compare
from gangyao.tasks.targets.conditions import is_condition
from gangyao.tasks.targets.exclusions import is_compared_with, is_no_amount, is_no_quantity
from gangyao.tasks.targets.grammar import TargetGrammar
from gangyao.tasks.targets.numerals import NUMBER, parse_number
from gangyao.tasks.targets.patterns import LASTS

# A scale word alone stands for one of it where something reaches it: 突破万亿元.
_ROUND = frozenset({"亿", "十亿", "百亿", "千亿", "万亿"})
_REACHES = ("突破", "超过", "达到", "超")
# 新增学位万名|以上, 培育企业百家|以上: so does a smaller one that a bound follows.
_SMALL_ROUND = frozenset({"百", "千", "万", "十万", "百万", "千万"})
_BEYOND = "以上"
_ROUND_KINDS = frozenset({"count", "money", "area", "mass"})
# One character, and then any: `re` passes over all others at once, as it does not for one or more.
_NUMERALS = r"[\d〇零○一二两三四五六七八九十百千万亿半翻]"
_NUMBER_START = re.compile(f"{_NUMERALS}{_NUMERALS}*")
_QUOTE = re.compile(r"“[^”]{1,14}”|《[^》]*》")
# 提高2.2个|和3.7个百分点
_POINTS = re.compile(rf"(?:[和、与]{NUMBER}个)+百分点")
_DIGITS = re.compile(r"[\d.,，]+[多余]?")
_SCALES_ALONE = frozenset({"百万", "千万", "万", "百亿", "千亿", "亿"})
_SCALES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
# A duration takes what it is bound to into its text: 2小时应急救援圈, 十年禁渔, 居住3年以上.
_BOUND_NOUN = re.compile(
    r"(?:(?!等)[\u4e00-\u9fff]){0,7}?(?:圈|行动计划|行动|禁渔)|[\u4e00-\u9fff]{1,8}?(?=等|[，。；：、”“)）(（]|的|和|与|及|或|只|建设|覆盖|达到|超过|完成|$)"
)
_CONDITION = re.compile(
    r"(?:居住|工作|服务|任职|就业|缴费|从业|经营|参保|执业|连续|累计|有效期|期限|聘期|年满)$"
)
_CONDITION_SPAN = 3
_AT_LEAST_TO = re.compile(r"(?:至少|不少于)[\u4e00-\u9fff]{2,4}$")
_ACT_SPAN = 8
_AND_MORE = re.compile(r"[\d十百千万亿][多余]")
# 一倍以上二倍以下, 控制在3%—5%以内: the last words belong to the upper end.
# 2%—3% that something is to be kept in (控制在): no bound.
_HELD_IN = "控制在"
# 参与人次超|630万, 用户总数达到2万: the name says what is counted, so that no counter is needed.
_COUNTS_TOLD = re.compile(
    "(?:人次|人数|户数|件数|用户|游客|人口|居民|群众)(?:总[数量])?(?:已|均|也|首次)?(?:[达超]到?过?|突破|近|约|增至|增加到|为)*$"
)
_TOLD_SPAN = 14
# 完成林相改善6.88万亩: how much is bettered, no change of it.
_EXTENTS = frozenset(("area", "length", "volume"))
_BETTERED = "改善"
_RANKS = "位"
_RANGE_ENDS = frozenset({"以下", "以内", "之内"})


class Measure(NamedTuple):
    """What a printed number and unit say: a value, or a range up to `value_to`, of a `kind` in `unit`."""

    kind: str
    value: Decimal
    value_to: Decimal | None
    unit: str
    printed: str

    @property
    def has_no_counter(self) -> bool:
        """Tell whether 万 or 亿 alone stands behind the number."""
        return self.kind == "count" and self.printed.rstrip("多余") in _SCALES_ALONE


class Quantity(NamedTuple):
    """A quantity at `start`:`end` with its comparing words; `core` is where the number itself begins.

    `is_compared` tells that words before it say what it does (达到, 增长): what is measured
    stands before them, that is before `said`. `direction` is that of those words.
    """

    start: int
    said: int
    end: int
    core: int
    measure: Measure
    comparator: Comparator
    direction: Direction | None
    is_compared: bool


def find_quantities(text: str, grammar: TargetGrammar) -> list[Quantity]:
    """Return the quantities of a task sentence, in order. Numbers in names and short quotes are none."""
    matches = list(_matches(text, grammar))
    quotes = Spans(match.span() for match in _QUOTE.finditer(text)) if matches and _has_quotes(text) else None
    found = []
    for match in matches:
        core, end = match.span()
        # Strictly inside: what a quote begins with is its mark.
        if (quotes is not None and quotes.overlap(core, core + 1)) or is_compared_with(text, core, end):
            continue
        # 投资1 5万元: 1.5万 or 15万, which is a suspect; half of it is no value.
        is_split = core > 1 and text[core - 1].isspace() and text[core - 2].isdecimal()
        measure = None if is_split else _measure(text, match, grammar)
        if measure is not None:
            quantity = _quantity(text, core, end, measure, grammar)
            if match["bare"] and measure.kind != "amount" and quantity.start == core:
                # 3、5号楼: what no word compares is no row of quantities.
                continue
            if measure.kind != "amount" or not is_no_amount(text, quantity.start, core, end):
                found.append(quantity)
    return found


def _has_quotes(text: str) -> bool:
    return "“" in text or "《" in text


def _matches(text: str, grammar: TargetGrammar) -> Iterator[re.Match[str]]:
    """Yield the matches of the pattern, tried only where a number begins: `re` has no fast scan for it."""
    position = 0
    for number in _NUMBER_START.finditer(text):
        start, end = number.span()
        if (
            end - start == 1
            and not text[start].isdigit()
            and text[end : end + 1] not in grammar.after_numeral
        ):
            continue  # 统一, 一批
        if start >= position and (match := grammar.quantity.match(text, start)):
            position = match.end()
            yield match


def _measure(text: str, match: re.Match[str], grammar: TargetGrammar) -> Measure | None:
    if match["unit"]:
        return _measure_with_unit(text, match, grammar)
    if match["doubled"]:
        return Measure("multiple", Decimal(2), None, "times", "番")
    if match["doublings"]:
        doublings = parse_number(match["doublings"])
        return (
            None if doublings is None else Measure("multiple", Decimal(2) ** doublings, None, "times", "番")
        )
    if match["per_cent"]:
        per = Decimal(100) / {"百": 100, "千": 1000, "万": 10_000}[match["per_cent"]]
        part = parse_number(match["part"])
        part_to = parse_number(match["part_to"]) if match["part_to"] else None
        printed = match["per_cent"] + "分之"
        if part is None or is_condition(text, *match.span(), grammar.units["%"]):
            return None
        return Measure("percent", part * per, None if part_to is None else part_to * per, "percent", printed)
    if match["whole"]:
        whole, parts = parse_number(match["whole"]), parse_number(match["parts"])
        if not whole or parts is None:
            return None
        return Measure("fraction", round(parts / whole, 6), None, "1", "分之")
    if match["upper"]:
        if text[match.start() - 1 : match.start()].isdigit():
            return None
        return Measure(
            "fraction", round(Decimal(match["upper"]) / Decimal(match["lower"]), 6), None, "1", "/"
        )
    if match["tenths"]:
        tenths = parse_number(match["tenths"]) or Decimal(0)
        return Measure("percent", tenths * 10 + (5 if match["half"] else 0), None, "percent", "成")
    counted = match["counted"] or match["bounded"]
    if match["told"] and _COUNTS_TOLD.search(text, max(0, match.start() - _TOLD_SPAN), match.start()):
        counted = match["told"]
    elif match["told"]:
        return None
    if counted:
        value = parse_number(counted)
        return None if value is None else Measure("count", value, None, "1", _behind_digits(counted))
    row = grammar.row.match(text, match.end())
    if row is not None:
        unit = grammar.units[row["unit"]]
        return Measure(unit.kind, Decimal(match["bare"]) * unit.factor, None, unit.unit, row["unit"])
    return Measure("amount", Decimal(match["bare"]), None, "1", "")


def _measure_with_unit(text: str, match: re.Match[str], grammar: TargetGrammar) -> Measure | None:
    number, number_to = match["number"], match["number_to"] or match["number_high"]
    is_point = match["unit"] == "个" and _POINTS.match(text, match.end()) is not None
    unit = grammar.units["个百分点" if is_point else match["unit"]]
    value = parse_number(number)
    reaches = number in _ROUND and text.endswith(_REACHES, 0, match.start())
    exceeds = number in _SMALL_ROUND and text.startswith(_BEYOND, match.end())
    if value is None and (reaches or (exceeds and unit.kind in _ROUND_KINDS)):
        value = parse_number(f"1{number}")
    value_to = parse_number(number_to) if number_to else None
    if value is None or (number_to and value_to is None):
        return None
    if is_no_quantity(text, match.span(), number, value, unit) or is_condition(text, *match.span(), unit):
        return None
    if value_to is not None and not (match["unit_from"] or match["unit_low"]):
        value *= _shared_scale(number, number_to)
    kind, name = unit.kind, unit.unit
    last = number_to or number
    printed = _behind_digits(last) + match["unit"]
    if match["per"]:
        kind, name = "rate", f"{name}/{_per(match['per'][1:], grammar)}"
        printed += match["per"]
    upper = None if value_to is None else value_to * unit.factor
    return Measure(kind, value * unit.factor, upper, name, printed)


def _behind_digits(number: str) -> str:
    """Return the scale that is printed behind the digits of a number: 万 of 1.8万."""
    digits = _DIGITS.match(number)
    return number[digits.end() :] if digits else ""


def _shared_scale(number: str, number_to: str) -> int:
    """Return the scale that the first number of a range takes from the second: 2—3万."""
    for scale, factor in _SCALES:
        if number_to.endswith(scale):
            return 1 if number[-1] in "万亿" else factor
    return 1


def _per(printed: str, grammar: TargetGrammar) -> str:
    unit = grammar.units.get(printed)
    return printed if unit is None or unit.kind == "count" else unit.unit


def _quantity(text: str, core: int, end: int, measure: Measure, grammar: TargetGrammar) -> Quantity:
    # 排名上升4位: by how much, where 提升100所学校 is the act.
    is_count = measure.kind == "count" and measure.printed != _RANKS
    is_count = is_count or (measure.kind in _EXTENTS and text.endswith(_BETTERED, 0, core))
    words = compare(text, core, end, grammar.comparisons, is_count=is_count)
    core_end = end
    start, end = words.start, words.end
    if measure.kind == "duration" and not words.prefix:
        lasts = LASTS.match(text, end - len(words.suffix))
        condition = _CONDITION.search(text, max(0, core - _CONDITION_SPAN), core)
        if words.suffix and condition:
            start = condition.start()
        elif lasts is not None:
            end = text.index("内", end - len(words.suffix)) + 1
        elif not words.suffix and (noun := _BOUND_NOUN.match(text, end)):
            end = noun.end()
    comparator = words.comparator
    is_range = measure.value_to is not None
    if is_range and (comparator == "=" or words.suffix in _RANGE_ENDS or words.prefix == _HELD_IN):
        comparator = "between"
    if comparator == "=" and _AT_LEAST_TO.search(text, max(0, start - _ACT_SPAN), start):
        # 至少开展一次: the bound stands before the verb.
        comparator = ">="
    elif comparator == "=" and not is_range and _AND_MORE.search(text, core, core_end):
        # 200多亿元, 340余艘
        comparator = ">="
    is_compared = bool(words.prefix) or words.said < words.start
    return Quantity(
        start, min(start, words.said), end, core, measure, comparator, words.direction, is_compared
    )
