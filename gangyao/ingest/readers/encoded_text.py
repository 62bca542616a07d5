"""Text whose bytes were written out in ASCII: quoted-printable (RFC 2045), percent-encoding, base64.

A part of a mail that was saved without being decoded, the body of a request, a value of a database: the
whole file is written so, or it is no such file. Its text is that of the bytes, as any text file has it; codes
within a text are those of `gangyao.cleaning.rules.escapes`.
"""

from __future__ import annotations

import binascii
import re
from urllib.parse import unquote_to_bytes

from gangyao.ingest.decode import decode
from gangyao.ingest.errors import DecodeError

_HEAD = 512
# The headers of a part of a mail, and no others; a mail has a sender.
_HEADERS = re.compile(rb"\A\s*(?:(?:Content-[A-Za-z-]+|MIME-Version):[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n", re.I)
_QUOTED, _PERCENT = re.compile(rb"=[0-9A-Fa-f]{2}"), re.compile(rb"%[0-9A-Fa-f]{2}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]+={0,2}\s*")
_PAIR = re.compile(rb"(?:\A|(?<=&))[\w.\[\]-]{1,40}=(?=%)")
# So many of the bytes stand in codes: of Chinese text nine in ten do.
_CODES = 0.5
_FEWEST = 60
# So many of the characters that are no ASCII are Han.
_HAN_SHARE = 0.5
_HAN = re.compile("[\u3400-\u9fff]")


def is_encoded_text(data: bytes) -> bool:
    """Tell whether bytes are Chinese text that was written out in ASCII as a whole."""
    head = data[:_HEAD]
    # Asked first: nearly every file has other bytes at its beginning, or none of these signs.
    if not head.isascii() or not (b"=" in head or b"%" in head or _BASE64.fullmatch(head.rstrip(b"="))):
        return False
    return data.isascii() and _written(data) is not None


def encoded_text(data: bytes, name: str) -> str:
    """Return the text of such bytes. Raises DecodeError for those that are none."""
    written = _written(data)
    return decode(data if written is None else written, name).text


def _written(data: bytes) -> bytes | None:
    """Return what bytes of ASCII stand for; None where that is no Chinese text."""
    headers = _HEADERS.match(data)
    body = data[headers.end() :] if headers is not None else data
    for read in (_of_quoted, _of_percent, _of_base64):
        written = read(body)
        if written is not None and _is_chinese(written):
            return written
    return None


def _of_quoted(body: bytes) -> bytes | None:
    return binascii.a2b_qp(body) if _is_coded(body, _QUOTED) else None


def _of_percent(body: bytes) -> bytes | None:
    r"""Decode percent-encoding; the pairs of a form stand on lines of their own, each name over its value."""
    if not _is_coded(body, _PERCENT):
        return None
    if _PAIR.search(body):
        body = _PAIR.sub(lambda pair: pair[0] + b"\n", body).replace(b"&", b"\n")
    return unquote_to_bytes(body.replace(b"+", b" "))


def _of_base64(body: bytes) -> bytes | None:
    if len(body) < _FEWEST or not _BASE64.fullmatch(body):
        return None
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:
        return None


def _is_coded(body: bytes, code: re.Pattern[bytes]) -> bool:
    size = len(b"".join(body.split()))
    return size >= _FEWEST and 3 * len(code.findall(body)) >= _CODES * size


def _is_chinese(data: bytes) -> bool:
    try:
        text = decode(data, "").text
    except DecodeError:
        return False
    others = sum(not char.isascii() for char in text)
    return others > 0 and len(_HAN.findall(text)) >= _HAN_SHARE * others
