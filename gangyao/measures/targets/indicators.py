"""What a quantity measures: 单位国内生产总值能耗 … 降低3%左右."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[，；：。！？,;:]")
_LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}(?:是|要)|其中|今年|明年|全年|全市|全省|全区|全国|年内|力争|争取|确保|实现|使得?|推动|努力|预计|计划|同时|并|到|累计|再|完成|促进|"
    r"要|全面|每年|年均|平均|以及|和|、|——|—|支持|新增|新建成?|新开工|新改扩建|新改建|新创建|新认定|新引进|新培育|新组建|新设立|新打造|改造|建设|培育|"
    r"创建|打造|建成|改扩建|实施|维修|新改建|引进|举办|更新改造|更新|转化|筹措|创成|推出|加快|开展|组织|保障|投运|供应|办好|发展|建|扩建|巩固|提升|抢救性|开工|基本建成|对|由|在|于|将|，)+"
)
_TRAILING = re.compile(
    r"(?:年均|分别|平均|同比|预期|力争|总体|均|都|再|要|也|将|能够|进一步|稳步|逐步|每年|至少|累计|合计|实现|计划|预计|拟按?|"
    r"共?计?约?有|是|为|共|达|在|比[^，]{2,12}|按)+$"
)
_NOUN_AFTER = re.compile(
    r"(?:\([^)]*\)|（[^）]*）)?的?([\u4e00-\u9fffA-Za-z“”·、]{2,24}?)"
    r"(?=[，。；：）)(（]|以上|左右|从|开工|、(?:每|[^，。；]{0,14}\d)|和[^，。；]{0,14}\d|\d|$)"
)


def clause_start(text: str, position: int) -> int:
    """Return where the clause around `position` begins."""
    start = 0
    for mark in _BREAK.finditer(text, 0, position):
        start = mark.end()
    return start


def indicator_before(text: str, start: int, end: int) -> str | None:
    """Return the noun phrase in `text[start:end]` that a following quantity measures, None where there is none."""
    phrase = text[start:end].strip()
    phrase = phrase.rpartition("、")[2] if "、" in phrase and len(phrase) > 30 else phrase
    phrase = _TRAILING.sub("", _LEADING.sub("", phrase))
    return phrase.strip("、的 ") or None


def indicator_after(text: str, end: int) -> str | None:
    """Return the noun phrase that a quantity counts, None where none follows."""
    found = _NOUN_AFTER.match(text, end)
    return found[1] if found else None
