"""Cities of the document's own province by their first characters: [郑开]同城化, [金白兰武]有色金属产业."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.openers import is_opened

# A name of more than these is a run of something else.
_LONGEST = 5
_PAIR = 2
# Characters that open and end common words; a pair with one of them needs to be told as one.
_COMMON = frozenset("新和安西东南北中大海长通三宁云")
# 驻豫 says who is stationed there, though 驻马店 lies in 豫.
_VERBS = frozenset("驻")
_TOGETHER = re.compile("[\u4e00-\u9fff]{0,2}(?:同城|一体化|协同|合作|协作|对口|毗邻|联动|共建|都市)")


def own_pairs(
    text: str, own: Sequence[str], year: int, known: Iterable[Candidate], gazetteer: Gazetteer
) -> list[Candidate]:
    """Two or more cities of the one province that `own` (code prefixes) lies in, or with other provinces.

    Two are one joined name of a division, more of them a region. Nothing that crosses one of the `known`
    names is taken.
    """
    province = own[0][:2] if len({code[:2] for code in own}) == 1 else ""
    cities = _first_characters(province, year, gazetteer) if province else frozenset()
    if not cities:
        return []
    characters = cities | gazetteer.abbreviations.divisions.keys()
    taken = {at for one in known for at in range(one.start, one.end)}
    found: list[Candidate] = []
    for pair in _pairs("".join(sorted(characters))).finditer(text):
        start, end = pair.span()
        while end < len(text) and text[end] in characters:
            end += 1
        if (found and found[-1].end > start) or end - start > _LONGEST:
            continue
        if _names_cities(text, start, end, cities, gazetteer) and taken.isdisjoint(range(start, end)):
            kind = "admin_area" if end - start == _PAIR else "region"
            found.append(Candidate(start, end, kind, text[start:end], "pair"))  # type: ignore[arg-type]
    return found


@lru_cache(maxsize=64)
def _pairs(characters: str) -> re.Pattern[str]:
    # Twice the class is found much faster than any number of it.
    return re.compile(f"[{characters}][{characters}]")


def _first_characters(province: str, year: int, gazetteer: Gazetteer) -> frozenset[str]:
    """The first characters of the province's cities, as it names them together."""
    return frozenset(
        division.name[0]
        for code, divisions in gazetteer.divisions_by_code.items()
        if code.startswith(province) and code.endswith("00") and not code.endswith("0000")
        for division in divisions
        if division.holds_in(year) and division.name[0] not in _VERBS
    )


def _names_cities(text: str, start: int, end: int, cities: frozenset[str], gazetteer: Gazetteer) -> bool:
    run = text[start:end]
    if cities.isdisjoint(run) or len(set(run)) < len(run) or not is_opened(text, start, gazetteer.openers):
        return False
    words = gazetteer.words
    if any(text[at : at + 2] in words for at in range(max(0, start - 1), end)):
        return False
    return _COMMON.isdisjoint(run) or bool(_TOGETHER.match(text, end))
