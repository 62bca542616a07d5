"""What speaks for the borders of spans, summed up for those of many texts at once.

A text of 1,000 characters has forty places where a name may end, and half of them end none: arrays tell which
in a tenth of the time that a loop over them takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt

from gangyao.chinese.pair_table import Places
from gangyao.chinese.signs import CharacterSet
from gangyao.document.mentions import EntityType
from gangyao.entities.judging.borders import Side, Weights
from gangyao.entities.judging.evidence import LISTED, NO_LAST_WORD, NO_NAME, Evidence, beside, last_word
from gangyao.entities.judging.spans import row_of
from gangyao.entities.judging.weights import JudgeWeights

Kinds = npt.NDArray[np.int8]

_KINDS: tuple[EntityType, ...] = get_args(EntityType)
# Numbers of types begin with 1: 0 is that of no name.
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS, start=1)}
_IS_LISTED = CharacterSet(LISTED)


@dataclass(frozen=True, slots=True)
class BorderScores:
    """What speaks for the borders of spans in one text, in nats; ends count what speaks for any span.

    `found`: of the start and of the end of each name that the grammar found; `between`: the spans between
    places where names may begin and end whose borders weigh enough, with both; by end, the longest last.
    """

    found: list[tuple[float, float]]
    between: list[tuple[int, int, float]]


def border_scores(
    texts: Sequence[tuple[Evidence, Sequence[int]]], weights: JudgeWeights
) -> list[BorderScores]:
    """Weigh the borders of each text, of which the ends of some found names are given too."""
    found = _FoundInRow([known for known, _ in texts], weights)
    row = found.row
    may_end = weights.places.ends(row)
    for first, (_, unsure) in zip(row.firsts.tolist(), texts, strict=True):
        may_end[[first + end for end in unsure]] = True
    ends = np.flatnonzero(may_end)
    of_ends = found.of_ends(ends)
    enough = of_ends >= weights.least_end
    ends, of_ends = ends[enough], of_ends[enough]
    numbers, starts = weights.places.before(row, ends, found.may_start)
    sums = of_ends[numbers] + found.of_starts(starts)
    enough = sums >= weights.least_borders
    starts, ends, sums = starts[enough], ends[numbers[enough]], sums[enough]
    of_found = list(
        zip(found.of_starts(found.starts).tolist(), found.of_ends(found.ends).tolist(), strict=True)
    )
    scores = []
    cuts = np.searchsorted(ends, row.firsts[1:]).tolist()
    at = 0
    for (known, _), first, begin, stop in zip(
        texts, row.firsts.tolist(), [0, *cuts], [*cuts, len(ends)], strict=True
    ):
        some = slice(begin, stop)
        spans = zip(
            (starts[some] - first).tolist(), (ends[some] - first).tolist(), sums[some].tolist(), strict=True
        )
        scores.append(BorderScores(of_found[at : at + len(known.found)], list(spans)))
        at += len(known.found)
    return scores


class _FoundInRow:
    """The texts in one row, and what the grammar found where.

    `starts` and `ends` are those of the found names; `may_start` tells where a name may begin because a found
    one does, or a text. `_starting`, `_ending` are the numbers of the types of those that start and end at a
    place, 0 where none does; `_last_words` what the known last word weighs that ends there.
    """

    def __init__(self, texts: Sequence[Evidence], weights: JudgeWeights) -> None:
        self._weights = weights
        self.row = row_of([known.text for known in texts])
        firsts = self.row.firsts.tolist()
        found = [
            (first + one.start, first + one.end, _NUMBERS[one.type])
            for first, known in zip(firsts, texts, strict=True)
            for one in known.found
        ]
        self.starts, self.ends, kinds = np.array(found, np.intp).reshape(-1, 3).T
        size = len(self.row.codes)
        self.may_start = np.zeros(size, np.bool_)
        self.may_start[self.starts] = True
        self.may_start[self.row.firsts] = True
        self._starting, self._ending = np.zeros(size, np.int8), np.zeros(size, np.int8)
        self._starting[self.starts] = kinds
        self._ending[self.ends] = kinds
        groups = weights.groups
        self._last_words = np.full(size, groups[NO_LAST_WORD])
        words = [
            (first + end, groups[last_word(head)])
            for first, known in zip(firsts, texts, strict=True)
            for end, (_, head) in known.heads.items()
        ]
        if words:
            places, of_words = zip(*words, strict=True)
            self._last_words[list(places)] = of_words

    def of_starts(self, places: Places) -> Weights:
        """What speaks for a start at each of the places."""
        listed = self._listed(places - 1, self._ending[places - 1])
        found = self._beside("start", self._starting[places], self._ending[places], listed)
        return self._weights.start.at(self.row.codes, places) + found

    def of_ends(self, places: Places) -> Weights:
        """What speaks for an end at each of the places, and for any span."""
        listed = self._listed(places, self._starting[places + 1])
        found = self._beside("end", self._ending[places], self._starting[places], listed)
        own = self._weights.constant + self._weights.end.at(self.row.codes, places)
        scores: Weights = own + found + self._last_words[places]
        return scores

    def _listed(self, marks: Places, others: Kinds) -> Kinds:
        """The types of what stands in a list beyond each of `marks`; 0 where that parts none."""
        listed = np.where(others, others, len(_KINDS) + 1).astype(np.int8)
        listed[~_IS_LISTED.holds(self.row.codes[marks])] = 0
        return listed

    def _beside(self, side: Side, here: Kinds, beyond: Kinds, listed: Kinds) -> Weights:
        of_here, of_beyond, of_listed = _tables(side, self._weights)
        return of_here[here] + of_beyond[beyond] + of_listed[listed]


def _tables(side: Side, weights: JudgeWeights) -> tuple[Weights, Weights, Weights]:
    """What the types of names here, beyond a border and in a list weigh, by their numbers."""

    def table(features: Iterable[tuple[str, ...]]) -> Weights:
        return np.array([0.0, *(weights.groups[group] for group in features)])

    return (
        table(beside(side, kind, None, None) for kind in _KINDS),
        table(beside(side, None, kind, None) for kind in _KINDS),
        table(beside(side, None, None, kind) for kind in (*_KINDS, NO_NAME)),
    )
