"""Bytes that decode and are no Chinese text all the same: binary files, Japanese, Korean, other escapes.

GB18030 and Big5 take nearly every pair of bytes for some character, so that a file in Shift-JIS or EUC-KR
"is" text in them. What tells is how the characters follow one another: measured as bits per character by the
character model, over 24 texts of every kind of the corpus in both encodings, of 60 code points or more,
Chinese cost 2.8 to 6 (a list of misspelt sentences 11.8), and Shift-JIS, EUC-JP and EUC-KR read as Chinese
17.6 to 24.8. None of the 101 texts of the corpus is refused, in either encoding, cut to 20, 60 or 400 code
points.
"""

from __future__ import annotations

import codecs
import re

import numpy as np

from gangyao.chinese.character_model import load_model
from gangyao.ingest.errors import DecodeError

_MOST_BITS = 14.5
# Too few characters tell nothing: a title alone may be of rare ones.
_FEWEST = 12
_SAMPLE = 4000
_LEGACY = frozenset(("gb18030", "gbk", "big5", "cp950", "big5hkscs"))
# Noise of OCR has a control character here and there; a binary file has them everywhere.
_MOST_CONTROLS = 0.05
_FEW_CONTROLS = 4
# Of those \v and \f end lines.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What Word puts round its fields, and round what they show: where one begins, another ends.
_FIELD_MARKS = re.compile(r"\x13(?=[^\x00-\x08\x0e-\x12\x16-\x1f]{0,600}\x15)|(?<=[^\x00-\x12])[\x14\x15]")
_SAVE = "save it as UTF-8 (in an editor: save with encoding, UTF-8)"
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (b"+/v", "UTF-7"),
)
# Two bytes of ASCII for each character between ~{ and ~}.
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")


def refuse_marked(data: bytes, name: str) -> None:
    """Raise DecodeError for bytes that begin with the mark of an encoding that is not read."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise DecodeError(name, "", f"is {encoding}, which is not read", _SAVE)
    if b"\x1b$" in data[:_SAMPLE] and b"\x1b(" in data:
        raise DecodeError(name, "", "is ISO-2022 (text with escapes), which is not read", _SAVE)
    if _HZ.search(data, 0, _SAMPLE) and data.isascii():
        raise DecodeError(name, "", "is HZ (RFC 1843), which is not read", _SAVE)


def refuse_implausible(text: str, encoding: str, name: str) -> None:
    """Raise DecodeError for a text that only a program, or another language, can have written."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(_FIELD_MARKS.sub("", sample)))
    if controls > max(_FEW_CONTROLS, _MOST_CONTROLS * len(sample)):
        raise DecodeError(
            name,
            "",
            f"is no text: {controls} of its first {len(sample)} characters are control characters",
            "give the document as text",
        )
    if encoding not in _LEGACY:
        return
    bits = bits_of_chinese(sample)
    if bits is not None and bits > _MOST_BITS:
        raise DecodeError(
            name,
            "",
            f"is no Chinese in {encoding.upper()}, though its bytes would do: Japanese, Korean, or damaged",
            _SAVE,
        )


def may_be_chinese(text: str) -> bool | None:
    """Tell whether what of a text is beyond ASCII goes on as Chinese does; None where that is too little."""
    bits = bits_of_chinese(text[:_SAMPLE])
    return None if bits is None else bits <= _MOST_BITS


def bits_of_chinese(text: str) -> float | None:
    """Return the mean bits of the characters beyond ASCII; None where they are too few to tell anything."""
    chinese = np.fromiter((ord(char) > 0x7F for char in text), dtype=np.bool_, count=len(text))
    if chinese.sum() < _FEWEST:
        return None
    return float(load_model().surprise(text)[chinese].mean())
