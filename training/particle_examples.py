"""What a particle model learns from: the particles of texts in their contexts, and places without one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel, fold_codes
from gangyao.cleaning.particles.features import CLASSES, Codes, contexts
from training.texts import TrainingText

Labels = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_NOTHING_PER_PARTICLE = 0.5
_NUMBER_OF = {ord(particle): number for number, particle in enumerate(CLASSES) if particle}


def draw_examples(
    texts: Iterable[TrainingText], model: CharacterModel, chance: np.random.Generator
) -> tuple[Codes, Labels]:
    """Return contexts (see `contexts`) and, for each, the number of the class that stands there."""
    rows: list[Codes] = []
    labels: list[Labels] = []
    for text in texts:
        codes = fold_codes(text.text, model.fold)
        places, numbers = draw_places(codes, chance)
        rows.append(contexts(codes, places - 1, places + (numbers > 0)))
        labels.append(numbers)
    return np.concatenate(rows), np.concatenate(labels)


def draw_places(codes: Codes, chance: np.random.Generator) -> tuple[Labels, Labels]:
    """Return where all particles of a text stand, and drawn places where none does, with their classes.

    A place without a particle is the one of the code after it.
    """
    found = np.flatnonzero(np.isin(codes, list(_NUMBER_OF)))
    found = found[(found > 0) & (found < len(codes) - 1)]
    found = found[_beside_han(codes[found - 1], codes[found + 1])]
    gaps = np.flatnonzero(_beside_han(codes[:-1], codes[1:])) + 1
    drawn = chance.choice(gaps, min(len(gaps), int(len(found) * _NOTHING_PER_PARTICLE)), replace=False)
    numbers = [_NUMBER_OF[int(code)] for code in codes[found]] + [0] * len(drawn)
    return np.concatenate([found, drawn]), np.array(numbers, dtype=np.int64)


def _beside_han(before: Codes, after: Codes) -> Mask:
    """Tell where a Han character stands on one side at least; beyond may be a mark, or the line's edge."""
    return _han(before) | _han(after)


def _han(codes: Codes) -> Mask:
    return (codes >= 0x4E00) & (codes <= 0x9FFF)
