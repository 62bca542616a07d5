"""Names that statistics use, out of what a text calls a figure: 全省规上工业增加值 → 规模以上工业增加值."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gangyao.document.figures import MeasureKind
from gangyao.lexicon_tables import LexiconTables

# The territory of the document itself is no scope: 全省 in a province's report.
_OWN_AREA = re.compile("^(?:在|我国|[全我本][省市区县州旗盟]|自治区|自治州|全境)(?!级|会|内外|直)")
_LEADING = re.compile(
    "^(?:实现|完成|确保|力争|预计|预期|新增|新建|建成|新改建|改造|发放|培育|全年|年均|平均|累计|其中|分别|总体|主要|推动|"
    "带动|争取|举办|重组|再|使|将|和(?![平谐美])|及|共(?!同|享|建|有|青)|城市的|的)+(?=[\u4e00-\u9fff“A-Z])"
)
_TRAILING = re.compile(
    "(?:[，、的]|新增|分别|达到?|突破|预计|年均|同比|累计|平均|实现|完成|总计|已|约|超过?|全部)+$"
)
_COUNTED = re.compile("[、，]?(?:总数|数量|个数)$")
_QUOTED = re.compile("^“([^“”]+)”$")
_RATE = re.compile("(?:率|比重|占比|比例|强度|覆盖面|合格率|占[^，]{2,14})$")
_INSIDE = re.compile("[，。；：]")
_LONGEST_NAME, _LONGEST_SCOPE = 40, 14
_NO_SCOPE = re.compile(
    "^(?:[和与及、]|.*[，。；：、])|.*(?:实施|推进|加快|做好|支持|提高|扩大)|(?:以|为|对|将|从)$"
)


@dataclass(frozen=True, slots=True)
class KnownName:
    """A canonical name, and what a percentage or a bare sum of it is where the text does not say."""

    name: str
    measure: MeasureKind | None


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorNames:
    """Canonical names by the forms in which documents print them.

    `longest` is the length of the longest form, `endings` the last two characters of all.
    """

    by_form: Mapping[str, KnownName]
    longest: int
    endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """A name, of what part, and what is known of it; `is_rate` where its level is a percentage."""

    name: str
    scope: str | None
    known: KnownName | None
    is_rate: bool
    says_new: bool


def compile_names(tables: LexiconTables) -> IndicatorNames:
    """Compile `indicators.csv`."""
    by_form = {
        form: KnownName(name, measure or None)
        for form, name, measure in tables.rows("indicators", "form", "name", "measure")
    }
    return IndicatorNames(by_form, max(map(len, by_form)), frozenset(form[-2:] for form in by_form))


def name_of(indicator: str, names: IndicatorNames) -> Named | None:
    """Return the canonical name of what a figure measures, as a text calls it; None for no name.

    Where the end of it is a known form, what stands before is the scope: 海洋|生产总值.
    """
    says_new = "新增" in indicator or "净增" in indicator
    bare = indicator
    exact = names.by_form.get(indicator)
    if exact is None:
        bare = _LEADING.sub("", _TRAILING.sub("", _OWN_AREA.sub("", indicator.strip())))
        bare = _OWN_AREA.sub("", bare)
        exact = names.by_form.get(bare)
        if exact is None:
            # 高新技术企业数量 and 高新技术企业 are one; of 总量 that is not sure (一般公共预算总收入).
            bare = _QUOTED.sub(r"\1", _COUNTED.sub("", bare)) or bare
            exact = names.by_form.get(bare)
    if exact is not None:
        return Named(exact.name, None, exact, _is_rate(exact.name), says_new)
    if not 2 <= len(bare) <= _LONGEST_NAME or _INSIDE.search(bare):
        return None
    if bare[-2:] not in names.endings:
        return Named(bare, None, None, _is_rate(bare), says_new)
    for size in range(min(names.longest, len(bare) - 2), 2, -1):
        known = names.by_form.get(bare[-size:])
        scope = bare[:-size].removesuffix("的")
        if known is not None and 2 <= len(scope) <= _LONGEST_SCOPE and not _NO_SCOPE.match(scope):
            return Named(known.name, scope, known, _is_rate(known.name), says_new)
    return Named(bare, None, None, _is_rate(bare), says_new)


def _is_rate(name: str) -> bool:
    return _RATE.search(name) is not None
