"""What tells that a span of a clause is the name of works: its borders, its ends, its kind, its list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gangyao.document.mentions import Mention
from gangyao.projects.borders import Segment
from gangyao.projects.clauses import Clause
from gangyao.projects.kinds import KindWords

#: What closes a list of works, or is said of works.
_CLOSING = re.compile(
    "等[^、，。；]{0,14}?(项目|工程|道路|铁路|高速|水库|学校|设施|建设|园区|机场|电站|企业|产业|平台|产品|领域|服务|行动|活动|城市|政策)|(等)"
)
_WORKS = re.compile(
    "开工|动工|复工|竣工|完工|投产|投用|投运|通车|建成|贯通|并网|续建|新建|扩建|迁建|改造|前期|项目|工程|封顶|达产|启动|启用|开通|通水|通航|投入使用|投入运[行营]|交付|开放|上线|开业|推进|加快|实施|建设|谋划|完成|争取|打通|改建|铺轨|架梁|下闸|蓄水|核准|获批"
)
# Each alternative of what is asked at many places begins with a character: `re` passes over those at once.
_OPENING = re.compile(
    "农村|农饮|城镇|城市|城乡|重大|重点|骨干|国家级|省级|市级|县级|各|全[省市区国县]|我[省市区国]|本[省市区]|一[批些系]|新型|大型|中型|小型|中小|大中型|相关|有关|基层"
    "|老旧|公共|普惠|社区|乡镇|普通|干线|充电|货运|客运|国省|内河|沿边|沿海|市域|海上|陆上|分布式|集中式|水运|水利|交通|能源|电力|现有|已有|其他|更多|部分|病险|中央|现代"
    r"|绿色|智慧|数字|一体|多式|综合|高标准|轨道|风电|光伏|水电|火电|核电|新能源|新一代|战略性|标志性|引领性|示范|政府|民生|惠民|专项|“两重|两重|“十大|十大|\d|[一二三四五六七八九十百千万两][一二三四五六七八九十百千万两]*[个条座项所家批件]"
)
#: Verbs that only works take, and those that anything takes.
_STRONG = re.compile(
    "开工|动工|复工|竣工|完工|投产|投用|投运|通车|建成|贯通|并网|续建|新建|扩建|迁建|封顶|达产|启用|开通|落地|主体|投入使用|投入运[行营]"
    "|交付|交房|前期|开馆|开园|开业|开诊|上线|对外开放|开门|招生|揭牌|挂牌|量产|试运行|通水|通航|改建|封场|修缮|打通|动土|破土|奠基|封顶|验收|铺轨|架梁|下闸|蓄水"
)
_PART_ENDS = ("段", "工程", "项目")
_PART = re.compile(r"[一二三四五六七八]期|\d号|[东西南北]段")
# Names seldom hold these.
_UNLIKE = re.compile("加快|推进|和|等|建设|开工|建成|完成|实施")
_LATIN = re.compile("[A-Za-z]")
_SIZE = re.compile(r"\d+(?:\.\d+)?(?:万|亿)?(?:吨|千瓦|千伏|兆瓦|吉瓦|立方|公里|GW|MW|万件|套|台|辆|千米|米)")
_BUCKETS = (0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6)


_OPENING_BORDERS = frozenset(("verb", "part"))
# What it begins with; digits beside these.
_OPENING_STARTS = frozenset(
    "农城重骨国省市县各全我本一新大中小相有基老公普社乡干充货客内沿海陆分集水交能电现已其更部病绿智数综高"
    "轨风光火核战标引示政民惠专“十二三四五六七八九百千万两多"
)

# What opens so is a class of works, and no name: 农村供水工程, 老旧小区改造, 在建水库.
_CLASS = re.compile(
    "农村|农饮|老旧|普惠|公共|学前|义务教育|各|全[省市区国县]|我[省市区国]|本[省市区]|一[批些系]|重大|重点|骨干|中小|大中|病险|相关|有关|其[他它]|在建|已有|现有|更多"
    r"|部分|国省|省际|民生|惠民|专项|多式|“两重|两重|以及|[等的和及与]|标志性|[一二两三四五六七八九十\d][一二两三四五六七八九十\d]*[个条座项]|新一代|战略性|引领性|基础设施|设施|项目|工程|建设|乡镇|总投资|严禁"
)

_CLASS_STARTS = frozenset(
    "农老普公学义各全我本一重骨中大病相有其在已现更部国省民惠专多“两以等的和及与标二三四五六七八九十新战基设项工"
    "建乡总严引"
)


# Belts and nets are built too, and are no works.
_REGIONS = ("经济带", "产业带", "城市群", "走廊", "集群", "铁路网", "公路网", "水网", "地铁网")


def opens_class(text: str, start: int) -> bool:
    """Tell whether what opens at `start` only says of which kind works are: 老旧小区改造."""
    first = text[start]
    return (first in _CLASS_STARTS or first.isdecimal()) and _CLASS.match(text, start) is not None


def _opening(text: str, start: int) -> re.Match[str] | None:
    first = text[start : start + 1]
    return _OPENING.match(text, start) if first in _OPENING_STARTS or first.isdecimal() else None


def is_class(name: str, kinds: KindWords) -> bool:
    """Tell whether a span is a word for works alone, or a belt or a net of them: 水库, 铁路网."""
    return name in kinds.kinds or name.endswith(_REGIONS)


class Named(NamedTuple):
    """The mentions of a paragraph by where they start and where they end."""

    by_start: Mapping[int, Mention]
    by_end: Mapping[int, Mention]


def named(mentions: Sequence[Mention]) -> Named:
    """Index the mentions of a paragraph."""
    return Named({one.start: one for one in mentions}, {one.end: one for one in mentions})


# Of what kind the traits are that the functions below return, in their order.
OF_CLAUSE = ("F", "G", "C", "W", "V", "A", "N", "CN", "Q", "QF")
OF_START = ("p", "q", "f", "g", "m", "O", "I")
OF_END = ("n", "o", "r", "c", "d", "e", "x", "y")
OF_SPAN = (
    *("k", "j", "J", "H", "l", "M", "K", "L", "P", "S", "T", "R"),
    *("Z", "QFj", "Ck", "Cj", "Gj", "GFj", "Gk"),
)


def clause_traits(
    text: str, clause: Clause, parts: Sequence[Segment], kinds: KindWords, is_local: bool
) -> tuple[str, ...]:
    """Return what a clause says of all its names."""
    start, end, behind = clause
    known = generic = 0
    for part in parts:
        known += "kind" in part.ends.values() or kinds.of(text[part.start : part.end]) is not None
        at = max(
            [one for one, border in part.starts.items() if border in _OPENING_BORDERS], default=part.start
        )
        generic += _opening(text, at) is not None
    count = len(parts) or 1
    listed = f"{min(2, int(2 * known / count))}{min(2, int(2 * generic / count + 0.5))}"
    closing = _CLOSING.search(text, start, end)
    said = "".join(dict.fromkeys(_WORKS.findall(text, start, end)))[-4:]
    closes = "-" if closing is None else closing[1] or "等"
    following = None if said or end >= behind else _WORKS.search(text, end, behind)
    strong = _STRONG.search(text, start, end) is not None
    return (
        f"{strong}",
        f"{is_local}",
        closes,
        said[-2:],
        said[:2],
        following[0][:2] if following else "",
        f"{min(count, 4)}",
        f"{closes}{min(count, 3)}",
        listed,
        f"{listed}{strong}{min(count, 3)}",
    )


def start_traits(text: str, start: int, border: str, is_first: bool, names: Named) -> tuple[str, ...]:
    """Return what tells that a name of works begins at `start`."""
    mention = names.by_start.get(start)
    opening = _opening(text, start)
    return (
        text[start - 1] if start else "^",
        text[max(start - 2, 0) : start],
        text[start],
        text[start : start + 2],
        "-" if mention is None else mention.type,
        opening[0][:2] if opening else "-",
        f"{is_first}{border}",
    )


def end_traits(text: str, end: int, border: str, names: Named) -> tuple[str, ...]:
    """Return what tells that a name of works ends at `end`."""
    mention = names.by_end.get(end)
    return (
        text[end : end + 1],
        text[end : end + 2],
        text[end : end + 3],
        text[end - 1],
        text[end - 2 : end],
        text[end - 3 : end],
        "-" if mention is None else mention.type,
        border,
    )


def _is_part(name: str) -> bool:
    """Tell whether a name holds the number of a part, or ends as those of parts and works do."""
    return name.endswith(_PART_ENDS) or (
        any(map(name.__contains__, "期号段")) and _PART.search(name) is not None
    )


def span_traits(
    text: str,
    span: tuple[int, int],
    borders: tuple[str, str],
    names: Named,
    kinds: KindWords,
    clause: tuple[str, ...],
) -> tuple[str, ...]:
    """Return what the name at `span` itself tells, beside what stands at its two borders and its clause."""
    start, end = span
    name = text[start:end]
    mention = names.by_start.get(start)
    kind = kinds.of(name) or "-"
    opens = "-" if mention is None or mention.end > end else mention.type
    whole = mention is not None and mention.end == end
    known = f"{kind != '-'}{kinds.is_common(name[:2])}"
    length = _BUCKETS[min(len(name), 23)]
    strong, local, closes, listed = clause[0], clause[1], clause[2], clause[-1]
    return (
        kind,
        known,
        f"{known}{strong}{opens}",
        f"{known}{length}",
        f"{length}",
        f"{opens}{whole}",
        f"{kind}{opens}",
        f"{kind}{length}",
        f"{_is_part(name)}{kind != '-'}",
        # A size begins with a digit, which is no letter.
        f"{not name.isalpha() and _SIZE.search(name) is not None}{_LATIN.search(name) is not None}",
        f"{'至' in name}{kind}",
        f"{_UNLIKE.search(name) is not None}",
        f"{borders[0]}{borders[1]}",
        f"{listed}{known}",
        f"{closes}{kind}",
        f"{closes}{known}",
        f"{local}{known}",
        f"{local}{strong}{known}",
        f"{local}{kind}",
    )
