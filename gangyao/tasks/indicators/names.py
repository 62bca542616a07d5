"""Names that statistics use, out of what a text calls a figure: 全省规上工业增加值 → 规模以上工业增加值."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from gangyao.document.figures import MeasureKind
from gangyao.lexicon_tables import LexiconTables
from gangyao.tasks.indicators.normal_forms import level_of, normal_name
from gangyao.tasks.targets.patterns import longest_first

# The territory of the document itself is no scope: 全省 in a province's report.
_OWN_AREA = re.compile(
    "^(?:在(?![建校岗册园营职研孵线])|我国|[全我本][省市区县州旗盟]|自治区|自治州|全境)(?!级|会|内外|直)"
)
_LEADING = re.compile(
    r"^(?:\d{4}年|计划(?=新|建|完|培|认)|实现|完成|确保|力争|预计|预期|新增|新建|建成|新改建|改造|发放|培育|全年|年均|平均|累计|其中|分别|总体|主要|推动|"
    "带动|争取|举办|重组|再|使|将|和(?![平谐美])|及|共(?!同|享|建|有|青|产|和国)|城市的|的)+(?=[\u4e00-\u9fff“A-Z])"
)
_TRAILING = re.compile(
    "(?:[，、的]|新增|分别|达到?|突破|预计|年均|同比|累计|平均|实现|完成|总计|已|约|超过?|(?<=[值额入量])过|(?<=[目业])各|全部|(?:提高|提升|增加|扩大)(?:到|至)每[人户]|(?<=[比率度])[至到]|(?<=里程)已"
    "|每[人户]|继续|均|保持|稳定|维持|控制|连续[一二两三四五六七八九十\\d]+年)+$"
)
# Of what stands behind its figure (157项改革任务有序推进), what it does is no name.
_DOES = re.compile(
    "(?<=[^的、]{4})(?<!新)(?:(?:全部|全面|有序|加快|持续|稳步|平稳|顺利|大幅|基本|成功|率先|集中|相继|陆续|提前|均)?"
    "(?:推进|开工|建成|投产|投用|投运|投入使用|入选|获批|获评|荣获|获(?=国家|全国|[省市]|“)|列入|纳入|落地|完工|竣工|通车|启动|上线"
    "|上榜(?!数)|跻身|加快建设|晋级)|(?:全部|全面|有序|稳步|平稳|顺利|大幅|均)(?:完成|提升|降低|实施|运营)).*$"
)
# 增速 and 增幅 are growth of what stands before.
_SPEED = re.compile("(?:增长速度|(?<!自然)增长率|增速|增幅|涨幅|降幅)$")
# 粮食产量|平均每年的|增长速度
_YEARLY = re.compile("(?:年均|平均)?(?:每年)?的?$")
# Of which level a thing is, is its scope: 国家级|绿色工厂. 市场, 省会 begin names.
_LEVEL = re.compile(
    "^(国家级(?!省)|国家(?!级|[一二三]级|科学|自然|技术)|省级以上|省级(?!及?以上)|市级(?!及?以上)|县级(?!及?以上)|省(?=重[点大]|区域))(?=[^的]{3})"
)
# Acts by which there is one more of what is counted: 认定|高新技术企业. 惠及|经营主体 is another figure.
_MAKES = re.compile(
    "新?(?:认定|筹集|登记|改造|设立?|组建|创建|培育|获批|建设|引进)|提质改造|改扩建|新(?:改扩?建|开工|开通|投[运用]|获批|增|建)"
)
# 园区|新引进|特许药品: of whom the new ones are.
_NEW_OF = re.compile(
    "(?P<scope>[^、，的“”占比和与及]{2,12}?)(?<![更创革全崭])(?:共|已|累计|全年)?新(?:增|引进|入驻|落户|认定|培育|开工|开通|设立?|组建|投运|获批|登记|布局|备案|签约)"
    "(?P<name>[^、，的]{2,}[\u4e00-\u9fff])"
)
# What each of these ends in: a look at the last character costs less than a search.
_TRAILING_LAST = tuple("至到，、的增别达到破计均比积现成已约超过部人户续持定制年各")
_SPEED_LAST = ("速", "幅", "率", "度")
_COUNTED_LAST = ("数", "量")
_COUNTED = re.compile("[、，]?(?:总数|数量|个数)$")
_QUOTED = re.compile("^“([^“”]+)”$")
_RATE = re.compile("(?:率|比重|占比|比例|强度|覆盖面|合格率|占[^，]{2,14})$")
_INSIDE = re.compile("[，。；：]")
_LONGEST_NAME, _LONGEST_SCOPE = 40, 14
_NO_SCOPE = re.compile(
    "^(?:[和与及、]|.*[，。；：、])|.*(?:占|实施|推进|加快|做好|支持|提高|扩大|高于|低于|贡献)|.*(?:以|为|对|将|从|占|实际|平均|和|年)$"
)


@dataclass(frozen=True, slots=True)
class KnownName:
    """A canonical name, what part a form of it speaks of, and what its bare percentage or sum is."""

    name: str
    scope: str | None
    measure: MeasureKind | None


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorNames:
    """Canonical names by the forms in which documents print them.

    `longest` is the length of the longest form, `endings` the last two characters of all; `acts` finds the
    acts before a name, `alone` are words that name too little by themselves (项目).
    """

    by_form: Mapping[str, KnownName]
    longest: int
    endings: frozenset[str]
    acts: re.Pattern[str]
    alone: frozenset[str]


class Named(NamedTuple):
    """A name, of what part, and what is known of it.

    `is_rate` where its level is a percentage; `says_new` and `says_speed` where the text tells what was
    added (新增) and how much it grew (增速).
    """

    name: str
    scope: str | None
    known: KnownName | None
    is_rate: bool
    says_new: bool
    says_speed: bool = False


def compile_names(tables: LexiconTables) -> IndicatorNames:
    """Compile `indicators.csv`, and the acts of `indicator_edges.csv`."""
    by_form = {
        form: KnownName(name, scope or None, measure or None)
        for form, name, scope, measure in tables.rows("indicators", "form", "name", "scope", "measure")
    }
    edges = list(tables.rows("indicator_edges", "word", "place"))
    acts = longest_first(word for word, place in edges if place == "act")
    return IndicatorNames(
        by_form,
        max(map(len, by_form)),
        frozenset(form[-2:] for form in by_form),
        re.compile(rf"^(?:(?:{acts})[、和与并]?)+(?=[^的、]{{3}})"),
        frozenset(word for word, place in edges if place == "alone"),
    )


# Reports of many places name the same things: a name is read once.
@lru_cache(maxsize=4096)
def name_of(indicator: str, names: IndicatorNames, *, is_behind: bool = False) -> Named | None:
    """Return the canonical name of what a figure measures, as a text calls it; None for no name.

    Where the end of it is a known form, what stands before is the scope: 海洋|生产总值. `is_behind`: it
    stands behind its figure, where a clause may follow it (12个项目|获国家科学技术奖).
    """
    says_new = "新增" in indicator or "净增" in indicator
    exact = names.by_form.get(indicator)
    if exact is not None and indicator not in names.alone:
        return Named(exact.name, exact.scope, exact, _is_rate(exact.name), says_new)
    bare = _OWN_AREA.sub("", indicator.strip())
    if bare.endswith(_TRAILING_LAST):
        bare = _TRAILING.sub("", bare)
    bare = _LEADING.sub("", bare)
    bare = _OWN_AREA.sub("", bare)
    if is_behind:
        bare = _DOES.sub("", bare)
    bare = normal_name(bare) if bare else bare
    found = _known(bare, names, says_new)
    if found is not None:
        return found
    acted = names.acts.sub("", bare)
    if acted != bare:
        bare = _OWN_AREA.sub("", acted)
        says_new = says_new or indicator.startswith("新")
        if (found := _known(bare, names, says_new)) is not None:
            return found
    if "新" in bare and (parted := _NEW_OF.match(bare)) is not None:
        inner = name_of(parted["name"], names)
        if inner is not None:
            return inner._replace(scope=inner.scope or parted["scope"], says_new=True)
    speed = _YEARLY.sub("", _SPEED.sub("", bare)) if bare.endswith(_SPEED_LAST) else bare
    if speed != bare and len(speed) >= 2:
        found = _known(speed, names, says_new) or _unknown(speed, names, says_new)
        return found and found._replace(says_speed=True)
    return _unknown(bare, names, says_new)


def _known(bare: str, names: IndicatorNames, says_new: bool) -> Named | None:
    """Return the known name that is or ends what a text says, None where there is none."""
    # 高新技术企业数量 and 高新技术企业 are one; of 总量 that is not sure (一般公共预算总收入).
    exact = names.by_form.get(bare) or names.by_form.get(_uncounted(bare))
    if exact is not None and bare not in names.alone:
        return Named(exact.name, exact.scope, exact, _is_rate(exact.name), says_new)
    if bare[-2:] not in names.endings or _INSIDE.search(bare) or len(bare) > _LONGEST_NAME:
        return None
    for size in range(min(names.longest, len(bare) - 2), 2, -1):
        known = names.by_form.get(bare[-size:])
        scope = bare[:-size].removesuffix("的")
        if known is not None and 2 <= len(scope) <= _LONGEST_SCOPE and not _NO_SCOPE.match(scope):
            # 地表水|地表水优良水质断面比例, 发电|发电装机容量: the name says it; what makes one is no scope.
            is_act = _MAKES.fullmatch(scope) is not None
            own = known.scope if is_act or known.name.startswith(scope) else level_of(scope, known.name)
            says_new = says_new or (is_act and scope[0] == "新")
            return Named(known.name, own, known, _is_rate(known.name), says_new)
    return None


def _uncounted(bare: str) -> str:
    """Return a name without 数量 and without the marks that quote the whole of it."""
    if bare.endswith(_COUNTED_LAST):
        bare = _COUNTED.sub("", bare)
    return _QUOTED.sub(r"\1", bare) if bare.startswith("“") else bare


def _unknown(bare: str, names: IndicatorNames, says_new: bool) -> Named | None:
    bare = _uncounted(bare) or bare
    if not 2 <= len(bare) <= _LONGEST_NAME or bare in names.alone or _INSIDE.search(bare):
        return None
    level = _LEVEL.match(bare)
    if level is not None:
        name = bare[level.end() :]
        return Named(name, level_of(level[1], name), None, _is_rate(bare), says_new)
    return Named(bare, None, None, _is_rate(bare), says_new)


def _is_rate(name: str) -> bool:
    return _RATE.search(name) is not None
