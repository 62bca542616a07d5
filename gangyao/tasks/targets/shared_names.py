"""Names that share a part: 甲、乙产量; 花生种植、收获机械化率; 6个国家级、20个省级实验室."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.tasks.lexicon import Lexicon

# Two indicators with one verb: 甲、乙分别达到85%和90%.
# 普及率, 参与率 and 及格率 are words.
_SHARED = re.compile("、|(?<!共)和(?![谐平])|(?<![参赠给])与|(?<![普涉波遍危])及(?![时格])")
# What several indicators may share: 氮氧化物、粉尘排放量; 常住、户籍人口城镇化率; 垃圾、污水处理率.
_TAIL = re.compile(
    "(?:"
    "面积|比例|比重|(?:平均)?浓度|产量|总量|数量|强度|[\u4e00-\u9fff]{2}标准|增速|(?:产业)?增加值|总产值|产值|总额|(?:[存贷]款)?余额"
    "|(?:居民人均可支配|营业)?收入|营收|利润|税收|贷款|投资|支出|出口|进口|(?:人口)?城[镇市]化率|[\u4e00-\u9fff]{2}化率"
    "|(?![\u4e00-\u9fff](?:[产总数]量|[总余]额))[\u4e00-\u9fff]{2}[率量额]"
    ")$"
)
# What ends so shares no tail: 森林覆盖率和蓄积量, 工业总产值、利润总额.
_ENDS = (
    *("面积", "比例", "比重", "强度", "增速", "率", "量", "额"),
    *(
        "标准",
        "营收",
        "利润",
        "税收",
        "贷款",
        "值",
        "数",
        "收入",
        "支出",
        "出口",
        "进口",
        "投资",
        "规模",
        "水平",
        "人次",
    ),
)
# The grade of what is counted says not what it is.
_GRADE = re.compile("(?:世界|国家|部|省部?|自治区|市|州|区|县|校|[一二三四五六]|[甲乙])级")
# 种植, 收获: an act that is part of a name.
_ACT_SIZE = 2


def shared_indicators(indicator: str, count: int, words: Lexicon) -> tuple[str, ...]:
    """Return the `count` indicators that a phrase names (甲、乙产量: 甲产量, 乙产量), else the phrase."""
    parts = _SHARED.split(indicator)
    if len(parts) != count or not all(parts):
        return (indicator,) * count
    found = _TAIL.search(parts[-1])
    tail = found[0] if found and found.start() > 0 else ""
    head = _shared_head(parts[0].removesuffix(tail), words)
    parts = [
        head + part if index and head and _is_act(part.removesuffix(tail), words) else part
        for index, part in enumerate(parts)
    ]
    return tuple(_with_tail(part, tail) if tail and not part.endswith(_ENDS) else part for part in parts)


def _shared_head(part: str, words: Lexicon) -> str:
    """Return what an act that ends `part` is done to: 花生|种植; "" where it ends otherwise."""
    head = part[:-_ACT_SIZE]
    return head if len(head) >= _ACT_SIZE and _is_act(part[-_ACT_SIZE:], words) else ""


def _is_act(part: str, words: Lexicon) -> bool:
    """Tell whether `part` is one verb of two characters, which is done to what another is: 种植、|收获|率."""
    word = words.at(part, 0) if len(part) == _ACT_SIZE else None
    return word is not None and word.text == part and word.verb is not None and not word.noun


def with_shared_heads(indicators: Sequence[str | None]) -> list[str | None]:
    """Return what is counted, a grade alone with the head of the next: 6个|国家级|、20个|省级临床重点专科."""
    whole = list(indicators)
    for index in range(len(whole) - 1, 0, -1):
        grade, following = whole[index - 1], whole[index]
        if grade is None or following is None or grade[-1:] != "级" or _GRADE.fullmatch(grade) is None:
            continue
        graded = _GRADE.match(following)
        if graded is not None and graded.end() < len(following):
            whole[index - 1] = grade + following[graded.end() :]
    return whole


def is_grade(words: str) -> bool:
    """Tell whether `words` are a grade alone, which names nothing: 省级."""
    return _GRADE.fullmatch(words) is not None


def _with_tail(part: str, tail: str) -> str:
    """Return `part` with the tail, whose first word it may end with: 战略性新兴产业, 产业增加值."""
    return part + (tail[2:] if part.endswith(tail[:2]) else tail)
