"""The names known beforehand, compiled for one pass over a text: lexicon, divisions, heads of names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import daachorse

from gangyao.document.mentions import EntityType
from gangyao.entities.abbreviations import Abbreviations, compile_abbreviations
from gangyao.entities.divisions import Division, DivisionName, Strength, read_divisions
from gangyao.entities.lexicon_names import LexiconName, PackedNames, pack_names, read_names
from gangyao.entities.limits import Limits, compile_limits
from gangyao.entities.openers import Openers, compile_openers
from gangyao.lexicon_tables import LexiconTables, read_lexicon

CueKind = Literal["number", "host", "line", "fair", "transfer", "five years"]
# Where these stand, the rules of each kind look for names; the automaton finds them at no cost.
CUES: dict[CueKind, tuple[str, ...]] = {
    "number": ("届", "党的", "中国共产党第", "中央第", "全国第"),
    "host": ("举办", "承办", "召开", "举行", "办好", "筹办", "协办", "申办", "办成"),
    "line": ("号线", "国道", "省道", "G", "S", "X"),
    "fair": ("博会", "洽会", "交会", "贸会", "高会"),
    "transfer": (
        *("引", "水南调", "水北调", "水东调", "水西调", "电外送", "气外送", "电入", "气入"),
        *("西电东送", "西气东输", "西煤东运", "北粮南运"),
    ),
    "five years": ("五计划", "五规划", "五”计划", "五”规划", "五年计划", "五年规划"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """The last word of a kind of names; `full` is what it is short for, empty where it is not.

    `anchor` says what stands in front: `place` a named place and perhaps a qualifier, `next` a place and
    nothing between, `qualified` a place and a qualifier, `within` the whole that it is a part of, `wide` a
    place or a word of level (国家, 全国), `china` 中国 itself, `named` a place or a proper name alone
    (镜岭[水库]), `governed` a verb (实施…[战略]), `body` a level or a place with its status (省财政[厅]).
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
    kind: CueKind


# Provinces and cities in one character, as routes are named by them (沪苏湖铁路).
_ABBREVIATIONS = (
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台榕杭甬温绍"
    "穗深珠汉郑宛洛潭株衡蓉筑昆邕柳钦防巴万达遂宜泸自绵"
)
# The level of a city in a division's code (divisions.py).
_CITY = 2
Form = LexiconName | DivisionName | Head | Decoy | Cue


@dataclass(frozen=True, slots=True, eq=False)
class KnownForms:
    """What each pattern of the automaton means, by its number.

    `met` are the meanings that were asked for and all that are not a name of the lexicon alone; those, by far
    the most, are read from `names` when they are first met.
    """

    names: PackedNames
    met: dict[int, tuple[Form, ...]]

    def of(self, pattern: int) -> tuple[Form, ...]:
        """What the pattern means."""
        forms = self.met.get(pattern)
        if forms is None:
            forms = self.met[pattern] = (self.names.name(pattern),)
        return forms


def _known_forms(patterns: Iterable[str], by_form: Mapping[str, list[Form]]) -> KnownForms:
    alone: list[LexiconName | None] = []
    others: dict[int, tuple[Form, ...]] = {}
    for number, pattern in enumerate(patterns):
        forms = by_form[pattern]
        if len(forms) == 1 and isinstance(forms[0], LexiconName):
            alone.append(forms[0])
        else:
            alone.append(None)
            others[number] = tuple(forms)
    return KnownForms(pack_names(alone), others)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything that finding names needs; `forms` tells what the patterns of `automaton` mean.

    `breaks` matches words that never stand between the first and the last word of a name. `quoted_types`
    gives the type of a quoted coinage by the word behind it (None: no name), which `quoted_heads` matches.
    `city_initials` are the first characters of the cities of each province, by its two digits.
    `division_names` are all names of divisions, full and short.
    `place_characters` make up the names of provinces and prefectures and their abbreviations.
    `common_words` are words of two characters that a short name must not cut. `openers` tells where a name
    may begin, `classes` matches words that make a class of what they qualify, `words` are common words
    of any length from two characters, `doings` those of them that say what is done.
    `abbreviations` are the divisions that have a form of one character.
    """

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    forms: KnownForms
    breaks: re.Pattern[str]
    quoted_heads: re.Pattern[str]
    quoted_types: dict[str, EntityType | None]
    not_names: frozenset[str]
    common_words: frozenset[str]
    divisions_by_code: dict[str, tuple[Division, ...]]
    shared_names: frozenset[str]
    division_names: frozenset[str]
    city_initials: dict[str, frozenset[str]]
    place_characters: frozenset[str]
    openers: Openers
    classes: re.Pattern[str]
    words: frozenset[str]
    doings: frozenset[str]
    limits: Limits
    abbreviations: Abbreviations


def load_gazetteer(lexicon: Path) -> Gazetteer:
    """Compile the tables of the lexicon folder. Raises LexiconError when the lexicon cannot be used."""
    tables = read_lexicon(lexicon)
    by_form: dict[str, list[Form]] = defaultdict(list)
    for name in read_names(tables):
        by_form[name.form].append(name)
    divisions = read_divisions(tables)
    common = frozenset(tables.words("admin_common_words"))
    known = frozenset(tables.words("admin_known_forms"))
    for division_name in _division_names(divisions, common, known):
        by_form[division_name.form].append(division_name)
    for form, entity_type, anchor, full in tables.rows("name_heads", "head", "type", "anchor", "full"):
        by_form[form].append(Head(form, entity_type, anchor, full))
    for form in tables.words("entity_decoys"):
        if all(isinstance(other, Head) for other in by_form[form]):
            by_form[form].append(Decoy(form))
    for kind, cues in CUES.items():
        for cue in cues:
            by_form[cue].append(Cue(cue, kind))
    patterns = sorted(by_form)
    quoted_types: dict[str, EntityType | None] = {}
    not_names: set[str] = set()
    for word, part, entity_type in tables.rows("quoted_names", "word", "part", "type"):
        if part == "behind":
            quoted_types[word] = entity_type or None
        else:
            not_names.add(word)
    known_words = _known_words(tables)
    openers = list(tables.rows("name_openers", "word", "kind"))
    breaks = tables.words("name_breaks")
    breaks += [word for word, kind in openers if kind == "verb" and len(word) > 1]
    abbreviations = {
        form: DivisionName(form, tuple(one for one in divisions if one.name == name), "sure", True)
        for form, name in tables.rows("admin_abbreviations", "form", "name")
    }
    by_name: dict[str, list[Division]] = defaultdict(list)
    by_code: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        by_name[division.name].append(division)
        by_code[division.code].append(division)
    return Gazetteer(
        daachorse.CharwiseDoubleArrayAhoCorasick(patterns),
        _known_forms(patterns, by_form),
        _any_of(breaks),
        _any_of(quoted_types),
        quoted_types,
        frozenset(not_names),
        frozenset(tables.words("entity_common_words")),
        {code: tuple(rows) for code, rows in by_code.items()},
        _shared_names(by_name),
        frozenset(name for one in divisions for name in (one.name, one.short_name) if name),
        _city_initials(divisions),
        frozenset(_ABBREVIATIONS).union(
            *(division.short_name for division in divisions if division.level < 3 and division.short_name)
        ),
        compile_openers(openers, known_words),
        _any_of(tables.words("name_classes")),
        known_words,
        _doings(tables),
        compile_limits(tables.rows("name_limits", "head", "side", "word")),
        compile_abbreviations(abbreviations),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the longest of `words`: by their first character, so that few are tried at a place."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests[word[0]].append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


def _doings(tables: LexiconTables) -> frozenset[str]:
    """Verbs that are no nouns, and adverbs."""
    verbs = (word for word, kind in tables.rows("verbs", "word", "class") if kind != "nominal")
    return frozenset(verbs).union(tables.words("adverbs"))


def _known_words(tables: LexiconTables) -> frozenset[str]:
    """Common words of two characters or more."""
    files = ("nouns", "verbs", "adverbs", "entity_common_words")
    return frozenset(word for file in files for word in tables.words(file) if len(word) > 1)


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


def _city_initials(divisions: Iterable[Division]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in divisions:
        # 驻豫 says who is stationed there, though 驻马店 lies in 豫.
        if one.level == _CITY and one.valid_to is None and one.name[0] != "驻":
            found[one.code[:2]].add(one.name[0])
    return {province: frozenset(initials) for province, initials in found.items()}


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
