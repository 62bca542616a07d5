"""How well lines end, begin and go on each other: at a first look, and closely where a text is ordered anew.

A close look also asks the model of official texts, which has counted twenty times as much: of six beginnings
of parts that it had not seen, it chooses the right one for an end in 95.3 % of cases, the first look in 94.6;
of ends and beginnings of paragraphs it loses a tenth fewer bits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.customs import Customs
from gangyao.layout.reading_order.fit import measure_fit
from gangyao.layout.reading_order.line_breaks import paragraph_end_bits, paragraph_start_bits
from gangyao.layout.reading_order.line_ends import END_TRAITS, line_end_traits
from gangyao.layout.reading_order.line_starts import START_TRAITS, line_start_traits
from gangyao.layout.reading_order.meetings import AT_SAME_PLACE, EACH_WITH_EACH, Meeting
from gangyao.layout.reading_order.seams_read import Seams
from gangyao.layout.reading_order.sides import Sides, Trait, read_sides
from gangyao.layout.reading_order.trait_network import Numbers, load_network
from gangyao.layout.reading_order.traits import JOIN_TRAITS, bounded_gain, join_traits
from gangyao.layout.reading_order.whole import Whole

_OFFICIAL_JOIN_TRAITS = ("official gain of the first character", "official gain of the next two characters")
_OFFICIAL_LINE_TRAITS = (
    "official gain of a break",
    "official gain of a comma",
    "official gain of a break, if for",
    "official gain of a break, if against",
)
# So many joins are looked at together: more take more memory and hardly less time.
_LOOKED_AT_TOGETHER = 256
_SEAM_TRAIT = "characters of both sides"
# What the seam network tells, within the bounds that the network of joins is fitted in.
_LEAST_SEAM, _MOST_SEAM = -20.0, 16.0
#: What a close look tells joins, ends and beginnings of paragraphs by.
CLOSE_JOIN_TRAITS = (*JOIN_TRAITS, *_OFFICIAL_JOIN_TRAITS, _SEAM_TRAIT)
CLOSE_END_TRAITS = (*END_TRAITS, *_OFFICIAL_LINE_TRAITS)
CLOSE_START_TRAITS = (*START_TRAITS, *_OFFICIAL_LINE_TRAITS)


class BreakJudge(Protocol):
    """Judges breaks, in bits: against a line that was cut, or two lines taken at random."""

    def joins(
        self,
        traits: Mapping[str, Trait],
        last: Sequence[str],
        first: Sequence[str],
        meeting: Meeting = EACH_WITH_EACH,
    ) -> Numbers:
        """Return how well the pairs that meet, with such `traits` as joins, are parts of one line."""

    def ends(self, edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
        """Return how well each line ends a paragraph."""

    def starts(self, edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
        """Return how well each line begins a paragraph."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """Judges by the model of plans, notices and reports."""

    def joins(
        self,
        traits: Mapping[str, Trait],
        last: Sequence[str],
        first: Sequence[str],
        meeting: Meeting = EACH_WITH_EACH,
    ) -> Numbers:
        """Return how well the pairs that meet, with such `traits` as joins, are parts of one line."""
        return load_network("join").bits(traits)

    def ends(self, edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
        """Return how well each line ends a paragraph."""
        return paragraph_end_bits(edges, customs, sides)

    def starts(self, edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
        """Return how well each line begins a paragraph."""
        return paragraph_start_bits(edges, customs, sides)


FIRST_LOOK = FirstLook()


@dataclass(frozen=True, slots=True, eq=False)
class CloseLook:
    """Judges by the model of official texts as well, and joins by the network of seams."""

    official: CharacterModel
    seams: Seams

    def joins(
        self,
        traits: Mapping[str, Trait],
        last: Sequence[str],
        first: Sequence[str],
        meeting: Meeting = EACH_WITH_EACH,
    ) -> Numbers:
        """Return how well the pairs that meet, with such `traits` as joins, are parts of one line."""
        told = close_join_traits(traits, last, first, self.official, self.seams, meeting)
        return load_network("close_join").bits(told)

    def ends(self, edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
        """Return how well each line ends a paragraph."""
        return load_network("close_line_end").bits(close_end_traits(edges, customs, sides, self.official))

    def starts(self, edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
        """Return how well each line begins a paragraph."""
        return load_network("close_line_start").bits(close_start_traits(edges, customs, sides, self.official))


def bits_of_joins(
    contexts: Contexts,
    whole: Whole,
    model: CharacterModel,
    judge: BreakJudge,
    meeting: Meeting = EACH_WITH_EACH,
) -> Numbers:
    """Return how well heads go on the tails that they meet as parts of one line, as `judge` tells."""
    last, first = contexts.last, contexts.first
    sides = read_sides(last, first, model)
    return judge.joins(join_traits(contexts, sides, whole, model, meeting), last, first, meeting)


def bits_of_pairs(contexts: Contexts, whole: Whole, model: CharacterModel, judge: BreakJudge) -> list[float]:
    """Return how well each head goes on the tail of the same place; `bits_of_joins` asks each with each."""
    bits: list[float] = []
    for some in contexts.parts(_LOOKED_AT_TOGETHER):
        bits += bits_of_joins(some, whole, model, judge, AT_SAME_PLACE)[:, 0].tolist()
    return bits


def close_join_traits(
    traits: Mapping[str, Trait],
    last: Sequence[str],
    first: Sequence[str],
    official: CharacterModel,
    seams: Seams,
    meeting: Meeting = EACH_WITH_EACH,
) -> dict[str, Trait]:
    """Return `CLOSE_JOIN_TRAITS` of pairs with such `traits` as joins."""
    fit = measure_fit(last, first, official, meeting)
    gains = (bounded_gain(fit.first), bounded_gain(fit.next_two))
    seam = np.clip(meeting.seams(seams, last, first), _LEAST_SEAM, _MOST_SEAM)
    return {**traits, **dict(zip(_OFFICIAL_JOIN_TRAITS, gains, strict=True)), _SEAM_TRAIT: seam}


def close_end_traits(
    edges: Sequence[Edge], customs: Customs, sides: Sides, official: CharacterModel
) -> dict[str, Trait]:
    """Return `CLOSE_END_TRAITS` of lines; `sides` are the same lines before a break."""
    told, _ = read_sides([edge.text for edge in edges], [], official)
    return {**line_end_traits(edges, customs, sides), **_official_traits(told)}


def close_start_traits(
    edges: Sequence[Edge], customs: Customs, sides: Sides, official: CharacterModel
) -> dict[str, Trait]:
    """Return `CLOSE_START_TRAITS` of lines; `sides` are the same lines after a break."""
    _, told = read_sides([], [edge.text for edge in edges], official)
    return {**line_start_traits(edges, customs, sides), **_official_traits(told)}


def _official_traits(sides: Sides) -> dict[str, Trait]:
    gain = sides.bounded_line_break
    told = (gain, sides.comma, np.maximum(gain, 0.0), np.minimum(gain, 0.0))
    return dict(zip(_OFFICIAL_LINE_TRAITS, told, strict=True))
