"""Paragraphs that nobody annotated, in which the teacher of names says where they stand.

Those of the corpus and of official prose, and the same with the places of others of their kind in them: the
corpus names few counties, documents of counties name all of them.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.judging.marks import FoundNames
from gangyao.lexicon_tables import read_lexicon
from training.corpus import FOLDERS
from training.name_examples import NOWHERE, found_in
from training.texts import one_per_group, read_folder, read_official

_SEED = 5
_LEAST, _MOST, _LEAST_BEFORE_CUT = 10, 400, 150
# Of laws those paragraphs are read that name so many things, as far as such a number of characters.
_LAWS_NAMES, _OF_LAWS = 2, 400_000
_PLACE = re.compile("[省市县区州旗]")
_LEVELS = "市县区旗"
#: The names of all texts but those of the corpus.
OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Unread:
    """A paragraph of a file with what the grammar finds in it."""

    file: str
    found: FoundNames


def unread(corpus: Path, official: Path, lexicon: Path, gazetteer: Gazetteer) -> list[Unread]:
    """Return the paragraphs of all texts, each once, and those with other places. Deterministic."""
    rng = random.Random(_SEED)
    places = places_by_kind(lexicon)
    found: list[Unread] = []
    for text in one_per_group(read_folder(corpus, FOLDERS)):
        for one in _read(_paragraphs(text.text), gazetteer):
            found.append(Unread(text.name, one))
            moved = with_other_places(one, places, rng)
            if moved != one.text:
                found.append(Unread(text.name, found_in(moved, NOWHERE, gazetteer)))
    laws, reports = (text.text for text in read_official(official))
    found += [Unread(OFFICIAL, one) for one in _read(_paragraphs(reports), gazetteer) if one.names]
    found += [Unread(OFFICIAL, one) for one in _of_laws(laws, gazetteer, places, rng)]
    return found


def _read(paragraphs: Iterable[str], gazetteer: Gazetteer) -> Iterator[FoundNames]:
    """Read paragraphs, each once; those in which nothing may be of a name are left out."""
    for paragraph in dict.fromkeys(paragraphs):
        found = found_in(paragraph, NOWHERE, gazetteer)
        if found.names or found.heads or found.weak or "“" in found.text:
            yield found


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        left = line.strip()
        while len(left) > _MOST:
            end = left.rfind("。", _LEAST_BEFORE_CUT, _MOST) + 1 or _MOST
            yield left[:end]
            left = left[end:]
        if len(left) >= _LEAST:
            yield left


def _of_laws(
    laws: str, gazetteer: Gazetteer, places: Mapping[str, Sequence[str]], rng: random.Random
) -> Iterator[FoundNames]:
    paragraphs = [line for line in laws.split("\n") if len(line) <= _MOST and _PLACE.search(line)]
    rng.shuffle(paragraphs)
    left = _OF_LAWS
    for found in _read(paragraphs, gazetteer):
        if left <= 0:
            return
        if sum(name.type != "organization" for name in found.names) >= _LAWS_NAMES:
            left -= len(found.text)
            yield found_in(with_other_places(found, places, rng), NOWHERE, gazetteer)


def places_by_kind(lexicon: Path) -> Mapping[str, Sequence[str]]:
    """The divisions of today by the character of their level, and under "" those of cities and counties
    without it.
    """
    places: dict[str, list[str]] = defaultdict(list)
    for name, until in read_lexicon(lexicon).rows("admin_divisions", "name", "valid_to"):
        if until or len(name) <= 2:
            continue
        places[name[-1]].append(name)
        if name[-1] in "市县" and len(name) <= 4:
            places[""].append(name[:-1])
    return places


def with_other_places(found: FoundNames, places: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """Return a text with other cities and counties for those named in it, the same for the same."""
    others: dict[str, str] = {}
    parts: list[str] = []
    at = 0
    for name in found.names:
        if name.type != "admin_area":
            continue
        surface = found.text[name.start : name.end]
        if surface not in others:
            others[surface] = _other(surface, places, rng)
        parts += [found.text[at : name.start], others[surface]]
        at = name.end
    return "".join((*parts, found.text[at:]))


def _other(surface: str, places: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """Return another place of the kind of one that is written so, and provinces as they are."""
    if len(surface) == 2:
        return rng.choice(places[""])
    return rng.choice(places[surface[-1]]) if surface[-1] in _LEVELS else surface
