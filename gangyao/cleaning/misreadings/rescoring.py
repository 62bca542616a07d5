"""A closer look at doubtful places, with the cloze network beside what counts say.

For each place two questions are asked: is its character wrong, and was one left out before it? The features
of the place and the odds of its edits by counts are weighed anew, with what the network expects there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import Codes
from gangyao.cleaning.misreadings.candidates import (
    DEAR,
    HAN,
    Documents,
    Mask,
    Matrix,
    Places,
    improbable_places,
    look_around,
    weigh,
)
from gangyao.cleaning.misreadings.cloze_network import UNKNOWN, ClozeNetwork
from gangyao.cleaning.misreadings.confusables import load_confusables
from gangyao.cleaning.misreadings.neighbours import (
    LEAST_LOG_PROBABILITY,
    NEIGHBOUR_FEATURES,
    fit_of_neighbours,
)
from gangyao.cleaning.misreadings.proposals import propose
from gangyao.cleaning.misreadings.shortlist import Kind
from gangyao.cleaning.misreadings.small_network import SmallNetwork, network_of
from gangyao.cleaning.misreadings.weighing import weigh_edits
from gangyao.cleaning.misreadings.weights import PLACE_FEATURES, Row, Weights, weight_row

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

#: The odds that counts give to the best edit of each kind.
COUNT_FEATURES = (
    "odds of a substitution by counts",
    "odds of a deletion by counts",
    "odds of a transposition by counts",
    "odds of an insertion by counts",
)
#: What the first question is weighed by.
CHARACTER_FEATURES = (
    *PLACE_FEATURES,
    *COUNT_FEATURES,
    "expected here: the printed character",
    "expected here: the likeliest other one",
    "expected here: nothing",
    "the likeliest other one looks alike",
    "the likeliest other one sounds alike",
    "the likeliest other one sounds much alike",
    "counts would write the same",
)
#: What the second question is weighed by.
GAP_FEATURES = (
    *PLACE_FEATURES,
    *COUNT_FEATURES,
    "expected between: nothing",
    "expected between: the likeliest character",
    "counts would insert the same",
)

#: What it is weighed by again where it is likely.
GAP_AGAIN_FEATURES = (*GAP_FEATURES, *NEIGHBOUR_FEATURES)

# Odds of an edit that counts do not propose.
_NO_EDIT = -8.0
#: Log odds from which on the neighbours of a gap are asked: 4 places per 1,000 characters.
LIKELY_GAP = -5.5
# Bits from which on, and log odds below the first cut down to which, a place may be a gap: with 24 bits and
# the cut itself a third of planted gaps was never looked at.
_GAP_DEAR, _GAP_LENIENCE = 18.0, 1.5
_BITS_AHEAD = PLACE_FEATURES.index("bits of the place and the three after it")


@dataclass(frozen=True, slots=True, eq=False)
class Characters:
    """Places whose character may be wrong: features a row each, and the likeliest edit."""

    place: Integers
    features: Matrix
    kind: Integers
    code: Codes


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """Places before which a character may be missing: features a row each, and the likeliest character."""

    place: Integers
    features: Matrix
    code: Codes


def look_closer(
    network: ClozeNetwork, documents: Documents, weights: Weights, gap_cut: SmallNetwork
) -> tuple[Characters, Gaps]:
    """Ask the first question of the places that pass the cuts of `weights`, the second by `gap_cut`."""
    places, passed = places_of_gaps(documents, weights)
    is_doubtful = passed & (weights.second_cut.weigh(places.features) >= 0)
    is_gap = _after_han(documents, places) & (gap_cut.weigh(places.features) >= 0)
    odds, written = _by_counts(documents, places, is_doubtful, weights)
    return (
        _characters(network, documents, places, is_doubtful, odds, written),
        _gaps(network, documents, places, is_gap, odds, written),
    )


def places_of_gaps(documents: Documents, weights: Weights) -> tuple[Places, Mask]:
    """Return the places before which a character may be missing, and which of them pass the first cut.

    Gaps are less dear than wrong characters: what remains are characters that are all right.
    """
    places = improbable_places(documents, _GAP_DEAR)
    odds = weigh(places.features, weights.first_cut)
    chosen = _after_han(documents, places) & (odds >= -_GAP_LENIENCE) | _passes(places, odds)
    places, odds = places.pick(chosen), odds[chosen]
    return look_around(documents, places), _passes(places, odds)


def _after_han(documents: Documents, places: Places) -> Mask:
    return HAN[documents.scan.codes[places.place - 1].astype(np.int64)]


def _passes(places: Places, odds: Row) -> Mask:
    """Tell which places the search by counts alone would look at, by their odds of the first cut."""
    passes: Mask = (odds >= 0) & (places.features[:, _BITS_AHEAD] > DEAR)
    return passes


def likely_gaps(network: ClozeNetwork, documents: Documents, gaps: Gaps, first: Row) -> Gaps:
    """Return the gaps that `first` finds likely enough to ask their neighbours; features in full."""
    chosen = weigh(gaps.features, first) >= LIKELY_GAP
    place, code = gaps.place[chosen], gaps.code[chosen]
    beside = fit_of_neighbours(network, documents.scan.codes, place, code)
    return Gaps(place, np.concatenate([gaps.features[chosen], beside], axis=1), code)


def _characters(
    network: ClozeNetwork,
    documents: Documents,
    places: Places,
    chosen: Mask,
    odds: Floats,
    written: Codes,
) -> Characters:
    place, odds, written = places.place[chosen], odds[chosen], written[chosen]
    own = documents.scan.codes[place]
    expected = network.expect(
        network.windows(documents.scan.codes, place, 1), network.number[own.astype(np.int64)]
    )
    code = network.codes[expected.likeliest].astype(np.uint64)
    closeness, same, near = load_confusables().compare(own, code)
    by_counts = written[:, Kind.SUBSTITUTION]
    columns = (
        *odds.T,
        np.maximum(expected.printed, LEAST_LOG_PROBABILITY),
        np.maximum(expected.of_likeliest, LEAST_LOG_PROBABILITY),
        _logit(expected.nothing),
        closeness,
        near,
        same,
        by_counts == code,
    )
    kind = odds[:, : Kind.INSERTION].argmax(axis=1)
    # Where counts know no edit, or the network another character, the network's is written.
    rows = np.arange(len(place))
    kind[odds[rows, kind] <= _NO_EDIT] = Kind.SUBSTITUTION
    is_likelier = expected.of_likeliest > expected.printed
    by_network = (kind == Kind.SUBSTITUTION) & ((by_counts == 0) | is_likelier)
    return Characters(
        place,
        _features(places, chosen, columns),
        kind,
        np.where(by_network, code, written[rows, kind]),
    )


def _gaps(
    network: ClozeNetwork, documents: Documents, places: Places, chosen: Mask, odds: Floats, written: Codes
) -> Gaps:
    place = places.place[chosen]
    windows = network.windows(documents.scan.codes, place, 0)
    expected = network.expect(windows, np.full(len(place), UNKNOWN))
    code = network.codes[expected.likeliest].astype(np.uint64)
    columns = (
        *odds[chosen].T,
        _logit(expected.nothing),
        np.maximum(expected.of_likeliest, LEAST_LOG_PROBABILITY),
        written[chosen, Kind.INSERTION] == code,
    )
    return Gaps(place, _features(places, chosen, columns), code)


def _features(places: Places, chosen: Mask, columns: Sequence[npt.NDArray[Any]]) -> Matrix:
    own = np.stack([column.astype(np.float32) for column in columns], axis=1)
    return np.concatenate([places.features[chosen], own], axis=1)


def _by_counts(
    documents: Documents,
    places: Places,
    chosen: Mask,
    weights: Weights,
) -> tuple[Floats, Codes]:
    """Return, per place and kind of edit, the odds of the best edit by counts, and what it writes.

    Only for the `chosen` places.
    """
    odds = np.full((len(places.place), len(Kind)), _NO_EDIT, dtype=np.float32)
    written = np.zeros(odds.shape, dtype=np.uint64)
    if not chosen.any():
        return odds, written
    picked = places.pick(chosen)
    proposals = propose(documents, picked)
    edits = weigh_edits(documents, picked, proposals, weights)
    row = np.searchsorted(places.place, edits.place)
    odds[row, edits.kind] = np.maximum(edits.odds, _NO_EDIT)
    written[row, edits.kind] = edits.code
    return odds, written


def _logit(log_probability: Floats) -> Floats:
    """Turn log probabilities into log odds, from -14 to 14."""
    probability = np.clip(np.exp(log_probability.astype(np.float64)), 1e-6, 1 - 1e-6)
    odds: Floats = np.log(probability / (1 - probability)).astype(np.float32)
    return odds


@dataclass(frozen=True, slots=True, eq=False)
class CloserWeights:
    """What places weigh with the cloze network, as natural logarithms of odds.

    `gap_cut` weighs `PLACE_FEATURES`. The others are logistic regressions, the constant last: `characters`
    weighs `CHARACTER_FEATURES`, `gaps` `GAP_FEATURES`, `gaps_again` `GAP_AGAIN_FEATURES`.
    """

    gap_cut: SmallNetwork
    characters: Row
    gaps: Row
    gaps_again: Row


@lru_cache(maxsize=1)
def load_closer_weights() -> CloserWeights:
    """Load the weights that ship with the package; cached per process.

    Raises KeyError when a feature has no weight.
    """
    stored = json.loads((resources.files("gangyao.models") / "closer_weights.json").read_text("utf-8"))
    return CloserWeights(
        network_of(stored["gap_cut"], PLACE_FEATURES),
        weight_row(stored["characters"], CHARACTER_FEATURES),
        weight_row(stored["gaps"], GAP_FEATURES),
        weight_row(stored["gaps_again"], GAP_AGAIN_FEATURES),
    )
