"""What second readings of a scan doubt of the first, line by line.

How likely the first reading is wrong at a place is told by a logistic model of how sure it was, how sure the
other readings are of the same and of something else, how either goes with its context, and how rare it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from gangyao.chinese.character_model import CharacterModel
from gangyao.collation.rereadings import Place, places_in_doubt
from gangyao.collation.signs_of_misreading import InContext, likelihood_of, signs
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.offsets import clean_span
from gangyao.document.recognised import Reading
from gangyao.document.source import Document

# Fitted by `training.second_reading_weights` (C = 0.3, signs standardised) on 11,704 places of 144 scans,
# degraded and poor, of 72 rendered pages, 57,529 characters with 1,156 misreadings: a third of the pages from
# official texts, a third invented with names of divisions in characters that those hardly have, a third with
# invented ones.
_BASE = 0.066
_WEIGHTS: Mapping[str, float] = {
    "other": 0.246,
    "not kept": 0.339,
    "unsure": 0.72,
    "bits": 0.179,
    "agreed": 0.161,
    "more": 2.554,
    "less": -2.338,
    "cost": 1.287,
    "other cost": -0.913,
    "rare": -1.872,
    "rarer": -1.6,
    "word": -2.118,
    "other word": 0.36,
}
# Places as likely as this are always published. Of the misreadings in Han on pages that the weights have not
# seen (three of the 72 at a time left out), 97 % are then found, with 1 false doubt in 1,000 characters of
# degraded pages and 9 of poor ones; at 0.2 96 % with .8 and 7. On 14 further pages 95.5 %, with .5 and 7.5.
_SURE_ENOUGH = 0.14
# Less likely ones, down to this, are published as long as so many doubts of 1,000 characters, or one of a
# document, are expected to be in vain: what is hardly misread can be doubted further.
_LEAST_CHANCE = 0.1
_DOUBTED_IN_VAIN = 3 / 1000
_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A place of the raw and of the clean text, and what is read there instead.

    `bits` is by how much the character model prefers that; `chance` is how likely the first reading is wrong.
    """

    raw_start: int
    raw_end: int
    start: int
    end: int
    reading: str
    bits: float
    chance: float


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """What places are judged by; `certainties` are those of the first reading, by raw offset."""

    cleaned: Cleaned
    model: CharacterModel
    official: CharacterModel
    certainties: Mapping[int, float]


def doubts_of_second_readings(
    document: Document,
    cleaned: Cleaned,
    model: CharacterModel,
    official: CharacterModel,
    certainties: Mapping[int, float],
) -> list[Suspect]:
    """Return the places at which second readings doubt the first, as suspects with both readings.

    `model` and `official` are those of plans and reports, and of twenty times as much official text.
    `certainties` are those of the first reading, by raw offset: those of the lines that are read.
    """
    lines: dict[tuple[int, int], list[Reading]] = {}
    for witness in document.witnesses:
        for one in witness.readings:
            lines.setdefault((one.raw_start, one.raw_end), []).append(one.reading)
    look = _Look(cleaned, model, official, certainties)
    doubts = [
        doubt
        for (start, end), readings in lines.items()
        for doubt in _doubts(document.source.text[start:end], start, readings, look)
    ]
    allowed = max(1.0, _DOUBTED_IN_VAIN * len(certainties))
    return [_suspect(doubt, cleaned.text) for doubt in _worth_a_look(_apart(doubts), allowed)]


def _doubts(first: str, raw_start: int, readings: list[Reading], look: _Look) -> Iterator[_Doubt]:
    """Yield what is doubted of one line of the raw text."""
    for place in places_in_doubt(first, readings):
        span = range(raw_start + place.start, raw_start + place.end)
        # Where something more is read, the characters on both sides tell how sure the first reading was.
        sure = [look.certainties.get(at) for at in (span or (span.start - 1, span.start))]
        if span and None in sure:
            continue  # the line is set aside
        own = min((one for one in sure if one is not None), default=None)
        if own is not None:
            doubt = _likeliest(place, span, own, look)
            if doubt is not None and doubt.chance >= _LEAST_CHANCE:
                yield doubt


def _likeliest(place: Place, span: range, own: float, look: _Look) -> _Doubt | None:
    """Return the likeliest of what else is read at a place; None where cleaning reads it so too."""
    clean = look.cleaned.text
    start, end = clean_span(look.cleaned, span.start, span.stop)
    if clean[start:end] in place.others:
        return None
    before, after = clean[max(0, start - _CONTEXT) : start], clean[end : end + _CONTEXT]
    printed, *costs = look.model.replacement_costs(before, [clean[start:end], *place.others], after).tolist()
    other, cost = likeliest(place, dict(zip(place.others, costs, strict=True)))
    at = InContext(before, clean[start:end], other, after, printed, cost)
    chance = _chance(signs(place, own, at, look.model, look.official))
    return _Doubt(span.start, span.stop, start, end, other, at.bits, chance)


def likeliest(place: Place, costs: Mapping[str, float]) -> tuple[str, float]:
    """Return which of what else is read at a place is the likeliest, and its cost in bits there."""
    other = max(costs, key=lambda one: likelihood_of(place, one) - costs[one])
    return other, costs[other]


def _chance(signs: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-_BASE - sum(_WEIGHTS[sign] * value for sign, value in signs.items())))


def _apart(doubts: Iterable[_Doubt]) -> list[_Doubt]:
    """Return doubts, the likeliest first; of those that overlap, the likeliest."""
    kept: list[_Doubt] = []
    taken: set[int] = set()
    for doubt in sorted(doubts, key=lambda doubt: (-doubt.chance, doubt.raw_start, doubt.raw_end)):
        places = set(range(doubt.raw_start, max(doubt.raw_end, doubt.raw_start + 1)))
        if not places & taken:
            taken |= places
            kept.append(doubt)
    return kept


def _worth_a_look(doubts: Sequence[_Doubt], allowed: float) -> list[_Doubt]:
    """Return in reading order those of the doubts, the likeliest first, that are published.

    `allowed` is how many may be expected to be in vain where they are unlikely.
    """
    in_vain = accumulate(1 - doubt.chance for doubt in doubts)
    kept = [
        doubt
        for doubt, so_far in zip(doubts, in_vain, strict=True)
        if doubt.chance >= _SURE_ENOUGH or so_far <= allowed
    ]
    return sorted(kept, key=lambda doubt: (doubt.raw_start, doubt.raw_end))


def _suspect(doubt: _Doubt, text: str) -> Suspect:
    prefers = "it" if doubt.bits > 0 else "the first"
    return Suspect(
        doubt.raw_start,
        doubt.raw_end,
        text[doubt.start : doubt.end],
        doubt.reading or None,
        f"a second reading finds {doubt.reading!r} here; "
        f"the model prefers {prefers} by {abs(doubt.bits):.0f} bits",
        "second_reading",
        doubt.chance,
        doubt.start,
        doubt.end,
    )
