"""Judge spans: which of the names that the grammar found stand, with which borders, and which it missed.

A log-linear model over sets of spans that do not overlap (a semi-Markov conditional random field: Sarawagi
and Cohen, 2004) weighs each span by its borders, by what it holds and by what the grammar found there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.judging.choose import Scored, best_set
from gangyao.entities.judging.evidence import (
    NOTHING_BESIDE,
    PLACES,
    Evidence,
    end_features,
    gather,
    met,
    span_features,
    stands_beside,
    start_features,
)
from gangyao.entities.judging.spans import Places, is_balanced, starts_before
from gangyao.entities.judging.weights import JudgeWeights

# What leads from one end of a route to the other.
_TO = re.compile("[至—]")
# No name goes on behind the end of a list.
_AND_SO_ON = re.compile("(?<![高平中优])等(?![级教学])")
_BUILDS = "建设"
# Of the lexicon's names only these are often spoken of as things rather than named.
_SPOKEN_OF = frozenset(("policy", "programme"))
# Long programmes of the lexicon are names: 85 of 97 in the annotated paragraphs.
_LONG = 7
# A sure name stands unless a name that is chosen takes it in: enough to be chosen.
_STANDS = 1e-6


def judged(
    text: str,
    found: Sequence[Candidate],
    heads: Iterable[tuple[int, int, Head]],
    gazetteer: Gazetteer,
    weights: JudgeWeights,
) -> list[Candidate]:
    """The names of `text`, sorted, nothing overlaps: those of `found` that stand, and others.

    `heads` are the last words of names in the text with their start and end, by start.
    """
    known = gather(text, found, heads, gazetteer)
    chosen: list[Candidate] = []
    for start, end, _ in best_set(_scored(known, weights)):
        one = known.by_start.get(start)
        if one is not None and one.end == end:
            chosen.append(one)
        elif (kind := type_of(known, start, end, weights)) is not None:
            chosen.append(Candidate(start, end, kind, text[start:end], "judge"))
    return chosen


def spans(known: Evidence, places: Places) -> Iterator[tuple[int, int]]:
    """The spans that may be names: those found, and those between where names may begin and end."""
    starts, barriers = places.begins(known.text)
    starts = sorted({*starts, *known.starts})
    ends = {*places.ends(known.text), *known.by_end}
    between = {(start, end) for end in ends for start in starts_before(end, starts, barriers)}
    for start, end in sorted(between.union((one.start, one.end) for one in known.found)):
        one = known.by_start.get(start)
        if (one is not None and one.end == end) or is_balanced(known.text[start:end]):
            yield start, end


class _Scores:
    """What speaks for borders and spans of a text, in nats; borders are scored once."""

    def __init__(self, known: Evidence, weights: JudgeWeights) -> None:
        self._known, self._weights = known, weights
        self._starts: dict[int, float] = {}

    def of_start(self, at: int) -> float:
        score = self._starts.get(at)
        if score is None:
            known, weights = self._known, self._weights
            score = weights.start.of(known.text, at) + weights.groups[start_features(known, at)]
            self._starts[at] = score
        return score

    def of_end(self, at: int) -> float:
        """The end of a span, with what speaks for any span."""
        known, weights = self._known, self._weights
        beside, last_word = end_features(known, at) if stands_beside(known, at) else NOTHING_BESIDE
        own = weights.constant + weights.end.of(known.text, at)
        return own + weights.groups[beside] + weights.groups[last_word]

    def of_inside(self, start: int, end: int) -> float:
        groups = self._weights.groups
        return sum([groups[group] for group in span_features(self._known, start, end)])


def _scored(known: Evidence, weights: JudgeWeights) -> Iterator[Scored]:
    """The found names, and the spans that may be names besides, with what speaks for them."""
    scores = _Scores(known, weights)
    new = list(_new(known, weights, scores))
    contested = {one.start for start, end, _ in new for one in met(known, start, end)}
    for one in known.found:
        if _is_sure(one) and one.start not in contested:
            yield one.start, one.end, _STANDS
        else:
            score = scores.of_start(one.start) + scores.of_end(one.end) + scores.of_inside(one.start, one.end)
            yield one.start, one.end, max(score, _STANDS) if _is_sure(one) else score
    yield from new


def _new(known: Evidence, weights: JudgeWeights, scores: _Scores) -> Iterator[Scored]:
    """The spans besides the found names whose borders speak for them, and that may be names."""
    starts, barriers = weights.places.begins(known.text)
    starts = sorted({*starts, *known.starts})
    unsure = [one.end for one in known.found if not _is_sure(one)]
    for end in {*weights.places.ends(known.text), *unsure}:
        of_end = scores.of_end(end)
        if of_end < weights.least_end:
            continue
        found = known.by_end.get(end)
        for start in starts_before(end, starts, barriers):
            if found is not None and found.start == start:
                continue
            borders = of_end + scores.of_start(start)
            if borders >= weights.least_borders and _may_be_new(known, start, end, weights):
                score = borders + scores.of_inside(start, end)
                if score > 0:
                    yield start, end, score


def _is_sure(one: Candidate) -> bool:
    """Tell whether a found name comes from tables that are right wherever it stands by itself."""
    if one.origin == "lexicon":
        is_long = one.type == "programme" and one.end - one.start >= _LONG
        return is_long or one.type not in _SPOKEN_OF
    return one.type in PLACES


def _may_be_new(known: Evidence, start: int, end: int, weights: JudgeWeights) -> bool:
    """Tell whether a name that the grammar did not find may stand here: a type is told, marks close in it.

    A sure name may lie inside it, not the other way round. Places that follow each other are several names
    (重庆市|渝北区) except as the ends of a route, a place that builds something is none
    (洛阳|建设国际消费中心城市).
    """
    text = known.text
    first, last = known.by_start.get(start), known.by_end.get(end)
    if first is not None and first.type in PLACES and text.startswith(_BUILDS, first.end):
        return False
    if last is not None and last.type in PLACES and not _TO.search(text, start, last.start):
        return False
    inner = text[start:end]
    if not is_balanced(inner) or ("等" in inner and _AND_SO_ON.search(inner)):
        return False
    if any(_is_sure(one) and not start <= one.start < one.end <= end for one in met(known, start, end)):
        return False
    return type_of(known, start, end, weights) is not None


def type_of(known: Evidence, start: int, end: int, weights: JudgeWeights) -> EntityType | None:
    """The type of a name that the grammar did not find, None where its end tells none."""
    text = known.text
    told = weights.types.get(text[end - 3 : end]) or weights.types.get(text[end - 2 : end])
    if told is None and _TO.search(text, start, end):
        return "corridor"  # 开江[至]梁平 in a list of roads.
    if told is None:
        head = known.heads.get(end)
        told = head[1].type if head else weights.types.get(text[end - 1])
    return told
