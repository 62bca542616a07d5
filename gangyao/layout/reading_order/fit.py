"""How well characters and words fit at breaks, by the character model and its dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, ORDER, CharacterModel, fold_codes
from gangyao.chinese.count_table import Keys
from gangyao.layout.reading_order.meetings import EACH_WITH_EACH, Meeting

Gains = npt.NDArray[np.float64]

_REACH = ORDER - 1
_NOTHING = chr(NOTHING)


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """What speaks for right texts after left ones, arrays of the form in which the two meet.

    `first` and `next_two`: by how many bits those characters of the right text cost less after the left one
    than at the beginning of a text. `keys` are those of the n-grams over the break, by length and place.
    """

    first: Gains
    next_two: Gains
    keys: Sequence[Sequence[Keys]]


def measure_fit(
    lefts: Sequence[str], rights: Sequence[str], model: CharacterModel, meeting: Meeting = EACH_WITH_EACH
) -> Fit:
    """Measure how well `rights` fit after the `lefts` that they meet; line breaks are in none."""
    before = "".join(text[-_REACH:].rjust(_REACH, _NOTHING) for text in lefts)
    after = "".join(text[:_REACH].ljust(_REACH, _NOTHING) for text in rights)
    left = [meeting.ends(codes) for codes in fold_codes(before, model.fold).reshape(-1, _REACH).T]
    right = [meeting.beginnings(codes) for codes in fold_codes(after, model.fold).reshape(-1, _REACH).T]
    alone, _ = model.bits_by_place(right)
    bits, keys = model.bits_by_place([*left, *right])
    gains = [
        np.where(codes == NOTHING, 0.0, most - least).astype(np.float64)
        for codes, most, least in zip(right, alone, bits[_REACH:], strict=True)
    ]
    return Fit(gains[0], gains[1] + gains[2], keys)


def longest_words(fit: Fit, model: CharacterModel) -> npt.NDArray[np.int64]:
    """Return the length of the longest word of the dictionary over each break, 0 where there is none."""
    shape = fit.first.shape
    cuts = [(length, after) for length in range(2, ORDER + 1) for after in range(1, length)]
    keys = [np.broadcast_to(fit.keys[length - 1][_REACH + after - 1], shape) for length, after in cuts]
    is_word = model.words.look_up(np.stack(keys).ravel()).reshape(-1, *shape) > 0
    found = np.zeros(shape, dtype=np.int64)
    for (length, _), held in zip(cuts, is_word, strict=True):
        found[held] = length
    return found
