"""Names made by rule: a named place, what qualifies, and what it is (重庆 + 两江 + 新区)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head

# A name with more between its place and its head is a phrase.
LONGEST_GAP = 20
# What may open a name, and the types of name that it opens.
_OPENS: dict[str, frozenset[str]] = {
    "country": frozenset(("zone", "corridor", "event", "programme", "facility", "natural_feature")),
    "organization": frozenset(("organization", "facility", "event")),
    "policy": frozenset(("organization", "facility", "event", "zone", "programme")),
    "facility": frozenset(("organization", "facility", "zone")),
    "corridor": frozenset(("zone", "corridor", "event", "organization", "facility", "policy", "programme")),
    "zone": frozenset(("zone", "corridor", "event", "organization", "facility", "policy", "programme")),
}
_OPENS_ALL = frozenset(("admin_area", "region", "natural_feature"))
# Only these heads stand behind a name that runs over 和 (中日(成都)城市建设和现代服务业开放合作示范项目).
_MAY_JOIN = re.compile(
    "项目$|峰会$|委员会$|领导小组$|联席会议$|研究院$|研究所$|研究中心$|联盟$|联合会$|管理局$|基金会$"
)
_JOINS = re.compile("[和与暨及同]")
# A known name of these types inside the gap begins a name of its own.
_SEPARATE = frozenset(("corridor", "policy", "programme", "event", "organization", "brand"))
# A part is named by the whole that it belongs to: 中国(四川)自由贸易试验区 + 川南临港 + 片区.
_WHOLE = re.compile("试验区|新区|科学城|自由贸易港")
_FREE_TRADE = re.compile("([\u4e00-\u9fff]{2,3}?)[省市]?自由贸易试验区")
_LEVELS = ("国家", "全国", "中国")


def composed_names(
    text: str, anchors: Sequence[Candidate], heads: Sequence[tuple[int, int, Head]], gazetteer: Gazetteer
) -> list[Candidate]:
    """Names that begin with one of `anchors` and end with one of `heads` (start, end, head; by start)."""
    starts = [start for start, _, _ in heads]
    separate = sorted(one.start for one in anchors if one.type in _SEPARATE)
    found: list[Candidate] = []
    for anchor in anchors:
        if anchor.origin == "decoy" or (anchor.type not in _OPENS and anchor.type not in _OPENS_ALL):
            continue
        is_quoted = text[anchor.start - 1 : anchor.start] == "“" and text[anchor.end : anchor.end + 1] == "”"
        if anchor.type == "policy" and not is_quoted:
            continue
        begin, after = (anchor.start - 1, anchor.end + 1) if is_quoted else (anchor.start, anchor.end)
        best: tuple[int, Head] | None = None
        for at in range(bisect_left(starts, after), len(starts)):
            start, end, head = heads[at]
            if start > after + LONGEST_GAP:
                break
            if best is not None and end <= best[0]:
                continue
            gap = text[after:start]
            if gazetteer.breaks.search(gap):
                break
            first = bisect_left(separate, after)
            if first < len(separate) and separate[first] < start:
                break
            if _names(anchor, gap, head):
                best = (end, head)
        if best is not None:
            end, head = best
            if head.type in ("facility", "organization") and text[begin - 2 : begin] in _LEVELS:
                begin -= 2  # 国家西南区域应急救援中心: the name opens with its level.
            name = _written_out(text[begin:end], head)
            merged_by = None if name == text[begin:end] else f"name_heads.csv: {head.form}"
            found.append(Candidate(begin, end, head.type, name, "grammar", merged_by))
    return found


def _written_out(surface: str, head: Head) -> str:
    """The name in full: 四川自贸试验区 is 中国(四川)自由贸易试验区."""
    name = surface[: -len(head.form)] + (head.full or head.form)
    pilot = _FREE_TRADE.fullmatch(name)
    return f"中国({pilot[1]})自由贸易试验区" if pilot else name


def _names(anchor: Candidate, gap: str, head: Head) -> bool:
    """Tell whether `anchor` + `gap` + `head` is a proper name."""
    if gap.count("(") != gap.count(")") or (_JOINS.search(gap) and not _MAY_JOIN.search(head.form)):
        return False
    if anchor.origin == "level":
        return head.anchor == "wide" and bool(gap)
    if anchor.name == "中国":
        return head.anchor in ("wide", "china") or head.type == "event" or gap.startswith("(")
    if head.anchor == "china":
        return False
    if head.anchor == "next":
        return not gap and (
            anchor.type in ("admin_area", "natural_feature", "country")
            or (head.form.endswith("地区") and anchor.type == "region")
        )
    if head.anchor == "within":
        return bool(_WHOLE.search(gap))
    if head.anchor == "qualified" and not gap:
        # 沪通铁路 names a line by its two ends, 重庆铁路 does not.
        return anchor.type == "admin_area" and anchor.division is None
    return anchor.type in _OPENS_ALL or head.type in _OPENS[anchor.type]
