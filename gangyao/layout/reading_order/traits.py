"""Traits of a break: what tells whether one text goes on right where another breaks off.

Three kinds: how well the characters and words fit at the break (the character model, a dictionary word cut in
two, a piece that the document prints whole elsewhere), what the two sides speak of (words they share, topics)
and what one side leaves for the other to end (a bracket, a list, a count 一是 … 二是 …, a sentence).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import ORDER, CharacterModel
from gangyao.chinese.numerals import read_number
from gangyao.chinese.punctuation import closes_bracket, open_at_end
from gangyao.layout.reading_order.clauses import clauses_after, clauses_before
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.fit import longest_words, measure_fit
from gangyao.layout.reading_order.meetings import EACH_WITH_EACH, Meeting
from gangyao.layout.reading_order.pieces import LONGEST_PIECE
from gangyao.layout.reading_order.sides import SIDE_TRAITS, Sides, Trait, side_traits
from gangyao.layout.reading_order.stretches import Stretches
from gangyao.layout.reading_order.whole import Whole
from gangyao.layout.reading_order.words import Shares

Traits = npt.NDArray[np.float64]

_MOST_GAIN, _LEAST_GAIN = 16.0, -10.0
_WIDE = 600
#: Code points on either side of a break whose words are compared as near.
NEAR = 120
_SHORT = 40
_GOOD_GAIN = 4.0
_LIST_REACH = 14
# Code points of a usual sentence (with 8 that are added to both sides).
_USUAL_SENTENCE = 45.0
_SENTENCE_END = re.compile("[。！？；]")
_COUNTED = re.compile(
    "([一二三四五六七八九十]{1,2})(?:是|要|，)|[（(]([一二三四五六七八九十]{1,2}|[0-9]{1,2})[）)]|第([一二三四五六七八九十]{1,2})，|其([一二三四五六])"
)

JOIN_TRAITS = (
    "gain of the first character",
    "gain of the next two characters",
    "seen 2",
    "seen 3",
    "seen 4",
    "seen 5",
    "seen 6",
    "seen 7",
    "seen 8",
    "word of 2",
    "word of 3",
    "word of 4",
    "shared words, wide",
    "shared words, near",
    "shared words, sentence",
    "left open only",
    "closed only",
    "opened and closed",
    "counts on",
    "counts otherwise",
    "list on both sides",
    "list on one side",
    "even clauses",
    "usual sentence",
    "shared words, short line",
    "shared words, short rest",
    "good gain of the first character",
    "good gain of the next two characters",
    "about the same within 30",
    "about the same within 100",
    "about the same within 300",
    "about the same within 600",
    *SIDE_TRAITS,
)
# Code points on either side that are read for what they are about.
_SUBJECT_REACHES = (30, 100, 300, 600)


def join_traits(
    contexts: Contexts,
    sides: tuple[Sides, Sides],
    whole: Whole,
    model: CharacterModel,
    meeting: Meeting = EACH_WITH_EACH,
) -> dict[str, Trait]:
    """Return `JOIN_TRAITS` of heads right after the tails that they meet, arrays that broadcast.

    Tails and heads reach as far as their fragments, at most some 600 code points. `sides` are those of their
    last and first lines.
    """
    of_lines = traits_of_lines(contexts.last, contexts.first, sides, whole, model, meeting)
    return {**of_lines, **traits_of_contexts(contexts, whole, meeting)}


def traits_of_lines(
    last: Sequence[str],
    first: Sequence[str],
    sides: tuple[Sides, Sides],
    whole: Whole,
    model: CharacterModel,
    meeting: Meeting = EACH_WITH_EACH,
) -> dict[str, Trait]:
    """Return those of `JOIN_TRAITS` that the lines right before and after a break tell."""
    return {
        **_traits_of_fit(last, first, whole, model, meeting),
        **_traits_of_marks(last, first, meeting),
        **_traits_of_lengths(last, first, meeting),
        **side_traits(*sides, meeting),
    }


def traits_of_contexts(
    contexts: Contexts, whole: Whole, meeting: Meeting = EACH_WITH_EACH
) -> dict[str, Trait]:
    """Return those of `JOIN_TRAITS` that what stands around a break tells: words and what they are about."""
    whole, left, right = contexts.read(whole)
    return {
        **_traits_of_words(contexts.last, contexts.first, left, right, whole.weights, meeting),
        **_traits_of_subject(left, right, whole, meeting),
    }


def bounded_gain(gain: Traits) -> Traits:
    """Return a gain of characters within the bounds that it tells in."""
    return np.clip(gain, _LEAST_GAIN, _MOST_GAIN)


def _traits_of_fit(
    last: Sequence[str], first: Sequence[str], whole: Whole, model: CharacterModel, meeting: Meeting
) -> dict[str, Trait]:
    """Return how well the characters and words fit at the break."""
    fit = measure_fit(last, first, model, meeting)
    one, two = bounded_gain(fit.first), bounded_gain(fit.next_two)
    words = longest_words(fit, model)
    seen = meeting.seen(whole.pieces, last, first)
    return {
        "gain of the first character": one,
        "gain of the next two characters": two,
        "good gain of the first character": np.maximum(one - _GOOD_GAIN, 0.0),
        "good gain of the next two characters": np.maximum(two - _GOOD_GAIN, 0.0),
        **{f"seen {length}": seen == length for length in range(2, LONGEST_PIECE + 1)},
        **{f"word of {length}": words == length for length in range(2, ORDER + 1)},
    }


def _traits_of_subject(
    tails: Stretches, heads: Stretches, whole: Whole, meeting: Meeting
) -> dict[str, Trait]:
    """Return how alike the two sides are in what they are about."""
    left = whole.subject.directions_of_ends(tails, _SUBJECT_REACHES)
    right = whole.subject.directions_of_beginnings(heads, _SUBJECT_REACHES)
    return {
        f"about the same within {reach}": meeting.alike(left[:, place], right[:, place])
        for place, reach in enumerate(_SUBJECT_REACHES)
    }


def _traits_of_words(
    last: Sequence[str],
    first: Sequence[str],
    tails: Stretches,
    heads: Stretches,
    weights: Shares,
    meeting: Meeting,
) -> dict[str, Trait]:
    """Return how many words the two sides share."""
    ends, starts = tails.lengths, np.zeros(len(first), dtype=np.int64)

    def shared(before: Sequence[int], after: Sequence[int]) -> Traits:
        """Compare so many code points before the break with so many after it."""
        left = tails.between(ends - np.array(before), ends)
        return meeting.shared(left, heads.between(starts, np.array(after)), weights)

    lines, rests = [len(text) for text in last], [len(text) for text in first]
    near = shared([min(NEAR, line) for line in lines], [min(NEAR, rest) for rest in rests])
    short = meeting.ends(np.array(lines) < _SHORT)
    rest = meeting.beginnings(np.array(rests) < _SHORT)
    return {
        "shared words, wide": shared([_WIDE] * len(last), [_WIDE] * len(first)),
        "shared words, near": near,
        "shared words, sentence": shared(
            [len(_last_sentence(text)) for text in last], [len(_first_sentence(text)) for text in first]
        ),
        "shared words, short line": short * near,
        "shared words, short rest": (~short & rest) * near,
    }


def _traits_of_marks(last: Sequence[str], first: Sequence[str], meeting: Meeting) -> dict[str, Trait]:
    """Return what brackets, counts and lists one side leaves for the other to end."""
    ends, begins = meeting.ends, meeting.beginnings
    opened = ends(np.array([open_at_end(text) for text in last], dtype=bool))
    closed = begins(np.array([closes_bracket(text) for text in first], dtype=bool))
    left = ends(np.array(["、" in text[-_LIST_REACH:] for text in last], dtype=bool))
    right = begins(np.array(["、" in text[:_LIST_REACH] for text in first], dtype=bool))
    before = ends(np.array([_last_count(text) for text in last], dtype=np.int64))
    after = begins(np.array([_first_count(text) for text in first], dtype=np.int64))
    both = (before > 0) & (after > 0)
    counts_on = both & (after == before + 1)
    return {
        "left open only": opened & ~closed,
        "closed only": closed & ~opened,
        "opened and closed": opened & closed,
        "counts on": counts_on,
        # A count that goes on from nothing may go on from further back.
        "counts otherwise": np.where(both, ~counts_on, np.where(after > 1, 0.5, 0.0)),
        "list on both sides": left & right,
        "list on one side": left ^ right,
    }


def _traits_of_lengths(last: Sequence[str], first: Sequence[str], meeting: Meeting) -> dict[str, Trait]:
    """Return whether the clause and the sentence over the break would be as long as such are."""
    ends, begins = meeting.ends, meeting.beginnings
    clause = ends(np.array([_clause_before(text) for text in last]))
    rest = begins(np.array([_clause_after(text) for text in first]))
    sentence = ends(np.array([len(_last_sentence(text)) for text in last]))
    remainder = begins(np.array([len(_first_sentence(text)) for text in first]))
    return {
        "even clauses": -np.abs(
            np.log((clause[..., 0] + rest[..., 0] + 1) / (1 + (clause[..., 1] + rest[..., 1]) / 2))
        ),
        "usual sentence": -np.abs(np.log((sentence + remainder + 8) / _USUAL_SENTENCE)),
    }


def _number(match: re.Match[str]) -> int:
    return read_number(next(group for group in match.groups() if group)) or 0


def _last_count(text: str) -> int:
    found = 0
    for match in _COUNTED.finditer(text):
        found = _number(match)
    return found


def _first_count(text: str) -> int:
    match = _COUNTED.search(text)
    return _number(match) if match else 0


def _last_sentence(text: str) -> str:
    return _SENTENCE_END.split(text)[-1]


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text)[0]


def _clause_before(text: str) -> tuple[int, int]:
    parts = clauses_before(text)
    return len(parts[-1]), len(parts[-2]) if len(parts) > 1 else 10


def _clause_after(text: str) -> tuple[int, int]:
    parts = clauses_after(text)
    return len(parts[0]), len(parts[1]) if len(parts) > 1 else 10
