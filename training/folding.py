"""Which characters the model takes for one and the same."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

_CJK = range(0x3400, 0xA000)
_PUNCTUATION = {
    ",": "，",
    ";": "；",
    ":": "：",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    "〔": "（",
    "〕": "）",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "．": ".",
    "％": "%",
    "\t": " ",
    "\u00a0": " ",
    "\u3000": " ",
    "\r": "\n",
}


def build_fold() -> npt.NDArray[np.uint16]:
    """Return the folded form of each code point of the Basic Multilingual Plane."""
    fold = np.arange(0x10000, dtype=np.uint16)
    converter = OpenCC("t2s")
    for point in _CJK:
        simplified = converter.convert(chr(point))
        if len(simplified) == 1 and ord(simplified) < 0x10000:
            fold[point] = ord(simplified)
    for printed, folded in _PUNCTUATION.items():
        fold[ord(printed)] = ord(folded)
    for start, stop, folded in (("0", "9", "0"), ("a", "z", "a"), ("A", "Z", "a")):
        for shift in (0, 0xFEE0):
            fold[ord(start) + shift : ord(stop) + shift + 1] = ord(folded)
    return fold
