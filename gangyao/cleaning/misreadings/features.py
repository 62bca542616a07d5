"""What tells a slip from a rare word, for each edit that would undo it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, Codes, extended_keys
from gangyao.cleaning.misreadings.candidates import HAN, Documents, Matrix, Places
from gangyao.cleaning.misreadings.edits import Edits
from gangyao.cleaning.misreadings.proposals import AT, Proposals, proposal_features, windows_of
from gangyao.cleaning.misreadings.segmentation import segmentation_cost
from gangyao.cleaning.misreadings.shortlist import Kind

Floats = npt.NDArray[np.float32]

# Characters on either side of the place that are cut into words.
_CUT = 4


def describe(documents: Documents, places: Places, edits: Edits) -> Matrix:
    """Return one row per edit: `PLACE_FEATURES` of its place, then `EDIT_FEATURES`."""
    threes = [_keys(edits.window, AT + shift, 3) for shift in (-2, -1, 0)]
    closeness, same, near = edits.confusables.T
    number = documents.number(places.place)[edits.row]
    columns = (
        edits.saved,
        edits.after,
        _saved_by_words(documents, places, edits),
        closeness,
        same,
        near,
        np.log1p(documents.pairs.of(_keys(edits.window, AT - 1, 2), number)),
        np.log1p(documents.pairs.of(_keys(edits.window, AT, 2), number)),
        *(np.log1p(documents.threes.of(keys, number)) for keys in threes),
        np.log1p(np.max([documents.model.table.look_up(keys) for keys in threes], axis=0, initial=0)),
    )
    of_edits = np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)
    return np.concatenate([places.features[edits.row], of_edits], axis=1)


def late_features(documents: Documents, places: Places, proposals: Proposals) -> Matrix:
    """Return `LATE_FEATURES` of `report_cuts`, a row for each place."""
    proposed = proposal_features(documents, places, proposals)
    return np.concatenate([places.features, proposed], axis=1)


def _keys(windows: Codes, first: int, length: int) -> Codes:
    """Return the keys of the n-grams that start at column `first` of each window."""
    keys = windows[:, first]
    for column in range(first + 1, first + length):
        keys = extended_keys(keys, windows[:, column])
    return keys


def _saved_by_words(documents: Documents, places: Places, edits: Edits) -> Floats:
    """Return the bits that the best cut into dictionary words costs less after the edit."""
    printed = windows_of(documents.scan.codes, places.place)[:, AT - _CUT : AT + _CUT + 2]
    printed[:, -1] = NOTHING
    written = edits.window[:, AT - _CUT : AT + _CUT + 2].copy()
    # Both cuts end at the same character of the text.
    written[edits.kind != Kind.INSERTION, -1] = NOTHING
    written[edits.kind == Kind.DELETION, -2] = NOTHING
    costs = segmentation_cost(documents.model.words, np.concatenate([printed, written]), HAN)
    saved: Floats = costs[edits.row] - costs[len(printed) :]
    return saved
