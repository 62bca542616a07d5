"""Names made by rule: a named place, what qualifies, and what it is (重庆 + 两江 + 新区)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.levels import names_of_level

# A name with more between its place and its head is a phrase.
LONGEST_GAP = 20
# What may open a name, and the types of name that it opens.
_OPENS: dict[str, frozenset[str]] = {
    "event": frozenset(("organization",)),
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
    "局$|厅$|委$|项目$|峰会$|论坛$|委员会$|领导小组$|联席会议$|研究院$|研究所$|研究中心$|联盟$|联合会$|管理局$|基金会$"
)
_JOINS = re.compile("[和与暨及同]")
# A known name of these types inside the gap begins a name of its own.
_SEPARATE = frozenset(("corridor", "policy", "programme", "event", "organization", "brand"))
# A part is named by the whole that it belongs to: 中国(四川)自由贸易试验区 + 川南临港 + 片区.
_WHOLE = re.compile("试验区|新区|科学城|自由贸易港")
# 广西建设…联盟 is a clause.
_VERBS = ("建设", "创建", "优化", "联合建", "利用", "运营")
# Inside a name of these types 建设 is a verb.
_BUILT = frozenset(("zone", "facility", "corridor", "region"))
# The first end of a route that is no known place: 黄桶至 + 百色 + 铁路.
_ROUTE_START = re.compile(
    "(?:^|[、，。；：(“和及]|加快|推进|推动|建设|开工|实施|建成|新建|提速)([\u4e00-\u9fff]{2,3}[至—])$",
    re.MULTILINE,
)
_EDITION = re.compile("第[一二三四五六七八九十]+[次届](?:全国)?$|(?<![0-9])20[0-9]{2}$")
_PAIR_BEFORE = re.compile("中[俄蒙越老缅尼巴韩哈]$")
_FREE_TRADE = re.compile("([\u4e00-\u9fff]{2,3}?)[省市]?自由贸易试验区")
_LEVELS = ("国家", "全国", "中国")
_BUILT_HERE = frozenset(("facility", "organization", "zone"))
# What is or is to be, no name: 昆明[国际性]枢纽, 昭通[为]滇东北枢纽.
_PHRASE = re.compile(
    "(?<!华)为|(?<![可予得所足难])以(?![色旧工])|(?<!火)把|是(?!否)|被(?!动)|本[省市县区州]|标志性|国际性|全国性|区域性|^[和与及]|[和与及]$|(?:[局厅委办部院]|精神|会议|部署)[和与及]"
)
# What a place is to be for.
_PURPOSES = ("交往", "开放", "合作")
# Marks and counts, which no name runs over either.
_MARK = re.compile(r"[^\w·—()]")
_COUNT = re.compile(r"\d(?=\d*[家条个项座处])")
# 鼓楼|区试点: the place goes on.
_STATUS = ("市", "区", "县", "省", "州")


def composed_names(
    text: str, anchors: Sequence[Candidate], heads: Sequence[tuple[int, int, Head]], gazetteer: Gazetteer
) -> list[Candidate]:
    """Names that begin with one of `anchors` and end with one of `heads` (start, end, head; by start)."""
    starts = [start for start, _, _ in heads]
    routes = [start for start, _, head in heads if head.type == "corridor"]
    separate = sorted((one.start, one.end) for one in anchors if one.type in _SEPARATE)
    found: list[Candidate] = []
    for anchor in anchors:
        if anchor.origin == "decoy" or (anchor.type not in _OPENS and anchor.type not in _OPENS_ALL):
            continue
        is_quoted = text[anchor.start - 1 : anchor.start] == "“" and text[anchor.end : anchor.end + 1] == "”"
        if anchor.type == "policy" and not is_quoted:
            continue
        begin, after = (anchor.start - 1, anchor.end + 1) if is_quoted else (anchor.start, anchor.end)
        first = bisect_left(starts, after)
        if first == len(starts) or starts[first] > after + LONGEST_GAP:
            continue
        within = heads[first : bisect_right(starts, after + LONGEST_GAP)]
        opening = None
        route = bisect_left(routes, after)
        if route < len(routes) and routes[route] <= after + LONGEST_GAP:
            opening = _ROUTE_START.search(text, max(0, begin - 7), begin)
        limit, filled = _reach(text, after, starts[first], separate, gazetteer)
        best: tuple[int, Head] | None = None
        for start, end, head in within:
            ends_with_name = filled == end and head.type == "programme" and anchor.origin != "level"
            if start > limit and start != filled and not ends_with_name:
                continue
            if best is not None and "corridor" == best[1].type == head.type and start > best[0]:
                break  # 中越通道|开河高速公路: the next route.
            if (best is None or end > best[0]) and _ends_name(
                text, anchor, after, start, end, head, opening is not None, gazetteer
            ):
                best = (end, head)
        if best is not None:
            found.append(_composed(text, begin, best[0], best[1], opening))
    return found


def _reach(
    text: str, after: int, head: int, separate: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[int, int]:
    """The last place where the head of a name may begin whose first word ends at `after`, and one beyond it.

    A known name in the gap begins a name of its own, unless it fills the gap: 北京[世园会]组委会. The first
    head begins at `head`; where it is out of reach, how far is not looked at further.
    """
    limit = after + LONGEST_GAP
    at = bisect_left(separate, (after, 0))
    name = separate[at] if at < len(separate) else (limit, -1)
    # One after another: `re` looks for each of them much faster than for any of them.
    for breaks in (_MARK, gazetteer.breaks, _COUNT):
        if stop := breaks.search(text, after, limit):
            limit = stop.start()
            if limit < head and name[0] >= limit:
                break
    return name if name[0] < limit else (limit, -1)


def _ends_name(
    text: str,
    anchor: Candidate,
    after: int,
    start: int,
    end: int,
    head: Head,
    is_route: bool,
    gazetteer: Gazetteer,
) -> bool:
    gap = text[after:start]
    if anchor.origin == "anchor" and head.type not in _BUILT_HERE:
        return False
    if not (_names(anchor, gap, head) or (is_route and not gap and head.type == "corridor")):
        return False
    return gazetteer.limits.holds(head.form, text, start, end)


def _composed(text: str, begin: int, end: int, head: Head, opening: re.Match[str] | None) -> Candidate:
    if head.type in ("facility", "organization") and text[begin - 2 : begin] in _LEVELS:
        begin -= 2  # 国家西南区域应急救援中心: the name opens with its level.
    if opening and head.type == "corridor":
        begin = opening.start(1)
    if head.type in ("event", "organization") and (
        edition := _EDITION.search(text, max(0, begin - 8), begin)
    ):
        begin = edition.start()  # 第一次全国地理国情普查领导小组
    if head.type in ("facility", "zone") and (pair := _PAIR_BEFORE.search(text, max(0, begin - 2), begin)):
        begin = pair.start()  # 中俄黑河黑龙江大桥: two countries share it.
    name = _written_out(text[begin:end], head)
    merged_by = None if name == text[begin:end] else f"name_heads.csv: {head.form}"
    return Candidate(begin, end, head.type, name, "grammar", merged_by)


def _written_out(surface: str, head: Head) -> str:
    """The name in full: 四川自贸试验区 is 中国(四川)自由贸易试验区."""
    name = surface[: -len(head.form)] + (head.full or head.form)
    pilot = _FREE_TRADE.fullmatch(name)
    return f"中国({pilot[1]})自由贸易试验区" if pilot else name


def _names(anchor: Candidate, gap: str, head: Head) -> bool:
    """Tell whether `anchor` + `gap` + `head` is a proper name."""
    if (gap.startswith(_VERBS) and head.type != "policy" and head.anchor != "body") or (
        "建设" in gap and head.type in _BUILT
    ):
        return False
    if (
        anchor.division
        and anchor.division.is_short
        and gap.startswith(_STATUS)
        and head.anchor == "qualified"
    ):
        return False
    if anchor.type == "country" and head.type == "organization" and anchor.name != "中国":
        return "—" in anchor.name  # 中国—东盟…联盟 is shared, 美国…集团 is a phrase.
    if gap.count("(") != gap.count(")") or (_JOINS.search(gap) and not _MAY_JOIN.search(head.form)):
        return False
    if anchor.origin == "level":
        return names_of_level(anchor.name, gap, head)
    if anchor.name == "中国":
        if head.anchor in ("wide", "china") or head.type == "event":
            return True
        return gap.startswith(("(", "—")) or (bool(gap) and head.form.endswith(("馆", "有限公司")))
    if head.anchor == "china":
        return False
    if head.type == "zone" and gap.endswith("国家"):
        return False  # What a place is to be: 乌鲁木齐[区域性国际商贸物流中心].
    return not _PHRASE.search(gap) and _names_as_anchored(anchor, gap, head)


def _joins_two_places(anchor: Candidate, gap: str) -> bool:
    """Tell whether the gap leads to another place: 青岛至|连云港, 上海港—|洛杉矶港."""
    return "至" in gap or "港—" in gap or (anchor.type == "facility" and gap.startswith("—"))


def _names_as_anchored(anchor: Candidate, gap: str, head: Head) -> bool:
    """Tell whether what the head wants in front of it is there."""
    if head.anchor == "body":
        return bool(gap) and anchor.division is not None and not anchor.division.is_short
    if head.form == "港" and not gap and anchor.division is None:
        return False  # 闽粤港 are three places.
    if head.type in _BUILT_HERE and _joins_two_places(anchor, gap):
        return False
    if anchor.type == "policy" and head.anchor == "qualified" and gap.endswith(_PURPOSES):
        return False  # “一带一路”对外交往|中心 says what a place is to be.
    if head.anchor == "next" and head.type == "facility":
        return not gap and anchor.division is not None
    if head.anchor == "next":
        return not gap and (
            anchor.type in ("admin_area", "natural_feature", "country")
            or (head.form.endswith("地区") and anchor.type == "region")
        )
    if head.anchor == "governed" or (anchor.type == "region" and head.form.endswith("枢纽")):
        return False
    if head.anchor == "within":
        return bool(_WHOLE.search(gap))
    if head.anchor == "qualified" and not gap:
        # 沪通铁路 names a line by its two ends, 重庆铁路 does not.
        return anchor.type == "corridor" or (anchor.type == "admin_area" and anchor.division is None)
    return anchor.type in _OPENS_ALL or head.type in _OPENS[anchor.type]
