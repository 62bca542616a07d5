"""What of a text is compared: its letters, digits and Han characters, whatever their script and width."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

from gangyao.chinese.code_points import code_points

Codes = npt.NDArray[np.uint32]
Positions = npt.NDArray[np.int64]

_HAN = range(0x3400, 0xA000)
# One Simplified form for what OpenCC's character table leaves apart because either may be right.
_ONE_FORM = {"著": "着", "裏": "里", "裡": "里", "後": "后", "乾": "干", "徵": "征", "於": "于", "祇": "只"}


@dataclass(frozen=True, slots=True)
class Characters:
    """The compared characters of a text: `codes` (folded) and where each stands in the text."""

    codes: Codes
    positions: Positions

    def __len__(self) -> int:
        return len(self.codes)


def compared_characters(text: str) -> Characters:
    """Leave out white space and punctuation, fold script and width.

    A point between two digits is compared: 1.5 is not 15.
    """
    points = code_points(text)
    # White space first: a line may be wrapped after the point of a number.
    (printed,) = np.nonzero(~_is_space()[np.minimum(points, 0xFFFF)])
    points = points[printed]
    folded = np.where(points < 0x10000, _fold()[np.minimum(points, 0xFFFF)], points)
    digit = (folded >= ord("0")) & (folded <= ord("9"))
    point = (points == ord(".")) | (points == ord("．"))
    point[:1] = point[-1:] = False
    point[1:-1] &= digit[:-2] & digit[2:]
    codes = np.where(point, np.uint32(ord(".")), folded)
    (compared,) = np.nonzero(codes)
    return Characters(codes[compared].astype(np.uint32), printed[compared].astype(np.int64))


@lru_cache(maxsize=1)
def _is_space() -> npt.NDArray[np.bool_]:
    return np.array([chr(point).isspace() for point in range(0x10000)])


@lru_cache(maxsize=1)
def _fold() -> Codes:
    """Return the folded form of each code point of the Basic Multilingual Plane, 0 for what is ignored."""
    simplify = OpenCC("t2s").convert
    fold = np.zeros(0x10000, dtype=np.uint32)
    for point in range(0x20, 0x10000):
        composed = unicodedata.normalize("NFKC", chr(point))
        form = composed if len(composed) == 1 else chr(point)
        if unicodedata.category(form)[0] not in "LN" and form not in "%‰℃°":
            continue
        if ord(form) in _HAN:
            form = simplify(_ONE_FORM.get(form, form))
        fold[point] = ord(form) if len(form) == 1 else point
    return fold
