"""Names of meetings and bodies, known by a number (党的二十届三中全会) or the verb of hosting before them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from gangyao.entities.candidates import Candidate
from gangyao.entities.openers import Openers, is_opened

_NUMBER = "一二三四五六七八九十百"
# A plenum of a committee of the place that the document is about: 省委十一届八次全会.
_COMMITTEE = re.compile(rf"(?:[省市县区州旗]|自治区党)委第?[{_NUMBER}]+$")
_LOCAL_PLENUM = re.compile(f"届[{_NUMBER}]+次全(?:体会议|会)")
_BEFORE_SESSION = re.compile(rf"(?:(?:党的|中共|中国共产党|全国)?第?)?[{_NUMBER}]+$")
_PLENUM = re.compile("届(?:[一二三四五六七八九]中[、和])*[一二三四五六七八九]+中全(?:体会议|会)")
_SESSION = re.compile(
    "届(?:中央委员会|全国人民代表大会|全国人大|全国政协|中国人民政治协商会议全国委员会)(?:常务委员会|常委会)?"
    rf"(第?[{_NUMBER}]+次(?:全体)?会议)?"
)
_FAIR = re.compile(
    "届([\u4e00-\u9fff—()]{0,14}?(?:运动会|[冬残全民青大]运会|博览会|峰会|论坛|洽谈会|交易会|(?<!等)大奖赛|锦标赛|(?:艺术|文化|旅游|电影)节))"
)
_SHORT_FAIR = re.compile("(?!外交|农?提高)[\u4e00-\u9fff](?:[博洽贸交]会|(?<=农)高会)")
_EDITION = re.compile(f"第(?:[{_NUMBER}]+|[0-9]{{1,3}})届(?:中国|全国|全?省)?$")
_NO_FAIR = re.compile("[议谈面员长上]")
_CONGRESS = re.compile(rf"(?:党的|中国共产党)第?[{_NUMBER}]+(?:大(?![大小型中])|次全国代表大会)")
_NATIONAL = re.compile(
    rf"(?:中央|全国)第[{_NUMBER}]+次[\u4e00-\u9fff]{{2,12}}?(?:座谈会|工作会议|普查|代表大会)"
)
# Behind a verb of hosting a long noun that ends as meetings do is a name; a class is short or counted.
_HOSTED = re.compile(
    f"(?:好|了|首届|第[{_NUMBER}]+届|年度)?"
    "([\u4e00-\u9fffA-Za-z0-9—()]{3,18}?(?:博览会|交易会|洽谈会|高峰论坛|论坛|峰会|艺术节|文化节|旅游节|电影节|马拉松|锦标赛|公开赛|运动会))"
)
_CLASS = re.compile(
    "[的等和与及、]|各类|各种|系列|一批|多场|重要|重大|国际性|全国性|大型|高水平|高端|高规格|相关|专题|专业|国内外|国际会议|更多|活动|推介|[0-9]"
)


def numbered_meetings(text: str, cues: Iterable[tuple[int, int]]) -> list[Candidate]:
    """Plenums, congresses, numbered sessions and fairs at `cues` (spans of gazetteer.CUES).

    A numbered body without a session is an organization.
    """
    found: list[Candidate] = []
    for start, _ in cues:
        if text[start] != "届":
            if congress := _CONGRESS.match(text, start) or _NATIONAL.match(text, start):
                found.append(Candidate(start, congress.end(), "event", congress[0], "numbered"))
            continue
        if local := _LOCAL_PLENUM.match(text, start):
            committee = _COMMITTEE.search(text, max(0, start - 10), start)
            if committee is not None:
                found.append(_numbered(text, committee.start(), local.end()))
            continue
        before = _BEFORE_SESSION.search(text, max(0, start - 12), start)
        if before is None:
            continue
        if plenum := _PLENUM.match(text, start):
            found.append(_numbered(text, before.start(), plenum.end()))
        elif session := _SESSION.match(text, start):
            body = Candidate(
                before.start(),
                session.end(),
                "organization",
                text[before.start() : session.end()],
                "numbered",
            )
            found.append(body if session[1] is None else replace(body, type="event"))
        elif (fair := _FAIR.match(text, start)) and "第" in text[before.start() : start]:
            edition = _numbered(text, before.start(), fair.end())
            found.append(replace(edition, name=fair[1], merged_by=f"an edition of {fair[1]}"))
    return found


def short_fairs(text: str, cues: Iterable[tuple[int, int]], openers: Openers) -> list[Candidate]:
    """Fairs by their short form at `cues`: 东博会, 西洽会."""
    found: list[Candidate] = []
    for start, end in cues:
        edition = _EDITION.search(text, max(0, start - 8), start - 1)
        begins = edition is not None or is_opened(text, start - 1, openers)
        if begins and _SHORT_FAIR.match(text, start - 1) and not _NO_FAIR.match(text, end):
            begin = edition.start() if edition else start - 1
            name = text[start - 1 : end]
            merged_by = f"an edition of {name}" if edition else None
            found.append(Candidate(begin, end, "event", name, "grammar", merged_by))
    return found


def _numbered(text: str, start: int, end: int) -> Candidate:
    return Candidate(start, end, "event", text[start:end], "numbered")


def hosted_events(text: str, cues: Iterable[tuple[int, int]]) -> list[Candidate]:
    """Meetings behind `cues` (spans of gazetteer.CUES): 举办八川民营经济发展合作峰会."""
    found: list[Candidate] = []
    for _, end in cues:
        match = _HOSTED.match(text, end)
        if match and len(match[1]) >= 6 and not _CLASS.search(match[1]):
            found.append(Candidate(match.start(1), match.end(1), "event", match[1], "hosted"))
    return found
