"""What no name is, however likely its characters: places in a row, open marks, a last word alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from gangyao.entities.candidates import Candidate
from gangyao.entities.judging.marks import FoundNames
from gangyao.entities.judging.plenums import further_plenums

Span = tuple[int, int]

_START = attrgetter("start")

#: Names that come from tables, and hold nothing that could tell against them.
PLACES = frozenset(("admin_area", "country"))
# What leads from one end of a route to the other.
_TO = re.compile("[至—]")
# No name goes on behind the end of a list.
_AND_SO_ON = re.compile("(?<![高平中优])等(?![级教学])")
# Marks that open and close.
_PAIRS = ("“”", "()", "〈〉")
_BUILDS = "建设"
# What points at the text itself (本条例, not 本溪) or at a border (北起…); bodies and meetings of nowhere;
# persons.
_NO_NAME = re.compile(
    "本(?!溪).*|第[一二三四五六七八九十百零]+[条款项].*|[东西南北][起至].*|第.{1,3}次修正|"
    "[省市县区州]?人民代表大会(?:第?.{1,2}次)?(?:会议)?|.{0,2}党委|常务委员会|[一两]次.*|.{0,4}常委|.*书记(?!处).*|"
    ".{1,8}(?:亲王|同志|先生|女士|委员)"
)
# Words of grammar end no name, and behind a name the grammar knows these begin no more of it: 党|对成渝地区….
_NEVER_LAST = frozenset("的对和与及、，")
# Nor do those who hold an office in a place or body: 山东省|省长周….
_NEVER_BEHIND = re.compile("[的对]|副?[省市州县区]长|主席|副?书记")
# The committee and the government of one place: 省委|省政府.
_JOINT_BODIES = re.compile(r"(.*?([省市县区州旗])委)\2(?:人民)?政府")
# What a committee calls its plan is no part of its name: 市委“1312”思路.
_COMMITTEE_SAYS = re.compile("[省市县区州旗]委“")
# Who holds an office is no body: 县委|书记.
_OFFICES = ("书记", "委员", "常委", "副书记")
# Nor is a person with the office: 省长|文某某.
_IN_OFFICE = re.compile(
    ".*(?:[省市县州区]长|主席|总统|总理|秘书长|国务委员|书记|国王|大使)"
    "[\u4e00-\u9fff·]{2,8}(?<![会团处室局院部厅委社校所基金制面线奖箱程动划堂年月令杯号议坛])"
)
# 驻苏|人民解放军, 在沪|国家实验室: where a body is, by one character, is no part of its name.
_STANDS_IN = ("驻", "在", "全")
# A place and one of these are the beginning of a clause: 青国|都支持, 青省|办成, 中丹|会谈.
_CLAUSE_GOES_ON = frozenset("都也已就将所办会")


def mended(found: FoundNames, spans: Sequence[Span]) -> list[Span]:
    """The spans, with what the grammar found instead of those that are no names; a mark at one's edge is
    taken in where it closes another in it. Two bodies of one place are two names, and so is each plenum of a
    list. Sorted, nothing overlaps.
    """
    names = _may_be_names(found, spans)
    parts = [part for start, end in names for part in _bodies(found.text, start, end)]
    plenums = [part for start, end in names for part in further_plenums(found.text, start, end)]
    # Where a plenum of a list stands alone, it may be a name already, or a part of one.
    further = [one for one in plenums if not any(one[0] < end and start < one[1] for start, end in parts)]
    return sorted((*parts, *further)) if further else parts


def _bodies(text: str, start: int, end: int) -> tuple[Span, ...]:
    """A span, or the two bodies that it joins."""
    joint = _JOINT_BODIES.fullmatch(text, start, end) if text.endswith("政府", start, end) else None
    return ((start, end),) if joint is None else ((start, joint.end(1)), (joint.end(1), end))


def _may_be_names(found: FoundNames, spans: Sequence[Span]) -> list[Span]:
    """The spans that may be names, with a mark at their edge, and of others what the grammar found there."""
    by_start = {one.start: one for one in found.names}
    by_end = {one.end: one for one in found.names}
    last_words = {(start, end) for start, end, _ in found.heads}
    mended: list[Span] = []
    for at, span in enumerate(spans):
        floor = mended[-1][1] if mended else 0
        ceiling = spans[at + 1][0] if at + 1 < len(spans) else len(found.text)
        start, end = _with_marks(found.text, span, floor, ceiling)
        one = by_start.get(start)
        if (one is not None and one.end == end) or (
            (start, end) not in last_words and _may_be_name(found.text, start, end, by_start, by_end)
        ):
            mended.append((start, end))
        else:
            mended += _found_inside(found.names, max(start, floor), end)
    return mended


def _with_marks(text: str, span: Span, floor: int, ceiling: int) -> Span:
    start, end = span
    inner = text[start:end]
    if "”" in inner and "“" not in inner[: inner.index("”")] and start > floor and text[start - 1] == "“":
        start -= 1
    elif "“" in inner and "”" not in inner[inner.rindex("“") :] and end < ceiling and text[end] == "”":
        end += 1
    # Marks round all of a name are no part of it.
    if text[start] == "“" and text[end - 1] == "”" and text.find("”", start, end) == end - 1:
        return start + 1, end - 1
    return start, end


def _may_be_name(
    text: str, start: int, end: int, by_start: Mapping[int, Candidate], by_end: Mapping[int, Candidate]
) -> bool:
    """Tell whether a span that the grammar did not find may be a name.

    Places that follow each other are several names (重庆市|渝北区) except as the ends of a route, a place
    that builds something is none (洛阳|建设国际消费中心城市), nor is a committee that an office belongs to.
    """
    if text[end - 1] == "委" and text.startswith(_OFFICES, end):
        return False
    if _COMMITTEE_SAYS.search(text, start, end):
        return False
    first, last = by_start.get(start), by_end.get(end)
    if text[end - 1] in _NEVER_LAST or (first is not None and _NEVER_BEHIND.match(text, first.end)):
        return False
    if _stands_alone(first) or _stands_alone(last) or _IN_OFFICE.fullmatch(text, start, end):
        return False
    if first is not None and first.type in PLACES and _is_place_in_a_clause(text, first, end):
        return False
    if first is not None and first.type in PLACES and text.startswith(_BUILDS, first.end):
        return False
    if last is not None and last.type in PLACES and last.start > start:
        return _TO.search(text, start, last.start) is not None
    inner = text[start:end]
    return (
        is_balanced(inner)
        and not _NO_NAME.fullmatch(inner)
        and not ("等" in inner and _AND_SO_ON.search(inner))
    )


def _is_place_in_a_clause(text: str, place: Candidate, end: int) -> bool:
    """Tell whether a place and what follows it, as far as `end`, are words of a clause: where a body is, or
    who does something.
    """
    if place.end - place.start == 1 and text.endswith(_STANDS_IN, 0, place.start):
        return True
    return end == place.end + 1 and text[place.end] in _CLAUSE_GOES_ON


def _stands_alone(edge: Candidate | None) -> bool:
    """Tell whether a name of one character that is no place (党) stands at an edge: it is all of a name, as
    longer names that hold it are found whole by the grammar or hide it.
    """
    return edge is not None and edge.end - edge.start == 1 and edge.type not in PLACES


def _found_inside(names: Sequence[Candidate], start: int, end: int) -> Iterator[Span]:
    first = bisect_left(names, start, key=_START)
    behind = bisect_left(names, end, lo=first, key=_START)
    return ((one.start, one.end) for one in names[first:behind] if one.end <= end)


def is_balanced(inner: str) -> bool:
    """Tell whether marks and brackets in `inner` close in it."""
    return inner.isalnum() or all(_closes(inner, *pair) for pair in _PAIRS)


def _closes(inner: str, opening: str, closing: str) -> bool:
    first = inner.find(closing)
    if first < 0:
        return opening not in inner
    return inner.count(opening) == inner.count(closing) and 0 <= inner.find(opening) < first
