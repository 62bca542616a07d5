"""Small edits of a text and what they save: one character put for another, left out, put in, moved by one.

Everything is computed on arrays: one row per edit, one window of characters around each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from gangyao.chinese.bigram_index import Between
from gangyao.chinese.character_model import NOTHING, ORDER, CharacterModel, Codes, Scan
from gangyao.cleaning.misreadings.candidates import HAN
from gangyao.cleaning.misreadings.confusables import Confusables

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# The column of a window that holds the place, and the columns after it.
AT = 5
_AFTER = 7
_REACH = ORDER - 1
# How many substitutes and insertions of a place are weighed in full: those that fit their neighbours best,
# and those best among what looks or sounds like the printed character.
_SUBSTITUTES = 4
_ALIKE = 3
_INSERTIONS = 2
# Worth of confusables, in bits, when the best of several substitutes is chosen: a noisy channel.
_SAME_SYLLABLE, _NEAR_SYLLABLE, _CLOSEST_OUTLINE = 8, 5, 8
# Edits that save fewer bits are not worth describing.
_LEAST_SAVED = 5
# What no rank is: all are taken out.
_TAKEN_OUT = np.uint64(0xFFFFFFFFFFFFFFFF)
# A pair that was never counted still weighs something beside one that was.
_UNSEEN = np.float32(0.05)


class Kind(IntEnum):
    """What an edit does at its place."""

    SUBSTITUTION = 0
    DELETION = 1
    TRANSPOSITION = 2
    INSERTION = 3


# How many characters from the place on change their bits: as printed, and after the edit.
_WIDTHS = {
    Kind.SUBSTITUTION: (ORDER, ORDER),
    Kind.DELETION: (ORDER, ORDER - 1),
    Kind.TRANSPOSITION: (ORDER + 1, ORDER + 1),
    Kind.INSERTION: (ORDER - 1, ORDER),
}


@dataclass(frozen=True, slots=True, eq=False)
class Edits:
    """One edit per row, of the place `row` of the places looked at.

    `code` is the code that is written (a substitute, or what is inserted before the place; the place's own
    code otherwise), `window` the text after the edit, with what was written in column `AT` (what follows the
    gap, where a character was left out). `saved` are the bits that the edit saves, `after` those that remain.
    `confusables` has three columns: closeness of outline, same syllable, near syllable.
    """

    row: Integers
    kind: Integers
    code: Codes
    window: Codes
    saved: Floats
    after: Floats
    confusables: Floats

    def pick(self, rows: Integers | npt.NDArray[np.bool_]) -> Edits:
        """Return some of the edits."""
        return Edits(
            self.row[rows], self.kind[rows], self.code[rows], self.window[rows], self.saved[rows],
            self.after[rows], self.confusables[rows],
        )  # fmt: skip


def windows_of(codes: Codes, places: Integers) -> Codes:
    """Return the codes around each place, one row each, the place in column `AT`."""
    padded = np.concatenate([np.full(AT, NOTHING, np.uint64), codes, np.full(_AFTER, NOTHING, np.uint64)])
    windows: Codes = padded[places[:, None] + np.arange(AT + _AFTER)]
    return windows


def best_edits(model: CharacterModel, confusables: Confusables, scan: Scan, places: Integers) -> Edits:
    """Return the best edit of each kind for each place, in the order of places, then kinds.

    Edits that save next to nothing are left out.
    `places` are indexes of the scan, at least one place from either end.
    """
    around = windows_of(scan.codes, places)
    sums = np.concatenate([[0.0], np.cumsum(scan.bits, dtype=np.float64)])
    parts = [
        _substitutions(model, confusables, around),
        _deletions(around),
        _transpositions(around),
        _insertions(model, around),
    ]
    found = []
    for kind, (row, code, window, alike) in zip(Kind, parts, strict=True):
        printed, written = _WIDTHS[kind]
        ends = np.minimum(places[row] + printed, len(scan.bits))
        before = (sums[ends] - sums[places[row]]).astype(np.float32)
        after = _costs(model, window[:, AT - _REACH : AT + written])
        edits = Edits(row, np.full(len(row), kind), code, window, before - after, after, alike)
        found.append(_best_of_each(edits.pick(edits.saved >= _LEAST_SAVED)))
    together = Edits(
        *(np.concatenate([getattr(edits, name) for edits in found]) for name in Edits.__dataclass_fields__)
    )
    return together.pick(np.argsort(together.row, kind="stable"))


_Part = tuple[Integers, Codes, Codes, Floats]


def _best_of_each(edits: Edits) -> Edits:
    """Keep for each place the edit that saves most, confusables counted in."""
    closeness, same, near = edits.confusables.T
    sound = np.maximum(same * _SAME_SYLLABLE, near * _NEAR_SYLLABLE)
    worth = edits.saved + np.maximum(sound, closeness * _CLOSEST_OUTLINE)
    # Stable, so that of equals the first stays.
    order = np.argsort(-worth, kind="stable")
    _, first = np.unique(edits.row[order], return_index=True)
    return edits.pick(order[first])


def _substitutions(model: CharacterModel, confusables: Confusables, around: Codes) -> _Part:
    left, own, right = around[:, AT - 1], around[:, AT], around[:, AT + 1]
    row, code = _best_fitting(model, model.followers.between(left, right), _SUBSTITUTES)
    alike_row, alike = _best_fitting(model, _alike(model, confusables, left, own, right), _ALIKE)
    row, code = np.concatenate([row, alike_row]), np.concatenate([code, alike])
    is_new = code != own[row]
    row, code = row[is_new], code[is_new]
    window = around[row]
    window[:, AT] = code
    likes = np.stack(confusables.compare(own[row], code), axis=1).astype(np.float32)
    return row, code, window, likes


def _alike(model: CharacterModel, confusables: Confusables, left: Codes, own: Codes, right: Codes) -> Between:
    """Return the Han characters that look or sound like the own ones and were often counted on one side."""
    candidates = confusables.candidates(own)
    row, column = np.nonzero(candidates)
    code = candidates[row, column].astype(np.uint64)
    han = HAN[code.view(np.int64)]
    row, code = row[han], code[han]
    before, after = left[row], right[row]
    counts = np.stack([model.frequent.look_up(before, code), model.frequent.look_up(code, after)])
    attested = np.flatnonzero(counts.any(axis=0))
    row, code = row[attested], code[attested]
    return Between(row, code, model.pair_counts(left[row], code), model.pair_counts(code, right[row]))


def _deletions(around: Codes) -> _Part:
    row = np.arange(len(around))
    window = np.concatenate([np.delete(around, AT, axis=1), np.zeros((len(row), 1), np.uint64)], axis=1)
    return row, around[:, AT], window, _unlike(row)


def _transpositions(around: Codes) -> _Part:
    own, right = around[:, AT], around[:, AT + 1]
    # Only two different Han characters are put in the other order.
    row = np.flatnonzero(HAN[right.astype(np.int64)] & (right != own))
    window = around[row]
    window[:, [AT, AT + 1]] = window[:, [AT + 1, AT]]
    return row, own[row], window, _unlike(row)


def _insertions(model: CharacterModel, around: Codes) -> _Part:
    left, own = around[:, AT - 1], around[:, AT]
    # Only between characters that were never seen side by side is one missing.
    apart = np.flatnonzero(model.pair_counts(left, own) == 0)
    row, code = _best_fitting(model, model.followers.between(left[apart], own[apart]), _INSERTIONS)
    row = apart[row]
    window = np.concatenate([around[row, :AT], code[:, None], around[row, AT:-1]], axis=1)
    return row, code, window, _unlike(row)


def _unlike(rows: Integers) -> Floats:
    return np.zeros((len(rows), 3), dtype=np.float32)


def _best_fitting(model: CharacterModel, between: Between, limit: int) -> tuple[Integers, Codes]:
    """Return the codes that most likely stand between two others, `limit` for each row, best first."""
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
        at = np.flatnonzero(rank == np.take(best, place))
        rank[at] = 0
        found.append(at)
    chosen = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
    chosen = chosen[np.argsort(between.pair[chosen], kind="stable")]
    return between.pair[chosen], between.codes[chosen]


def _costs(model: CharacterModel, windows: Codes) -> Floats:
    """Return the bits of each window (a row of codes), without its first codes, which are context."""
    if not len(windows):
        return np.zeros(0, dtype=np.float32)
    separated = np.concatenate([np.full((len(windows), 1), NOTHING, np.uint64), windows], axis=1)
    bits, _ = model.bits(separated.ravel())
    # What lies past the end of the text costs nothing.
    spent = np.where(separated == NOTHING, np.float32(0), bits.reshape(separated.shape))
    total: Floats = spent[:, _REACH + 1 :].sum(axis=1)
    return total
