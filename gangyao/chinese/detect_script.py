"""Which script a text is written in."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gangyao.chinese.charsets import repertoire
from gangyao.chinese.code_points import code_points
from gangyao.chinese.script import Script


def detect_script(text: str) -> Script:
    """Tell whether `text` is Traditional (`hant`) or Simplified (`hans`).

    Counts the characters that only one script uses; a text with none of either is Simplified.
    """
    points = code_points(text)
    votes = int(_votes().take(points, mode="clip").sum(dtype=np.int64))
    return "hant" if votes > 0 else "hans"


@lru_cache(maxsize=1)
def _votes() -> npt.NDArray[np.int8]:
    """Return +1 for characters of Traditional text only, -1 for those of Simplified text only."""
    votes = np.zeros(0x10000, dtype=np.int8)
    votes[[ord(char) for char in repertoire().simplified]] = 1
    votes[[ord(char) for char in repertoire().traditional]] = -1
    return votes


_LATIN = re.compile("[A-Za-z]")
_HAN = re.compile("[\u4e00-\u9fff]")
# Fewer letters are an abbreviation or a code (5G, PM2.5, GDP).
_FEWEST_LETTERS = 8


def is_mostly_latin(text: str) -> bool:
    """Tell whether a line is in a Latin script, or as much of it as makes it no line of Chinese."""
    if not text[:1].isascii() and not text[-1:].isascii():
        return False
    letters = len(_LATIN.findall(text))
    return letters >= _FEWEST_LETTERS and letters > len(_HAN.findall(text))
