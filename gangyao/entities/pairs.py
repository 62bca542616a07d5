"""Cities of the document's own province by their first characters: [郑开]同城化, [金白兰武]有色金属产业."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.openers import is_opened

# A name of more than these is a run of something else.
_LONGEST = 5
_PAIR = 2
# So close behind a pair the mark ends that opens right before it where they are one coinage.
_COINED = 4
# Of known names only those that end this close behind a pair can reach it.
_LONGEST_NAME = 20
_END = attrgetter("end")
# Characters that open and end common words; a pair with one of them needs to be told as one.
_COMMON = frozenset("新和安西东南北中大海长通三宁云")
_TOGETHER = re.compile("[\u4e00-\u9fff]{0,2}(?:同城|一体化|协同|合作|协作|对口|毗邻|联动|共建|都市)")


def own_pairs(
    text: str, own: Sequence[str], known: Sequence[Candidate], gazetteer: Gazetteer
) -> list[Candidate]:
    """Two or more cities of the one province that `own` (code prefixes) lies in, or with other provinces.

    Two are one joined name of a division, more of them a region. Nothing that crosses one of the `known`
    names, which are in the order of their ends, is taken.
    """
    if len({code[:2] for code in own}) != 1:
        return []
    province = own[0][:2]
    abbreviations = gazetteer.abbreviations.divisions
    cities = gazetteer.city_initials.get(province, frozenset()) | {
        form for form, name in abbreviations.items() if name.divisions[0].code.startswith(province)
    }
    characters = cities | abbreviations.keys()
    words, divisions = gazetteer.words, gazetteer.division_names
    found: list[Candidate] = []
    for pair in _pairs("".join(sorted(characters))).finditer(text):
        start = pair.start()
        # Most pairs are a word or a whole name, or stand inside one.
        if pair[0] in divisions or pair[0] in words or text[start - 1 : start + 1] in words:
            continue
        end = pair.end()
        while end < len(text) and text[end] in characters:
            end += 1
        if (
            end - start <= _LONGEST
            and not (found and found[-1].end > start)
            and _names_cities(text, start, end, cities, gazetteer)
            and not _crosses(start, end, known)
        ):
            kind = "admin_area" if end - start == _PAIR else "region"
            found.append(Candidate(start, end, kind, text[start:end], "pair"))  # type: ignore[arg-type]
    return found


def _crosses(start: int, end: int, known: Sequence[Candidate]) -> bool:
    """Tell whether one of the `known` names, which are in the order of their ends, shares a character."""
    at = bisect_right(known, start, key=_END)
    while at < len(known) and known[at].end <= end + _LONGEST_NAME:
        if known[at].start < end:
            return True
        at += 1
    return False


@lru_cache(maxsize=64)
def _pairs(characters: str) -> re.Pattern[str]:
    # Twice the class is found much faster than any number of it.
    return re.compile(f"[{characters}][{characters}]")


def _names_cities(text: str, start: int, end: int, cities: frozenset[str], gazetteer: Gazetteer) -> bool:
    run = text[start:end]
    if cities.isdisjoint(run) or len(set(run)) < len(run) or not is_opened(text, start, gazetteer.openers):
        return False
    if text[start - 1 : start] == "“" and "”" in text[end + 1 : end + _COINED]:
        return False  # “津港通” is a coinage.
    words = gazetteer.words
    if any(text[at : at + 2] in words for at in range(max(0, start - 1), end)):
        return False
    return _COMMON.isdisjoint(run) or bool(_TOGETHER.match(text, end))
