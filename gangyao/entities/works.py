"""Local works, stations and national offices that no table has: [沙河整治项目], [宜城东站], [国家地震局]."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.openers import is_opened, is_opened_by_word
from gangyao.entities.sites import is_phrase

_HAN = "[\u4e00-\u9fff]"
# A proper word, what it is, and what is done to it.
_WORK = re.compile(
    f"({_HAN}{{2,5}}?(?:[河湖江溪渠]|水库|机场|灌区))(?:[一二三四五]期|流域|水系|河道|干流|段)?"
    "(?:综合|生态|水环境|水生态|环境|系统|景观|防洪|河道|堤防|清淤|除险)*"
    "(?:整治|治理|改造|提升|扩建|改扩建|迁建|修复|连通|加固|疏浚|景观)+(?:项目|工程)"
)
_WORK_END = re.compile("项目|工程")
_DONE = ("整治", "治理", "改造", "提升", "建", "修复", "连通", "加固", "疏浚", "景观")
_LONGEST = 20
# 郑家套河、|殷家河堤防加固工程: works on both.
_LISTED = re.compile("[河湖江溪渠][、和及]$")
_STATION = re.compile(
    f"({_HAN}{{0,4}}?[东南西北]?)站(?=[、，。；：（）()“”和与及至—]|等|建设|站房|枢纽|开通|改造|投|综合|$)"
)
# The last place of 站 in it.
_FARTHEST = 6
# What makes a class of stations.
_KINDS = re.compile(
    "工作|加油|充电|换电|服务|监测|观测|气象|变电|泵|水电|发电|电$|火车|汽车|客运|货运|空间|^车|^网|驿|污水|转运|检查|边检|卫生"
    "|文化|兽医|消防|接收|加气|加氢|储能|地铁|高铁|铁路|基层|后$|血|中继|供|水$|农|林|推广|植保|检验|救助|管理|科普|流动|试验|起点|终点"
)
_OF_COUNCIL = re.compile(f"国务院({_HAN}{{2,6}}?)办(?:公室)?(?![理公法事好学结])")
_OFFICE = re.compile(f"国家(?![级队])({_HAN}{{2,6}}?)(?:总局|局(?![面部势限])|总署|署(?!名))")
# Of several centres of one kind the place in brackets tells which: 国家碳计量中心(福建).
_CENTRE = re.compile(f"国家(?!级)(?:(?!国家){_HAN}){{2,14}}?(?:中心|平台|实验室)$")
_LONGEST_CENTRE = 20
_NO_OFFICE = re.compile("[的和与及在了]|各|有关|相关|部门|格$|布$|大$|全$|开$|结$|部$|发展$|安全$|主席|签$")


def water_works(text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Works on a water or a site that bears a proper name, where a verb or a mark stands before it."""
    found: list[Candidate] = []
    for closing in _WORK_END.finditer(text):
        if not text.endswith(_DONE, 0, closing.start()):
            continue
        for start in range(max(0, closing.start() - _LONGEST), closing.start()):
            work = (
                _WORK.match(text, start, closing.end()) if is_opened(text, start, gazetteer.openers) else None
            )
            if work is None or work.end() != closing.end() or is_phrase(work[1], gazetteer):
                continue
            if _LISTED.search(text, max(0, start - 2), start) is None:
                found.append(Candidate(start, work.end(), "programme", work[0], "grammar"))
            break
    return found


def stations(text: str, places: Iterable[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Stations that one of `places` opens: [南宁枢纽五象站], [宜城东站]."""
    found: list[Candidate] = []
    for place in places:
        if place.type not in ("admin_area", "facility") or place.origin == "decoy":
            continue
        end = place.end
        station = _STATION.match(text, end) if text.find("站", end, end + _FARTHEST) >= 0 else None
        if station is None or not station[1] or _KINDS.search(station[1]):
            continue
        if station[1] in "东南西北" or not (
            is_phrase(station[1], gazetteer) or station[1] in gazetteer.words
        ):
            name = text[place.start : station.end()]
            found.append(Candidate(place.start, station.end(), "facility", name, "grammar"))
    return found


def national_centres(text: str, names: Iterable[Candidate]) -> list[Candidate]:
    """Centres of the state of which there are several, with one of `names` in brackets behind."""
    found: list[Candidate] = []
    for one in names:
        if text[one.start - 1 : one.start] != "(" or text[one.end : one.end + 1] != ")":
            continue
        opening = one.start - 1
        centre = _CENTRE.search(text, max(0, opening - _LONGEST_CENTRE), opening)
        if centre is not None and one.type == "admin_area":
            name = text[centre.start() : one.end + 1]
            found.append(Candidate(centre.start(), one.end + 1, "facility", name, "grammar"))
    return found


def national_offices(text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Offices of the state and its council by their form: 国家地震局, 国务院信息办."""
    offices = [*_OFFICE.finditer(text), *_OF_COUNCIL.finditer(text)]
    return [
        Candidate(office.start(), office.end(), "organization", office[0], "grammar")
        for office in offices
        if not _NO_OFFICE.search(office[1])
        and is_opened_by_word(text, office.start(), gazetteer.openers, gazetteer.doings)
    ]
