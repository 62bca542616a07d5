r"""Bytes to text: UTF-8, UTF-16, GB18030 or Big5, in such a way that the bytes can be had back.

The encoding that is recorded reproduces the file: `text.encode(encoding) == data`. This is how a release
proves by SHA-256 that it holds the whole of its sources. So a byte order mark is either part of the
encoding's name (`utf-8-sig`, little-endian `utf-16`) or, where no name of Python's implies it
(big-endian UTF-16), the first code point of the text, U+FEFF, which cleaning takes out with a ledger row.
"""

from __future__ import annotations

import codecs
import sys
from dataclasses import dataclass

from gangyao.ingest.errors import DecodeError
from gangyao.ingest.plausible import may_be_chinese, refuse_implausible, refuse_marked

# Tried in turn when the first of a family does not give the bytes back: GB18030 has a few byte pairs that
# GBK reads otherwise; cp950 and Big5-HKSCS hold characters that plain Big5 lacks.
_FAMILIES: dict[str, tuple[str, ...]] = {
    "gb18030": ("gb18030", "gbk"),
    "big5": ("big5", "cp950", "big5hkscs"),
    "big5hkscs": ("cp950", "big5hkscs"),
}
# UTF-16 without a byte order mark is judged here and not left to the detector, which prefers UTF-16 for a
# dozen code points of GB18030 or Big5. In UTF-16 the high byte of Chinese text is that of Han (0x4E to
# 0x9F), of ASCII, General Punctuation, CJK Symbols or full-width forms; in the legacy encodings hardly ever.
_UTF16_HIGH_BYTES = frozenset((0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)))
_UTF16_SHARE = 0.97
_OTHER_ORDER_SHARE = 0.9
# A text full of signs (①, ■, ㎡, characters for private use) has fewer; then the text itself must be Chinese.
# In GB18030 and Big5 no such share of every other byte is one of these.
_UTF16_LEAST_SHARE = 0.6
_UTF16_APART = 0.2
_SAMPLE = 4096
_REMEDY = "save it as UTF-8, or take the damaged bytes out of a copy of the file"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of one file and the Python codec that turns it back into the file's bytes."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of the file `name`, whose encoding is detected.

    Order: byte order mark, strict UTF-8, UTF-16 by its high bytes, then GB18030 or Big5 as
    charset-normalizer ranks them. Raises DecodeError naming the file and the byte offset, also for bytes that
    decode and are no Chinese text all the same (see `gangyao.ingest.plausible`).
    """
    refuse_marked(data, name)
    decoded = _decode(data, name)
    refuse_implausible(decoded.text, decoded.encoding, name)
    return decoded


def _decode(data: bytes, name: str) -> Decoded:
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(_strict(data, "utf-8-sig", name), "utf-8-sig")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_utf16(data, name)
    # UTF-16 of ASCII is UTF-8 with a NUL in each character, which no text has.
    wide = _utf16_without_mark(data) if b"\0" in data[:_SAMPLE] else None
    try:
        if wide is None:
            return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        utf8_error = error
        wide = _utf16_without_mark(data)
    if wide is not None:
        if len(data) % 2:
            what = "breaks off within a character of UTF-16"
            raise DecodeError(name, f"byte {len(data) - 1}", what, "get another copy of the file")
        return Decoded(_strict(data, wide, name), wide)
    decoded = _decode_legacy(data)
    if decoded is not None:
        return decoded
    raise _error(data, utf8_error, name)


def _decode_utf16(data: bytes, name: str) -> Decoded:
    """Decode UTF-16 that begins with a byte order mark."""
    little = data.startswith(codecs.BOM_UTF16_LE)
    # Python writes `utf-16` in the machine's own order; on others the mark stays in the text.
    if little and sys.byteorder == "little":
        return Decoded(_strict(data, "utf-16", name), "utf-16")
    encoding = "utf-16-le" if little else "utf-16-be"
    return Decoded(_strict(data, encoding, name), encoding)


def _utf16_without_mark(data: bytes) -> str | None:
    """Tell whether the bytes are UTF-16 without a mark, and of which order."""
    whole = data[: len(data) - len(data) % 2]
    if len(whole) < 4:
        return None
    sample = whole[:_SAMPLE]
    even, odd = (
        sum(byte in _UTF16_HIGH_BYTES for byte in half) * 2 / len(sample)
        for half in (sample[::2], sample[1::2])
    )
    for encoding, share, other in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        is_likely = share > _UTF16_SHARE and other < _OTHER_ORDER_SHARE
        if is_likely or (share > _UTF16_LEAST_SHARE and other < share - _UTF16_APART):
            try:
                text = whole.decode(encoding)
            except UnicodeDecodeError:
                continue
            # Japanese in Shift-JIS has such bytes as well; too few characters tell nothing.
            told = may_be_chinese(text)
            if told or (told is None and is_likely and len(whole) == len(data)):
                return encoding
    return None


def _decode_legacy(data: bytes) -> Decoded | None:
    """Decode GB18030 or Big5, whichever charset-normalizer ranks first and that gives the bytes back."""
    # For few files, and longer to import than most take to read.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    for match in from_bytes(data, cp_isolation=list(_FAMILIES), threshold=0.6):
        for encoding in _FAMILIES.get(match.encoding, ()):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if text.encode(encoding) == data:
                return Decoded(text, encoding)
    return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _error(data, error, name) from None


def _error(data: bytes, utf8_error: UnicodeDecodeError, name: str) -> DecodeError:
    """Say where decoding stopped, in the encoding that comes furthest, which it was most likely in."""
    furthest = utf8_error
    if utf8_error.encoding.startswith("utf-8"):
        for encoding in ("gb18030", "big5hkscs"):
            try:
                data.decode(encoding)
            except UnicodeDecodeError as error:
                if error.start > furthest.start:
                    furthest = error
    sample = data[furthest.start : furthest.start + 4].hex(" ").upper()
    return DecodeError(
        name,
        f"byte {furthest.start}",
        f"{sample} is no character in {furthest.encoding} ({furthest.reason}), nor is the file another of "
        "UTF-8, UTF-16, GB18030 and Big5",
        _REMEDY,
    )
