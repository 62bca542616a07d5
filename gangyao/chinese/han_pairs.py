"""Pairs of neighbouring Han characters, as numbers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import code_points

Keys = npt.NDArray[np.int64]

_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF
_SHIFT = 16


def wide_code_points(text: str) -> Keys:
    """Return the code points of a text, wide enough to be put together."""
    return code_points(text).astype(np.int64)


def han_pairs(points: Keys) -> tuple[Keys, Keys]:
    """Return the keys of the pairs of neighbouring Han characters in a text, and where they begin."""
    is_han = (points >= _FIRST_HAN) & (points <= _LAST_HAN)
    places = np.flatnonzero(is_han[:-1] & is_han[1:])
    return pair_keys(points[places], points[places + 1]), places


def pair_keys(left: Keys, right: Keys) -> Keys:
    """Return the keys of pairs of characters."""
    keys: Keys = (left << _SHIFT) | right
    return keys


def characters_of(keys: Keys) -> tuple[Keys, Keys]:
    """Return the left and the right characters of pairs."""
    return keys >> _SHIFT, keys & ((1 << _SHIFT) - 1)
