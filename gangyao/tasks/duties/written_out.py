"""Elliptic lists of bodies, written out with what they share.

国务院文化、旅游主管部门: 国务院文化主管部门, 国务院旅游主管部门. 市、县人民政府: 市人民政府, 县人民政府
(annotation guide, decisions on doubtful readings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gangyao.document.tasks import Party

#: What follows 和 in the name of one office: 住房和|城乡建设.
OFFICES_WITH_AND = (
    "(?<=与)渔业|城乡建设|改革|草原|旅游|信息化|社会保障|自然资源|规划|农村(?:部|工作|厅|局|委|经济|主管|行政)"
    "|体育|国土|技术|质量"
)
_JOINT = re.compile(rf"(?:、|以及|或者|(?<!人民共)[和及与](?!{OFFICES_WITH_AND}|其他?|以[上下]))其?")
_LEVEL = (
    "(?:省|自治区|直辖市|设区的市|自治州|自治县|城市|区县|县区|市县|县市区|街道|乡镇|[市县区州盟旗乡镇])"
    "(?:（[^）]{1,8}）[区县]?)?级?"
)
_LEVEL_FIRST = re.compile(rf"(?P<shared>各|有关|相关|本|其他|.*?(?:流域|沿线|以上|所在地的?|所在))?{_LEVEL}$")
_LEVEL_ONLY = re.compile(rf"{_LEVEL}$")
_LEVEL_LAST = re.compile(rf"{_LEVEL}(?P<shared>(?![两三四五]级)[^、]{{2,}})$")
# Levels from the highest down; those of one rank stand together.
_DOWNWARD = (
    "省",
    "直辖市",
    "自治区",
    "设区的市",
    "自治州",
    "州",
    "盟",
    "市",
    "自治县",
    "县",
    "区",
    "旗",
    "乡",
    "镇",
    "街道",
)
_FIRST_LEVEL = re.compile("自治[区州县]|直辖市|设区的市|街道|[省州盟市县区旗乡镇]")
_AND_ABOVE = re.compile("[省地县]级以上$")
# 甲区、|乙市人民政府.
_PLACE = re.compile(
    "(?:[\u4e00-\u9fff]{0,4}(?:新区|开发区|自治州|自治县)|[\u4e00-\u9fff]{0,5}[省市县区州旗])(?:（[^）]{1,6}）)?"
)
_PLACE_LAST = re.compile(
    rf"{_PLACE.pattern}(?P<shared>(?!级)(?:人民政府[^、和及]*|(?:(?!及)[\u4e00-\u9fff]){{2,16}}(?:部门|局|委员会|管委会)))$"
)
_LEVEL_LIST = re.compile(rf"(?:各|有关|相关|所在)?{_LEVEL}(?:、{_LEVEL})+")
_HEAD = re.compile(
    r"(?:等(?:有关|相关)?)?(?P<head>(?:行政|监督|执法|管理|主管|职能|业务){0,3}(?:部门|机关|机构)|(?:主管|管理)?单位)$"
)
# The body that the fields of a list belong to.
_OWNER = re.compile(
    r"(?:.*(?:人民政府|政府(?!性)|国务院|[以各]上|[省市县区州乡镇同]级|各级|本级|有关|相关)|[省市县区州](?!场|政))?"
)
# 各地区|各有关部门.
_EACH = re.compile("(?:(?<=地区)|(?<=各地)|(?<=部门))(?=各(?:有关|相关|部门|单位|级))")
_ITS = re.compile("其(?![他它余中])")
_AND_OTHERS = re.compile("等(?:有关|相关|人民|社会|群团|其他)?(?:部门|单位|机构|团体|组织)$")
# 企业、事业单位, 监督、指导产生单位: the parts of a list of units are kinds of work of a word each.
_UNIT = re.compile("(?!企业|机关|事业|团体|组织|社会|个体|集体)[\u4e00-\u9fff]{2,4}")
_FULL = re.compile(
    "(?:[部委局厅署院办会处站人者队所馆狱校联]|中心|集团|街道|乡镇|部门|机关|机构|单位|政府|银行|公司|法院|检察院)$"
)
_MANY = re.compile("、|或|以及|及")
_NO_FIELD = re.compile("的|政府(?!性)|国务院|地区$|^各地|^各?有关$")
# A field of work is short: 住房和城乡建设.
_LONGEST_FIELD = 12


def written_out(party: Party) -> Iterator[Party]:
    """Yield the bodies of `party`, each with the name it has alone, where its own words stand."""
    also = len("以及") if party.text.startswith("以及") else 0
    for name, start, end in _moved(_names(party.text[also:]), also):
        yield Party(name, party.start + start, party.start + end)


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the bodies of a name with their places in it; kept, since the same act in most sentences."""
    if _ITS.match(text) is not None:
        # 政府及其有关部门.
        return _moved(_names(text[1:]), 1)
    each = _EACH.search(text)
    if each is not None:
        at = each.start()
        return (*_names(text[:at]), *_moved(_names(text[at:]), at))
    parts = list(_parts(text))
    if len(parts) == 1:
        others = _AND_OTHERS.search(text)
        if others is not None and _FULL.search(text[: others.start()]):
            # 财政部等部门.
            return ((text[: others.start()], 0, others.start()),)
        return ((text, 0, len(text)),)
    names = _by_level(text, parts) or _by_place(text, parts) or _by_field(text, parts)
    if names is None:
        return ((text, 0, len(text)),)
    return tuple([(name, *part) for name, part in zip(names, parts, strict=True)])


def _moved(names: tuple[tuple[str, int, int], ...], by: int) -> tuple[tuple[str, int, int], ...]:
    return tuple([(name, start + by, end + by) for name, start, end in names])


@lru_cache(maxsize=4096)
def is_elliptic(text: str) -> bool:
    """Tell whether the parts of a list share words, or are bare levels: 各省、自治区、直辖市."""
    parts = list(_parts(text))
    if len(parts) == 1:
        return False
    if _LEVEL_LIST.fullmatch(text) is not None:
        return True
    return (_by_level(text, parts) or _by_place(text, parts) or _by_field(text, parts)) is not None


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _JOINT.finditer(text):
        if text.count("（", start, mark.start()) == text.count("）", start, mark.start()):
            yield start, mark.start()
            start = mark.end()
    yield start, len(text)


def _by_level(text: str, parts: list[tuple[int, int]]) -> list[str] | None:
    """Return the names of a list of levels: 省、自治区、直辖市人民政府."""
    names = [text[start:end] for start, end in parts]
    first, last = _LEVEL_FIRST.match(names[0]), _LEVEL_LAST.match(names[-1])
    if first is None or last is None or not all(map(_LEVEL_ONLY.match, names[1:-1])):
        return None
    if _height(names[0]) < _height(names[-1]):
        # 各乡镇、市水利局: lists of levels go down.
        return None
    # 地级以上市、县级人民政府: 以上 is said of the first alone.
    before = _AND_ABOVE.sub("", first["shared"] or "")
    return [
        *(f"{'' if number == 0 else before}{name}{last['shared']}" for number, name in enumerate(names[:-1])),
        before + names[-1],
    ]


def _height(name: str) -> int:
    """Return how high the level is that a name begins with; the lowest is 0."""
    level = _FIRST_LEVEL.search(name)
    return 0 if level is None else len(_DOWNWARD) - _DOWNWARD.index(level[0])


def _by_place(text: str, parts: list[tuple[int, int]]) -> list[str] | None:
    """Return the names of a list of places with one head: 市和甲区、乙市人民政府."""
    names = [text[start:end] for start, end in parts]
    last = _PLACE_LAST.match(names[-1])
    if last is None or not all(map(_PLACE.fullmatch, names[:-1])):
        return None
    return [*(name + last["shared"] for name in names[:-1]), names[-1]]


def _by_field(text: str, parts: list[tuple[int, int]]) -> list[str] | None:
    """Return the names of a list of fields of work with one head: 国务院文化、旅游主管部门."""
    names = [text[start:end] for start, end in parts]
    head = _HEAD.search(names[-1])
    owner = _OWNER.match(names[0])
    shared = owner[0] if owner is not None and owner[0] != names[0] else ""
    if head is None or head.start() == 0 or not _MANY.search(text):
        # 政务服务和数据管理部门 is one office.
        return None
    fields = [names[0][len(shared) :], *names[1:-1], names[-1][: head.start()]]
    if head["head"] == "单位" and not all(map(_UNIT.fullmatch, fields)):
        return None
    if any(
        not 2 <= len(field) <= _LONGEST_FIELD or _FULL.search(field) or _NO_FIELD.search(field)
        for field in fields
    ):
        return None
    return [f"{shared}{field}{head['head']}" for field in fields]
