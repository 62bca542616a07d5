"""Families of headings: which stands above which by custom, and what level each one is published as."""

from __future__ import annotations

from gangyao.outline.numbering import Family, Heading
from gangyao.outline.tree import Level

#: By custom (GB/T 9704 and the drafting rules for laws) a family encloses those after it. A document
#: that nests otherwise is recognised by how its numbers run (see `gangyao.outline.place`).
_RANKS: dict[Family, int] = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "article": 4,
    "chinese": 5,
    "ordinal": 6,
    "chinese_bracket": 7,
    "arabic": 8,
    "arabic_bracket": 9,
    "circled": 10,
}
_DOTTED_RANK = 2.5
_LEVELS: dict[Family, Level] = {
    "annex": "part",
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "chinese": "item",
    "chinese_bracket": "subitem",
    "ordinal": "subitem",
    "arabic": "point",
    "arabic_bracket": "point",
    "circled": "point",
}
_BY_DEPTH: tuple[Level, ...] = ("chapter", "section", "item", "subitem", "point")

#: Families that only a heading uses; the others number list items too.
RANKED: frozenset[Family] = frozenset({"part", "chapter", "section", "article"})


def rank(heading: Heading) -> float:
    """Return the customary rank of a numbered heading: lower encloses higher."""
    if heading.family == "dotted":
        return _DOTTED_RANK + 0.1 * len(heading.numbers)
    return _RANKS[heading.family]


def level_of(family: Family, numbers: int, depth: int) -> Level:
    """Return the published level: that of the family, else that of the depth (from 1)."""
    if family == "dotted":
        depth = numbers
    elif family in _LEVELS:
        return _LEVELS[family]
    return _BY_DEPTH[min(depth, len(_BY_DEPTH)) - 1]
