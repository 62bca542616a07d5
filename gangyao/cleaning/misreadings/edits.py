"""Small edits of a text and what they save: one character put for another, left out, put in, moved by one.

Everything is computed on arrays: one row per edit, one window of characters around each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, ORDER, CharacterModel, Codes
from gangyao.cleaning.misreadings.candidates import Documents, Places
from gangyao.cleaning.misreadings.proposals import AFTER, AT, Proposals
from gangyao.cleaning.misreadings.shortlist import Kind, shortlist, worth

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

_REACH = ORDER - 1
# Edits that save fewer bits are not worth describing.
_LEAST_SAVED = 5
# How many characters from the place on change their bits, by kind: as printed, and after the edit.
_PRINTED = np.array([ORDER, ORDER, ORDER + 1, ORDER - 1])
_WRITTEN = np.array([ORDER, ORDER - 1, ORDER + 1, ORDER])
# The columns of a window after an edit, by kind, as columns of the window before it, with what is written in
# column `_CODE` and nothing in the last.
_WIDTH = AT + AFTER
_CODE, _NONE = _WIDTH, _WIDTH + 1
_LEFT, _RIGHT = list(range(AT)), list(range(AT + 1, _WIDTH))
_COLUMNS = np.array(
    [
        [*_LEFT, _CODE, *_RIGHT],
        [*_LEFT, *_RIGHT, _NONE],
        [*_LEFT, _CODE, AT, *_RIGHT[1:]],
        [*_LEFT, _CODE, AT, *_RIGHT[:-1]],
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Edits:
    """One edit per row, of the place `row` of the places looked at.

    `code` is the code that is written there: a substitute, what is inserted before the place, or the code of
    the next place, which goes before it; a deletion has the code of its place. `window` is the text after the
    edit, with what was written in column `AT` (what follows the gap, where a character was taken out).
    `saved` are the bits that the edit saves, `after` those that remain.
    `confusables` has three columns: closeness of shape, same syllable, near syllable.
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


def best_edits(documents: Documents, places: Places, proposals: Proposals) -> Edits:
    """Return the best edit of each kind for each place, in the order of places, then kinds.

    Edits that save next to nothing are left out.
    `proposals` is what was proposed at the places, which stand at least one from either end.
    """
    listed = shortlist(documents, places, proposals)
    around = proposals.around[listed.row]
    nothing = np.full(len(around), NOTHING, dtype=np.uint64)
    parts = np.concatenate([around, listed.code[:, None], nothing[:, None]], axis=1)
    window = np.take_along_axis(parts, _COLUMNS[listed.kind], axis=1)
    sums = np.concatenate([[0.0], np.cumsum(documents.scan.bits, dtype=np.float64)])
    starts = places.place[listed.row]
    ends = starts + _PRINTED[listed.kind]
    before = (sums[ends] - sums[starts]).astype(np.float32)
    after = _costs(documents.model, window, _WRITTEN[listed.kind])
    edits = Edits(listed.row, listed.kind, listed.code, window, before - after, after, listed.confusables)
    return _best_of_each(edits.pick(edits.saved >= _LEAST_SAVED))


def _best_of_each(edits: Edits) -> Edits:
    """Keep for each place and kind the edit that saves most, confusables counted in; by place, then kind."""
    saved = edits.saved + worth(edits.confusables)
    # Stable, so that of equals the first stays.
    order = np.argsort(-saved, kind="stable")
    _, first = np.unique((edits.row * len(Kind) + edits.kind)[order], return_index=True)
    return edits.pick(order[first])


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
