"""Names of places excuse a character: rare as it is, it stands where it belongs.

A character is excused inside a name of the gazetteer, as an abbreviation of a province or city that stands
beside another one or before what such abbreviations go with (`川渝`, `黔东`, `川商`), and as a river that
shares its head word with others (`岷沱江`, `涪江、沱江流域`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gangyao.cleaning.known_pairs import pairs_in, reach

# A name without these is the name still: 江北区, 江北.
_SUFFIX = re.compile("(?:特别行政区|自治[区州县旗]|地区|[省市区县州盟旗])$")
# What follows an abbreviation of a place: trades, kinds of food and art, directions, people.
_AFTER = frozenset("商企菜剧酒茶货籍人东西南北中")
# A river of one character before its head word.
_RIVER = re.compile("([\u4e00-\u9fff])[江河水]")
_HEADS = frozenset("江河")
_SEPARATORS = frozenset("、和与及")
# Characters between a river and the head word that it shares with others.
_SHARED = 6
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """`names` have two characters or more, `longest` is the length of the longest one.

    `pairs` are the pairs of characters in them, `abbreviations` and `rivers` single characters.
    """

    names: frozenset[str]
    pairs: frozenset[str]
    longest: int
    abbreviations: frozenset[str]
    rivers: frozenset[str]

    def excuse(self, text: str, start: int, end: int) -> bool:
        """Tell whether a name accounts for the characters `start`:`end` of a text."""
        return self._in_name(text, start, end) or (
            end - start == 1 and (self._is_abbreviation(text, start) or self._is_river(text, start))
        )

    def _in_name(self, text: str, start: int, end: int) -> bool:
        left, right = reach(text, start, end, self.pairs, self.longest)
        for first in range(left, start + 1):
            for last in range(max(end, first + _SHORTEST), min(right, first + self.longest) + 1):
                if text[first:last] in self.names:
                    return True
        return False

    def _is_abbreviation(self, text: str, at: int) -> bool:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if text[at] not in self.abbreviations:
            return text[at] in _AFTER and before in self.abbreviations
        return before in self.abbreviations or after in self.abbreviations or after in _AFTER

    def _is_river(self, text: str, at: int) -> bool:
        if text[at] not in self.rivers:
            return False
        for char in text[at + 1 : at + 1 + _SHARED]:
            if char in _HEADS:
                return True
            if char not in self.rivers and char not in _SEPARATORS:
                return False
        return False


def make_place_names(names: Iterable[str], abbreviations: Iterable[str]) -> PlaceNames:
    """Index names; each is known without its suffix too."""
    known: set[str] = set()
    for name in names:
        known |= {name, _SUFFIX.sub("", name)}
    kept = frozenset(name for name in known if len(name) >= _SHORTEST)
    rivers = frozenset(found.group(1) for name in kept if (found := _RIVER.fullmatch(name)))
    longest = max(map(len, kept), default=0)
    return PlaceNames(kept, pairs_in(kept), longest, frozenset(abbreviations), rivers)
