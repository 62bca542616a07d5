"""The annotated paragraphs that the judge of names learns from, with what the grammar finds in them.

They are those of `evaluation/quality/name_labels.jsonl` that were annotated to be learnt from (`gold-…`),
those of `name_inventions.jsonl`, which were written about real places after news, notices and reports, and
the seed's chapters 7 to 9.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import evaluation.quality
from evaluation.quality.entities import SEED_DOCUMENT, place_of, read_text
from evaluation.quality.measures import REFERENCE
from evaluation.quality.names import LEARNT, Label, read_labels
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.grammar import names_by_grammar
from gangyao.entities.judging.marks import FoundNames
from gangyao.entities.one_form import one_form
from gangyao.entities.places import PlaceContext

_INVENTIONS = Path(evaluation.quality.__file__).with_name("name_inventions.jsonl")
#: The place of a text that is of none.
NOWHERE = PlaceContext("", (), None)
#: The part of the first source, of which nothing right may be lost.
SEED = "seed"


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph with its names, what is open in it, and what the grammar finds in it."""

    file: str
    label: Label
    found: FoundNames


def read_examples(corpus: Path, gazetteer: Gazetteer) -> list[Example]:
    """Read what is learnt from. Raises OSError where a file cannot be read."""
    labels = [(corpus / label.file, label) for label in read_labels() if label.part in LEARNT]
    return [*_annotated(labels, gazetteer), *_invented(gazetteer), *_seed(gazetteer)]


def _annotated(labels: Iterable[tuple[Path, Label]], gazetteer: Gazetteer) -> Iterator[Example]:
    for path, label in labels:
        document = read_text(path)
        text = document[label.start : label.start + label.length]
        yield Example(label.file, label, found_in(text, place_of(path, document), gazetteer))


def _invented(gazetteer: Gazetteer) -> Iterator[Example]:
    for line in _INVENTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        names = {(start, end): kind for start, end, kind in row["entities"]}
        unsure = tuple((start, end) for start, end in row.get("open", ()))
        label = Label("invented", row["group"], 0, len(row["text"]), "", names, unsure)
        yield Example(row["group"], label, found_in(row["text"], NOWHERE, gazetteer))


def _seed(gazetteer: Gazetteer) -> Iterator[Example]:
    for line in REFERENCE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        names = {(one["start"], one["end"]): one["type"] for one in row["entities"]}
        label = Label(SEED, SEED, 0, len(row["text"]), "", names)
        yield Example(SEED, label, found_in(row["text"], SEED_DOCUMENT, gazetteer))


def found_in(text: str, place: PlaceContext, gazetteer: Gazetteer) -> FoundNames:
    """What the grammar finds in a paragraph."""
    printed = one_form(text)
    names = names_by_grammar(printed, place, gazetteer)
    return FoundNames(printed, names.names, names.heads, names.weak)
