"""What a quantity measures: 单位国内生产总值能耗 … 降低3%左右."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[，；：。！？,;:]")
_LEADING = re.compile(
    r"^(?:其中|今年|明年|全年|全市|全省|全区|全国|年内|力争|争取|确保|实现|使|推动|努力|预计|计划|同时|并|到|累计|再|新|完成|"
    r"使得|促进|保持|要|全面|每年|年均|平均|以及|和|、|——|—|支持|新增|新建|改造|建设|培育|新培育|创建|打造|建成|改扩建|实施)+"
)
_TRAILING = re.compile(
    r"(?:年均|分别|平均|同比|预期|力争|总体|均|都|再|要|也|将|能够|进一步|保持|稳步|逐步|每年|至少|累计|合计|实现|占比?|为|比[^，]{2,12})+$"
)
_NOUN_AFTER = re.compile(r"(?:的)?([\u4e00-\u9fffA-Za-z“”·]{2,20}?)(?=[，。；：、）)(（]|以上|左右|$)")
_BARE_VERB = re.compile(
    r"^(?:新增|新建|改造|建设|培育|新培育|创建|打造|建成|完成|实施|改扩建|增加|达到|引进|推进|推动)*$"
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
