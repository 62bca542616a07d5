"""What names no works though it stands where works do: aims, acts, meetings, and kinds that are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.document.mentions import Mention

# 孟中印缅等经济走廊: what the list says all of it is.
_LIST_OF_OTHERS = re.compile("[^等]*等[^、]{0,6}(?:走廊|航线|班列|品牌|经济带|城市群|企业)")
# Bodies, which a note names beside works (市财政局，市场监管总局): 总部 and 出入口局 are built.
_BODY = re.compile(".*(?:(?<!出入口)局|(?<![政编])委|厅|(?<!总)部|署|委员会|政府|办公室)")
# No name opens so: 在大连, 由中央, 有三十五个新的工程, 作的机构层级, 所有新建, 具有…的, 增加国家铁路.
_NO_START = re.compile(
    r"在(?!线)|由|对|将(?!军)|为|把|有[一二三四五六七八九十两\d]|[作做]的|所有|继续|负责|按|加上|计划在|具有|增加|就能"
)
_NO_NAME = re.compile("(?:当年|投产|改扩建|扩建|改造|提升|建设|整治|治理|年底)+|.*(?:推进|加快|开工|竣工).*")
# 要|准备, 规模为|5740万吨, 50公里|绿道: what is said of works, and so much of a kind of them.
_NO_OPENING = re.compile(
    r"要(?!塞)|后的|稳居|位居|[^，。]{0,16}[为达]\d|\d[\d.]*[余多]?(?:公里|千米|米|平方米|万平方米|亩|万亩)(?!长)"
)
# 奋斗目标, 现代化强国, 小康社会必须: what is aimed at, and words of a clause.
_NO_END = re.compile(".*(?:目标|战略|精神|强国|理论|全会|必须|应当|可以)")
# 民航机场|46个，: so many of a kind, and none by name.
_COUNTED = re.compile(r"\d+[余多]?[个座条家所处项](?=[，。；、]|$)")
_COUNT_LAST = re.compile(r"(?<!\d)\d+[余多]?[个座条家所处项]$")
_LONGEST_COUNT = 8
# 区域重大战略, 十九届二中: mentions that are no works, nor what ends so little behind one (…精神).
_OTHERS = ("policy", "event")
_BEHIND = 2


def is_no_name(name: str) -> bool:
    """Tell whether words by themselves can name no works."""
    return any(pattern.match(name) for pattern in (_NO_START, _NO_OPENING)) or any(
        pattern.fullmatch(name) for pattern in (_BODY, _NO_NAME, _NO_END)
    )


def is_no_work(text: str, end: int, clause_end: int, opening: Iterable[Mention]) -> bool:
    """Tell by what stands behind it whether what ends at `end` are no works; `opening` are the mentions that
    begin with it and end within it.
    """
    if _LIST_OF_OTHERS.match(text, end, clause_end):
        return True
    if any(one.type in _OTHERS and end - one.end <= _BEHIND for one in opening):
        return True
    return _COUNTED.match(text, end) is not None and not any(one.type == "admin_area" for one in opening)


def without_count(text: str, start: int, end: int) -> int:
    """Return where a name ends that has a count of its list behind it: 德林|4座抽水蓄能电站."""
    count = _COUNT_LAST.search(text, max(start + 1, end - _LONGEST_COUNT), end)
    return end if count is None else count.start()
