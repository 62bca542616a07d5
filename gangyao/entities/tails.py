"""What stands behind a name and belongs to it: 宜渝高铁[泸州段], 猴山水库[工程], 市图书馆[新馆]."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from gangyao.entities.candidates import Candidate

_SECTION = re.compile(
    "(?:[\u4e00-\u9fff]{2,6}[至—][\u4e00-\u9fff]{2,6}段|\\(?[东西南北]延(?:伸)?[线段]|(?:首开|首通|[东西南北中])段|[一二三]期[东西南北中]段|[A-Z][0-9]{1,2}线|[0-9]{1,2}号线)\\)?"
)
_PLACE_SECTION = re.compile("\\([\u4e00-\u9fff]{1,5}(?<!路)段\\)|[\u4e00-\u9fff]{1,5}(?<!路)段(?![落位时式])")
_PARK_SECTION = re.compile("\\(?[\u4e00-\u9fff]{2,4}(?<!阶)段\\)?")
_WORKS = re.compile(
    "(?:[一二三]期|输水|供水|引水|调水|补水|扩建|改扩建|新建|迁建|重建|加固|除险加固|配套|复航|清淤|修复|提升|改造|建设|治理|保护|灌区|通航)*工程"
    "(?!师|技术|质量|机械|学|院|咨询)"
)
_RULED = re.compile("管理处|管理局|管委会|管理委员会|管理中心|建设指挥部|工作委员会")
_RANGE = re.compile("(?<=山)脉")
_MOUTH = re.compile("河?口(?![岸径碑感头镇岩])")
_STREET_WORKS = re.compile(
    "(?:[一二三]期|提升|改造|拓宽|快速化|扩容|扩能|电气化|增建|复线|改扩建|延伸|建设|贯通|整治)+工程(?!师|技术|质量)"
)
_HOUSE = re.compile("(?:新|老|主|总|分|[东西南北])馆|[\u4e00-\u9fff]{1,4}(?:院区|校区|分院|分馆|分校)")
_COMPANY = re.compile("(?:集团)?(?:股份)?有限(?:责任)?公司|[\u4e00-\u9fff]{2,4}分(?:院|公司|行|校|中心)")
_SUBORDINATE = re.compile(
    "(?:第[一二三四五六七八九十])?附属[\u4e00-\u9fff]{0,5}?(?:医院|中学|小学|学校|幼儿园)|第[一二三四五六七八九十]附属医院"
)
_COMMITTEE = re.compile(
    "(?:组织|宣传|统战|社会工作|农村工作|统一战线工作)部|办公[厅室]|党校|政法委(?:员会)?|机关工委|编办|网信办|改革办|外事办|台办|常委会|全会"
)
_SIDE = re.compile(
    "[东西南北]麓|[东西南北]岸|(?!(?<=东)西|(?<=南)北)[东西南北中]部(?!队|署|门)|[东西南北]缘|沿海(?:地区)?"
)
# 南京[东路], 中山[大道]: a street bears the name of the place.
_STREET = re.compile(
    "[东西南北中]?[一二三四五六]?(?:路(?![线径段基网况由演人上子程桥])|街(?![道区坊])|大道|大街)"
    "|(?:登山|健身|健康|滨[江河湖海])?(?:步道|绿道|古道|栈道)"
)
# What a body has in a place: 国际货币基金组织上海[区域中心].
_BRANCH = re.compile(
    "(?:区域|创新|研发|国际)?(?:分?中心|基地|分院|分部|办事处|代表处|研究院|分公司|分行)(?![城镇校小])"
)
# 西部大开发[“十三五”规划], 东北地区等老工业基地振兴[战略].
_TIMED_PLAN = re.compile(
    "“[一二三四五六七八九十]+五”规划|(?<!战略)战略(?!任务|目标|部署|定位|支撑|举措|重点|意义|性)"
)
_SESSION = re.compile("第[一二三四五六七八九十百]+次(?:全体|扩大)*会议")
# Lines of cities that their characters name (厦漳泉[R1线]), and what stands in a site (漳州核电[2—4号机组]).
_LINES = re.compile("[A-Z][0-9]{1,2}(?:[、和][A-Z][0-9]{1,2})*线")
_UNIT = re.compile("[0-9]{1,2}(?:—[0-9]{1,2})?号机组")
_AROUND = re.compile("[环泛]$")
# Which part or kind of it is meant: 武夷山国家公园[(江西片区)], 保税物流中心[(B型)].
_PART = re.compile("\\([\u4e00-\u9fffA-Z]{1,8}(?:片区|赛区|园区|院区|校区|分会场|型)\\)")
# The phase of what is built: 柳林公园[三期].
_PHASE = re.compile("[一二三四五六]期(?![间末望货限内中待])")
_BUILT = frozenset(("zone", "facility"))
_HAVE_PARTS = frozenset(("zone", "facility", "event", "organization"))


def with_tails(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Extend the names of `chosen` over what belongs to them; what a longer name covers is dropped."""
    found: list[Candidate] = []
    end = 0
    for index, one in enumerate(chosen):
        if one.start < end:
            continue
        longer = _with_front(text, _with_tail(text, one), end)
        if longer.type in _BUILT:
            longer = _longer(text, longer, _PHASE.match(text, longer.end), longer.type)
        if longer.type in _HAVE_PARTS:
            longer = _longer(text, longer, _PART.match(text, longer.end), longer.type)
        if longer.type == "natural_feature" and (
            other := _joined(text, longer, chosen[index + 1 : index + 2])
        ):
            longer = replace(longer, end=other.end, name=text[longer.start : other.end], merged_by=None)
        elif (
            longer.type == "organization"
            and index + 1 < len(chosen)
            and chosen[index + 1].start == longer.end
            and (branch := _branch(text, chosen[index + 1]))
        ):
            longer = replace(longer, end=branch, name=text[longer.start : branch], merged_by=None)
        if longer.origin == "numbered" and found and _is_city_of(text, found[-1], longer):
            city = found.pop()
            longer = replace(longer, start=city.start, name=text[city.start : longer.end])
        found.append(longer)
        end = longer.end
    return found


def _is_city_of(text: str, city: Candidate, line: Candidate) -> bool:
    """Tell whether a line of a town is named with it: [福州]地铁6号线."""
    return (
        city.division is not None
        and city.end == line.start
        and text.startswith(("地铁", "轨道交通", "轻轨", "有轨电车"), line.start)
    )


def _joined(text: str, one: Candidate, rest: list[Candidate]) -> Candidate | None:
    """The river or hill that a dash joins to `one`: 澜沧江—[湄公河]."""
    other = rest[0] if rest else None
    joins = other is not None and other.type == "natural_feature" and text[one.end : other.start] == "—"
    return other if joins else None


def _branch(text: str, place: Candidate) -> int | None:
    """Where the name of the branch ends that a body has in `place`: 货币基金组织[上海区域中心]."""
    branch = _BRANCH.match(text, place.end) if place.division is not None else None
    return branch.end() if branch else None


def sided_names(text: str, names: Iterable[Candidate]) -> list[Candidate]:
    """Parts of regions, hills and joined divisions: [华东南部], [太行山东麓]."""
    return [
        _longer(text, one, side, "region")
        for one in names
        if (one.type in ("region", "natural_feature") or (one.type == "admin_area" and one.division is None))
        and (side := _SIDE.match(text, one.end))
    ]


def _with_front(text: str, one: Candidate, floor: int) -> Candidate:
    """环[塔里木盆地城镇带] goes round what it names."""
    if (
        one.type in ("region", "corridor")
        and one.start > floor
        and _AROUND.search(text, one.start - 1, one.start)
    ):
        return replace(one, start=one.start - 1, name=text[one.start - 1] + one.name)
    return one


def _with_tail(text: str, one: Candidate) -> Candidate:
    if one.type == "corridor" and one.origin != "ellipsis":
        if works := _STREET_WORKS.match(text, one.end):
            return _longer(text, one, works, "programme")
        tail = _SECTION.match(text, one.end) or _PLACE_SECTION.match(text, one.end)
        section = _longer(text, one, tail, "corridor")
        return _longer(text, section, _STREET_WORKS.match(text, section.end), "programme")
    if one.type == "zone":
        if ruled := _RULED.match(text, one.end):
            return _longer(text, one, ruled, "organization")
        return _longer(text, one, _PARK_SECTION.match(text, one.end), "zone")
    if one.type == "natural_feature" and (street := _STREET.match(text, one.end)):
        return _longer(text, one, street, "corridor")
    if one.type == "natural_feature" and text[one.end - 1] in "江河湖山":
        if range_ := _RANGE.match(text, one.end):
            return _longer(text, one, range_, "natural_feature")
        return _longer(text, one, _MOUTH.match(text, one.end), "region")
    if one.type == "facility":
        works = _WORKS.match(text, one.end)
        return (
            _longer(text, one, works, "programme")
            if works
            else _longer(text, one, _HOUSE.match(text, one.end) or _UNIT.match(text, one.end), "facility")
        )
    if one.type == "policy":
        return _longer(text, one, _TIMED_PLAN.match(text, one.end), "policy")
    if one.type == "organization":
        return _with_tail_of_body(text, one)
    if one.origin == "pair":
        return _longer(text, one, _LINES.match(text, one.end), "corridor")
    if one.division is not None and one.division.is_short:
        street = _STREET.match(text, one.end)
        return _longer(text, replace(one, division=None), street, "corridor") if street else one
    return one


def _with_tail_of_body(text: str, one: Candidate) -> Candidate:
    """The body with its part, its company or its session: 全国人民代表大会[第一次会议]."""
    if session := _SESSION.match(text, one.end):
        return _longer(text, one, session, "event")
    if text[one.end - 1] == "委":
        return _longer(text, one, _COMMITTEE.match(text, one.end), "organization")
    tail = _COMPANY.match(text, one.end) or _SUBORDINATE.match(text, one.end)
    if tail is None and text.endswith(("医院", "大学", "学院", "中学", "小学"), one.start, one.end):
        tail = _HOUSE.match(text, one.end)
    return _longer(text, one, tail, "organization")


def _longer(text: str, one: Candidate, tail: re.Match[str] | None, entity_type: str) -> Candidate:
    if tail is None:
        return one
    end = tail.end()
    if text.count("(", one.start, end) != text.count(")", one.start, end):
        return one
    return replace(one, end=end, type=entity_type, name=one.name + tail[0], merged_by=one.merged_by)  # type: ignore[arg-type]
