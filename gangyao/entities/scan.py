"""One pass of the automaton over a text, sorted by what its matches are for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import itemgetter
from typing import get_args

from gangyao.entities.candidates import Candidate
from gangyao.entities.coordinate import is_listed_strategy
from gangyao.entities.divisions import DivisionName
from gangyao.entities.gazetteer import Cue, CueKind, Decoy, Gazetteer, Head
from gangyao.entities.lexicon_names import DIRECTIONS, LexiconName

# 成都市场 is not 成都市 + 场, 开县级 not 开县 + 级.
_NOT_DIVISION = {"市": "场民容政值价貌辖郊井域级区", "县": "级域城", "区": "域级校", "省": "级"}
# What follows a pair of countries in short form (中德关系), and what makes its 中 the end of a word.
_AFTER_PAIR = re.compile(
    r"[、，。；()（]|铁路|高铁|高速|班列|公路|通道|关系|合作|经贸|建交|边境|边界|友好|友谊|投资|贸易|联合|战略|自贸|自由贸易|人文|金融|科技|产业|两|双|之间|等|"
    "人民|传统|全面|元首|领导|伙伴|班列|高层|外交|经济|文化|交流|互|会谈|磋商|和"
)
# Nearly all words of the lexicon's tables are no longer than this.
_LONGEST_WORD = 3
# The place before a body is among the last so many names that were met.
_BESIDE = 6
_BEHIND_MINISTRY = ("门", "分", "署")
_ALPHANUMERIC = re.compile("[0-9A-Za-z]{2}")
_TOWARDS = ("自", "朝", "偏")
_BEFORE_PAIR = "其集当途心空水初高发会期家管城手"


@dataclass(slots=True)
class Scan:
    """What one pass found; spans are code points of the text.

    `names` stand by themselves, `weak` ones need evidence, `levels` (国家, 全国) only open names, `decoys`
    keep their span from being read; `pairs` (中荷) are countries that may open a name; `heads` are sorted by
    start, `cues` are where the rules of each kind look.
    """

    names: list[Candidate] = field(default_factory=list)
    weak: list[Candidate] = field(default_factory=list)
    levels: list[Candidate] = field(default_factory=list)
    decoys: list[Candidate] = field(default_factory=list)
    pairs: list[Candidate] = field(default_factory=list)
    heads: list[tuple[int, int, Head]] = field(default_factory=list)
    cues: dict[CueKind, list[tuple[int, int]]] = field(
        default_factory=lambda: {kind: [] for kind in get_args(CueKind)}
    )


def scan(text: str, gazetteer: Gazetteer) -> Scan:
    """Find every known form in `text`, overlapping ones too."""
    found = Scan()
    forms = gazetteer.forms
    met = forms.met
    for start, end, pattern in gazetteer.automaton.find_overlapping(text):
        for form in met.get(pattern) or forms.of(pattern):
            kind = type(form)
            if kind is Head:
                found.heads.append((start, end, form))  # type: ignore[arg-type]
            elif kind is LexiconName:
                if _is_meant(found, text, start, end, form, gazetteer):  # type: ignore[arg-type]
                    _add_lexicon_name(found, start, end, form)  # type: ignore[arg-type]
            elif kind is DivisionName:
                if not _runs_over_words(text, start, end, gazetteer.words):
                    _add_division(found, text, start, end, form)  # type: ignore[arg-type]
            elif kind is Decoy:
                found.decoys.append(decoy(start, end))
            elif isinstance(form, Cue):
                found.cues[form.kind].append((start, end))
    found.heads.sort(key=itemgetter(0))
    return found


def decoy(start: int, end: int) -> Candidate:
    """A span in which no name stands."""
    return Candidate(start, end, "policy", "", "decoy")


def _add_division(found: Scan, text: str, start: int, end: int, form: DivisionName) -> None:
    if end < len(text) and text[end] in _NOT_DIVISION.get(text[end - 1], ""):
        return
    candidate = Candidate(start, end, "admin_area", form.form, "divisions", None, form)
    (found.names if form.strength == "sure" else found.weak).append(candidate)


def _runs_over_words(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Tell whether what looks like a place is parts of two words: 普[通化]妆品, 推[广清]洁, 专[项城市].

    The first word ends inside the place, the second goes on where it ends, at least as far as the place.
    """
    if text[start - 1 : start + 1] in words or text[start - 2 : start + 1] in words:
        cut = start + 1
    elif end - start > 2 and text[start - 1 : start + 2] in words:
        cut = start + 2
    else:
        return False
    return any(text[cut:stop] in words for stop in range(end, cut + _LONGEST_WORD + 1))


def _is_meant(found: Scan, text: str, start: int, end: int, form: LexiconName, gazetteer: Gazetteer) -> bool:
    """Tell whether the form is the name here; what it is instead is added to `found`."""
    if form.type == "admin_area" and _runs_over_words(text, start, end, gazetteer.words):
        return False
    if form.is_latin and _is_part_of_number(text, start, end):
        return False
    if form.is_sure:
        return True
    if form.type == "organization" and _is_local(found, text, start):
        return False
    if text[end - 1] == "部" and text.startswith(_BEHIND_MINISTRY, end):
        return False  # 财政部门 is a class of bodies, not the 财政部.
    if form.form in DIRECTIONS and (text[start - 1 : start] in _TOWARDS or text.startswith("部", end)):
        return False
    if text[end - 1] == "法" and not gazetteer.limits.holds("法", text, end - 1, end):
        return False  # 职业教育|法律 is no law of that name.
    if form.condition and not _condition_holds(form.condition, text, start, end):
        if form.condition == "uncounted":
            found.decoys.append(decoy(start, end + 2))
        elif form.condition == "pair" and not (start and text[start - 1] in _BEFORE_PAIR):
            found.pairs.append(Candidate(start, end, form.type, form.name, "lexicon"))
        return False
    return True


def _is_part_of_number(text: str, start: int, end: int) -> bool:
    """Tell whether digits or Latin letters go on beyond the name: 0000-[12345]67, [CCTV]1."""
    return (text[start].isascii() and _ALPHANUMERIC.match(text, start - 1, start + 1) is not None) or (
        text[end - 1].isascii() and _ALPHANUMERIC.match(text, end - 1, end + 1) is not None
    )


def _add_lexicon_name(found: Scan, start: int, end: int, form: LexiconName) -> None:
    if form.condition == "level":
        found.levels.append(Candidate(start, end, form.type, form.name, "level"))
    else:
        found.names.append(
            Candidate(start, end, form.type, form.name, "lexicon", form.merged_by, None, form.areas)
        )


def _condition_holds(condition: str, text: str, start: int, end: int) -> bool:
    """Tell whether a conditional row of entities.csv is a name here."""
    if condition == "quoted":
        return text[start - 1 : start] == "“" and text[end : end + 1] == "”"
    if condition == "pair":
        return bool(_AFTER_PAIR.match(text, end)) and not (start and text[start - 1] in _BEFORE_PAIR)
    if condition == "list":
        return is_listed_strategy(text, start, end)
    if condition == "uncounted":
        return not text.startswith("城市", end)
    return True


def _is_local(found: Scan, text: str, start: int) -> bool:
    """Tell whether the body at `start` is some local one (市发展改革委), not the one of that name.

    What stands before it is a level unless a place ends there, which was met before: 长沙市|发展改革委.
    """
    return (
        start > 0
        and text[start - 1] in "省市县区州"
        and not any(one.end == start for names in (found.names, found.weak) for one in names[-_BESIDE:])
    )
