"""Which script a text is written in."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gangyao.chinese.charsets import repertoire
from gangyao.chinese.scripts import Script


def detect_script(text: str) -> Script:
    """Tell whether `text` is Traditional (`hant`) or Simplified (`hans`).

    Counts the characters that only one script uses; a text with none of either is Simplified.
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    votes = int(_votes()[np.minimum(points, 0xFFFF)].sum(dtype=np.int64))
    return "hant" if votes > 0 else "hans"


@lru_cache(maxsize=1)
def _votes() -> npt.NDArray[np.int8]:
    """Return +1 for characters of Traditional text only, -1 for those of Simplified text only."""
    votes = np.zeros(0x10000, dtype=np.int8)
    votes[[ord(char) for char in repertoire().simplified]] = 1
    votes[[ord(char) for char in repertoire().traditional]] = -1
    return votes
