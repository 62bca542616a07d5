"""Words that speak for a report or for a task, and the one scan that finds them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import daachorse

from gangyao.errors import DataError

Place = Literal["start", "clause", "end", "any"]
FILE = "statement_cues.csv"
_VERBS, _ADVERBS = "verbs.csv", "adverbs.csv"
# Classes of verbs that bid where they open a clause: stative ones describe, nominal ones may be subjects.
_BIDDING = frozenset({"transitive", "taker", "catenative", "dual", "sponsor"})
_VERB_AT_START, _VERB_AT_CLAUSE = -1.5, -0.7
_CLAUSE_MARKS = frozenset("，：；。！？,:;")
_CLOSING = "。！？；：，…”）)"
# What may stand before the first word: a quotation mark, a dash, 一是, 第二，, （三）, 四要.
_OPENING = re.compile(
    r"[“‘ \u3000—-]*(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:是|[)）]|、|\.)|第[一二三四五六七八九十]+，)?"
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words, compiled.

    `weights[i]` gives the weights in nats of word `i` of the automaton: wherever it stands, at the start of
    the sentence, at the start of a clause, before the end of a clause. Positive speaks for a statement.
    """

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    weights: tuple[tuple[float, float, float, float], ...]


def load_cues(lexicon: Path) -> Cues:
    """Read `statement_cues.csv` (cue, place, weight, reason) of the lexicon folder.

    The verbs and adverbs of the grammar that are no cue of their own count as bids where they open a clause.
    Raises DataError when a row has an unknown place or a weight that is no number.
    """
    found: dict[str, dict[str, float]] = defaultdict(dict)
    path = lexicon / FILE
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            if row["place"] not in get_args(Place):
                raise DataError(
                    f"{path}:{number}: place {row['place']!r} is none of {', '.join(get_args(Place))}"
                )
            try:
                found[row["cue"]][row["place"]] = float(row["weight"])
            except ValueError as error:
                raise DataError(f"{path}:{number}: weight {row['weight']!r} is no number") from error
    for word in _imperatives(lexicon, found):
        found[word] = {"start": _VERB_AT_START, "clause": _VERB_AT_CLAUSE}
    words = sorted(found)
    weights = tuple(
        (
            found[w].get("any", 0.0),
            found[w].get("start", 0.0),
            found[w].get("clause", 0.0),
            found[w].get("end", 0.0),
        )
        for w in words
    )
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    return Cues(automaton, weights)


def _imperatives(lexicon: Path, known: Container[str]) -> Iterator[str]:
    """Yield the verbs and adverbs of the lexicon that are no cue already: opening a clause they bid."""
    for name in (_VERBS, _ADVERBS):
        with (lexicon / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if (
                    len(row["word"]) > 1
                    and row.get("class", _BIDDING) == _BIDDING
                    and row["word"] not in known
                ):
                    yield row["word"]


def cue_evidence(text: str, cues: Cues) -> tuple[float, ...]:
    """Return the summed weights of the cues in one sentence; empty for a sentence without cues."""
    opening = _OPENING.match(text)
    first = opening.end() if opening else 0
    evidence = []
    weights = cues.weights
    for start, end, word in cues.automaton.find(text):
        weight, at_start, at_clause, at_end = weights[word]
        if at_start and start == first:
            weight = at_start
        elif at_clause and (start == first or text[start - 1] in _CLAUSE_MARKS):
            weight = at_clause
        elif at_end and (end == len(text) or text[end] in _CLOSING):
            weight = at_end
        if weight:
            evidence.append(weight)
    return tuple(evidence)
