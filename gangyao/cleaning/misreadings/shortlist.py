"""Which of the edits proposed at a place are weighed in full: those that save most by n-grams of three."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import (
    LINE_BREAK,
    NOTHING,
    CharacterModel,
    Codes,
    Scan,
    extended_keys,
    interpolated,
)
from gangyao.cleaning.misreadings.candidates import HAN, Documents, Places
from gangyao.cleaning.misreadings.confusables import load_confusables
from gangyao.cleaning.misreadings.proposals import AT, Proposals

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Kind(IntEnum):
    """What an edit does at its place."""

    SUBSTITUTION = 0
    DELETION = 1
    TRANSPOSITION = 2
    INSERTION = 3


# Worth of confusables, in bits, when the best of several substitutes is chosen: a noisy channel.
_SAME_SYLLABLE, _NEAR_SYLLABLE, _EQUAL_SHAPE = 8, 5, 12
# How many substitutes and insertions of a place are weighed in full.
_SUBSTITUTES, _INSERTIONS = 3, 2
# Bits that an edit must save by n-grams of three, by kind (deletions are all weighed). Of those that save 5
# in full, 1 in 200 saves less so.
_LEAST = np.array([4.4, -np.inf, -3, 4.4], dtype=np.float32)
# What follows the code that is written, and what follows that, by kind, as steps from the place; and how many
# printed characters they and the code stand for.
_NEXT, _SECOND_NEXT, _PRINTED = (np.array(row) for row in ([1, 0, 0, 0], [2, 0, 2, 1], [3, 0, 3, 2]))


@dataclass(frozen=True, slots=True, eq=False)
class Shortlist:
    """An edit a row: of the place `row` of those looked at, its kind, and the code that it writes.

    A deletion has the code of its place, a transposition that of the next. `confusables` has three columns:
    closeness of shape, same syllable, near syllable.
    """

    row: Integers
    kind: Integers
    code: Codes
    confusables: Floats


def shortlist(documents: Documents, places: Places, proposals: Proposals) -> Shortlist:
    """Return the edits of each place that are weighed in full; the order is that of kinds, then places."""
    around = proposals.around
    own, right = (np.ascontiguousarray(around[:, AT + step]) for step in (0, 1))
    every = np.arange(len(places.place))
    # Only two different Han characters are put in the other order.
    turned = np.flatnonzero(HAN[right.view(np.int64)] & (right != own))
    parts = (
        (Kind.SUBSTITUTION, *_distinct(proposals.substitutes())),
        (Kind.TRANSPOSITION, turned, right[turned]),
        (Kind.INSERTION, *_distinct(proposals.insertions())),
    )
    kind = np.repeat([part[0] for part in parts], [len(part[1]) for part in parts])
    row, code = (np.concatenate([part[index] for part in parts]) for index in (1, 2))
    saved = _printed(documents.scan, places.place)[row, _PRINTED[kind]] - _bits(
        documents.model, around, row, kind, code
    )
    able = saved >= _LEAST[kind]
    kind, row, code, saved = kind[able], row[able], code[able], saved[able]
    likes = np.zeros((len(row), 3), dtype=np.float32)
    count = np.searchsorted(kind, Kind.SUBSTITUTION, side="right")
    likes[:count] = np.stack(load_confusables().compare(own[row[:count]], code[:count]), axis=1)
    limits = {Kind.SUBSTITUTION: _SUBSTITUTES, Kind.TRANSPOSITION: 1, Kind.INSERTION: _INSERTIONS}
    chosen = np.concatenate(
        [_likeliest(kind == each, row, saved + worth(likes), limit) for each, limit in limits.items()]
    )
    return Shortlist(
        np.concatenate([row[chosen], every]),
        np.concatenate([kind[chosen], np.full(len(every), Kind.DELETION)]),
        np.concatenate([code[chosen], own]),
        np.concatenate([likes[chosen], np.zeros((len(every), 3), dtype=np.float32)]),
    )


def worth(confusables: Floats) -> Floats:
    """Return the bits that likeness is worth."""
    closeness, same, near = confusables.T
    sound = np.maximum(same * _SAME_SYLLABLE, near * _NEAR_SYLLABLE)
    worth: Floats = np.maximum(sound, closeness * _EQUAL_SHAPE)
    return worth


def _distinct(proposed: Codes) -> tuple[Integers, Codes]:
    """Return rows and codes of a matrix of codes, in order, each code once in a row; 0 stands for none."""
    codes = np.sort(proposed.astype(np.uint16), axis=1)
    is_new = codes != NOTHING
    is_new[:, 1:] &= codes[:, 1:] != codes[:, :-1]
    row, column = np.nonzero(is_new)
    return row, codes[row, column].astype(np.uint64)


def _printed(scan: Scan, places: Integers) -> Floats:
    """Return what none, one, two and three characters from each place on cost as they are, in columns."""
    nothing = np.zeros(len(places), dtype=np.float32)
    bits = [nothing, *(scan.bits[places + step] for step in range(3))]
    total: Floats = np.cumsum(np.stack(bits, axis=1), axis=1)
    return total


def _bits(model: CharacterModel, around: Codes, row: Integers, kind: Integers, codes: Codes) -> Floats:
    """Return the bits of the code that each edit writes and of the two after it, by n-grams of three."""
    second, first = (np.ascontiguousarray(around[:, AT - step]) for step in (2, 1))
    following, last = around[row, AT + _NEXT[kind]], around[row, AT + _SECOND_NEXT[kind]]
    left = first[row]
    of_left, of_code, of_next = (_counts(model, own) for own in (left, codes, following))
    left_pair, right_pair = model.pair_counts(left, codes), model.pair_counts(codes, following)
    last_pair = model.frequent.look_up(following, last)
    # N-grams do not reach back over a line break.
    lead = np.where(first == LINE_BREAK, np.float32(0), model.pair_counts(second, first))[row]
    context = np.where(following == LINE_BREAK, np.float32(0), right_pair)
    own_share = interpolated(left_pair, of_left, model.shares_of(of_code), 2)
    next_share = interpolated(right_pair, of_code, model.shares_of(of_next), 2)
    last_share = interpolated(last_pair, of_next, model.shares_of(_counts(model, last)), 2)
    lead_keys = extended_keys(second, first)[row]
    probability = _after_two(model, lead_keys, codes, lead, left_pair, own_share)
    probability *= _after_two(model, extended_keys(left, codes), following, left_pair, right_pair, next_share)
    probability *= _after_two(model, extended_keys(codes, following), last, context, last_pair, last_share)
    return -np.log2(probability)


def _after_two(
    model: CharacterModel, keys: Codes, codes: Codes, context: Floats, pair: Floats, share: Floats
) -> Floats:
    """Return the probability of codes after two others, of which `keys` are the keys.

    `context` says how often the two were counted, `pair` the second with the code, `share` how probable the
    code is after the second.
    """
    # Where one of its pairs was never seen, neither was a three.
    seen = np.flatnonzero((context > 0) & (pair > 0))
    threes = np.zeros_like(context)
    threes[seen] = np.minimum(model.table.look_up(extended_keys(keys[seen], codes[seen])), context[seen])
    return interpolated(threes, context, share, 3)


def _counts(model: CharacterModel, codes: Codes) -> Floats:
    return np.take(model.unigrams, codes.view(np.int64), mode="wrap").astype(np.float32)


def _likeliest(is_of_kind: npt.NDArray[np.bool_], row: Integers, score: Floats, limit: int) -> Integers:
    """Return the indexes of the `limit` highest scores of each row; rows of a kind are in order."""
    of_kind = np.flatnonzero(is_of_kind)
    if not len(of_kind):
        return of_kind
    starts = np.flatnonzero(np.diff(row[of_kind], prepend=-1))
    counts = np.diff(starts, append=len(of_kind))
    # As wide as the longest row, and wide enough to choose from.
    scores = np.full((len(starts), max(int(counts.max()), limit + 1)), -np.inf, dtype=np.float32)
    group = np.repeat(np.arange(len(starts)), counts)
    scores[group, np.arange(len(of_kind)) - starts[group]] = score[of_kind]
    best = np.sort(np.argpartition(-scores, limit, axis=1)[:, :limit], axis=1)
    held = np.isfinite(np.take_along_axis(scores, best, axis=1))
    chosen: Integers = of_kind[(best + starts[:, None])[held]]
    return chosen
