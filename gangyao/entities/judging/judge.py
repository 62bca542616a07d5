"""Judge spans: which of the names that the grammar found stand, with which borders, and which it missed.

A log-linear model over sets of spans that do not overlap (a semi-Markov conditional random field: Sarawagi
and Cohen, 2004) weighs each span by its borders, by what it holds and by what the grammar found there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.judging.border_scores import BorderScores, border_scores
from gangyao.entities.judging.choose import Scored, best_set
from gangyao.entities.judging.evidence import PLACES, Evidence, gather, met, span_features
from gangyao.entities.judging.spans import NamePlaces, is_balanced, row_of
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


class FoundNames(NamedTuple):
    """What the grammar found in a text: names, sorted and apart, and last words of names, by start."""

    text: str
    names: Sequence[Candidate]
    heads: Iterable[tuple[int, int, Head]]


def judged(found: Sequence[FoundNames], gazetteer: Gazetteer, weights: JudgeWeights) -> list[list[Candidate]]:
    """The names of each text, sorted, nothing overlaps: those found that stand, and others."""
    known = [gather(*one, gazetteer) for one in found]
    unsure = [[one.end for one in names if not _is_sure(one)] for _, names, _ in found]
    scores = border_scores(list(zip(known, unsure, strict=True)), weights)
    return [_chosen(one, borders, weights) for one, borders in zip(known, scores, strict=True)]


def _chosen(known: Evidence, borders: BorderScores, weights: JudgeWeights) -> list[Candidate]:
    chosen: list[Candidate] = []
    for start, end, _ in best_set(_scored(known, borders, weights)):
        one = known.by_start.get(start)
        if one is not None and one.end == end:
            chosen.append(one)
        elif (kind := type_of(known, start, end, weights)) is not None:
            chosen.append(Candidate(start, end, kind, known.text[start:end], "judge"))
    return chosen


def spans(known: Evidence, places: NamePlaces) -> Iterator[tuple[int, int]]:
    """The spans that may be names: those found, and those between where names may begin and end."""
    row = row_of([known.text])
    (first,) = row.firsts.tolist()
    may_end, may_start = places.ends(row), np.zeros(len(row.codes), np.bool_)
    may_end[[first + end for end in known.by_end]] = True
    may_start[[first, *(first + start for start in known.starts)]] = True
    ends = np.flatnonzero(may_end)
    numbers, starts = places.before(row, ends, may_start)
    between = zip((starts - first).tolist(), (ends[numbers] - first).tolist(), strict=True)
    for start, end in sorted({*between, *((one.start, one.end) for one in known.found)}):
        one = known.by_start.get(start)
        if (one is not None and one.end == end) or is_balanced(known.text[start:end]):
            yield start, end


def _scored(known: Evidence, borders: BorderScores, weights: JudgeWeights) -> Iterator[Scored]:
    """The found names, and the spans that may be names besides, with what speaks for them."""
    new = list(_new(known, borders, weights))
    contested = {one.start for start, end, _ in new for one in met(known, start, end)}
    for one, (of_start, of_end) in zip(known.found, borders.found, strict=True):
        if _is_sure(one) and one.start not in contested:
            yield one.start, one.end, _STANDS
        else:
            score = of_start + of_end + _of_inside(known, one.start, one.end, weights)
            yield one.start, one.end, max(score, _STANDS) if _is_sure(one) else score
    yield from new


def _new(known: Evidence, borders: BorderScores, weights: JudgeWeights) -> Iterator[Scored]:
    """The spans besides the found names whose borders speak for them, and that may be names."""
    for start, end, of_borders in borders.between:
        found = known.by_end.get(end)
        if (found is None or found.start != start) and _may_be_new(known, start, end, weights):
            score = of_borders + _of_inside(known, start, end, weights)
            if score > 0:
                yield start, end, score


def _of_inside(known: Evidence, start: int, end: int, weights: JudgeWeights) -> float:
    groups = weights.groups
    return sum([groups[group] for group in span_features(known, start, end)])


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
