"""What a quantity measures: 单位国内生产总值能耗 … 降低3%左右; 新培育科技领军企业 … 10家以上."""

from __future__ import annotations

import re

from gangyao.tasks.targets.patterns import longest_first

_BREAKS = frozenset("，；：。！？,;:")
# Words before the noun phrase that say when, how firmly or by what act, not what is measured.
_BEFORE_NOUN = (
    "其中 今年 明年 全年 全市 全省 全区 全国 年内 每年 年均 平均 累计 同时 "
    "力争 争取 确保 实现 使 使得 推动 努力 预计 计划 拟 要 将 再 "
    "并 到 由 在 于 对 按 按照 全面 以及 和 、 "
    "— 支持 新增加的 新增加 新增 新建成 新建 新开工 新改扩建 新改建 新创建 新认定 新引进 "
    "新培育 新组建 新设立 新打造 用好 改造 更新改造 更新 建设 培育 创建 "
    "打造 建成 基本建成 改扩建 扩建 建 实施 维修 引进 举办 转化 筹措 "
    "创成 推出 加快 开展 组织 保障 投运 供应 办好 发展 巩固 提升 促进 完成 抢救性 开工 淘汰 "
)
_LEADING = re.compile(rf"^(?:[一二三四五六七八九十]{{1,2}}(?:是|要)|{longest_first(_BEFORE_NOUN)})+")
# Words between the noun phrase and the quantity.
_AFTER_NOUN = (
    "年均 每年 分别 平均 平均每年 同比 预期 力争 总体 均 都 再 要 "
    "也 将 能够 进一步 稳步 逐步 至少 累计 合计 实现 计划 预计 拟 拟先 "
    "拟按 有 共有 计有 约有 共计 共 是 为 达 在 按 递增 递减 安排 拟安排 从 由 "
)
_TRAILING = re.compile(rf"(?:{longest_first(_AFTER_NOUN)}|比[^，]{{2,12}})+$")
_NOUN_AFTER = re.compile(
    r"(?:\([^)]*\)|（[^）]*）)?的?(?!、)([\u4e00-\u9fffA-Za-z“”·、]{2,24}?)"
    r"(?=[，。；：）)(（]|以上|左右|从|开工|、(?:每|[^，。；]{0,14}\d)|和[^，。；]{0,14}\d|\d|$)"
)
_LONGEST_SUBJECT = 30


def clause_start(text: str, position: int) -> int:
    """Return where the clause around `position` begins."""
    start = position
    while start > 0 and text[start - 1] not in _BREAKS:
        start -= 1
    return start


def indicator_before(text: str, start: int, end: int) -> str | None:
    """Return the noun phrase in `text[start:end]` that the next quantity measures, if there is one."""
    phrase = text[start:end].strip("、和 ")
    if len(phrase) > _LONGEST_SUBJECT:
        phrase = phrase.rpartition("、")[2]
    return _bare(phrase)


def phrase_of_clause_before(text: str, start: int) -> str | None:
    """Return the clause before the one at `start` where it can be what is measured: short, no number."""
    if start == 0 or text[start - 1] != "，":
        return None
    phrase = text[clause_start(text, start - 1) : start - 1]
    if len(phrase) > _LONGEST_SUBJECT or any(character.isdigit() for character in phrase):
        return None
    return _bare(phrase)


def indicator_after(text: str, end: int) -> str | None:
    """Return the noun phrase that a quantity counts, None where none follows."""
    found = _NOUN_AFTER.match(text, end)
    return found[1].strip("、的") or None if found else None


def _bare(phrase: str) -> str | None:
    return _TRAILING.sub("", _LEADING.sub("", phrase)).strip("、的 ") or None
