"""Small edits of a text and what they save: one character put for another, left out, put in, moved by one.

Everything is computed on arrays: one row per edit, one window of characters around each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, ORDER, CharacterModel, Codes, Scan
from gangyao.cleaning.misreadings.candidates import HAN
from gangyao.cleaning.misreadings.confusables import Confusables
from gangyao.cleaning.misreadings.proposals import AT, Proposals

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

_REACH = ORDER - 1
# Worth of confusables, in bits, when the best of several substitutes is chosen: a noisy channel.
_SAME_SYLLABLE, _NEAR_SYLLABLE, _CLOSEST_OUTLINE = 8, 5, 8
# Edits that save fewer bits are not worth describing.
_LEAST_SAVED = 5


class Kind(IntEnum):
    """What an edit does at its place."""

    SUBSTITUTION = 0
    DELETION = 1
    TRANSPOSITION = 2
    INSERTION = 3


# How many characters from the place on change their bits, by kind: as printed, and after the edit.
_PRINTED = np.array([ORDER, ORDER, ORDER + 1, ORDER - 1])
_WRITTEN = np.array([ORDER, ORDER - 1, ORDER + 1, ORDER])


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


_Part = tuple[Integers, Codes, Codes, Floats]


def best_edits(
    model: CharacterModel, confusables: Confusables, scan: Scan, places: Integers, proposals: Proposals
) -> Edits:
    """Return the best edit of each kind for each place, in the order of places, then kinds.

    Edits that save next to nothing are left out.
    `places` are indexes of the scan, at least one place from either end, `proposals` what was proposed there.
    """
    parts: tuple[_Part, ...] = (
        _substitutions(confusables, proposals),
        _deletions(proposals.around),
        _transpositions(proposals.around),
        _insertions(proposals),
    )
    rows, codes, windows, alikes = zip(*parts, strict=True)
    row, code, window = np.concatenate(rows), np.concatenate(codes), np.concatenate(windows)
    alike = np.concatenate(alikes)
    kind = np.repeat(np.arange(len(Kind)), [len(part[0]) for part in parts])
    sums = np.concatenate([[0.0], np.cumsum(scan.bits, dtype=np.float64)])
    starts = places[row]
    ends = np.minimum(starts + _PRINTED[kind], len(scan.bits))
    before = (sums[ends] - sums[starts]).astype(np.float32)
    after = _costs(model, window, _WRITTEN[kind])
    edits = Edits(row, kind, code, window, before - after, after, alike)
    return _best_of_each(edits.pick(edits.saved >= _LEAST_SAVED))


def _best_of_each(edits: Edits) -> Edits:
    """Keep for each place and kind the edit that saves most, confusables counted in; by place, then kind."""
    closeness, same, near = edits.confusables.T
    sound = np.maximum(same * _SAME_SYLLABLE, near * _NEAR_SYLLABLE)
    worth = edits.saved + np.maximum(sound, closeness * _CLOSEST_OUTLINE)
    # Stable, so that of equals the first stays.
    order = np.argsort(-worth, kind="stable")
    _, first = np.unique((edits.row * len(Kind) + edits.kind)[order], return_index=True)
    return edits.pick(order[first])


def _substitutions(confusables: Confusables, proposals: Proposals) -> _Part:
    row, code = proposals.substitutes.row, proposals.substitutes.code
    window = proposals.around[row]
    likes = np.stack(confusables.compare(window[:, AT], code), axis=1).astype(np.float32)
    window[:, AT] = code
    return row, code, window, likes


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


def _insertions(proposals: Proposals) -> _Part:
    row, code = proposals.insertions.row, proposals.insertions.code
    around = proposals.around
    window = np.concatenate([around[row, :AT], code[:, None], around[row, AT:-1]], axis=1)
    return row, code, window, _unlike(row)


def _unlike(rows: Integers) -> Floats:
    return np.zeros((len(rows), 3), dtype=np.float32)


def _costs(model: CharacterModel, windows: Codes, widths: Integers) -> Floats:
    """Return the bits of so many codes of each window, from its place on, after what stands before them."""
    looked_at = windows[:, AT - _REACH : AT + int(_WRITTEN.max())].copy()
    # What lies past the end of the text, or of the width, costs nothing.
    looked_at[np.arange(looked_at.shape[1]) >= widths[:, None] + _REACH] = NOTHING
    separated = np.concatenate([np.full((len(windows), 1), NOTHING, np.uint64), looked_at], axis=1)
    bits, _ = model.bits(separated.ravel())
    spent = np.where(separated == NOTHING, np.float32(0), bits.reshape(separated.shape))
    total: Floats = spent[:, _REACH + 1 :].sum(axis=1)
    return total
