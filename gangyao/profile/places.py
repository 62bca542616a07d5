"""The place that a document is of, and its level, by the names of its issuers, its congress or its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gangyao.document.mentions import Mention

_NATION = re.compile(
    r"^(?![\u4e00-\u9fff]*(?:公司|集团)(?:$|关于|文件))(?:国务院|中共中央|中国共产党第|党中央|中央|全国|国家[^级]|中华人民共和国|最高人民|商务部"
    r"|(?![省市县区州盟旗镇乡])[\u4e00-\u9fff]{2,9}(?<!指挥)部(?:办公厅)?$)"
)
_PARTY = re.compile("^(?:中共|中国共产党)(?!中央)")
_PLACE = re.compile(
    "^(?P<place>[\u4e00-\u9fff]{1,16}?(?:省|自治区|自治州|自治县|地区|特别行政区|生产建设兵团|[市县区州盟旗])"
    # 哈尔滨市|呼兰区: the place within the place.
    "(?:[\u4e00-\u9fff]{1,8}?(?:自治县|[市县区旗])(?=人民政府|人大|委))?)"
    "(?=人民|人大|行政长官|[\u4e00-\u9fff]{2,8}司司长|委|党|政|办|发展|$|[\u4e00-\u9fff]{2,16}(?:[局厅委会组室部院处]|办公室|中心|[支总]队)$)"
)
_AT_TITLE = re.compile(
    "^(?:(?:19|20)\\d\\d年?(?:度)?|关于)?《?(?P<place>[\u4e00-\u9fff]{2,20}?(?:省|自治区|自治州|自治县|[市县区州盟旗]))"
)
_CITIES_OF_PROVINCE_LEVEL = ("北京市", "天津市", "上海市", "重庆市")


def place_names(issuers: Sequence[str], congress: str | None, title: str) -> list[str]:
    """Return what may name the place of a document, the most trusted first; 全国 for the nation."""
    names = []
    for issuer in issuers:
        if _NATION.match(issuer):
            names.append("全国")
        elif found := _PLACE.match(_PARTY.sub("", issuer)):
            names.append(found["place"])
    if congress:
        names.append(congress)
    if _NATION.match(title):
        names.append("全国")
    elif found := _AT_TITLE.match(title):
        names.append(found["place"])
    return list(dict.fromkeys(names))


def level_of_code(code: str) -> str:
    """Return the level of a division by its six-digit code (GB/T 2260: two digits a level, zeros to fill)."""
    if code.endswith("0000"):
        return "省"
    return "市" if code.endswith("00") else "县"


def level_of_name(name: str) -> str | None:
    """Return the level that a name alone tells; None for 市 and 区, which are of several."""
    if name in _CITIES_OF_PROVINCE_LEVEL or name.endswith(("省", "自治区", "特别行政区", "生产建设兵团")):
        return "省"
    if name.endswith(("自治州", "地区", "盟", "州")):
        return "市"
    return "县" if name.endswith(("县", "旗")) else None


def level_of_short_name(name: str) -> str | None:
    """Return the level that a body names itself by, where it leaves out its place: 市防汛抗旱指挥部."""
    return {"省": "省", "市": "市", "州": "市", "县": "县", "区": "县", "旗": "县"}.get(name[:1])


def last_code(mentions: Iterable[Mention]) -> tuple[str, str] | None:
    """Return code and name of the innermost division that `mentions` of one place's name give."""
    found = [(one.admin_code, one.name) for one in mentions if one.admin_code is not None]
    return found[-1] if found else None
