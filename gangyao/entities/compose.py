"""Names made by rule: a named place, what qualifies, and what it is (重庆 + 两江 + 新区)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head

# A name with more between its place and its head is a phrase.
LONGEST_GAP = 20
# What may open a name, and the types of name that it opens.
_OPENS: dict[str, frozenset[str]] = {
    "country": frozenset(("zone", "corridor", "event", "programme", "facility", "natural_feature")),
    "organization": frozenset(("organization", "facility", "event")),
    "policy": frozenset(("organization", "facility", "event", "zone", "programme")),
    "facility": frozenset(("organization", "facility", "zone", "programme")),
    "corridor": frozenset(("zone", "corridor", "event", "organization", "facility", "policy", "programme")),
    "zone": frozenset(("zone", "corridor", "event", "organization", "facility", "policy", "programme")),
}
_OPENS_ALL = frozenset(("admin_area", "region", "natural_feature"))
# Only these heads stand behind a name that runs over 和 (中日(成都)城市建设和现代服务业开放合作示范项目).
_MAY_JOIN = re.compile(
    "项目$|峰会$|委员会$|领导小组$|联席会议$|研究院$|研究所$|研究中心$|联盟$|联合会$|管理局$|基金会$"
)
_JOINS = re.compile("[和与暨及同]")
# A known name of these types inside the gap begins a name of its own.
_SEPARATE = frozenset(("corridor", "policy", "programme", "event", "organization", "brand"))
# A part is named by the whole that it belongs to: 中国(四川)自由贸易试验区 + 川南临港 + 片区.
_WHOLE = re.compile("试验区|新区|科学城|自由贸易港")
# 广西建设…联盟 is a clause.
_VERBS = ("建设", "创建", "优化", "联合建", "利用", "运营")
# Heads whose sites are named in lists without the place they lie in.
_SITES = frozenset(
    [
        "水库",
        "水电站",
        "核电站",
        "水利枢纽",
        "航电枢纽",
        "特大桥",
        "大桥",
        "隧道",
        "抽水蓄能电站",
        "国际机场",
        "机场",
        "灌区",
        "古镇",
        "古城",
        "国家湿地公园",
        "国家森林公园",
        "湿地公园",
        "森林公园",
        "国家级自然保护区",
        "国家地质公园",
    ]
)
_PROPER = re.compile(
    "(?:^|[、，。；：(]|加快|推进|建设|开工|实施|建成|建好|打造|创建|保护|加强|依托|支持|推动)([\u4e00-\u9fff]{2,3})$",
    re.MULTILINE,
)
_CLASS_OF_SITE = re.compile(
    "[大中小]|[新病险各等和及的了型座级类批两省全]|保障|重点|骨干|控制|加固|除险|湖泊|河流|山区|城市|农村|现有|在建|规划|河湖|水源|饮用|其他|主要|"
    "常规|先进|海上|塘坝|坑塘|江河|跨|一|建设|推进|加快|加强|支线|通用|民用|运输|货运|枢纽|干线|军民|国际|区域|地下|水下|过江|历史|文化|"
    "特色|传统|千年|名镇|旅游|自然|铁路|公路|桥梁|现代|国家|省级|市级|湿地|森林|公园|高铁|轨道|港口|我|其|该|本|实施|智慧|完善|加密|支持|启用|打造|依托|新"
)
_AFTER_SITE = re.compile("[、，。；)]|等|和|及|[一二三]期|扩建|建设|工程|项目|前期|加固")
# Inside a name of these types 建设 is a verb.
_BUILT = frozenset(("zone", "facility", "corridor", "region"))
# The first end of a route that is no known place: 黄桶至 + 百色 + 铁路.
_ROUTE_START = re.compile(
    "(?:^|[、，。；：(“和及]|加快|推进|推动|建设|开工|实施|建成|新建|提速)([\u4e00-\u9fff]{2,3}[至—])$",
    re.MULTILINE,
)
_PAIR_BEFORE = re.compile("中[俄蒙越老缅尼巴韩哈]$")
_FREE_TRADE = re.compile("([\u4e00-\u9fff]{2,3}?)[省市]?自由贸易试验区")
_LEVELS = ("国家", "全国", "中国")


def composed_names(
    text: str, anchors: Sequence[Candidate], heads: Sequence[tuple[int, int, Head]], gazetteer: Gazetteer
) -> list[Candidate]:
    """Names that begin with one of `anchors` and end with one of `heads` (start, end, head; by start)."""
    starts = [start for start, _, _ in heads]
    separate = sorted(one.start for one in anchors if one.type in _SEPARATE)
    found: list[Candidate] = []
    for anchor in anchors:
        if anchor.origin == "decoy" or (anchor.type not in _OPENS and anchor.type not in _OPENS_ALL):
            continue
        is_quoted = text[anchor.start - 1 : anchor.start] == "“" and text[anchor.end : anchor.end + 1] == "”"
        if anchor.type == "policy" and not is_quoted:
            continue
        begin, after = (anchor.start - 1, anchor.end + 1) if is_quoted else (anchor.start, anchor.end)
        opening = _ROUTE_START.search(text, max(0, begin - 7), begin)
        best: tuple[int, Head] | None = None
        for at in range(bisect_left(starts, after), len(starts)):
            start, end, head = heads[at]
            if start > after + LONGEST_GAP:
                break
            if best is not None and end <= best[0]:
                continue
            gap = text[after:start]
            if gazetteer.breaks.search(gap):
                break
            first = bisect_left(separate, after)
            if first < len(separate) and separate[first] < start:
                break
            if _names(anchor, gap, head) or (opening and not gap and head.type == "corridor"):
                best = (end, head)
        if best is not None:
            end, head = best
            if head.type in ("facility", "organization") and text[begin - 2 : begin] in _LEVELS:
                begin -= 2  # 国家西南区域应急救援中心: the name opens with its level.
            if opening and head.type == "corridor":
                begin = opening.start(1)
            if head.type in ("facility", "zone") and (
                pair := _PAIR_BEFORE.search(text, max(0, begin - 2), begin)
            ):
                begin = pair.start()  # 中俄黑河黑龙江大桥: two countries share it.
            name = _written_out(text[begin:end], head)
            merged_by = None if name == text[begin:end] else f"name_heads.csv: {head.form}"
            found.append(Candidate(begin, end, head.type, name, "grammar", merged_by))
    return found


def site_names(text: str, heads: Sequence[tuple[int, int, Head]]) -> list[Candidate]:
    """Sites named in a list by themselves: 镜岭水库、出山店水库. `heads` as for `composed_names`."""
    found: list[Candidate] = []
    for start, end, head in heads:
        if head.form not in _SITES:
            continue
        proper = _PROPER.search(text, max(0, start - 8), start)
        if proper and not _CLASS_OF_SITE.search(proper[1]) and _AFTER_SITE.match(text, end):
            name = text[proper.start(1) : end]
            found.append(Candidate(proper.start(1), end, head.type, name, "grammar"))
    return found


def _written_out(surface: str, head: Head) -> str:
    """The name in full: 四川自贸试验区 is 中国(四川)自由贸易试验区."""
    name = surface[: -len(head.form)] + (head.full or head.form)
    pilot = _FREE_TRADE.fullmatch(name)
    return f"中国({pilot[1]})自由贸易试验区" if pilot else name


def _names(anchor: Candidate, gap: str, head: Head) -> bool:
    """Tell whether `anchor` + `gap` + `head` is a proper name."""
    if (gap.startswith(_VERBS) and head.type != "policy") or ("建设" in gap and head.type in _BUILT):
        return False
    if anchor.type == "country" and head.type == "organization" and anchor.name != "中国":
        return "—" in anchor.name  # 中国—东盟…联盟 is shared, 美国…集团 is a phrase.
    if gap.count("(") != gap.count(")") or (_JOINS.search(gap) and not _MAY_JOIN.search(head.form)):
        return False
    if anchor.origin == "level":
        return head.anchor == "wide" and bool(gap)
    if anchor.name == "中国":
        return head.anchor in ("wide", "china") or head.type == "event" or gap.startswith("(")
    if head.anchor == "china":
        return False
    if head.anchor == "next":
        return not gap and (
            anchor.type in ("admin_area", "natural_feature", "country")
            or (head.form.endswith("地区") and anchor.type == "region")
        )
    if head.anchor == "within":
        return bool(_WHOLE.search(gap))
    if head.anchor == "qualified" and not gap:
        # 沪通铁路 names a line by its two ends, 重庆铁路 does not.
        return anchor.type == "corridor" or (anchor.type == "admin_area" and anchor.division is None)
    return anchor.type in _OPENS_ALL or head.type in _OPENS[anchor.type]
