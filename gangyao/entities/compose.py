"""Names made by rule: a named place, what qualifies, and the word that says what it is (重庆 + 两江 + 新区)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head

# A name longer than this is a phrase.
LONGEST_GAP = 20
_PLACES = frozenset(("admin_area", "region", "natural_feature", "country", "corridor", "zone"))
# Lexicon names that open longer names: 四川大学华西医院, “一带一路”科技交流大会, 党中央…
_OPENERS = frozenset(("organization", "policy", "facility"))
# In front of these heads an actual place is not needed: 国家绿色发展基金.
_WIDE = re.compile("中国|国家|全国|世界|国际|亚洲|全球")
# Heads that also name a class; with one of these in front they qualify, they do not name.
_CLASS_GAP = re.compile("^(?:国家|各|综合|地方|城市|区域性?|现代|新型|特色|优质)*$")
_UNBALANCED = re.compile(r"[()（）]")


def composed_names(
    text: str, anchors: Sequence[Candidate], heads: Sequence[tuple[int, int, Head]], gazetteer: Gazetteer
) -> list[Candidate]:
    """Names that begin with one of `anchors` and end with one of `heads` (start, end, head; sorted by start)."""
    starts = [start for start, _, _ in heads]
    found: list[Candidate] = []
    for anchor in anchors:
        if anchor.type not in _PLACES and anchor.type not in _OPENERS:
            continue
        first = bisect_left(starts, anchor.end)
        last = first
        while last < len(starts) and starts[last] <= anchor.end + LONGEST_GAP:
            last += 1
        if last == first:
            continue
        stop = gazetteer.breaks.search(text, anchor.end, heads[last - 1][1])
        limit = stop.start() if stop else heads[last - 1][1]
        best: tuple[int, Head] | None = None
        for start, end, head in heads[first:last]:
            if end > limit:
                continue
            gap = text[anchor.end : start]
            if (best is None or end > best[0]) and _names(anchor, gap, head, text[end : end + 1]):
                best = (end, head)
        if best is not None:
            end, head = best
            found.append(Candidate(anchor.start, end, head.type, text[anchor.start : end], "grammar"))
    return found


def _names(anchor: Candidate, gap: str, head: Head, behind: str) -> bool:
    """Tell whether `anchor` + `gap` + `head` is a proper name."""
    if _UNBALANCED.search(gap) and gap.count("(") + gap.count("（") != gap.count(")") + gap.count("）"):
        return False
    if behind == "的" and len(head.form) < 3 and head.type == "policy":
        return False
    if anchor.origin == "wide":
        return head.anchor == "wide"
    if head.anchor == "wide":
        return anchor.type in _PLACES or anchor.type in _OPENERS
    if anchor.type in ("policy", "country") and head.type in ("region", "natural_feature"):
        return False
    return True
