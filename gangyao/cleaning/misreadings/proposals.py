"""What might have stood at a doubtful place, by its two neighbours alone: cheap to say, for many places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.bigram_index import Between
from gangyao.chinese.character_model import NOTHING, CharacterModel, Codes, Scan
from gangyao.cleaning.misreadings.candidates import HAN, Matrix
from gangyao.cleaning.misreadings.confusables import Confusables

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

#: What `proposal_features` tells of a place; fits are base two logarithms.
PROPOSAL_FEATURES = (
    "fit of the best substitute",
    "fit of the best substitute that looks or sounds alike",
    "fit of the best insertion",
    "fit of nothing in its place",
    "fit of the printed character",
    "what the two in the other order fit better",
    "fit of the left pair",
    "fit of the right pair",
)

# The column of a window that holds the place, and the columns after it.
AT = 5
_AFTER = 7
# How many substitutes and insertions of a place are weighed in full: those that fit their neighbours best,
# and those best among what looks or sounds like the printed character.
_SUBSTITUTES = 4
_ALIKE = 3
_INSERTIONS = 2
# A pair that was never counted still weighs something beside one that was.
_UNSEEN = np.float32(0.05)
# The fit of what there is none of: less than the rarest.
_NO_FIT = np.float32(-32)
# What no rank is: all are taken out.
_TAKEN_OUT = np.uint64(0xFFFFFFFFFFFFFFFF)


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Codes that may be written at places: the index of the place, and the code; in the order of places."""

    row: Integers
    code: Codes

    def pick(self, kept: Mask) -> Written:
        """Return what is written at the places that are kept, which are numbered anew."""
        chosen = kept[self.row]
        return Written((np.cumsum(kept) - 1)[self.row[chosen]], self.code[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """For each place the text around it (`windows_of`), what may replace it and what may stand before it.

    `fits` has three columns: how well the best substitute, the best that looks or sounds alike, and the best
    insertion fit their neighbours.
    """

    around: Codes
    substitutes: Written
    insertions: Written
    fits: Matrix

    def pick(self, kept: Mask) -> Proposals:
        """Return those of some of the places."""
        return Proposals(
            self.around[kept], self.substitutes.pick(kept), self.insertions.pick(kept), self.fits[kept]
        )


def windows_of(codes: Codes, places: Integers) -> Codes:
    """Return the codes around each place, one row each, the place in column `AT`."""
    padded = np.concatenate([np.full(AT, NOTHING, np.uint64), codes, np.full(_AFTER, NOTHING, np.uint64)])
    windows: Codes = padded[places[:, None] + np.arange(AT + _AFTER)]
    return windows


def propose(model: CharacterModel, confusables: Confusables, scan: Scan, places: Integers) -> Proposals:
    """Return what fits the neighbours of each place best; places stand at least one from either end."""
    around = windows_of(scan.codes, places)
    left, own, right = (np.ascontiguousarray(around[:, AT + step]) for step in (-1, 0, 1))
    any_fit = _best_fitting(model, model.followers.between(left, right), _SUBSTITUTES)
    alike_fit = _best_fitting(model, _alike(model, confusables, left, own, right), _ALIKE)
    # Only between characters that were never seen side by side is one missing.
    apart = np.flatnonzero(model.pair_counts(left, own) == 0)
    row, code, fit = _best_fitting(model, model.followers.between(left[apart], own[apart]), _INSERTIONS)
    inserted = apart[row], code, fit
    substitutes = Written(*(np.concatenate(both) for both in zip(any_fit[:2], alike_fit[:2], strict=True)))
    is_other = substitutes.code != own[substitutes.row]
    return Proposals(
        around,
        Written(substitutes.row[is_other], substitutes.code[is_other]),
        Written(inserted[0], inserted[1]),
        np.stack(
            [_best_fit(len(places), row, fit) for row, _, fit in (any_fit, alike_fit, inserted)], axis=1
        ),
    )


def proposal_features(model: CharacterModel, scan: Scan, places: Integers, proposals: Proposals) -> Matrix:
    """Return `PROPOSAL_FEATURES`, a row for each place."""
    own, right = (np.ascontiguousarray(proposals.around[:, AT + step]) for step in (0, 1))
    left = np.ascontiguousarray(proposals.around[:, AT - 1])
    following = np.ascontiguousarray(proposals.around[:, AT + 2])
    pairs, last = scan.counts[1], len(scan.codes) - 1
    before, after, next_after = (
        np.log2(pairs[np.minimum(places + step, last)] + _UNSEEN) for step in (0, 1, 2)
    )
    skipped, turned, turned_after = (
        np.log2(model.pair_counts(*pair) + _UNSEEN)
        for pair in ((left, right), (right, own), (own, following))
    )
    of_own, of_right = (
        np.log2(np.maximum(model.unigrams[codes.view(np.int64)], 1).astype(np.float32))
        for codes in (own, right)
    )
    columns = (
        skipped - of_right,
        before + after - of_own,
        skipped + turned + turned_after - before - after - next_after,
        before,
        after,
    )
    return np.concatenate([proposals.fits, np.stack(columns, axis=1)], axis=1).astype(np.float32)


def _alike(model: CharacterModel, confusables: Confusables, left: Codes, own: Codes, right: Codes) -> Between:
    """Return the Han characters that look or sound like the own ones and were often counted on one side."""
    candidates = confusables.candidates(own)
    row, column = np.nonzero(candidates)
    code = candidates[row, column].astype(np.uint64)
    han = HAN[code.view(np.int64)]
    row, code = row[han], code[han]
    counts = model.frequent.look_up(left[row], code), model.frequent.look_up(code, right[row])
    attested = np.flatnonzero((counts[0] > 0) | (counts[1] > 0))
    row, code = row[attested], code[attested]
    return Between(row, code, model.pair_counts(left[row], code), model.pair_counts(code, right[row]))


def _best_fitting(model: CharacterModel, between: Between, limit: int) -> tuple[Integers, Codes, Floats]:
    """Return the codes that most likely stand between two others, `limit` for each row, best first.

    Rows, codes, and how well they fit, which is a base two logarithm.
    """
    weight = (between.after + _UNSEEN) * (between.before + _UNSEEN)
    weight /= np.maximum(model.unigrams[between.codes.view(np.int64)], 1)
    # By weight, then by code, the lowest first: as one integer, which no other of its row has.
    rank = (weight.view(np.uint32) >> np.uint32(8)).astype(np.uint64) << np.uint64(16)
    rank |= between.codes ^ np.uint64(0xFFFF)
    starts = np.flatnonzero(np.diff(between.pair, prepend=-1))
    place = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(rank)))
    found = []
    for _ in range(limit if len(starts) else 0):
        # Best after best is taken out, which is quicker than to sort.
        best = np.maximum.reduceat(rank, starts)
        best[best == 0] = _TAKEN_OUT
        at = np.flatnonzero(rank == np.take(best, place, mode="wrap"))
        rank[at] = 0
        found.append(at)
    chosen = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
    chosen = chosen[np.argsort(between.pair[chosen], kind="stable")]
    return between.pair[chosen], between.codes[chosen], np.log2(weight[chosen])


def _best_fit(places: int, row: Integers, fit: Floats) -> Floats:
    """Return the fit of the first that is written at each place; rows come together, the best first."""
    best = np.full(places, _NO_FIT, dtype=np.float32)
    first = np.flatnonzero(np.diff(row, prepend=-1))
    best[row[first]] = fit[first]
    return best
