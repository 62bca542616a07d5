"""What the best edits of doubtful places weigh by counts: the last step of the search.

A place is looked at where it is improbable (`candidates`), something else is proposed for it (`proposals`),
a few edits are chosen (`shortlist`), the best of each kind is kept (`edits`), described (`features`), and
weighed here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel, Codes
from gangyao.cleaning.misreadings.candidates import Documents, Places
from gangyao.cleaning.misreadings.confusables import load_confusables
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


def weigh_edits(
    model: CharacterModel, documents: Documents, places: Places, proposals: Proposals, weights: Weights
) -> WeighedEdits:
    """Weigh the best edit of each kind of each place, in the order of places, then kinds."""
    edits = best_edits(model, load_confusables(), documents.scan, places.place, proposals)
    odds = weights.weigh_edits(describe(model, documents, places, edits), edits.kind)
    return WeighedEdits(places.place[edits.row], edits.kind, edits.code, odds)
