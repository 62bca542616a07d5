"""Small edits of a text and what they save: one character put for another, left out, put in, moved by one.

Everything is computed on arrays: one row per edit, one window of characters around each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from gangyao.text.statistics.counts import Keys
from gangyao.text.statistics.model import NOTHING, ORDER, CharacterModel, Codes, extended_keys

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

_REACH = ORDER - 1
# How many substitutes and insertions of a place are weighed in full.
_SUBSTITUTES = 4
_INSERTIONS = 2


class Kind(IntEnum):
    """What an edit does at its place."""

    SUBSTITUTION = 0
    DELETION = 1
    TRANSPOSITION = 2
    INSERTION = 3


@dataclass(frozen=True, slots=True, eq=False)
class Edits:
    """One edit per row, at `codes[place]` of a scan.

    `code` is the code that is written (a substitute, or what is inserted before the place; the place's own
    code otherwise). `saved` are the bits that the edit saves. `words` is the length of the longest known
    word around what was written, 1 for none.
    """

    place: Integers
    kind: Integers
    code: Codes
    saved: Floats
    words: Integers

    def pick(self, rows: Integers) -> Edits:
        """Return some of the edits."""
        return Edits(self.place[rows], self.kind[rows], self.code[rows], self.saved[rows], self.words[rows])


def best_edits(model: CharacterModel, codes: Codes, places: Integers, is_han: npt.NDArray[np.bool_]) -> Edits:
    """Return, for each place and kind, the edit that saves most; in the order of places, then kinds.

    `places` are indexes of `codes`, at least one place from either end. `is_han` tells of each code whether
    it may be written.
    """
    left, own, right = codes[places - 1], codes[places], codes[places + 1]
    padded = np.concatenate(
        [np.full(_REACH, NOTHING, np.uint64), codes, np.full(_REACH + 1, NOTHING, np.uint64)]
    )
    # Window rows: three codes of context, the place, four codes after it.
    around = padded[places[:, None] + np.arange(2 * _REACH + 2)[None, :]]
    printed = _costs(model, around)

    owner, written = _candidates(model, left, right, is_han, _SUBSTITUTES)
    is_new = written != own[owner]
    owner, written = owner[is_new], written[is_new]
    substituted = around[owner]
    substituted[:, _REACH] = written
    deleted = np.delete(around, _REACH, axis=1)
    # Only two different Han characters are put in the other order.
    swaps = np.flatnonzero(is_han[right.astype(np.int64)] & (right != own))
    swapped = around[swaps]
    swapped[:, [_REACH, _REACH + 1]] = swapped[:, [_REACH + 1, _REACH]]
    # Only between characters that were never seen side by side is one missing.
    apart = np.flatnonzero(model.table.look_up(extended_keys(left, own)) == 0)
    insert_owner, inserted = _candidates(model, left[apart], own[apart], is_han, _INSERTIONS)
    insert_owner = apart[insert_owner]
    grown = np.concatenate(
        [around[insert_owner, :_REACH], inserted[:, None], around[insert_owner, _REACH:]], axis=1
    )

    everything = np.arange(len(places))
    parts = (
        (Kind.SUBSTITUTION, owner, written, substituted, _word_length(model, substituted, _REACH)),
        (Kind.DELETION, everything, own, deleted, _word_at_seam(model, deleted)),
        (Kind.TRANSPOSITION, swaps, own[swaps], swapped, _word_length(model, swapped, _REACH)),
        (Kind.INSERTION, insert_owner, inserted, grown, _word_length(model, grown, _REACH)),
    )
    edits = Edits(
        np.concatenate([places[owners] for _, owners, _, _, _ in parts]),
        np.concatenate([np.full(len(owners), int(kind), np.int64) for kind, owners, _, _, _ in parts]),
        np.concatenate([code for _, _, code, _, _ in parts]),
        np.concatenate([printed[owners] - _costs(model, windows) for _, owners, _, windows, _ in parts]),
        np.concatenate([words for _, _, _, _, words in parts]),
    )
    order = np.lexsort((edits.code, -edits.saved, edits.kind, edits.place))
    place, kind = edits.place[order], edits.kind[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (place[1:] != place[:-1]) | (kind[1:] != kind[:-1])
    return edits.pick(order[first])


def _candidates(
    model: CharacterModel, left: Codes, right: Codes, is_han: npt.NDArray[np.bool_], limit: int
) -> tuple[Integers, Codes]:
    """Return the characters that most likely stand between two others, at most `limit` for each pair."""
    owner, codes = model.followers.between(left, right)
    han = is_han[codes.astype(np.int64)]
    owner, codes = owner[han], codes[han]
    after = model.table.look_up(extended_keys(left[owner], codes))
    before = model.table.look_up(extended_keys(codes, right[owner]))
    weight = after * before / np.maximum(model.unigrams[codes.astype(np.int64)], 1)
    # Sorted by pair, then by weight, best first, then by code: as one integer, which sorts ten times faster.
    falling = np.uint64(0xFFFFFF) - (weight.astype(np.float32).view(np.uint32) >> np.uint32(8)).astype(
        np.uint64
    )
    packed = (owner.astype(np.uint64) << np.uint64(40)) | (falling << np.uint64(16)) | codes
    packed.sort()
    owner = (packed >> np.uint64(40)).astype(np.int64)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    rank = np.arange(len(owner)) - np.repeat(starts, np.diff(starts, append=len(owner)))
    kept = rank < limit
    return owner[kept], packed[kept] & np.uint64(0xFFFF)


def _costs(model: CharacterModel, windows: Codes) -> Floats:
    """Return the bits of each window (a row of codes), without its first codes, which are context."""
    if not len(windows):
        return np.zeros(0, dtype=np.float32)
    separated = np.concatenate([np.full((len(windows), 1), NOTHING, np.uint64), windows], axis=1)
    bits, _ = model.bits(separated.ravel())
    total: Floats = bits.reshape(separated.shape)[:, _REACH + 1 :].sum(axis=1)
    return total


def _word_length(model: CharacterModel, windows: Codes, at: int) -> Integers:
    """Return the length of the longest word that covers column `at` of each window."""
    longest = np.ones(len(windows), dtype=np.int64)
    keys: Keys = windows
    for length in range(2, ORDER + 1):
        keys = extended_keys(keys[:, :-1], windows[:, length - 1 :])
        first, last = max(0, at - length + 1), min(at, keys.shape[1] - 1)
        covering = np.ascontiguousarray(keys[:, first : last + 1])
        found = model.words.look_up(covering.ravel()).reshape(covering.shape) > 0
        longest[found.any(axis=1)] = length
    return longest


def _word_at_seam(model: CharacterModel, deleted: Codes) -> Integers:
    """Return the length of the longest word on either side of a character that was left out."""
    return np.maximum(_word_length(model, deleted, _REACH), _word_length(model, deleted, _REACH - 1))
