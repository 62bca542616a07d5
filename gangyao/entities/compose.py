"""Names made by rule: a named place, what qualifies, and the word that says what it is (重庆 + 两江 + 新区)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head

# A name with more between its place and its head is a phrase.
LONGEST_GAP = 20
_PLACES = frozenset(("admin_area", "region", "natural_feature", "country", "corridor", "zone"))
# Other names that open longer ones: 四川大学华西医院, “一带一路”科技交流大会.
_OPENERS = frozenset(("organization", "policy", "facility"))
# Only names of these types run over 和: 中日(成都)城市建设和现代服务业开放合作示范项目.
_MAY_JOIN = frozenset(("programme", "organization"))
_JOINS = re.compile("[和与暨及]")
# A known name of these types inside the gap begins a name of its own.
_SEPARATE = frozenset(("corridor", "policy", "programme", "event", "organization", "brand"))
_LEVELS = ("国家", "全国", "中国")


def composed_names(
    text: str, anchors: Sequence[Candidate], heads: Sequence[tuple[int, int, Head]], gazetteer: Gazetteer
) -> list[Candidate]:
    """Names that begin with one of `anchors` and end with one of `heads` (start, end, head; sorted by start)."""
    starts = [start for start, _, _ in heads]
    separate = sorted(one.start for one in anchors if one.type in _SEPARATE)
    found: list[Candidate] = []
    for anchor in anchors:
        if anchor.origin == "decoy" or (anchor.type not in _PLACES and anchor.type not in _OPENERS):
            continue
        is_quoted = text[anchor.start - 1 : anchor.start] == "“" and text[anchor.end : anchor.end + 1] == "”"
        begin, after = (anchor.start - 1, anchor.end + 1) if is_quoted else (anchor.start, anchor.end)
        first = bisect_left(starts, after)
        last = first
        while last < len(starts) and starts[last] <= after + LONGEST_GAP:
            last += 1
        best: tuple[int, Head] | None = None
        for start, end, head in heads[first:last]:
            if best is not None and end <= best[0]:
                continue
            gap = text[after:start]
            if gazetteer.breaks.search(gap):
                break
            at = bisect_left(separate, after)
            if at < len(separate) and separate[at] < start:
                break
            if _names(anchor, gap, head):
                best = (end, head)
        if best is not None:
            end, head = best
            if head.type in ("facility", "organization") and text[begin - 2 : begin] in _LEVELS:
                begin -= 2
            found.append(Candidate(begin, end, head.type, text[begin:end], "grammar"))
    return found


def _names(anchor: Candidate, gap: str, head: Head) -> bool:
    """Tell whether `anchor` + `gap` + `head` is a proper name."""
    if gap.count("(") != gap.count(")"):
        return False
    if head.type not in _MAY_JOIN and _JOINS.search(gap):
        return False
    if head.anchor == "next":
        return not gap and anchor.type not in _OPENERS
    if head.anchor == "qualified" and not gap:
        return False
    return anchor.type in _PLACES or head.type in ("organization", "facility", "event", "zone")
