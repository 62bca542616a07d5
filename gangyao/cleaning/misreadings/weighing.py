"""What the best edits of doubtful places weigh by counts: the last step of the search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import Codes
from gangyao.cleaning.misreadings.candidates import Documents, Places
from gangyao.cleaning.misreadings.edits import best_edits
from gangyao.cleaning.misreadings.features import describe
from gangyao.cleaning.misreadings.proposals import Proposals
from gangyao.cleaning.misreadings.weights import Weights

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class WeighedEdits:
    """An edit a row: its place, its `Kind`, the code that it writes, the logarithm of its odds."""

    place: Integers
    kind: Integers
    code: Codes
    odds: Floats


def weigh_edits(documents: Documents, places: Places, proposals: Proposals, weights: Weights) -> WeighedEdits:
    """Weigh the best edit of each kind of each place, in the order of places, then kinds."""
    edits = best_edits(documents, places, proposals)
    odds = weights.weigh_edits(describe(documents, places, edits), edits.kind)
    return WeighedEdits(places.place[edits.row], edits.kind, edits.code, odds)
