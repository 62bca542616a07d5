"""What stands around a doubtful place: coined names and parallel phrases are rare by nature, not by error.

`依法治港治澳`, `百强区、百强县、千强镇`, `“村跑”“村运”`: what repeats its neighbours close by, or stands in a
short quotation, is doubted less.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, Codes

Integers = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.float32]

#: What `around` tells of a place.
AROUND_FEATURES = (
    "the left neighbour again within six",
    "the right neighbour again within six",
    "the character again within three",
    "the character again within twelve",
    "in short quotation marks",
    "first between two marks",
    "last between two marks",
    "characters between two marks",
)

# Characters on either side that are looked at, and those in which neighbours and the character repeat.
_REACH, _PARALLEL, _BESIDE = 12, 6, 3
# A quotation shorter than this on either side of the place is a name or a slogan.
_SHORT = 6


def _members(characters: str) -> npt.NDArray[np.bool_]:
    table = np.zeros(0x10000, dtype=bool)
    table[[ord(char) for char in characters]] = True
    return table


# Folded text holds no corner brackets: folding makes quotation marks of them.
_OPENING, _CLOSING = _members("“‘《〈"), _members("”’》〉")


def around(codes: Codes, places: Integers, han: npt.NDArray[np.bool_]) -> Matrix:
    """Return `AROUND_FEATURES` of places of a folded text, a row each; `han` tells Han codes."""
    edge = np.full(_REACH, NOTHING, dtype=codes.dtype)
    padded = np.concatenate([edge, codes, edge]).astype(np.uint16)
    window = padded[places[:, None] + np.arange(2 * _REACH + 1)]
    is_han = han[window]
    before = np.logical_and.accumulate(is_han[:, _REACH - 1 :: -1], axis=1).sum(axis=1)
    after = np.logical_and.accumulate(is_han[:, _REACH + 1 :], axis=1).sum(axis=1)
    rows = np.arange(len(places))
    opening = window[rows, np.maximum(_REACH - 1 - before, 0)]
    closing = window[rows, np.minimum(_REACH + 1 + after, 2 * _REACH)]
    is_quoted = _OPENING[opening] & (before < _SHORT) & _CLOSING[closing] & (after < _SHORT)
    columns = (
        _again(window, is_han, _REACH - 1, _PARALLEL),
        _again(window, is_han, _REACH + 1, _PARALLEL),
        _again(window, is_han, _REACH, _BESIDE),
        _again(window, is_han, _REACH, _REACH),
        is_quoted,
        before == 0,
        after == 0,
        np.log1p(before + after + 1),
    )
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _again(
    window: npt.NDArray[np.uint16], is_han: npt.NDArray[np.bool_], column: int, reach: int
) -> npt.NDArray[np.bool_]:
    """Tell whether the Han character of a column stands within `reach` of the place once more."""
    near = window[:, _REACH - reach : _REACH + reach + 1] == window[:, column : column + 1]
    again: npt.NDArray[np.bool_] = (near.sum(axis=1) > 1) & is_han[:, column]
    return again
