"""Lists that name what no table has, or cut a name short, or change what it means.

长江中游和[下游]; 永定河、潮白河、[泃河]; 京津冀协同发展、[粤港澳大湾区建设]等重大战略.
"""

from __future__ import annotations

import re

from gangyao.entities.candidates import Candidate

_REACH = re.compile("[上中下]游$")
_NEXT_REACH = re.compile("[、和及与]([上中下]游)(?:地区)?")
_STRATEGY_BEHIND = re.compile(
    "等(?:国家|区域|重大)*战略|[、和及与](?:推动|推进)?(?:京津冀协同|长三角一体化|长江三角洲区域一体化|"
    "长江经济带发展|粤港澳大湾区建设|黄河流域生态|雄安新区建设|东北|西部大开发|中部|海南)"
    "[^，。；]{0,60}?(?:战略|发展|振兴|建设)"
)
_STRATEGY_BEFORE = re.compile(
    "(?:协同发展|一体化发展|大湾区建设|经济带发展|高质量发展|一体化|自由贸易港建设)[、和及与]$"
)
_PARTS = frozenset(("东部", "中部", "西部", "东北", "西北", "东南", "西南"))
_AND = ("、", "和", "及", "与")
_FEATURE = "[\u4e00-\u9fff]{1,4}[江河湖山岭溪淀]"
_NEXT_FEATURE = re.compile(
    f"[、和及与]({_FEATURE})(?=[、和及与等，。；：:)(为]|保护|治理|水质|生态|流域|综合|保护|$)", re.MULTILINE
)
_NEXT_BODY = re.compile(
    "[、和]((?:(?![各有相]|[省市县区])[\u4e00-\u9fff]){2,9}?(?:厅|(?<![布格结当])局)(?![面部势长级]))"
)
_LAST_FEATURE = re.compile(f"(?:^|[、，。；：:(])({_FEATURE})[、和及与]$", re.MULTILINE)
# Classes of waters and hills, and words that only end like one.
_NO_FEATURE = re.compile(
    "江河|河湖|大江|大河|湖$(?<=[大小内]湖)|支流|干流|其他|各|流域|重点|沿|主要|[大中小]河|河道|入河|入江|山水|[高荒矿火]山|国土|江山|"
    "林田|支持|加快|推进|推动|依托|实施|加强|建设|治理|保护|开展|海洋|[的地和在是对向]|黑臭|城市|农村"
)


def is_listed_strategy(text: str, start: int, end: int) -> bool:
    """Tell whether the region and verb at `start`:`end` stand in a list of strategies."""
    return bool(_STRATEGY_BEHIND.match(text, end) or _STRATEGY_BEFORE.search(text, max(0, start - 12), start))


def with_elliptic(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Add what lists tell: the second reach of a river, and waters or hills beside known ones."""
    found: list[Candidate] = []
    for index, one in enumerate(chosen):
        if found and found[-1].end > one.start:
            continue
        floor = found[-1].end if found else 0
        limit = chosen[index + 1].start if index + 1 < len(chosen) else len(text)
        if one.type == "natural_feature":
            found += _features_before(text, one, floor)
        found.append(one)
        if one.type == "organization" and one.origin == "grammar" and text[one.end - 1] in "厅局委办院部":
            found += _bodies_behind(text, one, limit)
        if one.type == "region":
            found += _reaches_behind(text, one, limit)
        elif one.type == "natural_feature":
            found += _features_behind(text, one, limit)
    return found


def with_listed_divisions(text: str, chosen: list[Candidate], names: list[Candidate]) -> list[Candidate]:
    """Read a river or hill that is also a city as the city where it stands in a list of divisions.

    佳木斯、[牡丹江]、鸡西 are cities; 松花江、[牡丹江] are rivers. `names` holds both readings.
    """
    cities = {(one.start, one.end): one for one in names if one.division is not None}
    found = list(chosen)
    for index, one in enumerate(chosen):
        city = cities.get((one.start, one.end)) if one.type == "natural_feature" else None
        if city is None:
            continue
        before = chosen[index - 1] if index else None
        after = chosen[index + 1] if index + 1 < len(chosen) else None
        if (before and before.division and text[before.end : one.start] in _AND) or (
            after and after.division and text[one.end : after.start] in _AND
        ):
            found[index] = city
    return found


def without_parts(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Drop 西部 and the like behind a division: 吉林省西部 is a part of it, not the 西部地区."""
    return [
        one
        for index, one in enumerate(chosen)
        if not (
            one.type == "region"
            and index
            and one.origin == "lexicon"
            and text[one.start : one.end] in _PARTS
            and chosen[index - 1].division is not None
            and chosen[index - 1].end == one.start
        )
    ]


def _reaches_behind(text: str, one: Candidate, limit: int) -> list[Candidate]:
    found: list[Candidate] = []
    reach = _REACH.search(text, one.start, one.end)
    at = one.end
    while reach and (behind := _NEXT_REACH.match(text, at)) and behind.end() <= limit:
        name = text[one.start : reach.start()] + behind[1]
        found.append(
            Candidate(behind.start(1), behind.end(), "region", name, "ellipsis", f"ellipsis: {name}")
        )
        at = behind.end()
    return found


def _bodies_behind(text: str, one: Candidate, limit: int) -> list[Candidate]:
    """省委宣传部、[教育厅]、[文化和旅游厅]: bodies of the same province listed without it."""
    found: list[Candidate] = []
    at = one.end
    while (behind := _NEXT_BODY.match(text, at)) and behind.end() <= limit:
        found.append(Candidate(behind.start(1), behind.end(), "organization", behind[1], "list"))
        at = behind.end()
    return found


def _features_behind(text: str, one: Candidate, limit: int) -> list[Candidate]:
    found: list[Candidate] = []
    at = one.end
    while (behind := _NEXT_FEATURE.match(text, at)) and behind.end() <= limit:
        if _NO_FEATURE.search(behind[1]):
            break
        found.append(Candidate(behind.start(1), behind.end(), "natural_feature", behind[1], "list"))
        at = behind.end()
    return found


def _features_before(text: str, one: Candidate, floor: int) -> list[Candidate]:
    found: list[Candidate] = []
    at = one.start
    while (before := _LAST_FEATURE.search(text, max(floor, at - 7), at)) and not _NO_FEATURE.search(
        before[1]
    ):
        found.insert(0, Candidate(before.start(1), before.end(1), "natural_feature", before[1], "list"))
        at = before.start(1)
    return found
