"""What might have stood at a doubtful place, by its two neighbours alone: cheap to say, for many places.

Proposed is what most often stands beside one of the neighbours, whether the other was ever seen with it or
not, and what looks or sounds like the printed character.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, CharacterModel, Codes
from gangyao.cleaning.misreadings.candidates import Documents, Matrix, Places
from gangyao.cleaning.misreadings.confusables import load_confusables

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

#: The column of a window that holds the place, and how many columns there are from it on.
AT, AFTER = 5, 7
# How many codes that stand beside a neighbour, that look or sound like the printed one, and insertions are
# proposed: those that fit both neighbours best. 16, 6 and 6 hold 1 in 100 more of what was read wrongly, and
# cost a third more.
_BESIDE, _ALIKE, _INSERTIONS = 12, 5, 5
# A pair that was never counted still weighs something beside one that was.
_UNSEEN = np.float32(0.05)
# The fit of what there is none of: less than the rarest.
_NO_FIT = np.float32(-32)


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Codes that may be written at places, a row for each place, and how well they fit both neighbours.

    Fits are no logarithms; 0 is that of a code that fits neither, and of none.
    """

    codes: Codes
    fits: Floats

    def best_fit(self) -> Floats:
        """Return the base two logarithm of the fit of the best code of each row."""
        best = self.fits.max(axis=1, initial=0)
        fit: Floats = np.full(len(best), _NO_FIT)
        np.log2(best, out=fit, where=best > 0)
        return fit

    def best(self, limit: int) -> Codes:
        """Return the best codes of each row, in no order; `NOTHING` where there are fewer."""
        chosen = np.argpartition(-self.fits, limit, axis=1)[:, :limit]
        codes = np.take_along_axis(self.codes, chosen, axis=1)
        codes[np.take_along_axis(self.fits, chosen, axis=1) == 0] = NOTHING
        return codes

    def pick(self, kept: Mask) -> Written:
        """Return what is written at some of the places."""
        return Written(self.codes[kept], self.fits[kept])


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """For each place the text around it (`windows_of`), and what may be written there.

    `beside` is what most often stands beside a neighbour, `alike` what looks or sounds like the printed
    character: what may replace it. `inserted` is what may stand before it.
    """

    around: Codes
    beside: Written
    alike: Written
    inserted: Written

    def pick(self, kept: Mask) -> Proposals:
        """Return those of some of the places."""
        return Proposals(
            self.around[kept], self.beside.pick(kept), self.alike.pick(kept), self.inserted.pick(kept)
        )

    def substitutes(self) -> Codes:
        """Return the best of what may replace the character of each place, a row each."""
        return np.concatenate([self.beside.best(_BESIDE), self.alike.best(_ALIKE)], axis=1)

    def insertions(self) -> Codes:
        """Return the best of what may stand before each place, a row each."""
        return self.inserted.best(_INSERTIONS)


def windows_of(codes: Codes, places: Integers) -> Codes:
    """Return the codes around each place, one row each, the place in column `AT`."""
    padded = np.concatenate([np.full(AT, NOTHING, np.uint64), codes, np.full(AFTER, NOTHING, np.uint64)])
    windows: Codes = padded[places[:, None] + np.arange(AT + AFTER)]
    return windows


def propose(documents: Documents, places: Places) -> Proposals:
    """Return what may stand at each place, and before it; places stand at least one from either end."""
    model = documents.model
    around = windows_of(documents.scan.codes, places.place)
    left, own, right = (np.ascontiguousarray(around[:, AT + step]) for step in (-1, 0, 1))
    substitutes = model.frequent.beside(left, right), load_confusables().candidates(own).astype(np.uint64)
    for codes in substitutes:
        codes[codes == own[:, None]] = NOTHING
    beside, alike = (_weighed(model, left, codes, right) for codes in substitutes)
    # Only between characters that were never seen side by side is one missing.
    apart = model.pair_counts(left, own) == 0
    gaps = model.frequent.beside(left, np.where(apart, own, NOTHING))
    gaps[~apart] = NOTHING
    return Proposals(around, beside, alike, _weighed(model, left, gaps, own))


def _weighed(model: CharacterModel, left: Codes, codes: Codes, right: Codes) -> Written:
    after = model.frequent.look_up(left[:, None], codes)
    before = model.frequent.look_up(codes, right[:, None])
    fits = (after + _UNSEEN) * (before + _UNSEEN)
    fits /= np.maximum(np.take(model.unigrams, codes.view(np.int64), mode="wrap"), 1)
    fits *= (after > 0) | (before > 0)
    return Written(codes, fits)


def proposal_features(documents: Documents, places: Places, proposals: Proposals) -> Matrix:
    """Return `PROPOSAL_FEATURES`, a row for each place."""
    model, pairs = documents.model, documents.scan.counts[1]
    own, right = (np.ascontiguousarray(proposals.around[:, AT + step]) for step in (0, 1))
    left = np.ascontiguousarray(proposals.around[:, AT - 1])
    following = np.ascontiguousarray(proposals.around[:, AT + 2])
    before, after, next_after = (np.log2(pairs[places.place + step] + _UNSEEN) for step in (0, 1, 2))
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
    fits = (written.best_fit() for written in (proposals.beside, proposals.alike, proposals.inserted))
    return np.stack([*fits, *columns], axis=1).astype(np.float32)
