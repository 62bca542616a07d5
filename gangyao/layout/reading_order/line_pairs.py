"""What lines tell of the breaks between them, whatever stands around: worked out once for several looks.

A close look at some of the breaks that were looked at before reads no line anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.reading_order.sides import Sides, Trait, read_sides
from gangyao.layout.reading_order.traits import traits_of_lines
from gangyao.layout.reading_order.whole import Whole

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class LinePairs:
    """The units `ends` before breaks and `starts` after them (by index, ascending), and what each tells.

    `traits` are those of each pair, arrays that broadcast to (ends, starts).
    """

    ends: Sequence[int]
    starts: Sequence[int]
    sides: tuple[Sides, Sides]
    traits: Mapping[str, Trait]

    def among(self, ends: Sequence[int], starts: Sequence[int]) -> LinePairs | None:
        """Return what some of the lines tell; None if another one is asked for."""
        if not (set(ends) <= set(self.ends) and set(starts) <= set(self.starts)):
            return None
        rows, columns = np.searchsorted(self.ends, ends), np.searchsorted(self.starts, starts)
        sides = (self.sides[0].at(rows), self.sides[1].at(columns))
        return LinePairs(
            ends, starts, sides, {name: _part(told, rows, columns) for name, told in self.traits.items()}
        )


def _part(trait: Trait, rows: Places, columns: Places) -> Trait:
    """Return some rows and columns of a trait, each of which may be the same throughout."""
    some: Trait = trait[rows] if len(trait) > 1 else trait
    return some[:, columns] if some.shape[1] > 1 else some


def read_line_pairs(
    last: Mapping[int, str], first: Mapping[int, str], whole: Whole, model: CharacterModel
) -> LinePairs:
    """Return what lines tell of a break between each two of them: `last` and `first`, each by its unit."""
    lines = [*last.values()], [*first.values()]
    sides = read_sides(*lines, model)
    return LinePairs([*last], [*first], sides, traits_of_lines(*lines, sides, whole, model))
