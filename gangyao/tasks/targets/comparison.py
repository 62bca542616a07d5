"""The words that compare a quantity: 不低于65%, 5%左右, 控制在5.5%以内, 增长6%."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gangyao.document.tasks import Comparator

_MAY = tuple(f"不{may}" for may in "能得应可")
_AT_LEAST = (
    "不低于",
    "不少于",
    "不小于",
    "至少",
    "至少有",
    *(f"{no}{word}" for no in _MAY for word in ("低于", "少于", "小于")),
)
_AT_MOST = (
    *("不超过", "不高于", "不多于", "不大于", "控制在", "控制到"),
    *(f"{no}{word}" for no in _MAY for word in ("超过", "高于", "突破", "大于", "多于")),
)
_MORE = ("超过", "超", "突破", "高于", "大于", "多于")
_LESS = ("低于", "小于", "少于", "不足", "不满", "未满")
# Words that say which level is reached, and words that say by how much something changes.
_REACHED = ("达到", "达", "保持在", "稳定在", "维持在", "恢复到", "升至", "增至", "降至", "降到", "降为")
_CHANGES = (
    *("提高", "提升", "增加", "增长", "扩大", "降低", "下降", "减少", "压减", "压缩", "缩短", "上升", "延长"),
    *("上调", "下调"),
)
_AMOUNTS = ("增幅", "上涨", "缩减", "削减", "降幅", "涨幅", "收窄", "净增", "年均增长", "提前", "推迟")
_TO = [f"{change}{to}" for change in _CHANGES for to in ("到", "至", "为")]
_WORDS = sorted(
    # 扩大 and the like stand before counts as plain verbs: only with 到 do they state a level.
    {*_AT_LEAST, *_AT_MOST, *_MORE, *_LESS, *_REACHED, *_TO, *_AMOUNTS, *_CHANGES} - {"扩大"},
    key=lambda word: (-len(word), word),
)
_PREFIX = re.compile(rf"(?:(?:{'|'.join(_WORDS)})[了再]?)?(?:不低于|不少于|不超过|超过|达到|大约|约|近)?$")
_PREFIX_SPAN = 8
_SUFFIX = re.compile(r"(?:及其?)?(?:以上水平|以上|以下|以内|之内|左右|上下)")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity with its comparing words at `start`:`end`; `prefix` and `suffix` as printed."""

    start: int
    end: int
    prefix: str
    suffix: str

    @property
    def comparator(self) -> Comparator:
        """Return what the words say; `=` where they say nothing."""
        if self.suffix in {"左右", "上下"}:
            return "~"
        if "以上" in self.suffix or self.prefix.endswith(_AT_LEAST):
            return ">="
        if self.suffix or any(word in self.prefix for word in _AT_MOST):
            return "<="
        if self.prefix.endswith(("约", "近")):
            return "~"
        if self.prefix.endswith(_LESS):
            return "<"
        return ">" if self.prefix.endswith(_MORE) else "="


def compare(text: str, start: int, end: int, *, is_count: bool) -> Comparison:
    """Widen the quantity `text[start:end]` by the comparing words on both sides.

    Before a count a bare 提升 or 减少 is the act itself (提升100所学校), not a comparison.
    """
    before = _PREFIX.search(text[max(0, start - _PREFIX_SPAN) : start])
    prefix = before[0] if before else ""
    if is_count and prefix in _CHANGES:
        prefix = ""
    after = _SUFFIX.match(text, end)
    suffix = after[0] if after else ""
    return Comparison(start - len(prefix), end + len(suffix), prefix, suffix)
