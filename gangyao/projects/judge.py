"""Which spans of a paragraph are names of works: the likeliest of each part of a list, by fitted weights.

A logistic regression over what `traits` tells of a span; `training.project_weights` fitted it to sentences of
work reports in which the names of works were marked. What stands in a list with likely names is likelier.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import repeat
from typing import NamedTuple

from gangyao.document.mentions import Mention
from gangyao.lexicon_tables import LexiconTables
from gangyao.projects.borders import (
    LONGEST,
    SHORTEST,
    BorderWords,
    Segment,
    border_words,
    segments_of,
)
from gangyao.projects.clauses import ClauseWords, clause_words, clauses_of_works
from gangyao.projects.kinds import KindWords, kind_words
from gangyao.projects.traits import (
    OF_CLAUSE,
    OF_END,
    OF_SPAN,
    OF_START,
    Named,
    clause_traits,
    end_traits,
    is_class,
    named,
    opens_class,
    span_traits,
    start_traits,
)

#: Two characters are a name only in a list, right before its mark or what closes it.
_CLOSES = "等和及以与"
# Of the places behind a start where a name may end, so many are looked at. Names found in the corpus pass
# over five at most; a clause of brackets, or of words that join, has one at each character.
_MOST_ENDS = 10
# Nats by clause and start, and with the end, below which a name itself made up for them once in 200 marked.
_HOPELESS_START, _HOPELESS = -3.9, -1.7


class Span(NamedTuple):
    """A name of works at `start`:`end`, with the probability that it is one and ends there."""

    start: int
    end: int
    probability: float


class Candidate(NamedTuple):
    """A span that may be a name, in which clause and which part of it (both by their start), what tells.

    A trait is its kind and what it is, with a colon between them.
    """

    clause: int
    part: int
    start: int
    end: int
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of the lexicon, compiled."""

    kinds: KindWords
    clauses: ClauseWords
    borders: BorderWords


def words_of_works(tables: LexiconTables) -> Words:
    """Compile the words."""
    kinds = kind_words(tables)
    return Words(kinds, clause_words(kinds.kinds), border_words())


#: The weights of traits that are told together, in nats: one table for each kind.
Weights = tuple[dict[str, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class WorksJudge:
    """Weights of traits, their constant, the weight of its list's other parts, and the words.

    `siblings` is what a whole list of sure names adds to each, in nats.
    """

    of_clause: Weights
    of_start: Weights
    of_end: Weights
    of_span: Weights
    constant: float
    siblings: float
    words: Words


def load_judge_of_works(tables: LexiconTables) -> WorksJudge:
    """Return the weights that ship with the package, and the words of the lexicon."""
    resource = resources.files("gangyao.models") / "project_weights.json"
    stored = json.loads(resource.read_text(encoding="utf-8"))
    by_kind: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for trait, nats in stored["traits"].items():
        kind, _, told = trait.partition(":")
        by_kind[kind][told] = nats

    def weights(kinds: Sequence[str]) -> Weights:
        return tuple([by_kind[kind] for kind in kinds])

    return WorksJudge(
        weights(OF_CLAUSE),
        weights(OF_START),
        weights(OF_END),
        weights(OF_SPAN),
        stored["constant"],
        stored["siblings"],
        words_of_works(tables),
    )


_NOTHING = repeat(0.0)


def _nats(weights: Weights, traits: tuple[str, ...]) -> float:
    return sum(map(dict.get, weights, traits, _NOTHING))


def candidates(text: str, mentions: Sequence[Mention], words: Words, is_local: bool) -> Iterator[Candidate]:
    """Yield the spans of a paragraph that may be names of works, with what tells of each."""
    for part in _parts(text, mentions, words, is_local):
        said = _with_kinds(OF_CLAUSE, part.said)
        begun = {start: _with_kinds(OF_START, traits) for start, traits in part.begun().items()}
        ended = {end: _with_kinds(OF_END, traits) for end, traits in part.ended().items()}
        for start, end in part.spans(begun):
            own = _with_kinds(OF_SPAN, part.own(start, end))
            traits = (*said, *begun[start], *ended[end], *own)
            yield Candidate(part.clause, part.segment.start, start, end, traits)


def _with_kinds(kinds: Sequence[str], traits: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{kind}:{trait}" for kind, trait in zip(kinds, traits, strict=True))


def _parts(text: str, mentions: Sequence[Mention], words: Words, is_local: bool) -> Iterator[_Part]:
    names: Named | None = None
    for clause in clauses_of_works(text, words.clauses, is_local):
        segments = list(segments_of(text, clause.start, clause.end, words.borders, words.kinds))
        if not segments:
            continue
        if names is None:
            names = named(mentions)
        said = clause_traits(text, clause, segments, words.kinds, is_local)
        for segment in segments:
            yield _Part(text, clause.start, segment, len(segments), said, names, words.kinds)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a list, with what its clause tells."""

    text: str
    clause: int
    segment: Segment
    count: int
    said: tuple[str, ...]
    names: Named
    kinds: KindWords

    def begun(self) -> dict[int, tuple[str, ...]]:
        """Return where names may begin, with what tells that they do."""
        text, names, is_first = self.text, self.names, self.segment.start == self.clause
        return {
            at: start_traits(text, at, border, is_first, names)
            for at, border in self.segment.starts.items()
            if not opens_class(text, at)
        }

    def ended(self) -> dict[int, tuple[str, ...]]:
        """Return where names may end, with what tells that they do."""
        return {at: self.told_of_end(at) for at in self.segment.ends}

    def told_of_end(self, at: int) -> tuple[str, ...]:
        """Return what tells that a name ends at a border."""
        return end_traits(self.text, at, self.segment.ends[at], self.names)

    def spans(self, starts: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield what may be a name, of those that begin at one of `starts`."""
        for start, end in self.long_enough(starts):
            if not is_class(self.text[start:end], self.kinds):
                yield start, end

    def long_enough(self, starts: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield what may be a name by its length, of those that begin at one of `starts`."""
        stop, ends = self.segment.end, sorted(self.segment.ends)
        for start in starts:
            first = bisect_left(ends, start + SHORTEST - 1)
            behind = min(bisect_right(ends, start + LONGEST), first + _MOST_ENDS)
            for end in ends[first:behind]:
                if end - start >= SHORTEST or (self.count > 1 and (end == stop or self.text[end] in _CLOSES)):
                    yield start, end

    def own(self, start: int, end: int) -> tuple[str, ...]:
        """Return what a span itself tells, and with its clause."""
        borders = self.segment.starts[start], self.segment.ends[end]
        return span_traits(self.text, (start, end), borders, self.names, self.kinds, self.said)


def _scored(
    text: str, mentions: Sequence[Mention], judge: WorksJudge, is_local: bool
) -> Iterator[tuple[tuple[int, int, int, int], float]]:
    """Yield clause, part, start and end of what may be a name, with its odds in nats.

    What borders and clause leave no hope for is not looked at more closely.
    """
    said, of_clause = None, 0.0
    for part in _parts(text, mentions, judge.words, is_local):
        if part.said is not said:
            said = part.said
            of_clause = judge.constant + _nats(judge.of_clause, said)
        begun = {at: of_clause + _nats(judge.of_start, traits) for at, traits in part.begun().items()}
        begun = {at: nats for at, nats in begun.items() if nats >= _HOPELESS_START}
        if not begun:
            continue
        ended: dict[int, float] = {}
        for start, end in part.long_enough(begun):
            if end not in ended:
                ended[end] = _nats(judge.of_end, part.told_of_end(end))
            nats = begun[start] + ended[end]
            if nats > _HOPELESS and not is_class(text[start:end], part.kinds):
                nats += _nats(judge.of_span, part.own(start, end))
                yield (part.clause, part.segment.start, start, end), nats


def named_works(text: str, mentions: Sequence[Mention], judge: WorksJudge, is_local: bool) -> list[Span]:
    """Return the names of works in a paragraph, in order; no two share a character."""
    found = list(_scored(text, mentions, judge, is_local))
    best: dict[int, dict[int, float]] = {}
    for (clause, part, _, _), nats in found:
        of_clause = best.setdefault(clause, {})
        of_clause[part] = max(of_clause.get(part, -math.inf), nats)
    likely = {
        clause: {part: _probability(nats) for part, nats in of_clause.items()}
        for clause, of_clause in best.items()
    }
    ranked = sorted(
        (
            (nats + judge.siblings * _of_others(likely[clause], part), start, end)
            for (clause, part, start, end), nats in found
        ),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    taken: list[Span] = []
    for nats, start, end in ranked:
        if nats <= 0:
            break
        # What is taken is kept in order, and apart: only its neighbours can share a character.
        place = bisect_left(taken, (start,))
        is_behind = place == 0 or taken[place - 1].end <= start
        if is_behind and (place == len(taken) or end <= taken[place].start):
            taken.insert(place, Span(start, end, _probability(nats)))
    return taken


# A list in which two in five are likely names says nothing of the others.
_USUAL = 0.4


def _of_others(likely: Mapping[int, float], part: int) -> float:
    if len(likely) == 1:
        return 0.0
    return (sum(likely.values()) - likely[part]) / (len(likely) - 1) - _USUAL


def _probability(nats: float) -> float:
    return 1 / (1 + math.exp(-nats)) if nats > -50 else 0.0
