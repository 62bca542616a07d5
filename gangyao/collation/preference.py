"""Which of two readings the character model prefers, and by how much."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.collation.collate import WORDING, Difference


def preferences(differences: Sequence[Difference], model: CharacterModel) -> list[float | None]:
    """Return, for each difference, by how many bits the model prefers the copy's reading to what is printed.

    Negative where it prefers what is printed; None for differences that are none of wording. It tells what
    is usual, not what is right: nothing follows from it by itself.
    """
    found: list[float | None] = []
    for difference in differences:
        if difference.kind not in WORDING:
            found.append(None)
            continue
        printed, reading = model.replacement_costs(
            difference.before, [difference.printed, difference.reading], difference.after
        ).tolist()
        found.append(float(printed - reading))
    return found
