"""The whole names of works in lists that share their last word: 铜仁至吉首、黄桶至百色等铁路."""

from __future__ import annotations

import re

_SHARED = (
    "城际铁路|铁路|高铁|城际|高速公路|高速|公路|通用机场|支线机场|机场"
    "|水库|灌区|抽水蓄能电站|抽水蓄能|水电站|电站|电厂|大桥|国家物流枢纽|LNG接收站|外送通道"
)
# Behind 等 or a number: 等4条高速公路, 等重点铁路.
_CLOSED_BY = re.compile(
    rf"(?:等|\d+[条座个])(?:一?批|[\d.]+[余多]?[条座个项]|重大|重点|重要|省际|出省|在建|大型|大中型|中型|水利)*(?P<word>{_SHARED})"
)
# A later part that has the word: 雄商、雄忻高铁.
_LATER = re.compile(
    rf"[^、，。；]{{2,}}?(?P<word>{_SHARED})(?:[^、]*段|扩能改造|改扩建|扩容|主体)*(?:工程|项目)?"
)
# A list says how many it is before the last word of all: 哇云、德林|3座|抽水蓄能电站.
_COUNT = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})\d+[余多]?[个座条](?={_SHARED})")
_SHORT = re.compile("[\u4e00-\u9fff]{2,5}|[\u4e00-\u9fff]{2,6}(?:至|型$)[\u4e00-\u9fff]{0,8}")
# Names that say themselves what they are.
_WHOLE = re.compile(
    f"(?:{_SHARED}|工程|项目|枢纽|通道|航道|港|站|水|引.济.|扩[建容能]|改造|[一二三四五]?期|线|路|园|厂|院|校|桥|馆|治理|中心|基地)$"
)
# Those of works between two places: 新都桥, 阿拉山口 end names of places as well.
_WHOLE_WAY = re.compile(f"(?:{_SHARED}|工程|项目|航道|扩[建容能]|改造|[一二三四五]期)$")
# Code points behind a name in which what its list shares is sought, as many as for its stage (`stages`): a
# list may have thousands of parts, and each looks ahead.
_SIGHT = 300


def whole_name(text: str, start: int, end: int, clause_end: int) -> str:
    """Return the name printed at `start`:`end` with what its list shares."""
    printed = text[start:end]
    if text[max(0, start - 1) : start] in ("、", "和", "及", "与"):
        printed = _COUNT.sub("", printed, count=1)
    whole = _WHOLE_WAY if "至" in printed[:-2] else _WHOLE
    if _SHORT.fullmatch(printed) is None or whole.search(printed) is not None:
        return printed
    clause_end = min(clause_end, end + _SIGHT)
    closed = _CLOSED_BY.search(text, end, clause_end)
    if closed is not None:
        return printed + closed["word"]
    if text[end : end + 1] in ("、", "和", "及", "与"):
        for part in re.split("[、和及与]", text[end + 1 : clause_end]):
            if (later := _LATER.fullmatch(part) or _LATER.match(part)) is not None:
                return printed + later["word"]
    return printed
