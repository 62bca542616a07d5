"""Clauses for the fit of the predicate network: as the rules read them, and as annotators do."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.quality.measures import REFERENCE
from gangyao.chinese.code_points import code_points
from gangyao.tasks.actions import Sentence, read_clauses
from gangyao.tasks.clauses.cut import split_clauses
from gangyao.tasks.clauses.signs import EVERY_SIGN
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicate_network import EDGE, NO_PREDICATE, Span, sides
from gangyao.tasks.predicates.doubts import LONGEST, doubt_of
from gangyao.tasks.predicates.verb_group import VerbGroup
from gangyao.tasks.topic_clauses import is_topic
from training.annotated_sentences import labels_of_files, read_sentences
from training.corpus import FOLDERS
from training.texts import read_folder, read_official

#: Sentences that were invented for forms of clauses of which few were annotated: `text`, and for each action
#: its verb and its object.
INVENTIONS = Path(__file__).with_name("predicate_inventions.jsonl")
_SENTENCE = re.compile("[^。；！？]{6,300}[。；！？]?")
_SHORTEST = 4
# So many characters of laws and congress reports beside the corpus; more taught nothing more.
_OFFICIAL = 5_000_000
_SEED = 3


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A clause, what its pairs of characters are (see `PAIR_KINDS`), and the predicate the rules read there.

    `before` and `behind` are what the network sees of the clauses beside it, `sentence` is the whole
    sentence, in which the clause begins `at` a place. `accepted` are the spans that the annotators accept,
    `NO_PREDICATE` among them where none is right too; of a clause that nobody annotated, that of the rules.
    `modal` is how long the modal words are that open the group. `document` is where it is from.
    """

    text: str
    before: str
    behind: str
    sentence: str
    at: int
    kinds: bytes
    read: Span
    doubt: int
    accepted: tuple[Span, ...]
    modal: int
    document: str


def _clause(
    text: str,
    start: int,
    end: int,
    group: VerbGroup | None,
    document: str,
    grammar: Grammar,
    accepted: tuple[Span, ...],
) -> Clause:
    piece = text[start:end]
    codes = code_points(piece)
    kinds = grammar.lexicon.kinds_at(codes, np.arange(len(codes), dtype=np.intp))
    read = NO_PREDICATE if group is None else (group.start - start, group.end - start)
    modal = sum(len(word.text) for word in group.modals) if group is not None else 0
    has_before, has_behind = sides(text, 0, len(text), start, end)
    return Clause(
        piece,
        text[start - EDGE : start] if has_before else "",
        text[end : end + EDGE] if has_behind else "",
        text,
        start,
        kinds.astype(np.uint8).tobytes(),
        read,
        doubt_of(start, group),
        accepted,
        modal,
        document,
    )


def read_by_rules(corpus: Path, training: Path, grammar: Grammar) -> list[Clause]:
    """Return the clauses of the corpus and of a sample of official prose, as the rules read them."""
    lines = [
        ("corpus", line.strip()) for text in read_folder(corpus, FOLDERS) for line in text.text.split("\n")
    ]
    official = [line for text in read_official(training) for line in text.text.split("\n")]
    random.Random(_SEED).shuffle(official)
    taken = 0
    for line in official:
        if taken > _OFFICIAL:
            break
        lines.append(("official", line))
        taken += len(line)
    seen: set[str] = set()
    found: list[Clause] = []
    for document, line in lines:
        for sentence in _SENTENCE.findall(line):
            if sentence in seen:
                continue
            seen.add(sentence)
            found.extend(clauses_by_rules(sentence, document, grammar))
    return found


def clauses_by_rules(sentence: str, document: str, grammar: Grammar) -> Iterator[Clause]:
    """Yield the clauses of a sentence; one that only names what the next settles has no predicate."""
    cut = split_clauses(sentence, 0, len(sentence))
    signs = [EVERY_SIGN] * len(cut)
    acted = False
    for number, _, end, opening, reach, group in read_clauses(
        Sentence(sentence, 0, len(sentence)), cut, signs, grammar
    ):
        read = group
        if group is not None and not acted:
            if number < len(cut) - 1 and is_topic(sentence, opening, group, end, cut[number + 1], grammar):
                read = None
            acted = read is not None and not read.is_basis
        if _SHORTEST <= reach - opening <= LONGEST:
            own = NO_PREDICATE if read is None else (read.start - opening, read.end - opening)
            yield _clause(sentence, opening, reach, group, document, grammar, (own,))


def read_annotated(corpus: Path, training: Path, grammar: Grammar) -> list[Clause]:
    """Return the clauses of the annotated sentences that set tasks."""
    tasks = [label for label in labels_of_files() if label["label"] == "task"]
    found: list[Clause] = []
    for one in read_sentences(corpus, training, tasks):
        if one.label == "task":
            found.extend(_annotated(one.text, one.actions, one.document, grammar))
    for text, actions in _of_reference():
        found.extend(_annotated(text, actions, REFERENCE.name, grammar))
    for line in INVENTIONS.read_text(encoding="utf-8").splitlines():
        invented = json.loads(line)
        actions = _placed(invented["text"], invented["actions"])
        found.extend(_annotated(invented["text"], actions, INVENTIONS.name, grammar))
    return found


def _of_reference() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the tasks of the reference annotation of the seed, with where their actions stand."""
    for line in REFERENCE.read_text(encoding="utf-8").splitlines():
        for task in json.loads(line)["tasks"]:
            actions = _placed(task["text"], [(one["verb"], one["object"]) for one in task["actions"]])
            if len(actions) == len(task["actions"]):
                yield task["text"], actions


def _placed(text: str, actions: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return where verbs and their objects stand in a text, as labels tell it; none of what is not there."""
    at = 0
    placed = []
    for verb, thing in actions:
        first = text.find(verb + thing, at)
        if first >= 0:
            at = first + len(verb + thing)
            placed.append({"spans": [[first, first + len(verb), at]], "optional": False})
    return placed


def _annotated(
    text: str, actions: Iterable[Mapping[str, Any]], document: str, grammar: Grammar
) -> Iterator[Clause]:
    """Yield the clauses of one sentence, each with the spans that are right there."""
    cut = split_clauses(text, 0, len(text))
    for clause in read_clauses(Sentence(text, 0, len(text)), cut, [EVERY_SIGN] * len(cut), grammar):
        _, start, end, opening, reach, group = clause
        own = [one for one in actions if any(start <= first < end for first, _, _ in one["spans"])]
        spans = {
            (first - opening, middle - opening)
            for one in own
            for first, middle, _ in one["spans"]
            if opening <= first < end and middle <= end
        }
        if all(one["optional"] for one in own):
            spans.add(NO_PREDICATE)
        if spans and 2 <= reach - opening <= LONGEST:
            yield _clause(text, opening, reach, group, document, grammar, tuple(sorted(spans)))


def part_of(document: str, parts: int) -> int:
    """Return the part of a split that a document falls into, by the hash of its name."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % parts
