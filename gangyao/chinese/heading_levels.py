"""Families of headings: which stands above which by custom, and what level each one is published as."""

from __future__ import annotations

from typing import Literal

from gangyao.chinese.heading_labels import Family
from gangyao.chinese.headings import Heading

Level = Literal["part", "chapter", "section", "article", "item", "subitem", "point"]

#: By custom (GB/T 9704 and the drafting rules for laws) a family encloses those after it. A document
#: that nests otherwise is recognised by how its numbers run (see `gangyao.outline.hierarchy`).
_RANKS: dict[Family, float] = {
    "annex": 0,
    "part": 1,
    "formal": 1.5,
    "stem": 1.7,
    "chapter": 2,
    "section": 3,
    "article": 4,
    "roman": 4.4,
    "letter": 4.6,
    "chinese": 5,
    "ordinal": 6,
    "chinese_bracket": 7,
    "roman_bracket": 7.5,
    "arabic": 8,
    "arabic_bracket": 9,
    "letter_bracket": 9.5,
    "circled": 10,
    "stem_bracket": 11,
}
_DOTTED_RANK = 2.5
_LEVELS: dict[Family, Level] = {
    "annex": "part",
    "part": "part",
    "formal": "chapter",
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "roman": "chapter",
    "letter": "section",
    "roman_bracket": "item",
    "letter_bracket": "point",
    "chinese": "item",
    "chinese_bracket": "subitem",
    "ordinal": "subitem",
    "arabic": "point",
    "arabic_bracket": "point",
    "circled": "point",
}
#: What a heading without a family of its own is published as: one below its parent.
_DESCENT: tuple[Level, ...] = ("part", "chapter", "section", "item", "subitem", "point")

#: Families that only a heading uses; the others number list items too.
RANKED: frozenset[Family] = frozenset({"part", "chapter", "section", "article"})
#: Families that part texts, and hardly count the items of a list or the rows of a table.
OF_TEXT: frozenset[Family] = RANKED | {"chinese", "chinese_bracket"}


def rank(heading: Heading) -> float:
    """Return the customary rank of a numbered heading: lower encloses higher."""
    if heading.family == "dotted":
        return _DOTTED_RANK + 0.1 * len(heading.numbers)
    return _RANKS[heading.family]


def level_of(family: Family, numbers: int, above: Level | None) -> Level:
    """Return the published level: that of the family, else the one below `above`, the parent's level.

    `numbers` counts the parts of a dotted number, which tell its level: 1 is a chapter, 1.1 a section.
    """
    if family == "dotted":
        return _DESCENT[min(numbers, len(_DESCENT) - 1)]
    if family in _LEVELS:
        return _LEVELS[family]
    if above is None or above == "article":
        return "chapter" if above is None else "item"
    return _DESCENT[min(_DESCENT.index(above) + 1, len(_DESCENT) - 1)]
