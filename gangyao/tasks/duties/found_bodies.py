"""The bodies that subjects and spans of a text name; of lists that share a head each, and its whole name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gangyao.document.tasks import Party
from gangyao.tasks.duties.bodies import body_in, is_bare_body, is_part_of_list
from gangyao.tasks.duties.lists import BETWEEN, listed, listed_parties
from gangyao.tasks.duties.written_out import is_elliptic

# A level goes on a list of levels: 有关省、自治区、直辖市.
_LEVELS = re.compile("^(?:自治区|直辖市|自治州|[市县区州盟旗乡镇](?:人民政府|政府|$))")
# Areas that something is built in: 城镇新区|建设.
_AREA_WORKS = re.compile("(?<=区)(?:建设|改造|规划|开发|更新)")
# Farther than any two parts of a list stand apart.
_NEVER = 1_000_000


def bodies_among(subjects: Sequence[Party], text: str, ends: set[int]) -> Iterable[Party]:
    """Yield the bodies among subjects; parts of a list that share its head are one: 教育、民政等部门."""
    waiting: Party | None = None
    after = -_NEVER
    for party in _levels_together(subjects, text):
        whole = party
        if waiting is not None:
            joined = text[waiting.end : party.start] in BETWEEN
            whole = Party(text[waiting.start : party.end], waiting.start, party.end) if joined else party
        if _AREA_WORKS.match(text, party.end) is not None:
            continue
        if party.start - after <= 2 and text[after : party.start] in BETWEEN and is_bare_body(party.text):
            # 企业和|园区.
            yield party
            after, waiting = party.end, None
            continue
        own, span = whole, body_in(whole.text, is_named=party.end in ends)
        if span is None and whole is not party:
            own, span = party, body_in(party.text, is_named=party.end in ends)
        if span is not None:
            for start, end in listed(text, (own.start + span[0], own.start + span[1])):
                yield own if (start, end) == (own.start, own.end) else Party(text[start:end], start, end)
            after, waiting = own.end, None
        else:
            waiting = whole if is_part_of_list(whole.text) else None


def with_span(found: Sequence[Party], text: str, span: tuple[int, int]) -> list[Party]:
    """Return those found with the bodies of a span; a longer one with the same start takes over."""
    parts = listed_parties(text, span)
    if not (found and parts):
        return parts or list(found)
    first, last = min(part.start for part in parts), max(part.end for part in parts)
    kept = [
        one
        for one in found
        # A sentence may bind hundreds.
        if one.end <= first or last <= one.start or not any(_takes_over(part, one, found) for part in parts)
    ]
    near = [one for one in kept if one.start < last and first < one.end]
    return kept + [
        part for part in parts if not any(one.start < part.end and part.start < one.end for one in near)
    ]


def _takes_over(part: Party, one: Party, found: Sequence[Party]) -> bool:
    """Tell whether `part` is the whole name of what was found as `one`: 驾驶员|培训教练员.

    企业和园区 stay two, while 甲区、乙市人民政府 share their head.
    """
    if one == part or not part.start <= one.start < one.end <= part.end:
        return False
    if is_elliptic(part.text):
        return True
    return one.start == part.start and not any(one.end < other.start < part.end for other in found)


def named_body(subject: str, start: int) -> list[Party]:
    """Return the body that a subject, which stands at `start`, names; none where it names none."""
    span = body_in(subject, is_named=False)
    return [Party(subject[span[0] : span[1]], start + span[0], start + span[1])] if span else []


def _levels_together(subjects: Sequence[Party], text: str) -> Iterable[Party]:
    """Yield the subjects, lists of levels as one: 各省、自治区、直辖市人民政府."""
    whole: Party | None = None
    for party in subjects:
        if whole is not None and _LEVELS.match(party.text) and text[whole.end : party.start] in BETWEEN:
            whole = Party(text[whole.start : party.end], whole.start, party.end)
            continue
        if whole is not None:
            yield whole
        whole = party
    if whole is not None:
        yield whole
