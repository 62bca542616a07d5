"""Lists of the same kind: what ends as the known name beside it is a name of its type (东江、[北荷江])."""

from __future__ import annotations

import re

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.sites import is_phrase

# Items of a list, with what joins them.
_ITEM = "((?:(?![和与及])[\u4e00-\u9fff]){2,9}?)"
_JOINTS = frozenset("、和与及")
_NEXT = re.compile(f"[、和与及]{_ITEM}(?=[、，。；）)和与及等]|负责|牵头|配合|$)", re.MULTILINE)
_LAST = re.compile(f"(?:^|[、，。；：（(]){_ITEM}[、和与及]$", re.MULTILINE)
# Types whose names tell by their last word what they are.
_TYPES = frozenset(
    ("natural_feature", "organization", "facility", "event", "heritage", "brand", "corridor", "zone")
)
# Names of nature and of arts share their last character, others their last two.
_SHORT_TAILS = frozenset(("natural_feature", "heritage"))
# Departments end in various characters, and stand in lists in their short forms: 财政部、林业局、药监局.
_OFFICES = frozenset("部委局署办厅会院行")
# 布局 and 督办 are no offices.
_OFFICE = re.compile(
    "[\u4e00-\u9fff]{2,5}(?:(?<![布格全大开当结新变])局|(?<![举创主督协交承通快代帮领自联上])办|(?<![大餐展舞])厅)$"
)


def with_likes(text: str, chosen: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Add to `chosen` (sorted, nothing overlaps) the items beside its names that end as they do."""
    found: list[Candidate] = []
    for index, one in enumerate(chosen):
        if one.type in _TYPES and one.origin != "ellipsis":
            floor = found[-1].end if found else 0
            found += _before(text, one, floor, gazetteer)
        found.append(one)
        if one.type in _TYPES and one.origin != "ellipsis":
            limit = chosen[index + 1].start if index + 1 < len(chosen) else len(text)
            found += _behind(text, one, limit, gazetteer)
    return found


def _behind(text: str, one: Candidate, limit: int, gazetteer: Gazetteer) -> list[Candidate]:
    found: list[Candidate] = []
    at = one.end
    while (
        _joins(text, at)
        and (item := _NEXT.match(text, at))
        and item.end() <= limit
        and _is_like(one, text, item[1], gazetteer)
    ):
        found.append(Candidate(item.start(1), item.end(1), one.type, item[1], "list"))
        at = item.end()
    return found


def _joins(text: str, at: int) -> bool:
    """Tell whether what stands at `at` joins the parts of a list."""
    return text[at : at + 1] in _JOINTS


def _before(text: str, one: Candidate, floor: int, gazetteer: Gazetteer) -> list[Candidate]:
    found: list[Candidate] = []
    at = one.start
    while (_joins(text, at - 1) or "\n" in text[max(floor, at - 11) : at]) and (
        item := _LAST.search(text, max(floor, at - 11), at)
    ):
        # The first of a list stands behind its verb.
        verb = gazetteer.openers.leading.match(text, item.start(1), item.end(1))
        start, end = verb.end() if verb else item.start(1), item.end(1)
        if not _is_like(one, text, text[start:end], gazetteer):
            break
        found.insert(0, Candidate(start, end, one.type, text[start:end], "list"))
        if verb:
            break
        at = start
    return found


def _is_like(one: Candidate, text: str, item: str, gazetteer: Gazetteer) -> bool:
    if one.type == "organization" and text[one.end - 1] in _OFFICES and _OFFICE.match(item):
        return not is_phrase(item[:-1], gazetteer)
    tail = 1 if one.type in _SHORT_TAILS else 2
    last = text[one.end - tail : one.end]
    if not item.endswith(last) or len(item) <= tail:
        return False
    return not is_phrase(item[:-tail], gazetteer)
