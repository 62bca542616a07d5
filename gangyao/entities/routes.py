"""Railways, roads and links named by the abbreviations of their places: 沪苏湖、通苏嘉甬、镇宣铁路."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.openers import is_opened
from gangyao.entities.sites import proper_before

# The last words of routes that abbreviations of places name.
ROUTE_HEADS = frozenset(
    [
        "铁路",
        "高铁",
        "高速铁路",
        "城际铁路",
        "城际",
        "客专",
        "客运专线",
        "市域铁路",
        "货运铁路",
        "高速公路",
        "高速",
        "快速路",
        "跨海通道",
        "过江通道",
        "生态经济带",
        "科创走廊",
        "公路",
        "走廊",
        "运河",
        "连接线",
        "联络线",
        "快速通道",
        "延长线",
    ]
)
_HAN = "[\u4e00-\u9fff]"
# 成(资)遂: a place that the line serves in part stands in brackets.
_ROUTE = f"((?:(?![和及与]){_HAN}){{2,5}}|{_HAN}{{1,2}}\\({_HAN}{{1,2}}\\){_HAN}{{1,2}})"
_VERB = (
    "(?:加快|推进|推动|建设|开工|实施|新建|开建|改扩建|改建|扩建|打通|开通|贯通|建成|建好|规划|启动|谋划|争取|完成|续建|提速|沿着|力促|确保|"
    "促进|抓好|加密|延伸|新开工)"
)
# What stands before the name of a route: a mark, or a verb of building.
_HAN_ONLY = re.compile(f"{_HAN}+$")
_OWN = re.compile(f"(?:^|[、，。；：:(“”\n—和及与的]|{_VERB}){_VERB}*{_ROUTE}$")
_LISTED = re.compile(f"(?:^|[、，。；：:(\n和及与]|{_VERB}){_VERB}*{_ROUTE}[、和及与]$")
# The head may stand behind the list: 崇启、崇海等过江通道.
_SUCH_AS = re.compile("[\u4e00-\u9fff](?:等[0-9\u4e00-\u9fff]{0,4}|[0-9]{1,2}条)$")
# A list goes on behind its head, up to what it is: …铁路、合新、镇宣等项目.
_GOES_ON = re.compile(
    "(?:[一二三]期)*((?:[、和及与](?:(?![和及与等])[\u4e00-\u9fff]){2,5})+)等(?:规划|重点|重大|在建|续建)?(?:项目|工程|铁路|通道|线路|路段)"
)
# The second end of a route between two places that no table has.
_BETWEEN = re.compile(f"至({_HAN}{{2,5}})$")
# Such routes in a list: 开江至梁平、乐山至马边|等高速公路.
_END = f"(?:(?![和及与至等]){_HAN})"
_FROM_TO = re.compile(
    f"(?:^|[、，。；：(\n和及与]|{_VERB}){_VERB}*(?!{_VERB})({_END}{{2,5}}至{_END}{{2,6}})([、和及与]?)$"
)
_LONGEST_FROM_TO = 18
_PART = re.compile("[、和及与]([^、和及与]+)")
# Words that the characters of place names also make.
_NO_ROUTE = re.compile(
    "[高低城干支普]|市郊|疏港|货运|客运|国家|国际|地方|西部|东部|中部|北部|南部|山区|沿线|跨[江海境]|大通|通道|新区|长江$|黄河$|江海|公铁|海铁|"
    "[东西南北]延|重大|重点|平安|河北|湖北|广[东西]|[山陕]西|[河海]南|湖南|云南|安徽|江[苏西]|[浙黑]江|辽宁|贵州|三大|东西|南北|县县|市市|"
    "[市县州村]通|[网通]红|通村|穿沙|旅游|产业|环[山湖岛海]|沿[江河湖]|等级|^[建新]|^至|至$"
)
# Lines by their number: 地铁11号线一期西段, G318, 国道G355线.
_BEFORE_LINE = re.compile("(?:地铁|轨道交通|城轨|轻轨|有轨电车)?[0-9]{1,2}$")
_BEHIND_LINE = re.compile(
    "号线(?:[一二三四]期|[东西南北]延(?:伸)?[线段]?|延伸线|延长线|[东西南北中]段|首[开通]段)*"
)
_BEFORE_ROAD = re.compile("[国省县]道$")
_THREE_DIGITS = re.compile("[0-9]{3}$")
_ROADS = ("国道", "省道")
_ROAD = re.compile(
    "(?<![0-9A-Za-z])[GSX][0-9]{2,4}(?:线|[国省]道|[\u4e00-\u9fff]{2,3}高速(?:公路)?)?|[国省]道[0-9]{3}线?|(?<=[0-9]{3})[国省]道"
)


def numbered_lines(text: str, cues: Sequence[tuple[int, int]]) -> list[Candidate]:
    """Lines and trunk roads known by their number, at `cues` (spans of gazetteer.CUES)."""
    found: list[Candidate] = []
    for start, end in cues:
        if end - start == len("号线") and text.startswith("号线", start):
            number = _BEFORE_LINE.search(text, max(0, start - 6), start)
            behind = _BEHIND_LINE.match(text, start)
            if number and behind:
                found.append(_numbered(text, number.start(), behind.end()))
        elif road := _ROAD.match(text, start):
            kind = _BEFORE_ROAD.search(text, max(0, start - 2), start)
            number = _THREE_DIGITS.search(text, max(0, start - 3), start) if road[0] in _ROADS else None
            first = kind or number
            found.append(_numbered(text, first.start() if first else start, road.end()))
    return found


def _numbered(text: str, start: int, end: int) -> Candidate:
    return Candidate(start, end, "corridor", text[start:end], "numbered")


def route_names(text: str, heads: Sequence[tuple[int, int, Head]], gazetteer: Gazetteer) -> list[Candidate]:
    """Routes at `heads` (start, end, head) and those listed beside them, which share the head."""
    found: list[Candidate] = []
    routes = [one for one in heads if one[2].form in ROUTE_HEADS]
    longest = {start: (end, head) for start, end, head in sorted(routes, key=itemgetter(1))}
    for start, (end, head) in longest.items():
        found += _listed_behind(text, end, head, gazetteer)
        such = _SUCH_AS.search(text, max(0, start - 6), start)
        if such is not None:
            found += _listed_before(text, such.start() + 1, head, gazetteer, "")
            found += _from_to_before(text, such.start() + 1, head, gazetteer)
            continue
        begin = _own_start(text, start, gazetteer)
        if begin is None:
            begin = _first_end(text, start, gazetteer)
        if begin is None or text.startswith("枢纽", end):
            continue
        found.append(Candidate(begin, end, "corridor", text[begin:end], "grammar"))
        listed = _listed_before(text, begin, head, gazetteer, "、和及与")
        found += listed
        found += _from_to_before(text, listed[-1].start if listed else begin, head, gazetteer)
    return found


def _own_start(text: str, end: int, gazetteer: Gazetteer) -> int | None:
    """Where the route begins that ends at `end`, behind a mark or a verb."""
    own = _OWN.search(text, max(0, end - 14), end)
    if own is not None:
        return own.start(1) if _is_route(own[1], gazetteer) else None
    for begin in (end - 2, end - 3):
        if (
            begin >= 0
            and _HAN_ONLY.match(text, begin, end)
            and is_opened(text, begin, gazetteer.openers)
            and _is_route(text[begin:end], gazetteer)
        ):
            return begin
    return None


def _first_end(text: str, end: int, gazetteer: Gazetteer) -> int | None:
    """Where the first end of the route begins whose second one ends at `end`: 沙坪至龙山|铁路."""
    between = _BETWEEN.search(text, max(0, end - 6), end)
    if between is None or gazetteer.classes.search(between[1]) or between[1] in gazetteer.words:
        return None
    return proper_before(text, between.start(), gazetteer, (4, 3, 2), True)


def _listed_before(text: str, start: int, head: Head, gazetteer: Gazetteer, joins: str) -> list[Candidate]:
    """The names of a list that ends at `start`; before the first there stands one of `joins`, if any."""
    found: list[Candidate] = []
    pattern = _LISTED if joins else _OWN
    while (one := pattern.search(text, max(0, start - 15), start)) and _is_route(one[1], gazetteer):
        start = one.start(1)
        found.append(_part(start, one.end(1), one[1], head))
        pattern = _LISTED
    # A single word before 等 is as likely something else.
    return found if joins or len(found) > 1 else []


def _from_to_before(text: str, start: int, head: Head, gazetteer: Gazetteer) -> list[Candidate]:
    """The routes from one place to another of a list that ends at `start`."""
    found: list[Candidate] = []
    while one := _FROM_TO.search(text, max(0, start - _LONGEST_FROM_TO), start):
        # Only the last of them stands right before what they are.
        if gazetteer.classes.search(one[1]) or (found and not one[2]):
            break
        found.append(_part(one.start(1), one.end(1), one[1], head))
        start = one.start(1)
    return found


def _listed_behind(text: str, end: int, head: Head, gazetteer: Gazetteer) -> list[Candidate]:
    goes_on = _GOES_ON.match(text, end)
    if goes_on is None:
        return []
    parts = list(_PART.finditer(text, goes_on.start(1), goes_on.end(1)))
    if not all(_is_route(one[1], gazetteer) for one in parts):
        return []
    return [_part(one.start(1), one.end(1), one[1], head) for one in parts]


def _part(start: int, end: int, text: str, head: Head) -> Candidate:
    name = text + head.form
    return Candidate(start, end, "corridor", name, "ellipsis", f"ellipsis: {name}")


def _is_route(text: str, gazetteer: Gazetteer) -> bool:
    if len(text) == 2 and text not in gazetteer.words and not _NO_ROUTE.search(text):
        # 庐铜铁路: of two ends one may be a county.
        return not gazetteer.place_characters.isdisjoint(text) and text not in gazetteer.common_words
    return (
        gazetteer.place_characters.issuperset(text.replace("(", "").replace(")", ""))
        and not _NO_ROUTE.search(text)
        and text not in gazetteer.common_words
    )
