"""The names known beforehand, compiled for one pass over a text: lexicon, divisions, heads of names."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

import daachorse

from gangyao.document.mentions import EntityType
from gangyao.entities.divisions import Division, DivisionName, Strength, read_divisions
from gangyao.entities.meetings import HOST_CUES, NUMBER_CUES


@dataclass(frozen=True, slots=True)
class LexiconName:
    """A row of entities.csv: `form` names the entity `type`/`name`; `areas` are the code prefixes it lies in.

    `condition` is `quoted` for a form that is a name only inside quotation marks, `pair` for two countries in
    short form, which common words also begin with (中新[增]).
    """

    form: str
    type: EntityType
    name: str
    areas: tuple[str, ...]
    condition: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of a kind of names; `full` is what it is short for, empty where it is not.

    `anchor` says what stands in front: `place` a named place and perhaps a qualifier, `next` a place and
    nothing between, `qualified` a place and a qualifier, `within` the whole that it is a part of, `wide` a
    place or a word of level (国家, 全国), `china` 中国 itself.
    """

    form: str
    type: EntityType
    anchor: str
    full: str


@dataclass(frozen=True, slots=True)
class Decoy:
    """A run of characters in which a name only seems to stand (发展[中国]家)."""

    form: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word beside which a rule looks for names; `kind` says which rule."""

    form: str
    kind: Literal["number", "host"]


# Provinces and cities in one character, as routes are named by them (沪苏湖铁路).
_ABBREVIATIONS = (
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台榕杭甬温绍"
    "穗深珠汉郑宛洛潭株衡蓉筑昆邕柳钦防巴万达遂宜泸自绵"
)
_ENTITY_TYPES = frozenset(get_args(EntityType))
Form = LexiconName | DivisionName | Head | Decoy | Cue


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything that finding names needs; `forms[i]` is what pattern i of `automaton` means.

    `breaks` matches what never stands between the first and the last word of a name. `quoted_types` gives the
    type of a quoted coinage by the word behind it (None: no name), which `quoted_heads` matches.
    `place_characters` make up the names of provinces and prefectures and their abbreviations.
    `common_words` are words of two characters that a short name must not cut.
    """

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    forms: tuple[tuple[Form, ...], ...]
    breaks: re.Pattern[str]
    quoted_heads: re.Pattern[str]
    quoted_types: dict[str, EntityType | None]
    not_names: frozenset[str]
    common_words: frozenset[str]
    divisions_by_code: dict[str, tuple[Division, ...]]
    shared_names: frozenset[str]
    place_characters: frozenset[str]


def load_gazetteer(lexicon: Path) -> Gazetteer:
    """Compile the tables of the lexicon folder. Raises ValueError for a type that is none of `EntityType`."""
    by_form: dict[str, list[Form]] = defaultdict(list)
    for name in _lexicon_names(lexicon / "entities.csv"):
        by_form[name.form].append(name)
    divisions = read_divisions(lexicon / "admin_divisions.csv")
    common = frozenset(row["form"] for row in _rows(lexicon / "admin_common_words.csv"))
    known = frozenset(row["form"] for row in _rows(lexicon / "admin_known_forms.csv"))
    for division_name in _division_names(divisions, common, known):
        by_form[division_name.form].append(division_name)
    for row in _rows(lexicon / "name_heads.csv"):
        by_form[row["head"]].append(Head(row["head"], _entity_type(row["type"]), row["anchor"], row["full"]))
    for row in _rows(lexicon / "entity_decoys.csv"):
        if row["form"] not in by_form:
            by_form[row["form"]].append(Decoy(row["form"]))
    for number_cue in NUMBER_CUES:
        by_form[number_cue].append(Cue(number_cue, "number"))
    for host_cue in HOST_CUES:
        by_form[host_cue].append(Cue(host_cue, "host"))
    patterns = sorted(by_form)
    quoted_types = {
        row["word"]: _entity_type(row["type"]) if row["type"] else None
        for row in _rows(lexicon / "quoted_names.csv")
        if row["part"] == "behind"
    }
    not_names = frozenset(
        row["word"] for row in _rows(lexicon / "quoted_names.csv") if row["part"] == "inside"
    )
    breaks = [row["word"] for row in _rows(lexicon / "name_breaks.csv")]
    by_name: dict[str, list[Division]] = defaultdict(list)
    by_code: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        by_name[division.name].append(division)
        by_code[division.code].append(division)
    return Gazetteer(
        daachorse.CharwiseDoubleArrayAhoCorasick(patterns),
        tuple(tuple(by_form[pattern]) for pattern in patterns),
        re.compile(_any_of(breaks).pattern + r"|\d+[家条个项座处]|[^\w·—()]"),
        _any_of(quoted_types),
        quoted_types,
        not_names,
        frozenset(row["word"] for row in _rows(lexicon / "entity_common_words.csv")),
        {code: tuple(rows) for code, rows in by_code.items()},
        _shared_names(by_name),
        frozenset(_ABBREVIATIONS).union(
            *(division.short_name for division in divisions if division.level < 3 and division.short_name)
        ),
    )


def one_form(text: str) -> str:
    """Brackets and dashes in one form each, code point for code point: documents print names with any."""
    for variant, form in (
        ("（", "("),
        ("）", ")"),
        ("－", "—"),
        ("–", "—"),
        ("―", "—"),
        ("-", "—"),
        ("＋", "+"),
    ):
        text = text.replace(variant, form)
    return text


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        header, *rows = csv.reader(handle)
    return [dict(zip(header, row, strict=True)) for row in rows if row]


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the longest of `words`."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


def _entity_type(text: str) -> EntityType:
    if text not in _ENTITY_TYPES:
        raise ValueError(f"{text!r} is no entity type")
    return cast(EntityType, text)


def _lexicon_names(path: Path) -> list[LexiconName]:
    return [
        LexiconName(
            one_form(row["form"]),
            _entity_type(row["type"]),
            row["name"],
            tuple(row["areas"].split()),
            row["condition"],
        )
        for row in _rows(path)
    ]


def _division_names(
    divisions: tuple[Division, ...], common: frozenset[str], known: frozenset[str]
) -> list[DivisionName]:
    """Full and short names with the evidence that each needs."""
    full: dict[str, list[Division]] = defaultdict(list)
    short: dict[str, list[Division]] = defaultdict(list)
    popular: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        full[division.name].append(division)
        if division.popular_name:
            popular[division.popular_name].append(division)
        if division.short_name:
            short[division.short_name].append(division)
    names = [
        # A name of two characters (成县) also stands across words (建成县域…).
        DivisionName(form, tuple(rows), "list" if form in common or len(form) == 2 else "sure", False)
        for form, rows in full.items()
    ]
    names += [
        DivisionName(form, tuple(rows), "sure", True) for form, rows in popular.items() if form not in full
    ]
    for form, rows in short.items():
        if form in full or form in popular:
            continue
        strength: Strength = "area"
        if form in common:
            strength = "list"
        elif min(row.level for row in rows) < 3:
            strength = "sure"
        elif form in known:
            strength = "known"
        names.append(DivisionName(form, tuple(rows), strength, True))
    return names


def _shared_names(by_name: dict[str, list[Division]]) -> frozenset[str]:
    """Names that two divisions bear in the same year under different parents."""
    return frozenset(
        name
        for name, rows in by_name.items()
        if any(
            one.code[:4] != other.code[:4]
            and (one.valid_from or 0) < (other.valid_to or 9999)
            and (other.valid_from or 0) < (one.valid_to or 9999)
            for one in rows
            for other in rows
        )
    )
