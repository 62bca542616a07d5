"""What a short form stands for in its document: 省政府 is 河南省人民政府, 三峡机场 is 宜昌三峡机场.

Only what is certain: the full name stands in the same document before the short one, and it is the only one
that fits. Everything else stands for nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gangyao.document.mentions import Mention
from gangyao.document.tasks import Task
from gangyao.entities.divisions import Division
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.levels import level_that_opens

# The other forms of what such bodies are called.
_BODIES = {
    "委": ("委", "委员会"),
    "党委": ("党委", "委员会"),
    "政府": ("人民政府", "政府"),
    "人民政府": ("人民政府", "政府"),
    "人大": ("人大", "人民代表大会"),
    "人大常委会": ("人大常委会", "人民代表大会常务委员会"),
}
_PARTY = ("", "中共", "中国共产党")
# Words that a short form leaves out, and what else says the same.
_LEFT_OUT = re.compile("国际|国家级|股份有限(?:责任)?公司$|有限(?:责任)?公司$|集团$")
_SHORTENED = (
    ("高新技术产业开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("自由贸易", "自贸"),
    ("人民政府", "政府"),
)
# Types of which one may be called by the end of its name; 乡村振兴规划 is as likely the nation's.
_SHARE_HEADS = frozenset(("facility", "zone", "organization", "corridor", "programme", "region"))
# A name of less says too little: 大学.
_SHORTEST = 3
# 双江拉祜族佤族布朗族傣族自治县: no name of a division is longer.
_LONGEST_PLACE = 15
# 该局, 该公司: the last that was named so in the paragraph. 我市, 全省: the document's own.
_THIS = re.compile(
    "该(局|委|厅|部|办|院|校|公司|集团|中心|协会|联盟|银行|园区|新区|试验区|示范区|开发区|机场|港|项目|工程)$"
)
_OWN = re.compile("[我本全](省|自治区|[市县区州旗盟])$")
_ZONE = re.compile(
    "(?:示范区|先行区|试验区|自贸试验区|自贸区|自贸港|新区|园区|开发区|高新区|经开区|合作区|综合保税区)$"
)
_ZONE_ENDS = ("区", "港")

_PLACES = frozenset(("admin_area", "country"))
Name = tuple[str, str]


class _Meaning(NamedTuple):
    """The id of what a short form stands for, and the code of the division that its level means."""

    stands_for: str | None
    place_code: str | None


_ITSELF = _Meaning(None, None)


def own_divisions(code: str | None, year: int, gazetteer: Gazetteer) -> tuple[Division, ...]:
    """The division `code` and those above it, as they were in `year`, the highest first."""
    if code is None:
        return ()
    codes = dict.fromkeys((code[:2] + "0000", code[:4] + "00", code))
    held = (row for one in codes for row in gazetteer.divisions_by_code.get(one, ()))
    return tuple(row for row in held if row.holds_in(year))


def with_full_forms(
    mentions: Sequence[tuple[Mention, ...]], own: Sequence[Division], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of a document, by paragraph, with what each short form stands for and whose it is.

    `own` are the document's own division and those above it.
    """
    names = dict.fromkeys((one.type, one.name) for row in mentions for one in row)
    known = _Known(names, own, gazetteer.division_names)
    meanings = {name: known.meaning(name) for name in names}
    if not any(map(any, meanings.values())):
        return tuple(mentions)
    return tuple(tuple(_meant(one, meanings[one.type, one.name]) for one in row) for row in mentions)


def _meant(one: Mention, meaning: _Meaning) -> Mention:
    return one._replace(stands_for=meaning.stands_for, place_code=meaning.place_code) if any(meaning) else one


class _Known:
    """The names of a document, by the order in which each first stands in it."""

    def __init__(self, names: Iterable[Name], own: Sequence[Division], places: frozenset[str]) -> None:
        self._order = {name: rank for rank, name in enumerate(names)}
        self._own = own
        self._places = places
        self._by_end: dict[tuple[str, str], list[Name]] = defaultdict(list)
        self._longer: dict[tuple[str, str], list[Name]] = defaultdict(list)
        for kind, text in self._order:
            whole = _shortened(text)
            self._by_end[kind, whole[-2:]].append((kind, text))
            if kind in _SHARE_HEADS:
                for bare in _without_place(whole, places):
                    self._longer[kind, bare].append((kind, text))

    def meaning(self, name: Name) -> _Meaning:
        """What `name` stands for, if it is a short form, and the division that is meant by its level."""
        kind, text = name
        if kind in _PLACES:
            return _ITSELF
        level = level_that_opens(text)
        if level is None:
            return _Meaning(_id(self._longer_form(name)), None)
        if not self._own:
            return _Meaning(_id(self._of_some_place(name, level)), None)
        places = [one for one in self._own if _has_status(one.name, level)]
        if len(places) != 1:
            return _ITSELF
        return _Meaning(_id(self._of_place(name, places[0].name, level)), places[0].code)

    def _longer_form(self, name: Name) -> Name | None:
        """The name of which `name` leaves out the place or what says little."""
        kind, text = name
        if kind not in _SHARE_HEADS or len(text) < _SHORTEST:
            return None
        longer = self._longer[kind, _shortened(text)]
        return self._only_before(name, (other for other in longer if len(other[1]) > len(text)))

    def _only_before(self, name: Name, fitting: Iterable[Name]) -> Name | None:
        """The one that fits, where it stands before `name` and no other one stands anywhere."""
        full = set(fitting)
        return next((one for one in full if len(full) == 1 and self._order[one] < self._order[name]), None)

    def _of_place(self, name: Name, place: str, level: str) -> Name | None:
        """The name with its place, which is known, wherever it stands in the document."""
        forms = _forms(name[1][len(level) :])
        written = {(name[0], party + place + form) for party in _PARTY for form in forms}
        fitting = written & self._order.keys()
        return fitting.pop() if len(fitting) == 1 else None

    def _of_some_place(self, name: Name, level: str) -> Name | None:
        """The name with the place of that level that the document names it with."""
        fitting = (
            other
            for form in _forms(name[1][len(level) :])
            for other in self._by_end.get((name[0], _shortened(level + form)[-2:]), ())
            if other[1].endswith(level + form) and _is_place(other[1][: -len(form)], self._places)
        )
        return self._only_before(name, fitting)


def _without_place(text: str, places: frozenset[str]) -> Iterator[str]:
    """Yield `text`, and what is left of it behind each place that it begins with."""
    yield text
    for size in range(2, min(len(text), _LONGEST_PLACE + 1)):
        if text[:size] in places:
            yield text[size:]


def _forms(body: str) -> tuple[str, ...]:
    return _BODIES.get(body, (body,))


def _id(name: Name | None) -> str | None:
    return None if name is None else f"{name[0]}/{name[1]}"


def _has_status(division: str, level: str) -> bool:
    """Tell whether a division is a 省, 市 or whatever `level` says; an autonomous region is no 区."""
    return division.endswith(level) and (level != "区" or not division.endswith("自治区"))


def _is_place(text: str, places: frozenset[str]) -> bool:
    return any(text.removeprefix(party) in places for party in _PARTY)


@lru_cache(maxsize=8192)
def _shortened(text: str) -> str:
    """Return a name without what short forms leave out; kept, since names come again in other documents."""
    for long, short in _SHORTENED:
        text = text.replace(long, short)
    return _LEFT_OUT.sub("", text)


def referents(
    tasks: Sequence[tuple[Task, ...]], mentions: Sequence[tuple[Mention, ...]], own: Sequence[Division]
) -> dict[tuple[int, int, int], str]:
    """Entity ids by paragraph, start and end of the bodies in tasks that are named by a word for them only.

    我市 is the document's own city, 该局 the one body of that kind named before in the paragraph, 示范区 the
    one zone of that kind named before in the document; each is left out where several would fit or none.
    """
    named = {(one.type, one.name) for row in mentions for one in row if one.type == "admin_area"}
    zones: dict[str, None] = {}
    found: dict[tuple[int, int, int], str] = {}
    for index, (of_paragraph, row) in enumerate(zip(tasks, mentions, strict=True)):
        for start, end, body in _bodies(of_paragraph):
            if place := _OWN.match(body):
                names = [one.name for one in own if one.name.endswith(place[1])]
                fitting = [f"admin_area/{name}" for name in names if ("admin_area", name) in named]
            elif this := _THIS.match(body):
                before = (one for one in row if one.end <= start and one.type != "admin_area")
                fitting = list(_ending(((one.type, one.name) for one in before), this[1]))
            elif body.endswith(_ZONE_ENDS) and _ZONE.fullmatch(body):
                before = (one for one in row if one.end <= start and one.type == "zone")
                all_before = (*(("zone", name) for name in zones), *((one.type, one.name) for one in before))
                fitting = list(_ending(all_before, body))
            else:
                continue
            if len(fitting) == 1:
                found[index, start, end] = fitting[0]
        zones |= dict.fromkeys(one.name for one in row if one.type == "zone")
    return found


def _bodies(tasks: Iterable[Task]) -> Iterable[tuple[int, int, str]]:
    for task in tasks:
        for duty in task.responsibilities:
            if duty.start < duty.end:
                yield duty.start, duty.end, duty.body
        for party in task.actors:
            if party.start < party.end:
                yield party.start, party.end, party.text


def _ending(names: Iterable[Name], word: str) -> dict[str, None]:
    """The ids of those of `names` that end with `word`, each once."""
    last = _shortened(word)
    return dict.fromkeys(f"{kind}/{name}" for kind, name in names if _shortened(name).endswith(last))
