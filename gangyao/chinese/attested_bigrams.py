"""Which pairs of neighbouring characters official documents are known to print."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel, extended_keys, fold_codes

Mask = npt.NDArray[np.bool_]


def attested(text: str, model: CharacterModel) -> Mask:
    """Tell for each code point whether it was ever counted after the one before it; False for the first."""
    codes = fold_codes(text, model.fold)
    found: Mask = np.zeros(len(codes), dtype=bool)
    found[1:] = model.pair_counts(codes[:-1], codes[1:]) > 0
    return found


def are_attested(pairs: Sequence[str], model: CharacterModel) -> list[bool]:
    """Tell for each pair of characters whether it was ever counted; False for what is no pair."""
    whole = [pair if len(pair) == 2 else "\0\0" for pair in pairs]
    codes = fold_codes("".join(whole), model.fold)
    found = model.table.look_up(extended_keys(codes[0::2], codes[1::2])) > 0
    return [bool(hit) and len(pair) == 2 for hit, pair in zip(found, pairs, strict=True)]
