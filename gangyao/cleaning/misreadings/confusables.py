"""Which characters look alike and which sound alike: what recognition and typing take for one another.

The table is derived by `python -m training.confusables` from the glyphs of two open fonts and the readings
of the Unihan database; `confusables.json` names them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


#: The length of the shape of a character.
UNIT = 127


@dataclass(frozen=True, slots=True, eq=False)
class Confusables:
    """One row per character; `row_of` gives the row of a code, row 0 is that of codes without one.

    `shapes` tell where strokes of which direction run, a vector of length `UNIT`; `lookalikes` are the
    characters with the nearest ones. `readings` are the syllables without tone (0 for none), `families` the
    same with what many speakers do not tell apart folded (zh/z, n/l, ing/in), `soundalikes` the most frequent
    characters of equal reading.
    """

    row_of: npt.NDArray[np.uint16]
    lookalikes: npt.NDArray[np.uint16]
    shapes: npt.NDArray[np.int8]
    readings: npt.NDArray[np.uint16]
    families: npt.NDArray[np.uint16]
    soundalikes: npt.NDArray[np.uint16]

    def candidates(self, printed: Codes) -> npt.NDArray[np.uint16]:
        """Return, a row for each code, what it may have been taken for; 0 fills a row up."""
        rows = self.row_of[printed.astype(np.int64)]
        return np.concatenate([self.lookalikes[rows], self.soundalikes[rows]], axis=1)

    def compare(self, printed: Codes, written: Codes) -> tuple[Floats, Mask, Mask]:
        """Return for pairs of codes: closeness of shape, same syllable, near syllable.

        Closeness is the cosine of their shapes: about 0 for two at random, 1 for equal ones.
        """
        one = self.row_of[printed.view(np.int64)]
        other = self.row_of[written.view(np.int64)]
        shapes = self.shapes[one].astype(np.float32), self.shapes[other].astype(np.float32)
        closeness = np.einsum("ij,ij->i", *shapes) / np.float32(UNIT * UNIT)
        return closeness, _share(self.readings, one, other), _share(self.families, one, other)


def _share(table: npt.NDArray[np.uint16], one: npt.NDArray[np.uint16], other: npt.NDArray[np.uint16]) -> Mask:
    shared: Mask = np.zeros(len(one), dtype=bool)
    # Column by column: looking along short rows is several times slower.
    right = table[other].T
    for left in table[one].T:
        for reading in right:
            shared |= (left == reading) & (reading > 0)
    return shared


@lru_cache(maxsize=1)
def load_confusables() -> Confusables:
    """Load the table that ships with the package; cached per process."""
    resource = resources.files("gangyao.models") / "confusables.npz"
    with resource.open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return Confusables(**{name: stored[name] for name in Confusables.__dataclass_fields__})
